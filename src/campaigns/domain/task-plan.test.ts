import { describe, expect, it } from 'vitest'
import { plainDate } from '../../kernel/plain-date.ts'
import type { PlanFact } from './plan.ts'
import { problemOf, proposedFor, taskTitle } from './task-plan.ts'
import { taskPlanWords } from './task-plan-words.ts'

let count = 0
const fact = (kind: string, value: PlanFact['value']): PlanFact => {
  count += 1
  return { id: `f${count}`, kind, parentId: null, state: 'read', value }
}
const task = (text: string, more: PlanFact['value'] = {}) =>
  fact('task', { assignee: null, text, deadline: null, ...more })
const end = plainDate('2024-12-31')

describe('what is proposed for a task of the plan', () => {
  it('becomes a report with proof by the plan’s own day, when the words say so', () => {
    const words = 'báo cáo kết quả thực hiện kèm theo tài liệu kiểm chứng gửi về Sở'
    const proposed = proposedFor(task(words, { deadline: '2024-11-20', relation: 'before' }), [], null)
    expect(proposed).toEqual({
      becomes: 'report',
      due: { day: '2024-11-20', relation: 'before' },
      dueFrom: 'task',
      recurrence: 'once',
      dayRule: 'as-written',
      needsProof: true,
    })
    expect(taskPlanWords(proposed)).toBe('báo cáo, trước ngày 20/11/2024 (hết ngày 19/11), kèm minh chứng')
  })

  it('takes the day of a deadline of the plan that speaks of the same', () => {
    const what = fact('deadline', {
      what: 'báo cáo kết quả thực hiện',
      date: '2024-11-20',
      relation: 'by',
      recipient: 'Sở',
    })
    const proposed = proposedFor(task('Báo cáo kết quả thực hiện về Sở'), [what], end)
    expect(proposed).toMatchObject({ due: { day: '2024-11-20', relation: 'by' }, dueFrom: 'deadline' })
    expect(proposedFor(task('Tổ chức hội thao'), [what], end).dueFrom).toBe('campaign-end')
  })

  it('is due at the campaign’s end when the plan names no day, and asked for when there is no end either', () => {
    expect(proposedFor(task('theo dõi, đôn đốc'), [], end)).toMatchObject({
      due: { day: end },
      dueFrom: 'campaign-end',
    })
    expect(proposedFor(task('theo dõi, đôn đốc'), [], null)).toMatchObject({
      becomes: 'task',
      due: null,
      dueFrom: null,
    })
  })

  it('recurs only when the words say how often, and then its first day is asked for', () => {
    expect(proposedFor(task('Hằng tháng báo cáo tiến độ'), [], end)).toMatchObject({ recurrence: 'monthly', due: null })
    expect(proposedFor(task('hàng quý sơ kết'), [], end)).toMatchObject({ recurrence: 'quarterly', due: null })
    expect(proposedFor(task('Bình xét sau mỗi đợt'), [], end).recurrence).toBe('once')
    const period = fact('period', { name: 'Đợt một', start: null, end: '2024-06-30' })
    expect(proposedFor(task('Bình xét sau mỗi đợt'), [period], end)).toMatchObject({
      recurrence: 'per-period',
      due: null,
      dueFrom: 'period',
    })
  })

  it('says why its days cannot be counted', () => {
    const plan = proposedFor(task('theo dõi'), [], null)
    expect(problemOf(plan, { turns: 0, ahead: 0, endsOn: null })).toBe('no-day')
    expect(problemOf({ ...plan, becomes: 'none' }, { turns: 0, ahead: 0, endsOn: null })).toBeUndefined()
    const monthly = { ...plan, recurrence: 'monthly' as const, due: { day: end, relation: 'by' as const } }
    expect(problemOf(monthly, { turns: 0, ahead: 0, endsOn: null })).toBe('no-end')
    expect(problemOf(monthly, { turns: 3, ahead: 0, endsOn: end })).toBe('over')
    expect(problemOf({ ...plan, recurrence: 'per-period' }, { turns: 0, ahead: 0, endsOn: end })).toBe('no-periods')
  })
})

it('a title is short, and cut at a word', () => {
  expect(taskTitle('tổ chức triển khai Kế hoạch này.')).toBe('Tổ chức triển khai Kế hoạch này')
  const long = taskTitle(
    'tổ chức triển khai thực hiện Kế hoạch này đến toàn thể công chức, viên chức, người lao động trong đơn vị',
  )
  expect(long.length).toBeLessThanOrEqual(91)
  expect(long).toMatch(/ \S+…$/)
})
