import { describe, expect, it } from 'vitest'
import { addDays, plainDate } from '../../kernel/plain-date.ts'
import { heldForEver, inProtocolOrder, nameTaken, overlap } from './units.ts'

const day = plainDate
const nextDay = (date: ReturnType<typeof day>) => addDays(date, 1)
const span = (from: string, to: string | null) => ({ from: day(from), to: to === null ? null : day(to) })

describe('stretches of days', () => {
  it('overlap when they share a single day, and not when one begins the day after the other', () => {
    expect(overlap(span('2022-01-01', '2022-06-30'), span('2022-06-30', null))).toBe(true)
    expect(overlap(span('2022-01-01', '2022-06-30'), span('2022-07-01', null))).toBe(false)
    expect(overlap(span('2022-07-01', null), span('2022-01-01', '2022-06-30'))).toBe(false)
  })
})

describe('the administration of the whole organisation is held for ever', () => {
  const from = day('2022-07-12')

  it('when one of its holders has no end', () => {
    expect(heldForEver([span('2022-01-01', null)], from, nextDay)).toBe(true)
  })

  it('when one follows the other without a day between', () => {
    expect(heldForEver([span('2022-08-01', null), span('2022-01-01', '2022-07-31')], from, nextDay)).toBe(true)
  })

  it('not when a single day is nobody’s', () => {
    expect(heldForEver([span('2022-01-01', '2022-07-31'), span('2022-08-02', null)], from, nextDay)).toBe(false)
  })

  it('not when all have an end, nor when nobody is left', () => {
    expect(heldForEver([span('2022-01-01', '2030-12-31')], from, nextDay)).toBe(false)
    expect(heldForEver([], from, nextDay)).toBe(false)
  })

  it('whatever was over before today', () => {
    const spans = [span('2020-01-01', '2021-12-31'), span('2022-07-12', null)]
    expect(heldForEver(spans, from, nextDay)).toBe(true)
  })
})

describe('a name is taken', () => {
  const siblings = [{ name: 'Phòng Tổ chức, cán bộ', ...span('2020-01-01', '2022-06-30') }]

  it('on the days another unit of the same parent bears it, however the tone mark was typed', () => {
    expect(nameTaken('phòng Tổ chức  cán bộ', span('2022-06-30', null), siblings)).toBe(true)
    expect(
      nameTaken('Phòng hoà giải', span('2022-01-01', null), [{ name: 'Phòng hòa giải', ...span('2020-01-01', null) }]),
    ).toBe(true)
  })

  it('not on the days after that unit ended, nor by another name', () => {
    expect(nameTaken('Phòng Tổ chức, cán bộ', span('2022-07-01', null), siblings)).toBe(false)
    expect(nameTaken('Phòng Tổ chức, căn bộ', span('2022-01-01', null), siblings)).toBe(false)
  })
})

describe('protocol order', () => {
  const unit = (id: string, parentId: string | null, orderNo: number, name: string) => ({ id, parentId, orderNo, name })

  it('lists each unit before those below it, brothers by number, then by name as Vietnamese sorts', () => {
    const units = [
      unit('d', 'root', 2, 'Đoàn kiểm tra'),
      unit('a1', 'a', 1, 'Tổ 1'),
      unit('b', 'root', 2, 'Ban Tôn giáo'),
      unit('a', 'root', 1, 'Văn phòng'),
      unit('c', 'root', 2, 'Dân vận'),
      unit('root', null, 0, 'Sở Nội vụ'),
    ]
    expect(inProtocolOrder(units).map((one) => one.id)).toEqual(['root', 'a', 'a1', 'b', 'c', 'd'])
  })

  it('keeps a unit whose parent is not among them', () => {
    expect(inProtocolOrder([unit('a1', 'a', 1, 'Tổ 1')]).map((one) => one.id)).toEqual(['a1'])
  })
})
