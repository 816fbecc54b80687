import type { SubmissionShape } from '../../../mechanisms/submissions/contract.ts'
import { changesBetweenSendings } from '../../../mechanisms/submissions/domain/parts.ts'

export type LineOutcome = SubmissionShape['sent'][number]['lines'][number]

/** The receiver's word on each line of what lies here, by the line's key. Accepting the whole accepts every line that was sent. */
export function marksOf({ sent }: Pick<SubmissionShape, 'sent'>): ReadonlyMap<string, LineOutcome> {
  const [last] = sent
  const said = new Map((last?.lines ?? []).map((line) => [line.lineKey, line]))
  if (last?.outcome !== 'accepted' || last.content.kind !== 'report') return said
  const whole = {
    outcome: 'accepted' as const,
    reason: null,
    byName: last.outcomeByName ?? '',
    at: last.outcomeAt ?? '',
  }
  return new Map(
    Object.keys(last.content.lines).map((lineKey) => [lineKey, said.get(lineKey) ?? { lineKey, ...whole }]),
  )
}

/** What is new or different in the last sending; nothing in the first. */
export function changedLines({ sent }: Pick<SubmissionShape, 'sent'>): ReadonlySet<string> {
  const [last, before] = sent
  if (!last || !before) return new Set()
  return new Set(changesBetweenSendings(before, last).map((change) => change.key))
}

/** How far the receiver has come: «Đã xem 3/12 dòng, trả lại 1 dòng». */
export function progressWords(keys: readonly string[], marks: ReadonlyMap<string, LineOutcome>): string {
  const seen = keys.filter((key) => marks.has(key)).length
  const returned = returnedCount(keys, marks)
  return [`Đã xem ${seen}/${keys.length} dòng`, ...(returned > 0 ? [`trả lại ${returned} dòng`] : [])].join(', ')
}

export function returnedCount(keys: readonly string[], marks: ReadonlyMap<string, LineOutcome>): number {
  return keys.filter((key) => marks.get(key)?.outcome === 'returned').length
}
