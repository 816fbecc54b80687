import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { readTree } from './read-units.ts'

describe('adding a unit', () => {
  let opened: OpenedWorld
  beforeAll(async () => {
    opened = await openWorld()
  })
  afterAll(() => opened.close())

  it('puts it in its place in the tree', async () => {
    const { work, world } = opened
    const tree = await must(work.read(world.as('mai'), (tx) => readTree(tx, {})))
    expect(tree.units.map((unit) => unit.name)).toEqual(['Sở Nội vụ', 'Văn phòng Sở', 'Phòng A', 'Phòng B'])
  })
})
