import { ROLE_NAMES, type Role, type SignsAs, type UnitPath } from '../../kernel/actor.ts'
import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'

/** One grant as a delegation sees it. */
export type DelegatedGrant = { id: string; role: Role; from: PlainDate; to: PlainDate | null }

export type WantedDelegation = {
  from: { personId: string; personName: string; to: PlainDate | null; start: PlainDate; unit: UnitPath }
  to: { personId: string; personName: string; to: PlainDate | null; start: PlainDate; unit: UnitPath }
  grants: readonly DelegatedGrant[]
  signsAs: SignsAs
  first: PlainDate
  last: PlainDate
  document: { number: string; day: PlainDate } | null
  /** Entered from paper, which may be of days gone by; in the product nobody delegates backwards. */
  onPaper: boolean
}

/** What signs for a unit or decides: the law says who may stand in for it and how. */
const SIGNING: readonly Role[] = ['head', 'authority']
/** Running the system is no duty of an absent officer: another administrator is made, or there is one. */
const NOT_DELEGABLE: readonly Role[] = ['administrator']

export function isDelegable(role: Role): boolean {
  return !NOT_DELEGABLE.includes(role)
}

/**
 * Why this delegation cannot be. Nghị định 30/2020/NĐ-CP, Điều 13: a deputy signs in the chief's place (ký thay); to sign by delegation
 * (thừa ủy quyền) is given in writing, for a time, to somebody within one's own structure, and not delegated on.
 */
export function whyNotDelegated(wanted: WantedDelegation, today: PlainDate): Refusal | undefined {
  const { from, to, first, last } = wanted
  if (from.personId === to.personId) return refusal('delegate-to-oneself', {}, { field: 'toPostId' })
  const fixed = wanted.grants.find((grant) => !isDelegable(grant.role))
  if (fixed) return refusal('grant-not-delegable', { role: ROLE_NAMES[fixed.role] }, { field: 'grantIds' })
  return (
    whyNotThoseDays(wanted, today) ??
    whyNotSignedSo(wanted) ??
    beyond(from.to, last, `vị trí của ${from.personName}`) ??
    beyond(to.to, last, `vị trí của ${to.personName}`) ??
    wanted.grants.map((grant) => beyond(grant.to, last, `quyền ${ROLE_NAMES[grant.role]}`)).find(Boolean) ??
    before([from.start, to.start, ...wanted.grants.map((grant) => grant.from)], first)
  )
}

function whyNotThoseDays({ first, last, onPaper }: WantedDelegation, today: PlainDate): Refusal | undefined {
  if (last < first) {
    return refusal('day-before-start', { day: formatDate(last), start: formatDate(first) }, { field: 'to' })
  }
  if (!onPaper && first < today) return refusal('day-past', { day: formatDate(first) }, { field: 'from' })
  return last < today ? refusal('day-past', { day: formatDate(last) }, { field: 'to' }) : undefined
}

function whyNotSignedSo({ from, to, grants, signsAs, document }: WantedDelegation): Refusal | undefined {
  if (signsAs !== 'KT.' && document === null) {
    return refusal('delegation-needs-document', { signsAs }, { field: 'documentNumber' })
  }
  if (!grants.some((grant) => SIGNING.includes(grant.role))) return undefined
  if (signsAs === 'KT.') {
    return from.unit[0] === to.unit[0] ? undefined : refusal('kt-within-one-unit', {}, { field: 'signsAs' })
  }
  const below = from.unit[0] !== undefined && to.unit.includes(from.unit[0])
  return below ? undefined : refusal('delegate-outside-unit', { name: to.personName }, { field: 'toPostId' })
}

function beyond(end: PlainDate | null, last: PlainDate, what: string): Refusal | undefined {
  if (end === null || last <= end) return undefined
  return refusal('delegation-beyond', { what, day: formatDate(end) }, { field: 'to' })
}

function before(starts: readonly PlainDate[], first: PlainDate): Refusal | undefined {
  const latest = [...starts].sort().at(-1)
  if (latest === undefined || first >= latest) return undefined
  return refusal('day-before-start', { day: formatDate(first), start: formatDate(latest) }, { field: 'from' })
}
