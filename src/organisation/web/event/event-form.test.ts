import { expect, test } from 'vitest'
import { checkEvent, emptyEvent, eventInput } from './event-form.ts'

const NOTHING = { posts: [], obligations: [], parents: [] }
const merger = () => {
  const typed = emptyEvent('merged', '2025-07-01', 'a', 'root')
  return { ...typed, unitIds: new Set(['a', 'b']), made: typed.made.map((unit) => ({ ...unit, name: 'Xã mới' })) }
}

test('a merger asks for two units and the name of the new one', () => {
  const typed = emptyEvent('merged', '2025-07-01', 'a', 'root')
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
  const split = emptyEvent('split', '2025-07-01', 'a', 'root')
  expect(Object.keys(checkEvent(split))).toEqual(['made0', 'made1'])
  expect(Object.keys(checkEvent({ ...split, stays: true, made: split.made.slice(0, 1) }))).toEqual(['made0'])
})
