import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answerOf } from '../../platform/web/answer-of.ts'
import { Answer } from '../../ui/index.ts'
import { type OrganisationOutputs, organisation } from './api.ts'

/** The units of today that are seen here, for a form that chooses among them; until they are there, its lines. */
export function WithUnits({ children }: { children: (units: OrganisationOutputs['tree']['units']) => ReactNode }) {
  const tree = useQuery(organisation.tree.queryOptions({ input: {} }))
  return (
    <Answer {...answerOf(tree)} lines={8}>
      {({ units }) => children(units)}
    </Answer>
  )
}
