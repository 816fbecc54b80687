import { expect, test } from 'vitest'
import { findUnits } from './find-units.ts'
import { unitBranches } from './unit-outline.ts'

const unit = (id: string, name: string, parentId: string | null, kind = 'division') => ({
  id,
  name,
  shortName: null,
  symbol: null,
  kind,
  parentId,
  orderNo: 1,
})
const tree = unitBranches([
  unit('so', 'Sở Nội vụ', null, 'department'),
  unit('tt', 'Trung tâm Lưu trữ lịch sử', 'so', 'public-service'),
  unit('bq', 'Tổ Bảo quản', 'tt', 'team'),
  unit('vp', 'Văn phòng Sở', 'so'),
])

test('a unit is found without accents, with all above it', () => {
  const { branches, found } = findUnits(tree, { q: 'bao quan', kind: '' })
  expect(found).toBe(1)
  expect(
    JSON.stringify(branches.map(({ unit: one, children }) => [one.id, children.map((child) => child.unit.id)])),
  ).toBe('[["so",["tt"]]]')
})

test('a kind narrows, and both together', () => {
  expect(findUnits(tree, { q: '', kind: 'team' }).found).toBe(1)
  expect(findUnits(tree, { q: 'van phong', kind: 'team' })).toEqual({ branches: [], found: 0 })
  expect(findUnits(tree, { q: '', kind: '' }).found).toBe(4)
})
