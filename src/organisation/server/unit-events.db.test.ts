import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, eightOn, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { addGrant } from '../../accounts/server/index.ts'
import type { Role } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { createObligations } from '../../mechanisms/obligations/server/index.ts'
import { UNDESCRIBED } from '../domain/unit-description.ts'
import type { UnitChange } from '../domain/unit-events.ts'
import { createPerson } from './create-person.ts'
import { createUnit } from './create-unit.ts'
import { enterUnitEvent } from './enter-unit-event.ts'
import { NO_CHOICES, type UnitEventInput } from './plan-unit-event.ts'
import { previewUnitEvent } from './preview-unit-event.ts'
import { readTree, readUnit } from './read-units.ts'
import { takeBackUnitEvent } from './take-back-unit-event.ts'
import { predecessorsOf, successorsOf } from './unit-lineage.ts'

const SCRIPT = { kind: 'script', name: 'thử' } as const
let opened: OpenedWorld
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
})
afterAll(() => opened.close())

const event = (on: string, change: UnitChange, more: Partial<UnitEventInput> = {}): UnitEventInput => ({
  id: newId(),
  on,
  change,
  document: null,
  note: null,
  choices: NO_CHOICES,
  ...more,
})
const enter = (input: UnitEventInput, by: Name = 'quan') =>
  opened.work.write(opened.world.as(by), (tx) => enterUnitEvent(tx, input))
const takeBack = (id: string, by: Name = 'quan') =>
  opened.work.write(opened.world.as(by), (tx) => takeBackUnitEvent(tx, { id, reason: 'Ghi nhầm' }))
const page = (id: string, by: Name = 'quan') =>
  must(opened.work.read(opened.world.as(by), (tx) => readUnit(tx, { id })))
const treeOn = async (on: string) =>
  (await must(opened.work.read(opened.world.as('quan'), (tx) => readTree(tx, { on })))).units
const namesOn = async (on: string) => (await treeOn(on)).map((unit) => unit.name)

/** A unit under the organisation since 12/07/2022. */
async function unit(name: string, parentId = opened.world.units.root): Promise<string> {
  const id = newId()
  const made = { id, name, shortName: null, parentId, orderNo: 50, from: '2022-07-12' }
  await must(opened.work.write(opened.world.as('quan'), (tx) => createUnit(tx, made)))
  return id
}

async function person(name: string, unitId: string, roles: Role[] = []) {
  const [id, postId] = [newId(), newId()]
  const post = { id: postId, unitId, title: 'Chuyên viên', from: '2022-07-12' }
  await must(opened.work.write(opened.world.as('quan'), (tx) => createPerson(tx, { id, name, email: null, post })))
  const grants = []
  for (const role of roles) {
    const grant = { id: newId(), postId, role, unitId, from: '2022-07-12', to: null }
    await must(opened.work.write(opened.world.as('quan'), (tx) => addGrant(tx, grant)))
    grants.push(grant.id)
  }
  return { id, postId, grants }
}

async function owes(
  unitId: string,
  title: string,
  thingId = newId(),
  kind: 'confirm-receipt' | 'disseminate' = 'confirm-receipt',
) {
  await must(
    opened.work.write(SCRIPT, async (tx) => {
      const row = await tx.db.selectFrom('unit').select('unit_no').where('id', '=', unitId).executeTakeFirstOrThrow()
      await createObligations(tx, [
        {
          kind,
          thing: { kind: 'campaign', id: thingId },
          unit: { id: unitId, unitNo: row.unit_no },
          owedToUnitId: opened.world.units.root,
          title,
          words: null,
          deadline: { day: plainDate('2022-12-20'), relation: 'by' },
        },
      ])
      return ok(undefined)
    }),
  )
  return thingId
}

async function duties(unitId: string): Promise<string[]> {
  const rows = await must(
    opened.work.read(SCRIPT, async (tx) =>
      ok(
        await tx.db
          .selectFrom('obligation')
          .select(['title', 'state'])
          .where('unit_id', '=', unitId)
          .orderBy('title')
          .execute(),
      ),
    ),
  )
  return rows.map((row) => `${row.title}: ${row.state}`)
}

async function postsIn(unitId: string): Promise<string[]> {
  const rows = await must(
    opened.work.read(SCRIPT, async (tx) =>
      ok(
        await tx.db
          .selectFrom('post')
          .innerJoin('person', 'person.id', 'post.person_id')
          .leftJoin('post_grant', 'post_grant.post_id', 'post.id')
          .select(['person.full_name as name', 'post.valid_from as from', 'post.valid_to as to', 'post_grant.role'])
          .where('post.unit_id', '=', unitId)
          .orderBy('person.full_name')
          .orderBy('post_grant.role')
          .execute(),
      ),
    ),
  )
  return rows.map((row) => `${row.name} ${row.from}…${row.to ?? ''} ${row.role ?? '-'}`)
}

const newUnit = (name: string, more: object = {}) => ({
  id: newId(),
  ...UNDESCRIBED,
  name,
  shortName: null,
  parentId: opened.world.units.root,
  orderNo: 50,
  ...more,
})
const paper = {
  kind: 'Nghị quyết',
  number: '12/NQ-HĐND',
  issuedOn: '2022-07-01',
  issuer: 'Hội đồng nhân dân tỉnh',
  title: null,
}

describe('a merger', () => {
  it('moves posts with the roles of those who prepare, duties with their doubles waived, and says where it came from', async () => {
    const [a, b] = [await unit('Phòng Một'), await unit('Phòng Hai')]
    const prepares = await person('Người Soạn', a, ['officer'])
    await person('Người Đứng Đầu', b, ['head', 'staff'])
    const shared = await owes(a, 'Việc chung')
    await owes(b, 'Việc chung', shared)
    await owes(b, 'Việc riêng')
    const c = newUnit('Phòng Ba')
    const input = event('2022-07-12', { kind: 'merged', unitIds: [a, b], into: { unit: c } }, { document: paper })
    expect(codeOf(await enter({ ...input, on: '2022-07-12' }))).toBe('day-before-start')

    opened.clock.move(eightOn('2022-08-01'))
    const on = { ...input, id: newId(), on: '2022-08-01' }
    const seen = await must(opened.work.read(opened.world.as('quan'), (tx) => previewUnitEvent(tx, on)))
    expect(
      seen.posts.map((post) => [post.personName, post.toUnitId, post.grants.map((g) => [g.role, g.suggested])]),
    ).toEqual(
      [
        ['Người Soạn', c.id, [['officer', true]]],
        [
          'Người Đứng Đầu',
          c.id,
          [
            ['head', false],
            ['staff', true],
          ],
        ],
      ].toSorted(),
    )
    expect(seen.obligations.map((one) => `${one.title} ${one.unitName} ${one.outcome}`).toSorted()).toEqual([
      'Việc chung Phòng Hai doubled',
      'Việc chung Phòng Một moves',
      'Việc riêng Phòng Hai moves',
    ])
    const done = await must(enter(on))
    expect(done).toMatchObject({ endedPosts: 2, carriedPosts: 2, movedObligations: 2, exemptedObligations: 1 })
    expect(done.words).toBe(
      'Hợp nhất Phòng Một, Phòng Hai thành Phòng Ba theo Nghị quyết số 12/NQ-HĐND ngày 01/07/2022 của Hội đồng nhân dân tỉnh',
    )
    expect(await postsIn(c.id)).toEqual(['Người Đứng Đầu 2022-08-01… staff', 'Người Soạn 2022-08-01… officer'])
    expect(await postsIn(a)).toEqual(['Người Soạn 2022-07-12…2022-07-31 officer'])
    expect((await duties(c.id)).toSorted()).toEqual(['Việc chung: open', 'Việc riêng: open'])
    expect(await namesOn('2022-07-31')).toEqual(expect.arrayContaining(['Phòng Một', 'Phòng Hai']))
    expect(await namesOn('2022-08-01')).not.toContain('Phòng Một')
    const shown = await page(c.id)
    expect(shown.predecessors.map((one) => one.name).toSorted()).toEqual(['Phòng Hai', 'Phòng Một'])
    expect(shown.history.map((one) => one.words)).toEqual([
      'Hợp nhất từ Phòng Một, Phòng Hai theo Nghị quyết số 12/NQ-HĐND ngày 01/07/2022 của Hội đồng nhân dân tỉnh',
    ])
    expect(await recordedOf(opened.work, c.id)).toEqual([
      'hợp nhất Phòng Một, Phòng Hai thành Phòng Ba từ 01/08/2022 theo Nghị quyết số 12/NQ-HĐND ngày 01/07/2022 của Hội đồng nhân dân tỉnh',
    ])
    expect(await recordedOf(opened.work, prepares.id)).toContain(
      'thêm vị trí Chuyên viên tại Phòng Ba cho Người Soạn từ 01/08/2022',
    )
    // Sent twice it is one event; with another content it is somebody else's id.
    expect(codeOf(await enter(on))).toBe('ok')
    expect(codeOf(await enter({ ...on, note: 'khác' }))).toBe('id-taken')

    const back = await must(takeBack(on.id))
    expect(back.eventId).toBe(on.id)
    expect(await postsIn(a)).toEqual(['Người Soạn 2022-07-12… officer'])
    expect(await duties(b)).toEqual(['Việc chung: open', 'Việc riêng: open'])
    expect(await namesOn('2022-08-01')).toEqual(expect.arrayContaining(['Phòng Một', 'Phòng Hai']))
    expect(await namesOn('2022-08-01')).not.toContain('Phòng Ba')
    expect(codeOf(await takeBack(on.id))).toBe('unit-event-taken-back')
  })

  it('into a unit that goes on, person by person as chosen; whoever is left out is told when he has an account', async () => {
    const { units, accounts } = opened.world
    const goesOn = await unit('Phòng Còn')
    const input = event(
      '2022-08-02',
      { kind: 'merged', unitIds: [units.phongB], into: { unitId: goesOn } },
      { choices: { ...NO_CHOICES, posts: [{ postId: accounts.thu.postId, toUnitId: null, grantIds: [] }] } },
    )
    const seen = await must(opened.work.read(opened.world.as('quan'), (tx) => previewUnitEvent(tx, input)))
    expect(seen.accountsLeft.map((one) => one.name)).toEqual(['Hoàng Minh Thu'])
    expect(seen.ahead).toBe(true)
    await must(enter(input))
    expect((await postsIn(goesOn)).map((one) => one.split(' ').slice(0, 3).join(' '))).toEqual([
      'Bùi Ngọc Sơn',
      'Ngô Thanh Bình',
    ])
    expect((await page(goesOn)).history[0]?.words).toBe('Nhận sáp nhập Phòng B')
    await must(takeBack(input.id))
  })

  it('is refused into one of its own, alone, with a unit that has ended', async () => {
    const [a, b] = [await unit('Tổ Một'), await unit('Tổ Hai')]
    const into = { unitId: a }
    expect(codeOf(await enter(event('2022-08-05', { kind: 'merged', unitIds: [a, b], into })))).toBe(
      'unit-own-predecessor',
    )
    const alone = { kind: 'merged', unitIds: [a], into: { unit: newUnit('Tổ Ba') } } as const
    expect(codeOf(await enter(event('2022-08-05', alone)))).toBe('too-few-units')
    await must(enter(event('2022-08-05', { kind: 'dissolved', unitId: b })))
    expect(codeOf(await enter(event('2022-08-09', { kind: 'merged', unitIds: [b], into })))).toBe('unit-ended')
  })

  it('happens once when two administrators merge the same units at the same moment', async () => {
    const [a, b] = [await unit('Đội Một'), await unit('Đội Hai')]
    const merger = () =>
      event('2022-08-01', { kind: 'merged', unitIds: [a, b], into: { unit: newUnit(`Đội ${newId()}`) } })
    const codes = (await Promise.all([enter(merger()), enter(merger())])).map(codeOf)
    expect(codes.toSorted()).toEqual(['ok', 'unit-ended'])
  })
})

describe('an event whose day lies ahead', () => {
  it('dates the posts at once; duties go over and the row of today changes on the day', async () => {
    const [a, b] = [await unit('Ban Một'), await unit('Ban Hai')]
    await person('Cán Bộ Ban', a, ['staff'])
    await owes(a, 'Việc của Ban')
    const c = newUnit('Ban Mới')
    await must(enter(event('2022-09-01', { kind: 'merged', unitIds: [a, b], into: { unit: c } })))
    const renamed = {
      kind: 'renamed',
      unitId: opened.world.units.vanPhong,
      name: 'Văn phòng mới',
      shortName: null,
      symbol: 'VP',
    } as const
    await must(enter(event('2022-09-01', renamed)))
    expect(await postsIn(a)).toEqual(['Cán Bộ Ban 2022-07-12…2022-08-31 staff'])
    expect(await duties(a)).toEqual(['Việc của Ban: open'])
    expect((await page(opened.world.units.vanPhong)).unit.name).toBe('Văn phòng Sở')
    expect(await namesOn('2022-09-01')).toContain('Văn phòng mới')
    expect(await namesOn('2022-08-31')).toContain('Văn phòng Sở')

    opened.clock.move(eightOn('2022-09-01'))
    expect((await page(opened.world.units.vanPhong)).unit.name).toBe('Văn phòng mới')
    expect(await duties(c.id)).toEqual(['Việc của Ban: open'])
    expect(await duties(a)).toEqual([])
    expect(await recordedOf(opened.work, a)).toContain('xử lý việc còn lại của Ban Một: chuyển 1 việc, miễn 0 việc')
    // The next day nothing happens again.
    opened.clock.move(eightOn('2022-09-02'))
    await page(a)
    expect((await recordedOf(opened.work, a)).filter((one) => one.startsWith('xử lý'))).toHaveLength(1)
  })
})

describe('splitting', () => {
  it('gives a duty to one successor or to each, as chosen, and ends the unit', async () => {
    const old = await unit('Phòng Chia')
    await owes(old, 'Cho cả hai')
    await owes(old, 'Cho phòng sau')
    const [x, y] = [newUnit('Phòng Chia A'), newUnit('Phòng Chia B')]
    const input = event('2022-09-02', { kind: 'split', unitId: old, into: [x, y], stays: false })
    const seen = await must(opened.work.read(opened.world.as('quan'), (tx) => previewUnitEvent(tx, input)))
    const id = (title: string) => seen.obligations.find((one) => one.title === title)?.id ?? ''
    const obligations = [
      { obligationId: id('Cho cả hai'), toUnitIds: [x.id, y.id] },
      { obligationId: id('Cho phòng sau'), toUnitIds: [y.id] },
    ]
    const elsewhere = [{ obligationId: id('Cho cả hai'), toUnitIds: [opened.world.units.phongA] }]
    expect(codeOf(await enter({ ...input, choices: { ...NO_CHOICES, obligations: elsewhere } }))).toBe(
      'wrong-follow-up',
    )
    const chosen = { ...input, choices: { ...NO_CHOICES, obligations } }
    await must(enter(chosen))
    expect(await duties(x.id)).toEqual(['Cho cả hai: open'])
    expect(await duties(y.id)).toEqual(['Cho cả hai: open', 'Cho phòng sau: open'])
    const relatives = (await page(x.id)).predecessors.map((one) => one.name)
    expect(relatives).toEqual(['Phòng Chia'])
    const followed = await must(opened.work.read(SCRIPT, async (tx) => ok(await successorsOf(tx, old))))
    expect(followed.map((one) => one.name).toSorted()).toEqual(['Phòng Chia A', 'Phòng Chia B'])
    await must(takeBack(input.id))
    expect(await duties(old)).toEqual(['Cho cả hai: open', 'Cho phòng sau: open'])
  })

  it('off a unit that goes on takes only whom and what was chosen', async () => {
    const stays = await unit('Trung tâm')
    const goes = await person('Người Đi', stays, ['officer'])
    await person('Người Ở', stays)
    await owes(stays, 'Việc ở lại')
    const made = newUnit('Trạm mới')
    const posts = [{ postId: goes.postId, toUnitId: made.id, grantIds: [] }]
    await must(
      enter(
        event(
          '2022-09-03',
          { kind: 'split', unitId: stays, into: [made], stays: true },
          { choices: { ...NO_CHOICES, posts } },
        ),
      ),
    )
    expect(await postsIn(made.id)).toEqual(['Người Đi 2022-09-03… -'])
    expect(await postsIn(stays)).toEqual(['Người Đi 2022-07-12…2022-09-02 officer', 'Người Ở 2022-07-12… -'])
    opened.clock.move(eightOn('2022-09-03'))
    await page(stays)
    expect(await duties(stays)).toEqual(['Việc ở lại: open'])
    expect((await page(stays)).history.map((one) => one.words)).toContain('Tách Trạm mới khỏi Trung tâm')
    const from = await must(opened.work.read(SCRIPT, async (tx) => ok(await predecessorsOf(tx, made.id))))
    expect(from.map((one) => one.name)).toEqual(['Trung tâm'])
  })
})

describe('what is entered oddly', () => {
  it('makes two new units one under the other, gives a duty once to a unit named twice, refuses one id for two', async () => {
    const old = await unit('Phòng Lạ')
    await owes(old, 'Việc lạ')
    const above = newUnit('Ban Trên')
    const below = newUnit('Tổ Dưới', { parentId: above.id })
    const input = event('2022-09-03', { kind: 'split', unitId: old, into: [below, above], stays: false })
    const seen = await must(opened.work.read(opened.world.as('quan'), (tx) => previewUnitEvent(tx, input)))
    const obligations = [{ obligationId: seen.obligations[0]?.id ?? '', toUnitIds: [above.id, above.id] }]
    const twice = { kind: 'split', unitId: old, into: [above, { ...below, id: above.id }], stays: false } as const
    expect(codeOf(await enter(event('2022-09-03', twice)))).toBe('id-taken')
    const under = { kind: 'created', unit: newUnit('Phòng Vòng', { id: below.id, parentId: below.id }) } as const
    expect(codeOf(await enter(event('2022-09-03', under)))).toBe('unit-cycle')
    await must(enter({ ...input, choices: { ...NO_CHOICES, obligations } }))
    expect(await duties(above.id)).toEqual(['Việc lạ: open'])
    expect((await page(below.id)).parentName).toBe('Ban Trên')
  })
})

describe('order and taking back', () => {
  it('refuses an event before a later one, naming it; the last one can be taken back, and then it may be entered', async () => {
    const id = await unit('Phòng Thứ tự')
    const rename = event('2022-09-10', {
      kind: 'renamed',
      unitId: id,
      name: 'Phòng Tên sau',
      shortName: null,
      symbol: null,
    })
    await must(enter(rename))
    const moved = { kind: 'moved', unitId: id, parentId: opened.world.units.phongA, orderNo: 1 } as const
    const refused = await enter(event('2022-09-05', moved))
    expect(refused).toMatchObject({
      refusal: {
        code: 'unit-has-later-event',
        values: { day: '10/09/2022', event: 'đổi tên từ Phòng Thứ tự thành Phòng Tên sau' },
      },
    })
    await must(takeBack(rename.id))
    const entered = event('2022-09-05', moved)
    await must(enter(entered))
    expect((await page(id)).history.map((one) => [one.words, one.takenBack !== null])).toEqual([
      ['Đổi tên từ Phòng Thứ tự thành Phòng Tên sau', true],
      ['Chuyển từ Sở Nội vụ về Phòng A', false],
      ['Thành lập', false],
    ])
    expect(
      codeOf(
        await enter(
          event('2022-09-20', { kind: 'moved', unitId: opened.world.units.phongA, parentId: id, orderNo: 1 }),
        ),
      ),
    ).toBe('unit-cycle')
  })

  it('a merger stands once somebody has acted in the new unit', async () => {
    const [a, b] = [await unit('Nhóm Một'), await unit('Nhóm Hai')]
    const c = newUnit('Nhóm Ba')
    const input = event('2022-09-03', { kind: 'merged', unitIds: [a, b], into: { unit: c } })
    await must(enter(input))
    const post = { id: newId(), unitId: c.id, title: 'Chuyên viên', from: '2022-09-03' }
    await must(
      opened.work.write(opened.world.as('quan'), (tx) =>
        createPerson(tx, { id: newId(), name: 'Người Đến', email: null, post }),
      ),
    )
    expect(await takeBack(input.id)).toMatchObject({ refusal: { code: 'unit-event-built-upon' } })
    expect(await namesOn('2022-09-03')).toContain('Nhóm Ba')
  })

  it('is an administrator’s, of every unit in it', async () => {
    const id = await unit('Phòng Quyền')
    const input = event('2022-09-10', { kind: 'dissolved', unitId: id })
    expect(codeOf(await enter(input, 'minh'))).toBe('not-yours-to-do')
    await must(enter(input))
    expect(codeOf(await takeBack(input.id, 'hoa'))).toBe('not-yours-to-do')
  })

  it('a unit with units below it ends once each has a place', async () => {
    const above = await unit('Chi cục')
    const below = await unit('Trạm', above)
    const end = { kind: 'dissolved', unitId: above } as const
    expect(await enter(event('2022-09-10', end))).toMatchObject({
      refusal: { code: 'unit-has-children', values: { units: 'Trạm' } },
    })
    const parents = [{ unitId: below, parentId: opened.world.units.vanPhong }]
    await must(enter(event('2022-09-10', end, { choices: { ...NO_CHOICES, parents } })))
    const placed = (await treeOn('2022-09-10')).find((one) => one.id === below)
    expect(placed?.parentId).toBe(opened.world.units.vanPhong)
  })
})
