import { expect, it } from 'vitest'
import { noteUnits } from './note-units.ts'

const unit = (id: string, parentId: string | null) => ({ id, name: `Đơn vị ${id}`, parentId, orderNo: 1 })
const TREE = [unit('sở', null), unit('a', 'sở'), unit('a1', 'a'), unit('b', 'sở')]
const own = [{ id: 'a', name: 'Đơn vị a' }]

it('whoever keeps a unit notes for it and everything below it, his own units first and once', () => {
  expect(noteUnits(own, ['a'], TREE).map((option) => option.value)).toEqual(['a', 'a1'])
  expect(noteUnits(own, ['sở'], TREE).map((option) => option.value)).toEqual(['a', 'sở', 'a1', 'b'])
})

it('whoever keeps none notes for his own alone', () => {
  expect(noteUnits(own, [], TREE)).toEqual([{ value: 'a', label: 'Đơn vị a' }])
})
