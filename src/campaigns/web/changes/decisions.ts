import type { OpenGroup } from '../../contract.ts'

export type Decision = { outcome: 'waived' | 'left' | undefined; reason: string }
/** What was chosen for each kind of thing still owed, and for single units otherwise. */
export type Decisions = {
  groups: Readonly<Record<string, Decision>>
  units: Readonly<Record<string, { outcome: 'waived' | 'left'; reason: string }>>
}

export const NO_DECISIONS: Decisions = { groups: {}, units: {} }
export const UNDECIDED: Decision = { outcome: undefined, reason: '' }

/** The groups that still need something, each with what. */
export function whyUndecided(groups: readonly OpenGroup[], decisions: Decisions): Map<string, string> {
  const missing = new Map<string, string>()
  for (const { key } of groups) {
    const { outcome, reason } = decisions.groups[key] ?? UNDECIDED
    if (outcome === undefined) missing.set(key, 'Chọn miễn hoặc để là chưa làm')
    else if (reason.trim() === '') missing.set(key, 'Nhập lý do')
  }
  return missing
}

/** As the operation takes them. Single units without a reason of their own go with their group. */
export function decidedOf(groups: readonly OpenGroup[], decisions: Decisions) {
  return {
    groups: groups.flatMap(({ key }) => {
      const { outcome, reason } = decisions.groups[key] ?? UNDECIDED
      return outcome ? [{ key, outcome, reason: reason.trim() }] : []
    }),
    exceptions: Object.entries(decisions.units).flatMap(([obligationId, { outcome, reason }]) =>
      reason.trim() === '' ? [] : [{ obligationId, outcome, reason: reason.trim() }],
    ),
  }
}
