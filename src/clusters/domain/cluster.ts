import { addDays, type PlainDate } from '../../kernel/plain-date.ts'

export const CLUSTER_KINDS = ['cum', 'khoi'] as const
export type ClusterKind = (typeof CLUSTER_KINDS)[number]

export const CLUSTER_KIND_WORDS: Readonly<Record<ClusterKind, string>> = { cum: 'Cụm', khoi: 'Khối' }

export type Membership = {
  readonly id: string
  readonly unitId: string
  readonly from: PlainDate
  readonly to: PlainDate | null
}

export type MemberChange =
  | {
      readonly ok: true
      readonly ended: readonly { id: string; unitId: string; to: PlainDate }[]
      readonly begun: readonly string[]
    }
  | { readonly ok: false; readonly unitId: string; readonly start: PlainDate }

/**
 * Who is in a cluster from a day on: those wanted who are not there begin on it, those there who are not wanted were there for the last
 * time the day before. Refuses, naming the unit, when somebody would leave before he came.
 */
export function changeMembers(
  members: readonly Membership[],
  wanted: readonly string[],
  from: PlainDate,
): MemberChange {
  const there = members.filter((one) => one.to === null || one.to >= from)
  const kept = new Set(wanted)
  const leaving = there.filter((one) => !kept.has(one.unitId))
  const early = leaving.find((one) => one.from >= from)
  if (early) return { ok: false, unitId: early.unitId, start: addDays(early.from, 1) }
  const staying = new Set(there.map((one) => one.unitId))
  const to = addDays(from, -1)
  return {
    ok: true,
    ended: leaving.map((one) => ({ id: one.id, unitId: one.unitId, to })),
    begun: [...kept].filter((unitId) => !staying.has(unitId)),
  }
}

/** Was the unit in it on any day of the year? */
export function inYear(members: readonly Membership[], unitId: string, year: number): boolean {
  return members.some(
    (one) => one.unitId === unitId && one.from <= `${year}-12-31` && (one.to === null || one.to >= `${year}-01-01`),
  )
}
