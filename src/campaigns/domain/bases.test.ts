import { expect, it } from 'vitest'
import { basesOf } from './bases.ts'

const TEXT =
  'Thực hiện Chỉ thị số 41-CT-TU ngày 09/9/2014 của Tỉnh ủy về tăng cường lãnh đạo; Luật Thi đua, khen thưởng; ' +
  'Chỉ thị số 02/CT-UBND ngày 19/01/2022 của Ủy ban nhân dân tỉnh về việc phát động phong trào thi đua năm 2022; Sở xây dựng'

const cited = (value: Record<string, string | null>, until?: string) => ({
  id: String(value.number),
  kind: 'legalBasis',
  parentId: null,
  state: 'read',
  value,
  source: until === undefined ? null : { end: TEXT.indexOf(until) + until.length },
})

it('a plan answers a launch above it, known by its symbol or by what the plan says it is about', () => {
  const bases = basesOf(
    [
      cited({ type: 'Chỉ thị', number: '41-CT-TU', date: '2014-09-09', issuer: 'Tỉnh ủy', title: null }, '09/9/2014'),
      cited({ type: 'Luật', number: null, date: null, issuer: null, title: 'Luật Thi đua, khen thưởng' }),
      cited({ type: 'Chỉ thị', number: '02/CT-UBND', date: '2022-01-19', issuer: null, title: null }, '19/01/2022'),
      cited({
        type: 'Văn bản',
        number: '1004/PĐ-UBND',
        date: '2014-09-24',
        issuer: 'Ủy ban nhân dân tỉnh',
        title: null,
      }),
    ],
    TEXT,
  )
  expect(bases.map(({ words, answered }) => [words, answered])).toEqual([
    ['Chỉ thị số 41-CT-TU ngày 09/09/2014 của Tỉnh ủy', false],
    ['Luật Thi đua, khen thưởng', false],
    ['Chỉ thị số 02/CT-UBND ngày 19/01/2022', true],
    ['Văn bản số 1004/PĐ-UBND ngày 24/09/2014 của Ủy ban nhân dân tỉnh', true],
  ])
})

it('a basis that was taken out is none', () => {
  const removed = { ...cited({ type: 'Luật', number: null, date: null, title: 'Luật A' }), state: 'removed' }
  expect(basesOf([removed], '')).toEqual([])
})
