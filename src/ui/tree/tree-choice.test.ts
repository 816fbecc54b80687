import { describe, expect, test } from 'vitest'
import { choosable, filterTree, presence, type TreeNode, toggleBranch, toggleOne } from './tree-choice.ts'

const so: TreeNode = {
  id: 'so',
  name: 'Sở Nội vụ',
  children: [
    { id: 'vp', name: 'Văn phòng' },
    { id: 'ban', name: 'Ban Thi đua', children: [{ id: 'to', name: 'Tổ Nghiệp vụ' }] },
    { id: 'cu', name: 'Phòng cũ', barred: 'Đã kết thúc' },
  ],
}

describe('choosing units in a tree', () => {
  test('all that may be chosen leaves out a unit that has ended', () => {
    expect(choosable([so])).toEqual(['so', 'vp', 'ban', 'to'])
  })

  test('a branch takes those under it along, and is all there without the barred one', () => {
    const chosen = toggleBranch(so, new Set())
    expect([...chosen]).toEqual(['so', 'vp', 'ban', 'to'])
    expect(presence(so, chosen)).toBe('all')
  })

  test('a branch that is partly chosen is completed first, then emptied', () => {
    const some = new Set(['vp'])
    expect(presence(so, some)).toBe('some')
    const all = toggleBranch(so, some)
    expect(toggleBranch(so, all).size).toBe(0)
  })

  test('a unit can stand for itself alone', () => {
    expect([...toggleOne('ban', new Set(['vp']))]).toEqual(['vp', 'ban'])
    expect([...toggleOne('vp', new Set(['vp']))]).toEqual([])
  })

  test('a search keeps the way to what it finds', () => {
    const [found] = filterTree([so], (name) => name.includes('Nghiệp'))
    expect(found?.id).toBe('so')
    expect(found?.children?.map((one) => one.id)).toEqual(['ban'])
  })
})
