import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heldOpen, untilItWaits } from '../../../test/newcomers.ts'
import { codeOf, eightOn, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { addGrant, createAccount } from '../../accounts/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { addAbsence } from './absences.ts'
import { changePerson, type PersonChange } from './change-person.ts'
import { createPerson, type NewPerson } from './create-person.ts'
import { endPost } from './end-post.ts'
import { listPeople, type PeopleFilter } from './list-people.ts'
import { mergePeople, previewMerge } from './merge-people.ts'
import { personHistory, readPerson } from './read-person.ts'
import { findByCitizenId, type SensitivePart, showSensitive } from './show-sensitive.ts'

let opened: OpenedWorld
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
})
afterAll(() => opened.close())

const as = (name: Name) => opened.world.as(name)
type UseCase<I, O> = (tx: Tx, input: I) => Promise<Result<O>>
const write = <I, O>(by: Name, act: UseCase<I, O>, input: I) => opened.work.write(as(by), (tx) => act(tx, input))
const read = <I, O>(by: Name, act: UseCase<I, O>, input: I) => opened.work.read(as(by), (tx) => act(tx, input))

/** A person of Phòng A, with his post's id. */
async function newPerson(more: Partial<NewPerson> = {}, unitId = opened.world.units.phongA) {
  const post = { id: newId(), unitId, title: 'Chuyên viên', from: '2022-07-12' }
  const input: NewPerson = { id: newId(), name: `Người ${newId()}`, email: null, post, doubtsSeen: true, ...more }
  await must(write('quan', createPerson, input))
  return { id: input.id, postId: input.post.id, input }
}
const change = (by: Name, id: string, changes: PersonChange['changes'], version = 1) =>
  write(by, changePerson, { id, version, changes, doubtsSeen: false })
const show = (by: Name, id: string, part: SensitivePart = 'personal') => write(by, showSensitive, { id, part })
const found = async (by: Name, filter: Omit<PeopleFilter, 'page'>) =>
  (await must(read(by, listPeople, { ...filter, page: 1 }))).people.map((one) => one.id)

const SENSITIVE = {
  birth: '1990-07-05',
  gender: 'male' as const,
  ethnicity: 'Mường',
  partyJoinedOn: '2015-05-19',
  citizenId: '042090001234',
}

describe('correcting what is kept of a person', () => {
  it('writes each field with its sentence, and of sensitive ones no value', async () => {
    const { id } = await newPerson()
    const number = '042090009999'
    const changed = await change('lan', id, {
      ...SENSITIVE,
      citizenId: number,
      name: ' Hà  Văn Nam',
      staffCode: 'CB-77',
    })
    expect(await must(Promise.resolve(changed))).toMatchObject({ person: { name: 'Hà Văn Nam', version: 2 } })
    const said = await recordedOf(opened.work, id)
    expect(said).toEqual(
      expect.arrayContaining([
        'sửa mã cán bộ của Hà Văn Nam: “chưa có” thành “CB-77”',
        'sửa ngày sinh của Hà Văn Nam',
        'sửa số định danh của Hà Văn Nam',
      ]),
    )
    const { rows } = await must(
      opened.work.read({ kind: 'script', name: 'thử' }, async ({ db }) =>
        ok(await sql<{ all: string }>`select string_agg(r::text, ' ') as all from app.record r`.execute(db)),
      ),
    )
    for (const value of [number, '1990-07-05', '05/07/1990', 'Mường', '2015-05-19'])
      expect(rows[0]?.all).not.toContain(value)
  })

  it('is the officer’s and the administrator’s, of two at once the first one’s, and twice the same is once', async () => {
    const { id } = await newPerson()
    for (const by of ['minh', 'mai', 'hoa', 'son'] as const) {
      expect(codeOf(await change(by, id, { email: 'a@so.example' })), by).toBe('not-yours-to-do')
    }
    expect(codeOf(await change('thu', id, { email: 'a@so.example' }))).toBe('not-found')
    const both = await Promise.all([
      change('lan', id, { email: 'a@so.example' }),
      change('quan', id, { email: 'b@so.example' }),
    ])
    expect(both.map(codeOf).sort()).toEqual(['changed-meanwhile', 'ok'])
    expect(codeOf(await change('lan', id, { email: 'c@so.example' }, 2))).toBe('ok')
    expect(codeOf(await change('lan', id, { email: 'c@so.example' }, 2))).toBe('ok')
    expect((await recordedOf(opened.work, id)).filter((one) => one.includes('c@so.example'))).toHaveLength(1)
  })

  it('refuses what cannot be and asks about what hardly ever is', async () => {
    const { id } = await newPerson({ birth: '1990' })
    expect(codeOf(await change('lan', id, { partyJoinedOn: '1989-01-01' }))).toBe('before-birth')
    expect(codeOf(await change('lan', id, { citizenId: '123' }))).toBe('wrong-citizen-id')
    expect(codeOf(await change('lan', id, { birth: '1990-13' }))).toBe('wrong-birth')
    const doubted = await change('lan', id, { recruitedOn: '2002-01-01' })
    expect(doubted).toMatchObject({ refusal: { code: 'person-doubtful', data: { doubts: [expect.any(String)] } } })
    const input = { id, version: 1, changes: { recruitedOn: '2002-01-01' }, doubtsSeen: true }
    expect(codeOf(await write('lan', changePerson, input))).toBe('ok')
    expect((await recordedOf(opened.work, id)).at(-1)).toMatch(/^xác nhận là đúng cho/)
    // What was doubted and seen once is not asked about again.
    expect(codeOf(await change('lan', id, { email: 'd@so.example' }, 2))).toBe('ok')
  })
})

describe('what is sensitive', () => {
  let id: string
  beforeAll(async () => {
    id = (await newPerson({ ...SENSITIVE, name: 'Lò Văn Kín', staffCode: 'KIN-1' })).id
  })

  it('is shown on request to those who keep the file, each time recorded, and to nobody else', async () => {
    const before = (await recordedOf(opened.work, id)).length
    for (const by of ['quan', 'hoa', 'minh', 'lan', 'son'] as const) {
      const { citizenId: _, ...personal } = SENSITIVE
      expect((await must(show(by, id))).shown, by).toEqual({ ...personal, citizenId: null })
      expect((await must(show(by, id, 'citizen-id'))).shown.citizenId, by).toBe(SENSITIVE.citizenId)
    }
    for (const by of ['mai', 'phuc'] as const) expect(codeOf(await show(by, id)), by).toBe('not-yours-to-do')
    expect(codeOf(await show('thu', id, 'citizen-id'))).toBe('not-found')
    const said = (await recordedOf(opened.work, id)).slice(before)
    expect(said).toHaveLength(10)
    expect(said[0]).toBe('xem ngày sinh, giới tính, dân tộc, ngày vào Đảng của Lò Văn Kín')
    expect(said[1]).toBe('xem số định danh của Lò Văn Kín')
  })

  it('of oneself is shown without a record', async () => {
    const { accounts } = opened.world
    await must(change('quan', accounts.mai.personId, { birth: '1992' }))
    const before = (await recordedOf(opened.work, accounts.mai.personId)).length
    expect((await must(show('mai', accounts.mai.personId))).shown.birth).toBe('1992')
    expect(await recordedOf(opened.work, accounts.mai.personId)).toHaveLength(before)
  })

  it('is found by the exact number, however it is typed, by those who keep the file', async () => {
    const find = async (by: Name, citizenId: string) =>
      (await must(write(by, findByCitizenId, { citizenId }))).person?.id
    expect(await find('lan', '042 090 001 234')).toBe(id)
    expect(await find('lan', '042090001235')).toBeUndefined()
    for (const by of ['mai', 'phuc', 'thu', 'binh'] as const)
      expect(await find(by, SENSITIVE.citizenId), by).toBeUndefined()
    expect((await recordedOf(opened.work, id)).at(-1)).toBe('tìm đúng số định danh và thấy Lò Văn Kín')
    expect(await found('quan', { q: SENSITIVE.citizenId })).toEqual([])
  })

  it('tells of the Party only those whose file one keeps', async () => {
    expect(await found('lan', { party: 'yes' })).toContain(id)
    expect(await found('lan', { party: 'no' })).not.toContain(id)
    expect([...(await found('mai', { party: 'yes' })), ...(await found('mai', { party: 'no' }))]).toEqual([])
    expect(await found('phuc', { party: 'yes' })).toEqual([])
  })

  it('stays out of the page of a person, where colleagues learn not even that a number is kept', async () => {
    const page = await must(read('lan', readPerson, { id }))
    expect(page.person).toMatchObject({ name: 'Lò Văn Kín', staffCode: 'KIN-1', hasCitizenId: true })
    expect(JSON.stringify(page)).not.toMatch(/042090001234|1990-07-05|Mường|2015-05-19/)
    const colleague = await must(read('mai', readPerson, { id }))
    expect(colleague).toMatchObject({ person: { hasCitizenId: null }, absences: null, actions: {} })
    expect(codeOf(await read('mai', personHistory, { id }))).toBe('not-yours-to-see')
    expect((await must(read('lan', personHistory, { id }))).entries.length).toBeGreaterThan(5)
  })
})

describe('a person entered twice', () => {
  const twin = (name: string, more: Partial<NewPerson> = {}): NewPerson => ({
    id: newId(),
    name,
    email: null,
    post: { id: newId(), unitId: opened.world.units.phongA, title: 'Văn thư', from: '2022-07-12' },
    ...more,
  })

  it('is shown beside those with the same name, and goes on with a word why they are others', async () => {
    const first = await newPerson({ name: 'Đào Thị Thắm', birth: '1988-03-08' })
    const again = await write('quan', createPerson, twin('đao thi tham', { birth: '1988' }))
    expect(again).toMatchObject({
      refusal: {
        code: 'person-likely-same',
        data: { likely: [{ id: first.id, name: 'Đào Thị Thắm', sameBirth: true }] },
      },
    })
    expect(codeOf(await write('quan', createPerson, twin('Đào Thị Thắm', { birth: '1990' })))).toBe('ok')
    const other = twin('Đào Thị Thắm', { birth: '1988-03-08', notSame: 'Người ở xã khác, đã gọi hỏi' })
    await must(write('quan', createPerson, other))
    expect((await recordedOf(opened.work, other.id)).at(-1)).toMatch(/Người ở xã khác, đã gọi hỏi$/)
  })

  it('is refused by staff code and citizen id, naming the holder only to who may know him', async () => {
    await newPerson({ name: 'Tạ Thị Giữ', staffCode: 'GIU-9', citizenId: '042190005555' })
    const code = await write('quan', createPerson, twin('Một Người', { staffCode: 'giu 9' }))
    expect(code).toMatchObject({ refusal: { code: 'staff-code-taken', values: { who: 'Tạ Thị Giữ' } } })
    const number = await write('quan', createPerson, twin('Một Người', { citizenId: '042 190 005 555' }))
    expect(number).toMatchObject({ refusal: { code: 'citizen-id-taken', values: { who: 'Tạ Thị Giữ' } } })

    const { accounts, units } = opened.world
    const grant = { id: newId(), postId: accounts.binh.postId, role: 'administrator' as const, unitId: units.phongB }
    await must(write('quan', addGrant, { ...grant, from: '2022-07-12', to: null }))
    const inB = (more: Partial<NewPerson>) =>
      write('binh', createPerson, twin('Một Người', { ...more, post: { ...twin('').post, unitId: units.phongB } }))
    for (const more of [{ staffCode: 'GIU-9' }, { citizenId: '042190005555' }]) {
      expect(await inB(more)).toMatchObject({
        refusal: { values: { who: 'một người khác' }, data: { personId: null } },
      })
    }
    // A name held by somebody out of sight says nothing at all.
    expect(
      codeOf(
        await write('binh', createPerson, twin('Tạ Thị Giữ', { post: { ...twin('').post, unitId: units.phongB } })),
      ),
    ).toBe('ok')
  })

  it('becomes one: posts, absences and account go over, gaps are filled, history is of both', async () => {
    const kept = await newPerson({ name: 'Phan Văn Đôi', birth: '1985' })
    const gone = await newPerson({
      name: 'Phan Văn Doi',
      birth: '1985-01-02',
      staffCode: 'DOI-2',
      email: 'doi@so.example',
      notSame: 'tưởng là người khác',
    })
    const absence = {
      personId: gone.id,
      id: newId(),
      kind: 'training' as const,
      from: '2022-01-01',
      to: null,
      basis: null,
      note: null,
    }
    await must(write('lan', addAbsence, absence))
    const account = { id: newId(), personId: gone.id, signInName: 'doi', email: null }
    await must(write('quan', createAccount, account))
    const pair = { keptId: kept.id, goneId: gone.id }
    for (const by of ['lan', 'hoa'] as const) {
      expect(codeOf(await write(by, mergePeople, { ...pair, reason: 'Nhập trùng' })), by).toBe('not-yours-to-do')
    }
    const preview = await must(read('quan', previewMerge, pair))
    expect(preview).toMatchObject({ differing: ['họ và tên'], samePosts: ['Chuyên viên, Phòng A'], whyNot: null })
    const both = await Promise.all([1, 2].map(() => write('quan', mergePeople, { ...pair, reason: 'Nhập trùng' })))
    expect(both.map(codeOf)).toEqual(['ok', 'ok'])

    const page = await must(read('quan', readPerson, { id: kept.id }))
    expect(page).toMatchObject({ person: { name: 'Phan Văn Đôi', staffCode: 'DOI-2', email: 'doi@so.example' } })
    expect(page.posts).toHaveLength(1)
    expect(page.absences).toHaveLength(1)
    expect(page.actions['create-account']?.whyNot).toMatch(/đã có tài khoản/)
    expect((await must(show('quan', kept.id))).shown.birth).toBe('1985-01-02')
    const over = await must(read('quan', readPerson, { id: gone.id }))
    expect(over).toMatchObject({ person: { mergedInto: { id: kept.id }, staffCode: null }, actions: {} })
    expect(await found('quan', { q: 'phan van doi' })).toEqual([kept.id])
    expect(codeOf(await change('quan', gone.id, { email: null }, 2))).toBe('person-merged')
    const said = (await must(read('lan', personHistory, { id: kept.id }))).entries.map((one) => one.sentence)
    expect(said.filter((one) => one.startsWith('gộp'))).toHaveLength(1)
    expect(said).toContain('ghi thời gian vắng mặt của Phan Văn Doi, từ 01/01/2022')
  })

  it('stays two while both have an account, other numbers, or regular posts on the same days', async () => {
    const [a, b] = [await newPerson({ citizenId: '042190001111' }), await newPerson({ citizenId: '042190002222' })]
    const merge = (keptId: string, goneId: string) => write('quan', mergePeople, { keptId, goneId, reason: 'x' })
    expect(codeOf(await merge(a.id, a.id))).toBe('merge-oneself')
    expect(codeOf(await merge(a.id, b.id))).toBe('merge-two-numbers')
    expect(codeOf(await merge(opened.world.accounts.lan.personId, opened.world.accounts.mai.personId))).toBe(
      'merge-two-accounts',
    )
    const elsewhere = await newPerson({}, opened.world.units.phongB)
    expect(codeOf(await merge(a.id, elsewhere.id))).toBe('post-overlaps')
    expect((await must(read('quan', previewMerge, { keptId: a.id, goneId: elsewhere.id }))).whyNot).toMatch(
      /trùng ngày/,
    )
  })
})

describe('the list of people', () => {
  it('finds a staff code, and sorts out accounts and posts that have ended', async () => {
    const { id, postId } = await newPerson({ staffCode: 'TIM-3' })
    expect(await found('lan', { q: 'tim 3' })).toEqual([id])
    expect(await found('thu', { q: 'tim 3' })).toEqual([])
    expect(await found('quan', { account: 'yes' })).not.toContain(id)
    expect(await found('quan', { account: 'no' })).toContain(id)
    await must(write('quan', endPost, { id: postId, lastDay: '2022-07-12' }))
    opened.clock.move(eightOn('2022-07-13'))
    expect(await found('quan', { posts: 'ended' })).toEqual([id])
    expect(await found('quan', { posts: 'held' })).not.toContain(id)
    opened.clock.move(eightOn('2022-07-12'))
  })
})

it('two who correct one person wait for each other', async () => {
  const { id } = await newPerson()
  const open = heldOpen()
  const first = opened.work.write(as('lan'), async (tx) => {
    const done = await changePerson(tx, { id, version: 1, changes: { email: 'x@so.example' }, doubtsSeen: false })
    await open.hold()
    return done
  })
  await open.begun
  const second = change('quan', id, { email: 'y@so.example' })
  await untilItWaits()
  open.finish()
  expect([codeOf(await first), codeOf(await second)]).toEqual(['ok', 'changed-meanwhile'])
})
