import type { MyWork } from './api.ts'

/** Days left under which what I owe comes before what waits for me. */
const SOON = 7

/**
 * The one row whose button is filled: what I owe and is late or due within a week, then what waits for me, then what I owe
 * later, then the first unit to remind. Gives the row's id; `undefined` when there is nothing to do.
 */
export function mostUrgent(work: Pick<MyWork, 'owed' | 'waiting' | 'lateBelow' | 'today'>): string | undefined {
  const owed = work.owed[0]
  if (owed !== undefined && owed.daysLeft <= SOON) return owed.id
  const first = work.waiting[0] ?? owed
  if (first !== undefined) return first.id
  return work.lateBelow.find((one) => one.actions.remind && one.reminders.byHandOn !== work.today)?.id
}

/** «Còn 3 việc phải làm, 1 quá hạn; 2 việc chờ xử lý»: the state of the day in one sentence. */
export function workWords(work: Pick<MyWork, 'owed' | 'waiting' | 'lateBelow'>): string {
  const late = work.owed.filter((one) => one.daysLeft < 0).length
  const parts = [
    work.owed.length > 0 && `${work.owed.length} việc phải làm${late > 0 ? `, ${late} quá hạn` : ''}`,
    work.waiting.length > 0 && `${work.waiting.length} việc chờ xử lý`,
    work.lateBelow.length > 0 && `${work.lateBelow.length} việc quá hạn ở các đơn vị`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? 'Không có việc nào đang chờ.' : `${parts.join('; ')}.`
}
