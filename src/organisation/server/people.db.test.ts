import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heldOpen, untilItWaits } from '../../../test/newcomers.ts'
import { codeOf, eightOn, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { addGrant, createAccount } from '../../accounts/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { addPost, type NewPost } from './add-post.ts'
import { createPerson, type NewPerson } from './create-person.ts'
import { createUnit } from './create-unit.ts'
import { endPost } from './end-post.ts'
import { listPeople } from './list-people.ts'
import { readPerson } from './read-person.ts'

let opened: OpenedWorld
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
})
afterAll(() => opened.close())

const personNamed = (name: string, unitId: string, from = '2022-07-12'): NewPerson => ({
  id: newId(),
  name,
  email: null,
  notSame: 'người khác',
  post: { id: newId(), unitId, title: 'Chuyên viên', from },
})
const create = (input: NewPerson, by: Name = 'quan') =>
  opened.work.write(opened.world.as(by), (tx) => createPerson(tx, input))
const add = (input: NewPost, by: Name = 'quan') => opened.work.write(opened.world.as(by), (tx) => addPost(tx, input))
const end = (id: string, lastDay: string, by: Name = 'quan') =>
  opened.work.write(opened.world.as(by), (tx) => endPost(tx, { id, lastDay }))
const list = (by: Name, filter: { q?: string; unitId?: string; page?: number } = {}) =>
  must(opened.work.read(opened.world.as(by), (tx) => listPeople(tx, { page: 1, ...filter })))
const namesSeenBy = async (by: Name, filter: { q?: string; unitId?: string } = {}) =>
  (await list(by, filter)).people.map((person) => person.name)

describe('the list of people', () => {
  it('shows an administrator everybody, by given name as Vietnamese sorts', async () => {
    expect(await namesSeenBy('quan')).toEqual([
      'Ngô Thanh Bình',
      'Lê Thị Hoa',
      'Đỗ Bích Lan',
      'Vũ Thị Mai',
      'Phạm Quang Minh',
      'Trần Văn Phúc',
      'Nguyễn Anh Quân',
      'Bùi Ngọc Sơn',
      'Hoàng Minh Thu',
    ])
  })

  it('shows a head his own unit', async () => {
    const { people, total } = await list('minh')
    expect(people.map((person) => person.name)).toEqual(['Đỗ Bích Lan', 'Vũ Thị Mai', 'Phạm Quang Minh'])
    expect(total).toBe(3)
    expect(people[0]).toMatchObject({ posts: [{ title: 'Chuyên viên', unitName: 'Phòng A' }], hasAccount: true })
  })

  it('finds people without accents, in any order of the words, and never by a sign that means «anything»', async () => {
    expect(await namesSeenBy('quan', { q: 'lan do' })).toEqual(['Đỗ Bích Lan'])
    expect(await namesSeenBy('quan', { q: 'MINH' })).toEqual(['Phạm Quang Minh', 'Hoàng Minh Thu'])
    expect(await namesSeenBy('minh', { q: 'minh' })).toEqual(['Phạm Quang Minh'])
    expect(await namesSeenBy('quan', { q: '%' })).toEqual([])
    expect(await namesSeenBy('quan', { q: '_' })).toEqual([])
  })

  it('narrows to a unit and what is below it', async () => {
    const { root, phongB } = opened.world.units
    expect(await namesSeenBy('quan', { unitId: phongB })).toEqual(['Ngô Thanh Bình', 'Bùi Ngọc Sơn', 'Hoàng Minh Thu'])
    expect(await namesSeenBy('quan', { unitId: root })).toHaveLength(9)
    expect(await namesSeenBy('minh', { unitId: phongB })).toEqual([])
  })
})

describe('adding a person', () => {
  it('writes person, post and record; the same form sent twice is one person', async () => {
    const { phongA } = opened.world.units
    const person = personNamed('  Đặng   Thị Én ', phongA)
    expect((await must(create(person))).person.name).toBe('Đặng Thị Én')
    expect(codeOf(await create(person))).toBe('ok')
    expect(await recordedOf(opened.work, person.id)).toEqual(['thêm Đặng Thị Én, Chuyên viên tại Phòng A'])
    expect(codeOf(await create({ ...person, name: 'Người khác' }))).toBe('id-taken')
    expect(await namesSeenBy('minh', { q: 'en' })).toEqual(['Đặng Thị Én'])
  })

  it('is refused before the unit began and for a unit that is not there', async () => {
    expect(codeOf(await create(personNamed('A B', opened.world.units.phongA, '2022-07-11')))).toBe('day-before-start')
    const over = personNamed('A B', opened.world.units.phongA, '2022-07-12')
    expect(codeOf(await create({ ...over, post: { ...over.post, to: '2022-07-11' } }))).toBe('day-before-start')
    expect(codeOf(await create(personNamed('A B', newId())))).toBe('not-found')
  })

  it('is an administrator’s alone', async () => {
    expect(codeOf(await create(personNamed('A B', opened.world.units.phongA), 'minh'))).toBe('not-yours-to-do')
  })
})

describe('a person’s posts', () => {
  it('make him seen in each unit where he has one, for as long as he has it', async () => {
    const { units, accounts } = opened.world
    const post = {
      personId: accounts.thu.personId,
      id: newId(),
      unitId: units.phongA,
      title: 'Biệt phái',
      kind: 'secondment' as const,
    }
    expect(await namesSeenBy('minh', { q: 'thu' })).toEqual([])
    expect(codeOf(await add({ ...post, from: '2022-07-12' }, 'minh'))).toBe('not-found')
    await must(add({ ...post, from: '2022-07-12' }))
    expect(await namesSeenBy('minh', { q: 'thu' })).toEqual(['Hoàng Minh Thu'])

    expect(codeOf(await end(post.id, '2022-07-11'))).toBe('day-before-start')
    expect(codeOf(await end(post.id, '2022-07-12', 'minh'))).toBe('not-yours-to-do')
    expect((await must(end(post.id, '2022-07-12'))).post.to).toBe('2022-07-12')
    expect(await end(post.id, '2022-07-12')).toMatchObject({
      refusal: { code: 'post-ended', values: { day: '12/07/2022' } },
    })
    expect(await namesSeenBy('minh', { q: 'thu' })).toEqual(['Hoàng Minh Thu'])
    expect(await recordedOf(opened.work, accounts.thu.personId)).toEqual(
      expect.arrayContaining([
        'thêm vị trí Biệt phái tại Phòng A cho Hoàng Minh Thu từ 12/07/2022',
        'kết thúc vị trí Biệt phái tại Phòng A của Hoàng Minh Thu, ngày cuối 12/07/2022',
      ]),
    )
    opened.clock.move(eightOn('2022-07-13'))
    expect(await namesSeenBy('minh', { q: 'thu' })).toEqual([])
    opened.clock.move(eightOn('2022-07-12'))
  })

  it('list those that hold before those that were, with what may be done to each', async () => {
    const { accounts } = opened.world
    const page = await must(
      opened.work.read(opened.world.as('quan'), (tx) => readPerson(tx, { id: accounts.thu.personId })),
    )
    expect(page.actions['create-account']?.whyNot).toBe('Hoàng Minh Thu đã có tài khoản. Mở trang của người này để sửa')
    expect(page.posts.every((post) => post.actions.end !== undefined)).toBe(true)
    const unseen = await opened.work.read(opened.world.as('lan'), (tx) => readPerson(tx, { id: accounts.son.personId }))
    expect(codeOf(unseen)).toBe('not-found')
  })

  it('take the account’s work with them when the last one ends: the person is told so from the next day on', async () => {
    const { accounts } = opened.world
    await must(end(accounts.mai.postId, '2022-07-12'))
    opened.clock.move(eightOn('2022-07-13'))
    expect(codeOf(await opened.work.read(opened.world.as('mai'), async () => ok(1)))).toBe('no-current-post')
    const still = await opened.work.read(opened.world.as('mai'), async () => ok(1), { withoutPost: true })
    expect(codeOf(still)).toBe('ok')
    opened.clock.move(eightOn('2022-07-12'))
  })

  it('of the last administrator cannot end, unless another’s grant has begun by then', async () => {
    const { accounts } = opened.world
    expect(codeOf(await end(accounts.quan.postId, '2022-07-20'))).toBe('last-administrator')
    const grant = { postId: accounts.hoa.postId, role: 'administrator', unitId: opened.world.units.root } as const
    const from = (day: string) => ({ ...grant, id: newId(), from: day, to: null })
    const later = from('2022-07-22')
    await must(opened.work.write(opened.world.as('quan'), (tx) => addGrant(tx, later)))
    expect(codeOf(await end(accounts.quan.postId, '2022-07-20'))).toBe('last-administrator')
    expect(codeOf(await end(accounts.quan.postId, '2022-07-21'))).toBe('ok')
  })
})

describe('the first request of a day', () => {
  it('renews what everybody sees without writing over a post that is being added', async () => {
    const { phongA, phongB } = opened.world.units
    const person = personNamed('Tô Văn Mới', phongB)
    await must(create(person))
    const open = heldOpen()
    const post = {
      personId: person.id,
      id: newId(),
      unitId: phongA,
      title: 'Kiêm nhiệm',
      kind: 'concurrent' as const,
      from: '2022-07-12',
    }
    const adding = opened.work.write(opened.world.as('quan'), async (tx) => {
      const added = await addPost(tx, post)
      await open.hold()
      return added
    })
    await open.begun
    opened.clock.move(eightOn('2022-07-13'))
    const first = opened.work.read(opened.world.as('lan'), async () => ok(undefined))
    await untilItWaits()
    open.finish()
    await must(adding)
    await must(first)
    expect(await namesSeenBy('lan')).toContain('Tô Văn Mới')
    opened.clock.move(eightOn('2022-07-12'))
  })
})

describe('an administrator of one branch', () => {
  it('works in the branch, sees and adds people there, and nowhere else', async () => {
    const { units, accounts } = opened.world
    const grant = { id: newId(), postId: accounts.binh.postId, role: 'administrator', unitId: units.phongB } as const
    await must(
      opened.work.write(opened.world.as('quan'), (tx) => addGrant(tx, { ...grant, from: '2022-07-12', to: null })),
    )
    const team = { id: newId(), name: 'Tổ B1', shortName: null, parentId: units.phongB, orderNo: 1, from: '2022-07-12' }
    expect(codeOf(await opened.work.write(opened.world.as('binh'), (tx) => createUnit(tx, team)))).toBe('ok')
    const person = personNamed('Lý Thị Vân', team.id)
    expect(codeOf(await create(person, 'binh'))).toBe('ok')
    const account = { id: newId(), personId: person.id, signInName: 'van', email: null }
    expect(codeOf(await opened.work.write(opened.world.as('binh'), (tx) => createAccount(tx, account)))).toBe('ok')
    expect(codeOf(await create(personNamed('Ai Đó', units.phongA), 'binh'))).toBe('not-yours-to-do')
    // An id that is somebody else's, out of sight, is taken all the same; nothing of that person is shown.
    const stolen = { ...personNamed('Ai Đó', team.id), id: accounts.lan.personId }
    expect(codeOf(await create(stolen, 'binh'))).toBe('id-taken')
  })
})
