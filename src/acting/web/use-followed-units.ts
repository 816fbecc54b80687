import { useQuery } from '@tanstack/react-query'
import { acting } from './api.ts'

const NONE: ReadonlySet<string> = new Set()

/** The units one looks after; none for most people. */
export function useFollowedUnits(): ReadonlySet<string> {
  const { data } = useQuery({ ...acting.followed.queryOptions({ input: {} }), staleTime: 60_000 })
  return data === undefined || data.unitIds.length === 0 ? NONE : new Set(data.unitIds)
}
