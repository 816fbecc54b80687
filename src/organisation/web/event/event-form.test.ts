import { expect, test } from 'vitest'
import { UNDESCRIBED } from '../../domain/unit-description.ts'
import { checkEvent, emptyEvent, eventInput, placedInOrder } from './event-form.ts'

const ASKED = {
  ...UNDESCRIBED,
  id: 'a',
  name: 'Xã A',
  shortName: null,
  parentId: 'root',
  orderNo: 4,
  kind: 'commune' as const,
}
const NOTHING = { posts: [], obligations: [], parents: [] }
const merger = () => {
  const typed = emptyEvent('merged', '2025-07-01', ASKED)
  return { ...typed, unitIds: new Set(['a', 'b']), made: typed.made.map((unit) => ({ ...unit, name: 'Xã mới' })) }
}

test('a merger asks for two units and the name of the new one', () => {
  const typed = emptyEvent('merged', '2025-07-01', ASKED)
  expect(checkEvent(typed)).toEqual({ unitIds: 'Chọn ít nhất 2 đơn vị', made0: 'Nhập tên đơn vị mới' })
  expect(checkEvent(merger())).toEqual({})
  expect(eventInput(merger(), 'id', NOTHING).change).toMatchObject({
    kind: 'merged',
    unitIds: ['a', 'b'],
    into: { unit: { name: 'Xã mới' } },
  })
})

test('into a unit that goes on one is enough, and the unit is asked for', () => {
  const typed = { ...merger(), into: 'existing' as const, unitIds: new Set(['a']) }
  expect(checkEvent(typed)).toEqual({ intoUnitId: 'Chọn đơn vị nhận sáp nhập' })
})

test('the paper may be left out, and is told whole once it is begun', () => {
  expect(eventInput(merger(), 'id', NOTHING).document).toBeNull()
  expect(Object.keys(checkEvent({ ...merger(), docNumber: '12/NQ-HĐND' }))).toEqual(['docIssuedOn', 'docIssuer'])
})

test('a split without what goes on makes two units, with it one', () => {
  const split = emptyEvent('split', '2025-07-01', ASKED)
  expect(Object.keys(checkEvent(split))).toEqual(['made0', 'made1'])
  expect(Object.keys(checkEvent({ ...split, stays: true, made: split.made.slice(0, 1) }))).toEqual(['made0'])
})

test('what comes of a unit is of its kind, under the same unit, in the place of the first', () => {
  const units = [
    { id: 'b', parentId: 'root', orderNo: 2, name: 'b' },
    { id: 'a', parentId: 'root', orderNo: 4, name: 'a' },
    { id: 'c', parentId: 'root', orderNo: 9, name: 'c' },
  ]
  const { change } = eventInput(placedInOrder(merger(), units), 'id', NOTHING)
  expect(change).toMatchObject({ into: { unit: { kind: 'commune', parentId: 'root', orderNo: 2 } } })
  const split = placedInOrder(emptyEvent('split', '2025-07-01', ASKED), units)
  expect(split.made.map((unit) => unit.orderNo)).toEqual(['10', '10'])
})
