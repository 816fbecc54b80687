import { deadlineWords } from '../../kernel/deadline.ts'
import type { DueFrom, PlanProblem, TaskPlan } from './task-plan.ts'

export const BECOMES_WORDS: Readonly<Record<TaskPlan['becomes'], string>> = {
  task: 'Việc phải làm có hạn',
  report: 'Báo cáo',
  none: 'Không giao trên hệ thống',
}

export const RECURRENCE_WORDS: Readonly<Record<TaskPlan['recurrence'], string>> = {
  once: 'Một lần',
  'per-period': 'Mỗi đợt thi đua',
  monthly: 'Hằng tháng',
  quarterly: 'Hằng quý',
}

export const DAY_RULE_WORDS: Readonly<Record<TaskPlan['dayRule'], string>> = {
  'as-written': 'Giữ nguyên ngày',
  'next-working-day': 'Dời đến ngày làm việc kế tiếp',
  'previous-working-day': 'Dời về ngày làm việc trước đó',
}

/** Where a proposed day comes from. */
export const DUE_FROM_WORDS: Readonly<Record<Exclude<DueFrom, null>, string>> = {
  task: 'ghi ở nhiệm vụ',
  deadline: 'ghi ở mốc thời hạn của văn bản',
  period: 'theo ngày tổng kết của từng đợt',
  'campaign-end': 'theo ngày kết thúc phong trào, văn bản không nêu hạn riêng',
}

export const PLAN_PROBLEM_WORDS: Readonly<Record<PlanProblem, string>> = {
  'no-day': 'Chưa có hạn. Đặt hạn, hoặc chọn không giao trên hệ thống',
  'no-end': 'Phong trào chưa có ngày kết thúc. Nhập thời gian ở đợt thi đua, hoặc chọn một lần',
  'no-periods': 'Văn bản chưa có đợt thi đua. Thêm đợt, hoặc chọn một lần',
  over: 'Hạn đã qua. Đặt hạn khác, hoặc chọn không giao trên hệ thống',
}

/** «Báo cáo, hằng tháng, lần đầu chậm nhất ngày 25/03/2024, kèm minh chứng»: on one line, for the record and for lists. */
export function taskPlanWords({ becomes, due, recurrence, needsProof }: TaskPlan): string {
  if (becomes === 'none') return 'không giao trên hệ thống'
  const when = due === null ? undefined : lowered(deadlineWords(due))
  return [
    lowered(BECOMES_WORDS[becomes]),
    recurrence === 'once' ? undefined : lowered(RECURRENCE_WORDS[recurrence]),
    when && recurrence !== 'once' ? `lần đầu ${when}` : when,
    needsProof ? 'kèm minh chứng' : undefined,
  ]
    .filter(Boolean)
    .join(', ')
}

function lowered(words: string): string {
  return words.slice(0, 1).toLocaleLowerCase('vi') + words.slice(1)
}
