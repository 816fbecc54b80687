import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, eightOn, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { addGrant } from '../../accounts/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import type { Result } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { addAbsence, changeAbsence, removeAbsence } from './absences.ts'
import { addPost, type NewPost } from './add-post.ts'
import { changePost } from './change-post.ts'
import { createPerson } from './create-person.ts'
import { endPost } from './end-post.ts'
import { listPeople, type PeopleFilter } from './list-people.ts'
import { readPerson } from './read-person.ts'
import { transferPerson } from './transfer-person.ts'

let opened: OpenedWorld
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  const { accounts, units } = opened.world
  const branch = { id: newId(), postId: accounts.binh.postId, role: 'administrator' as const, unitId: units.phongB }
  await must(write('quan', addGrant, { ...branch, from: '2022-07-12', to: null }))
})
afterAll(() => opened.close())

type UseCase<I, O> = (tx: Tx, input: I) => Promise<Result<O>>
const write = <I, O>(by: Name, act: UseCase<I, O>, input: I) =>
  opened.work.write(opened.world.as(by), (tx) => act(tx, input))
const read = <I, O>(by: Name, act: UseCase<I, O>, input: I) =>
  opened.work.read(opened.world.as(by), (tx) => act(tx, input))

/** A person of Phòng A, with his post's id. */
async function newPerson(name = `Người ${newId()}`) {
  const post = { id: newId(), unitId: opened.world.units.phongA, title: 'Chuyên viên', from: '2022-07-12' }
  const input = { id: newId(), name, email: null, post, doubtsSeen: true }
  await must(write('quan', createPerson, input))
  return { id: input.id, postId: post.id }
}
const found = async (by: Name, filter: Omit<PeopleFilter, 'page'>) =>
  (await must(read(by, listPeople, { ...filter, page: 1 }))).people.map((one) => one.id)

describe('posts', () => {
  const add = (by: Name, input: NewPost) => write(by, addPost, input)

  it('that overlap are refused, unless one stands beside the other, and say what to do', async () => {
    const { id } = await newPerson('Ngô Văn Chồng')
    const post = { personId: id, id: newId(), unitId: opened.world.units.phongB, title: 'Kế toán', from: '2022-08-01' }
    expect(await add('quan', post)).toMatchObject({
      refusal: { code: 'post-overlaps', values: { post: 'Chuyên viên', unit: 'Phòng A', span: 'từ 12/07/2022' } },
    })
    const beside = {
      ...post,
      kind: 'concurrent' as const,
      leaderLevel: 'deputy' as const,
      basis: 'Quyết định số 15/QĐ-SNV',
    }
    expect((await must(add('quan', beside))).post).toMatchObject({ kind: 'concurrent', leaderLevel: 'deputy' })
    expect(codeOf(await add('quan', { ...beside, id: newId() }))).toBe('post-twice')
    expect(await found('quan', { leader: 'deputy' })).toEqual([])
    opened.clock.move(eightOn('2022-08-01'))
    expect(await found('quan', { leader: 'deputy' })).toEqual([id])
    opened.clock.move(eightOn('2022-07-12'))
  })

  it('given at once by two are one', async () => {
    const person = await newPerson()
    await must(write('quan', endPost, { id: person.postId, lastDay: '2022-07-20' }))
    const post = (unitId: string) => ({
      personId: person.id,
      id: newId(),
      unitId,
      title: 'Kế toán',
      from: '2022-08-01',
    })
    const both = await Promise.all([
      add('quan', post(opened.world.units.phongA)),
      add('quan', post(opened.world.units.phongB)),
    ])
    expect(both.map(codeOf).sort()).toEqual(['ok', 'post-overlaps'])
  })

  it('that an administrator does not see bar a second regular one all the same, without telling which', async () => {
    const { units } = opened.world
    const { id } = await newPerson()
    const team = {
      personId: id,
      id: newId(),
      unitId: units.phongB,
      title: 'Kiêm nhiệm',
      from: '2022-07-12',
      kind: 'concurrent' as const,
    }
    await must(add('quan', team))
    expect(await add('binh', { ...team, id: newId(), kind: 'regular', title: 'Tổ trưởng' })).toMatchObject({
      refusal: { code: 'post-overlaps', values: { post: 'vị trí khác', unit: 'đơn vị khác' } },
    })
  })

  it('move in one act to another unit, by a document', async () => {
    const { id, postId } = await newPerson('Trịnh Văn Chuyển')
    const post = {
      id: newId(),
      unitId: opened.world.units.phongB,
      title: 'Chuyên viên',
      from: '2022-08-01',
      basis: 'Quyết định số 9/QĐ-SNV ngày 25/07/2022',
    }
    for (const by of ['lan', 'minh'] as const) {
      expect(codeOf(await write(by, transferPerson, { postId, post })), by).toBe('not-yours-to-do')
    }
    expect(codeOf(await write('quan', transferPerson, { postId, post: { ...post, from: '2022-07-12' } }))).toBe(
      'day-before-start',
    )
    expect(codeOf(await write('quan', transferPerson, { postId, post: { ...post, to: '2022-07-31' } }))).toBe(
      'day-before-start',
    )
    await must(write('quan', transferPerson, { postId, post }))
    expect(codeOf(await write('quan', transferPerson, { postId, post }))).toBe('ok')
    const { posts } = await must(read('quan', readPerson, { id }))
    expect(posts.map(({ unitName, from, to }) => [unitName, from, to])).toEqual([
      ['Phòng B', '2022-08-01', null],
      ['Phòng A', '2022-07-12', '2022-07-31'],
    ])
    expect((await recordedOf(opened.work, id)).at(-1)).toBe(
      'chuyển Trịnh Văn Chuyển từ Chuyên viên, Phòng A sang Chuyên viên, Phòng B từ 01/08/2022 theo Quyết định số 9/QĐ-SNV ngày 25/07/2022',
    )
  })

  it('have ends that move while they are ahead; what is past stays', async () => {
    const { id, postId } = await newPerson()
    const end = (lastDay: string) => write('quan', endPost, { id: postId, lastDay })
    await must(end('2022-09-30'))
    expect((await must(end('2022-08-31'))).post.to).toBe('2022-08-31')
    expect((await must(end('2022-10-31'))).post.to).toBe('2022-10-31')
    const next = { personId: id, id: newId(), unitId: opened.world.units.phongB, title: 'Kế toán', from: '2022-11-01' }
    await must(add('quan', next))
    expect(await end('2022-11-30')).toMatchObject({ refusal: { code: 'post-overlaps', field: 'lastDay' } })
    opened.clock.move(eightOn('2022-11-05'))
    expect(codeOf(await end('2022-12-31'))).toBe('post-ended')
    opened.clock.move(eightOn('2022-07-12'))
    expect(await recordedOf(opened.work, id)).toContainEqual(
      expect.stringContaining('đổi ngày cuối vị trí Chuyên viên'),
    )
  })

  it('are corrected in what they say, of two at once the first one’s', async () => {
    const { id, postId } = await newPerson()
    const traits = {
      kind: 'regular',
      leaderLevel: null,
      recipientClass: 'direct-worker',
      directWorker: true,
      partyManaged: false,
      basis: null,
    } as const
    const input = { id: postId, version: 1, title: 'Chuyên viên chính', from: '2022-07-12', ...traits }
    const both = await Promise.all([
      write('quan', changePost, input),
      write('quan', changePost, { ...input, title: 'Chuyên viên cao cấp' }),
    ])
    expect(both.map(codeOf).sort()).toEqual(['changed-meanwhile', 'ok'])
    expect(await found('quan', { recipientClass: 'direct-worker' })).toEqual([id])
    expect(codeOf(await write('quan', changePost, { ...input, version: 2, from: '2022-07-11' }))).toBe(
      'day-before-start',
    )
  })
})

describe('absences', () => {
  it('are written by the officer, seen by those who keep the file, and told in the record without their kind', async () => {
    const { id } = await newPerson('Lê Thị Nghỉ')
    const input = {
      personId: id,
      id: newId(),
      kind: 'maternity' as const,
      from: '2022-01-01',
      to: '2022-06-30',
      basis: null,
      note: 'sinh con',
    }
    for (const by of ['minh', 'mai'] as const)
      expect(codeOf(await write(by, addAbsence, input)), by).toBe('not-yours-to-do')
    expect(codeOf(await write('lan', addAbsence, input))).toBe('ok')
    expect(codeOf(await write('lan', addAbsence, input))).toBe('ok')
    expect(codeOf(await write('lan', addAbsence, { ...input, id: newId(), from: '2022-06-30', to: null }))).toBe(
      'absence-overlaps',
    )
    const both = await Promise.all(
      ['2022-07-05', '2022-07-06'].map((to) => write('lan', changeAbsence, { ...input, to, version: 1 })),
    )
    expect(both.map(codeOf).sort()).toEqual(['changed-meanwhile', 'ok'])
    for (const by of ['quan', 'hoa', 'minh', 'son'] as const) {
      expect((await must(read(by, readPerson, { id }))).absences, by).toMatchObject([
        { kind: 'maternity', aYear: false },
      ])
    }
    expect((await must(read('mai', readPerson, { id }))).absences).toBeNull()
    expect(codeOf(await write('lan', removeAbsence, { personId: id, id: input.id, reason: 'Ghi nhầm người' }))).toBe(
      'ok',
    )
    expect(codeOf(await write('lan', removeAbsence, { personId: id, id: input.id, reason: 'x' }))).toBe('not-found')
    const said = await recordedOf(opened.work, id)
    expect(said.slice(1).map((one) => one.replace(/0[56]\/07/, '..'))).toEqual([
      'ghi thời gian vắng mặt của Lê Thị Nghỉ, 01/01/2022 – 30/06/2022',
      'sửa thời gian vắng mặt của Lê Thị Nghỉ, 01/01/2022 – ../2022',
      'bỏ thời gian vắng mặt của Lê Thị Nghỉ, 01/01/2022 – ../2022: Ghi nhầm người',
    ])
  })
})
