import { formatDate, type PlainDate, parsePlainDate } from '../../../kernel/plain-date.ts'
import type { Missing } from './kinds.ts'

/** What a unit says of a task it has done. */
export type CompletionContent = {
  kind: 'completion'
  done: string
  doneOn: string | null
  note: string
}

export const EMPTY_COMPLETION: CompletionContent = { kind: 'completion', done: '', doneOn: null, note: '' }

/** What is missing or cannot be: what was done, a day that has come, and the proof where the task asks for it. */
export function missingInCompletion(
  content: CompletionContent,
  context: { files: number; today: PlainDate; needsProof: boolean },
): Missing[] {
  return [
    ...(content.done.trim() === '' ? [{ what: 'việc đã làm', field: 'content.done' }] : []),
    ...missingDay(content.doneOn, context.today),
    ...(context.needsProof && context.files === 0 ? [{ what: 'tệp minh chứng', field: 'fileIds' }] : []),
  ]
}

function missingDay(text: string | null, today: PlainDate): Missing[] {
  const field = 'content.doneOn'
  const doneOn = text === null ? undefined : parsePlainDate(text)
  if (doneOn === undefined) return [{ what: 'ngày làm xong', field }]
  return doneOn > today ? [{ what: `ngày làm xong chưa tới (${formatDate(doneOn)})`, field }] : []
}
