import type { assessmentsContract } from '../../assessments/contract.ts'
import type { organisationContract } from '../../organisation/contract.ts'
import { apiFor, type Outputs } from '../../platform/web/api.ts'
import type { registryContract } from '../contract.ts'

export const registry = apiFor<typeof registryContract>('registry')
/** The units and the periods a form offers. */
export const organisation = apiFor<typeof organisationContract>('organisation')
export const assessments = apiFor<typeof assessmentsContract>('assessments')
export type RegistryOutputs = Outputs<typeof registryContract>

export type ListedAward = RegistryOutputs['list']['awards'][number]
export type OneAward = RegistryOutputs['award']
export type Candidate = OneAward['candidates'][number]

type Unit = Outputs<typeof organisationContract>['tree']['units'][number]

/** The units as choices, each under the one above it: the tree comes in protocol order. */
export function unitChoices(units: readonly Unit[]): { value: string; label: string }[] {
  const depth = new Map<string, number>()
  return units.map((unit) => {
    const level = unit.parentId === null ? 0 : (depth.get(unit.parentId) ?? 0) + 1
    depth.set(unit.id, level)
    return { value: unit.id, label: `${'\u2003'.repeat(level)}${unit.name}` }
  })
}
