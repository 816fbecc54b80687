import { describe, expect, it } from 'vitest'
import { plainDate } from '../../kernel/plain-date.ts'
import { type PlanFact, periodState, planOf } from './plan.ts'

let count = 0
function fact(kind: string, value: PlanFact['value'], more: Partial<PlanFact> = {}): PlanFact {
  count += 1
  return { id: `f${count}`, kind, parentId: null, state: 'read', value, ...more }
}
const target = (text: string, value: PlanFact['value'] = {}) =>
  planOf([fact('target', { subject: 'collective', text, ...value })]).targets[0]

describe('the periods of a plan', () => {
  const first = fact('period', {
    name: 'Đợt thi đua thứ nhất',
    start: '2022-01',
    end: '2022-06-30',
    reviewDeadline: '2022-07-15',
    relation: 'before',
  })
  const party = fact(
    'commemoration',
    { name: 'Ngày thành lập Đảng', years: 92, date: '2022-02-03' },
    { parentId: first.id },
  )
  const leDuan = fact(
    'commemoration',
    { name: 'Ngày sinh Lê Duẩn', years: 115, date: '--04-07' },
    { parentId: first.id },
  )
  const alone = fact('commemoration', { name: 'ngày hội đơn vị', years: null, date: null })
  const plan = planOf([first, leDuan, party, alone])

  it('keep the printed precision in words and count a month from its first to its last day', () => {
    expect(plan.periods[0]).toMatchObject({
      from: '2022-01-01',
      to: '2022-06-30',
      span: '01/2022 đến 30/06/2022',
      review: 'Tổng kết trước ngày 15/07/2022 (hết ngày 14/07)',
    })
  })

  it('hold their own days in order, a yearly one in the year of its period; the others stand apart', () => {
    expect(plan.periods[0]?.marks.map((mark) => [mark.day, mark.name])).toEqual([
      ['2022-02-03', '92 năm Ngày thành lập Đảng'],
      ['2022-04-07', '115 năm Ngày sinh Lê Duẩn'],
    ])
    expect(plan.otherMarks).toEqual([{ id: alone.id, name: 'Ngày hội đơn vị', day: null }])
  })

  it('say of what the plan left out that it is not known', () => {
    const open = planOf([
      fact('period', { name: 'Cả năm', start: null, end: null, reviewDeadline: null, relation: null }),
    ])
    expect(open.periods[0]).toMatchObject({ span: 'chưa rõ thời gian', review: null, from: null, to: null })
  })

  it('are over from the day after their last', () => {
    const period = { from: plainDate('2022-01-01'), to: plainDate('2022-06-30') }
    expect(periodState(period, plainDate('2022-06-30'))).toBe('running')
    expect(periodState(period, plainDate('2022-07-01'))).toBe('over')
    expect(periodState(period, plainDate('2021-12-31'))).toBe('coming')
  })
})

describe('a target', () => {
  it('shows its figure apart from the words that begin with it', () => {
    expect(target('100% phòng, ban đạt lao động tiên tiến', { value: 100, unit: '%', comparator: '=' })).toMatchObject({
      figure: '100%',
      words: 'phòng, ban đạt lao động tiên tiến',
    })
    expect(target('2 - 3 phòng được tặng bằng khen', { value: 2, max: 3, unit: 'count' })).toMatchObject({
      figure: '2 đến 3',
      words: 'phòng được tặng bằng khen',
    })
    expect(target('Phấn đấu 100% cán bộ hoàn thành tốt', { value: 100, unit: '%' })?.words).toBe(
      'cán bộ hoàn thành tốt',
    )
    expect(target('Trên 95% hồ sơ đúng hạn', { value: 95, unit: '%', comparator: '>' })).toMatchObject({
      figure: 'trên 95%',
      words: 'hồ sơ đúng hạn',
    })
  })

  it('keeps the plan’s words whole when the number at their head is another', () => {
    const whole = '63 tỉnh có 90% xã đạt chuẩn'
    expect(target(whole, { value: 90, unit: '%' })).toMatchObject({ figure: '90%', words: whole })
  })

  it('has no figure when the plan gave none', () => {
    expect(target('Công đoàn hoàn thành xuất sắc nhiệm vụ', { value: null })).toMatchObject({ figure: null })
    expect(target('Có cá nhân được tặng Bằng khen', { value: 1, unit: 'count' })).toMatchObject({ figure: null })
  })

  it('says ranks and other units in words', () => {
    expect(target('Đứng trong nhóm 5 tỉnh đầu', { value: 5, comparator: 'rank<=' })?.figure).toBe('hạng 5 trở lên')
    expect(target('Tổ chức 12 lượt hội thảo', { value: 12, unit: 'lượt' })?.figure).toBe('12 lượt')
    expect(target('Đạt 1.500 lượt', { value: 1500, unit: 'lượt' })?.figure).toBe('1.500 lượt')
    expect(target('Tỷ lệ 8,5%', { value: 8.5, unit: '%' })?.figure).toBe('8,5%')
  })
})

it('passes over what a person has removed', () => {
  expect(planOf([fact('movement', { name: 'Cả nước thi đua' }, { state: 'removed' })]).movements).toEqual([])
})
