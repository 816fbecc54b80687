import { deadlineWords } from '../../../kernel/deadline.ts'
import { parsePlainDate } from '../../../kernel/plain-date.ts'
import type { FactShape } from '../../../mechanisms/documents/contract.ts'
import type { FactKind } from '../../../mechanisms/documents/fact-values.ts'
import type { CampaignHead } from '../../contract.ts'

/** The two parts of the page, as they stand in the address. */
export type Step = 'du-kien' | 'gui-den'

/** In which part of the page a missing thing is filled in. */
export function stepOfMissing(field: string): Step {
  return ['units', 'receiptDue', 'disseminateDue', 'door'].includes(field) ? 'gui-den' : 'du-kien'
}

/** A task whose days are asked for: where on the page it is planned. */
export function isOfTask(field: string): boolean {
  return field.startsWith('task:')
}

/** Facts that a person should compare with the paper, in the order of the paper; those without a place come last. */
export function nextToLookAt(
  doubtful: readonly FactShape[],
  numberOf: (factId: string) => number | undefined,
  active: string | undefined,
): FactShape | undefined {
  const order = (fact: { id: string }) => numberOf(fact.id) ?? Number.MAX_SAFE_INTEGER
  const sorted = [...doubtful].sort((a, b) => order(a) - order(b))
  const at = sorted.findIndex((fact) => fact.id === active)
  if (at !== -1) return sorted[(at + 1) % sorted.length]
  const from = active === undefined ? undefined : numberOf(active)
  return sorted.find((fact) => from !== undefined && order(fact) > from) ?? sorted[0]
}

/** Tasks by the body that the paper names, in the order of the paper. */
export function byAssignee(tasks: readonly FactShape[]): { assignee: string; tasks: FactShape[] }[] {
  const groups = new Map<string, FactShape[]>()
  for (const task of tasks) {
    const assignee = typeof task.value.assignee === 'string' ? task.value.assignee.trim() : ''
    const group = groups.get(assignee)
    if (group) group.push(task)
    else groups.set(assignee, [task])
  }
  return [...groups].map(([assignee, own]) => ({ assignee, tasks: own }))
}

/** The last day of a period's review, when the paper says «trước ngày»: «Trước ngày 15/07/2022 (hết ngày 14/07)». */
export function reviewDueWords(value: FactShape['value']): string | undefined {
  const day = typeof value.reviewDeadline === 'string' ? parsePlainDate(value.reviewDeadline) : undefined
  return day === undefined || value.relation !== 'before' ? undefined : deadlineWords({ day, relation: 'before' })
}

/** What the agreement of the authority is called, and what follows from it. */
export function agreeWords(campaign: Pick<CampaignHead, 'door'>): { agree: string; onPaper: string; follows: string } {
  return campaign.door === 'issued'
    ? {
        agree: 'Đồng ý và phát động',
        onPaper: 'Ghi ý kiến đồng ý và phát động',
        follows: 'Văn bản đã ban hành: đồng ý là phát động ngay',
      }
    : {
        agree: 'Đồng ý',
        onPaper: 'Ghi ý kiến đồng ý',
        follows: 'Dự thảo: sau khi đồng ý, bộ phận thường trực nhập số, ngày, tệp đã ký rồi phát động',
      }
}

/** Kinds that can be made of text chosen in the paper, the most frequent first. */
export const KINDS_FROM_TEXT: readonly FactKind[] = [
  'task',
  'target',
  'deadline',
  'period',
  'commemoration',
  'movement',
  'legalBasis',
  'recipient',
  'number',
  'date',
  'issuer',
  'place',
  'subject',
  'theme',
  'signer',
]

/** The symbol as the draft has it, «/KH-SNV»: the clerk's number goes before it. */
export function numberToStartFrom(facts: readonly FactShape[]): string {
  const fact = facts.find((one) => one.kind === 'number' && one.state !== 'removed')
  return typeof fact?.value.text === 'string' ? fact.value.text.trim() : ''
}
