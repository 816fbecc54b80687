import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { changeCluster, endCluster } from './change-cluster.ts'
import { createCluster } from './create-cluster.ts'
import { listClusters, readCluster } from './read-clusters.ts'
import { setHead } from './set-head.ts'
import { setMembers } from './set-members.ts'

let opened: OpenedWorld
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
})
afterAll(() => opened.close())

const cluster = (name: string, unitIds: string[], more: object = {}) => ({
  id: newId(),
  kind: 'cum' as const,
  name,
  level: 'co-so' as const,
  unitId: opened.world.units.root,
  from: '2022-07-12',
  basis: null,
  unitIds,
  alsoElsewhere: null,
  ...more,
})
const create = (
  input: Omit<ReturnType<typeof cluster>, 'alsoElsewhere'> & { alsoElsewhere: string | null },
  by: Name = 'hoa',
) => opened.work.write(opened.world.as(by), (tx) => createCluster(tx, input))
const members = (id: string, version: number, from: string, unitIds: string[], alsoElsewhere: string | null = null) =>
  opened.work.write(opened.world.as('hoa'), (tx) => setMembers(tx, { id, version, from, unitIds, alsoElsewhere }))
const head = (id: string, year: number, headUnitId: string, viceUnitId: string | null = null) =>
  opened.work.write(opened.world.as('hoa'), (tx) => setHead(tx, { id, year, headUnitId, viceUnitId, basis: null }))
const page = (id: string) => must(opened.work.read(opened.world.as('mai'), (tx) => readCluster(tx, { id })))

describe('a cluster', () => {
  it('is made by the standing office with its units, led by one of them each year, and everybody reads it', async () => {
    const { phongA, phongB, vanPhong } = opened.world.units
    const input = cluster('Cụm thi đua số 1', [phongA, phongB])
    expect(codeOf(await create(input, 'minh'))).toBe('not-yours-to-do')
    await must(create(input))
    expect(codeOf(await create(input))).toBe('ok')
    expect(codeOf(await create({ ...input, name: 'Tên khác' }))).toBe('id-taken')
    expect(codeOf(await head(input.id, 2022, vanPhong))).toBe('not-in-cluster')
    expect(codeOf(await head(input.id, 2021, phongA))).toBe('not-in-cluster')
    expect(codeOf(await head(input.id, 2022, phongA, phongA))).toBe('cluster-head-twice')
    await must(head(input.id, 2022, phongA, phongB))
    await must(head(input.id, 2023, phongB))
    const { clusters } = await must(opened.work.read(opened.world.as('mai'), (tx) => listClusters(tx, {})))
    expect(clusters).toMatchObject([
      { name: 'Cụm thi đua số 1', members: 2, head: { headName: 'Phòng A', viceName: 'Phòng B' } },
    ])
    expect((await page(input.id)).heads.map((one) => [one.year, one.headName])).toEqual([
      [2023, 'Phòng B'],
      [2022, 'Phòng A'],
    ])
    expect(await recordedOf(opened.work, input.id)).toEqual([
      'lập Cụm thi đua số 1 từ 12/07/2022',
      'ghi Phòng A đứng đầu Cụm thi đua số 1 năm 2022, cấp phó Phòng B',
      'ghi Phòng B đứng đầu Cụm thi đua số 1 năm 2023, chưa có cấp phó',
    ])
    await must(
      opened.work.write(opened.world.as('hoa'), (tx) => endCluster(tx, { id: input.id, lastDay: '2022-07-12' })),
    )
  })

  it('has a unit that is in no other of its level, unless a reason is given', async () => {
    const { phongA, phongB, vanPhong } = opened.world.units
    const first = cluster('Khối một', [phongA], { from: '2022-07-13' })
    await must(create(first))
    const second = cluster('Khối hai', [phongA, vanPhong], { from: '2022-07-13' })
    expect(await create(second)).toMatchObject({
      refusal: { code: 'cluster-member-elsewhere', values: { unit: 'Phòng A', cluster: 'Khối một' } },
    })
    await must(create({ ...second, alsoElsewhere: 'Thí điểm hai khối' }))
    const shown = (await page(second.id)).members
    expect(shown.map((one) => [one.name, one.alsoElsewhere])).toEqual([
      ['Phòng A', 'Thí điểm hai khối'],
      ['Văn phòng Sở', null],
    ])
    // Another level is another matter.
    await must(create(cluster('Cụm cấp tỉnh', [phongA], { level: 'tinh' })))

    const codes = (
      await Promise.all([
        members(first.id, 1, '2022-08-01', [phongB]),
        members(first.id, 1, '2022-08-01', [phongA, phongB]),
      ])
    ).map(codeOf)
    expect(codes.toSorted()).toEqual(['changed-meanwhile', 'ok'])
    expect(codeOf(await members(first.id, 2, '2022-07-01', [phongB]))).toBe('day-before-start')
    expect(codeOf(await members(first.id, 2, '2022-09-01', [newId()]))).toBe('not-found')
  })

  it('is renamed once, and over after its last day', async () => {
    const made = cluster('Cụm ngắn', [], { from: '2022-07-12' })
    await must(create(made))
    const rename = (version: number) =>
      opened.work.write(opened.world.as('hoa'), (tx) =>
        changeCluster(tx, { id: made.id, version, name: 'Cụm đổi tên', basis: 'QĐ 1' }),
      )
    await must(rename(1))
    expect(codeOf(await rename(1))).toBe('changed-meanwhile')
    const end = (lastDay: string) =>
      opened.work.write(opened.world.as('hoa'), (tx) => endCluster(tx, { id: made.id, lastDay }))
    expect(codeOf(await end('2022-07-01'))).toBe('day-before-start')
    await must(end('2022-07-20'))
    expect(codeOf(await end('2022-07-20'))).toBe('ok')
    expect(codeOf(await end('2022-07-25'))).toBe('cluster-ended')
    expect(codeOf(await members(made.id, 3, '2022-07-15', []))).toBe('cluster-ended')
  })
})
