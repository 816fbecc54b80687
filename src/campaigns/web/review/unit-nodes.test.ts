import { describe, expect, it } from 'vitest'
import { unitNodes } from './unit-nodes.ts'

const unit = (id: string, parentId: string | null, orderNo = 0) => ({ id, name: id, parentId, orderNo, people: 0 })

describe('the tree of units to send to', () => {
  it('keeps protocol order, and bars the organisation itself', () => {
    const [root] = unitNodes([unit('Sở', null), unit('Phòng B', 'Sở', 2), unit('Phòng A', 'Sở', 1)])
    expect(root?.barred).toBe('Cơ quan phát động')
    expect(root?.children?.map((child) => [child.id, child.barred])).toEqual([
      ['Phòng A', undefined],
      ['Phòng B', undefined],
    ])
  })

  it('lets the organisation be chosen where it has no units, and loses no unit whose parent is not seen', () => {
    expect(unitNodes([unit('Sở', null)])[0]?.barred).toBeUndefined()
    expect(unitNodes([unit('Phòng A', 'không thấy')]).map((node) => node.id)).toEqual(['Phòng A'])
  })
})
