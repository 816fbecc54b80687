import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, must, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { changeUnit } from './change-unit.ts'
import { createUnit, type NewUnit } from './create-unit.ts'
import { endUnit } from './end-unit.ts'
import { readTree, readUnit } from './read-units.ts'

let opened: OpenedWorld
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
})
afterAll(() => opened.close())

const unitNamed = (name: string, more: Partial<NewUnit> = {}): NewUnit => ({
  id: newId(),
  name,
  shortName: null,
  parentId: opened.world.units.root,
  orderNo: 9,
  from: '2022-07-12',
  ...more,
})
const create = (input: NewUnit, by: 'quan' | 'minh' = 'quan') =>
  opened.work.write(opened.world.as(by), (tx) => createUnit(tx, input))
const namesIn = async (day?: string) => {
  const tree = await must(opened.work.read(opened.world.as('mai'), (tx) => readTree(tx, { on: day })))
  return tree.units.map((unit) => unit.name)
}

describe('adding a unit', () => {
  it('puts it in its place in the tree, says so in the record, and everybody signed in sees it', async () => {
    const unit = unitNamed('Phòng  C', { orderNo: 2 })
    const { unit: made } = await must(create(unit))
    expect(made).toMatchObject({ name: 'Phòng C', from: '2022-07-12', to: null, orderNo: 2 })
    expect(await namesIn()).toEqual(['Sở Nội vụ', 'Văn phòng Sở', 'Phòng A', 'Phòng C', 'Phòng B'])
    expect(await recordedOf(opened.work, unit.id)).toEqual(['thêm đơn vị Phòng C từ 12/07/2022'])
  })

  it('is done once when the same form is sent twice, even at the same moment', async () => {
    const unit = unitNamed('Phòng D')
    const [first, second] = await Promise.all([create(unit), create(unit)])
    expect([codeOf(first), codeOf(second)]).toEqual(['ok', 'ok'])
    expect(await must(create(unit))).toEqual(await must(Promise.resolve(first)))
    expect(await recordedOf(opened.work, unit.id)).toHaveLength(1)
    expect(codeOf(await create({ ...unit, name: 'Phòng khác' }))).toBe('id-taken')
  })

  it('gives a name to one of two who want it at the same moment', async () => {
    const codes = (await Promise.all([create(unitNamed('Phòng E')), create(unitNamed('PHÒNG E'))])).map(codeOf)
    expect(codes.toSorted()).toEqual(['ok', 'unit-name-taken'])
    expect(codeOf(await create(unitNamed('Phòng E', { parentId: opened.world.units.phongA })))).toBe('ok')
  })

  it('is refused before the unit above began, below one that ended, below none', async () => {
    expect(codeOf(await create(unitNamed('Phòng F', { from: '2022-07-11' })))).toBe('day-before-parent')
    const over = unitNamed('Phòng G')
    await must(create(over))
    const end = { id: over.id, lastDay: '2022-07-31', reason: 'Sáp nhập' }
    await must(opened.work.write(opened.world.as('quan'), (tx) => endUnit(tx, end)))
    expect(codeOf(await create(unitNamed('Tổ 1', { parentId: over.id })))).toBe('unit-ended')
    expect(codeOf(await create(unitNamed('Tổ 2', { parentId: newId() })))).toBe('not-found')
  })

  it('is an administrator’s: the others are told whose it is', async () => {
    const refused = await create(unitNamed('Phòng H'), 'minh')
    expect(refused).toMatchObject({ refusal: { code: 'not-yours-to-do', values: { who: 'quản trị viên' } } })
  })
})

describe('changing a unit', () => {
  const change = (id: string, name: string, orderNo = 9) =>
    opened.work.write(opened.world.as('quan'), (tx) => changeUnit(tx, { id, name, shortName: 'P.I', orderNo }))

  it('corrects name and order, and records it once', async () => {
    const unit = unitNamed('Phòng Y')
    await must(create(unit))
    expect((await must(change(unit.id, 'Phòng I', 12))).unit).toMatchObject({ name: 'Phòng I', orderNo: 12 })
    await must(change(unit.id, 'Phòng I', 12))
    expect(await recordedOf(opened.work, unit.id)).toEqual(['thêm đơn vị Phòng Y từ 12/07/2022', 'sửa đơn vị Phòng I'])
    expect(codeOf(await change(unit.id, 'Phòng A'))).toBe('unit-name-taken')
  })
})

describe('a unit’s page', () => {
  it('offers its acts to an administrator alone', async () => {
    const { phongA, root } = opened.world.units
    const page = (by: 'quan' | 'minh', id: string) =>
      must(opened.work.read(opened.world.as(by), (tx) => readUnit(tx, { id })))
    expect((await page('quan', phongA)).actions).toMatchObject({ change: { whyNot: null }, create: { whyNot: null } })
    expect((await page('quan', root)).actions.end?.whyNot).toMatch(/cơ quan/)
    expect((await page('minh', phongA)).actions).toEqual({})
  })

  it('names its people as far as the reader’s scope goes, though the tree counts them for all', async () => {
    const { phongB } = opened.world.units
    const seenBy = async (by: 'quan' | 'lan') =>
      (await must(opened.work.read(opened.world.as(by), (tx) => readUnit(tx, { id: phongB })))).posts
    expect((await seenBy('quan')).map((post) => post.personName)).toEqual([
      'Ngô Thanh Bình',
      'Bùi Ngọc Sơn',
      'Hoàng Minh Thu',
    ])
    expect(await seenBy('lan')).toEqual([])
    const tree = await must(opened.work.read(opened.world.as('lan'), (tx) => readTree(tx, {})))
    expect(tree.units.find((unit) => unit.id === phongB)?.people).toBe(3)
  })
})
