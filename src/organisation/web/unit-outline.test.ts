import { expect, test } from 'vitest'
import { nextOrderNo, unitBranches, unitOptions } from './unit-outline.ts'

const office = { id: 'so', name: 'Sở Nội vụ', parentId: null, orderNo: 1 }
const staff = { id: 'vp', name: 'Văn phòng Sở', parentId: 'so', orderNo: 1 }
const centre = { id: 'tt', name: 'Trung tâm Lưu trữ lịch sử', parentId: 'so', orderNo: 7 }
const team = { id: 'to', name: 'Tổ Bảo quản', parentId: 'tt', orderNo: 1 }
const units = [office, staff, centre, team]

test('a choice of units shows who stands under whom', () => {
  expect(unitOptions(units).map((option) => option.label)).toEqual([
    'Sở Nội vụ',
    '\u2003Văn phòng Sở',
    '\u2003Trung tâm Lưu trữ lịch sử',
    '\u2003\u2003Tổ Bảo quản',
  ])
})

test('a unit whose parent is not among those shown is not lost', () => {
  expect(unitBranches([team]).map(({ unit }) => unit.id)).toEqual(['to'])
})

test('a new unit comes behind the last one under the same parent', () => {
  expect(nextOrderNo(units, 'so')).toBe(8)
  expect(nextOrderNo(units, 'vp')).toBe(1)
})
