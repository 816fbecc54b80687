import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newcomersIn } from '../../../test/newcomers.ts'
import { codeOf, eightOn, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { listPeople } from '../../organisation/server/list-people.ts'
import { disableAccount, readAccountOf } from './change-account.ts'
import { changeGrant } from './change-grant.ts'
import { addGrant, type NewGrant } from './grants.ts'

let opened: OpenedWorld
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
})
afterAll(() => opened.close())

function grantTo(name: Name, more: Partial<NewGrant> = {}): NewGrant {
  const { accounts, units } = opened.world
  const held = { id: newId(), postId: accounts[name].postId, role: 'officer', unitId: units.phongB } as const
  return { ...held, from: '2022-07-12', to: null, ...more }
}
const grant = (input: NewGrant, by: Name = 'quan') =>
  opened.work.write(opened.world.as(by), (tx) => addGrant(tx, input))
const end = (id: string, lastDay: string | null, by: Name = 'quan', version = 1) =>
  opened.work.write(opened.world.as(by), (tx) => changeGrant(tx, { id, to: lastDay, version }))
const peopleSeenBy = async (name: Name) =>
  (await must(opened.work.read(opened.world.as(name), (tx) => listPeople(tx, { page: 1 })))).total

describe('granting a role', () => {
  it('widens what its holder sees in the same moment, and ending it narrows it again the day after', async () => {
    expect(await peopleSeenBy('lan')).toBe(3)
    const given = grantTo('lan')
    expect((await must(grant(given))).grant).toMatchObject({ role: 'officer', unitName: 'Phòng B', to: null })
    expect(await peopleSeenBy('lan')).toBe(6)
    expect(codeOf(await grant(given))).toBe('ok')
    expect(codeOf(await grant({ ...given, role: 'head' }))).toBe('id-taken')
    expect(codeOf(await grant({ ...given, id: newId() }))).toBe('grant-exists')

    expect(codeOf(await end(given.id, '2022-07-12'))).toBe('ok')
    expect(codeOf(await end(given.id, '2022-07-12'))).toBe('ok')
    opened.clock.move(eightOn('2022-07-13'))
    expect(await peopleSeenBy('lan')).toBe(3)
    opened.clock.move(eightOn('2022-07-12'))
    expect((await recordedOf(opened.work, opened.world.accounts.lan.personId)).slice(-2)).toEqual([
      'giao quyền công chức phụ trách tại Phòng B cho Đỗ Bích Lan từ 12/07/2022',
      'kết thúc quyền công chức phụ trách tại Phòng B của Đỗ Bích Lan, ngày cuối 12/07/2022',
    ])
  })

  it('for a day ahead begins on that day, and may be withdrawn before it does', async () => {
    const given = grantTo('thu', { role: 'standing-office', unitId: opened.world.units.root, from: '2022-08-01' })
    await must(grant(given))
    expect(await peopleSeenBy('thu')).toBe(3)
    opened.clock.move(eightOn('2022-08-01'))
    expect(await peopleSeenBy('thu')).toBe(9)
    opened.clock.move(eightOn('2022-07-12'))
    expect(codeOf(await end(given.id, '2022-07-11'))).toBe('day-before-start')
    expect(codeOf(await end(given.id, '2022-07-12'))).toBe('ok')
    opened.clock.move(eightOn('2022-08-01'))
    expect(await peopleSeenBy('thu')).toBe(3)
    opened.clock.move(eightOn('2022-07-12'))
  })

  it('that was withdrawn may be given again', async () => {
    const withdrawn = grantTo('thu', { role: 'head', from: '2022-08-01' })
    await must(grant(withdrawn))
    await must(end(withdrawn.id, '2022-07-12'))
    const again = grantTo('thu', { role: 'head' })
    expect(codeOf(await grant(again))).toBe('ok')
    await must(end(again.id, '2022-07-12'))
  })

  it('of one role twice at the same moment is done once', async () => {
    const [one, two] = [grantTo('son'), grantTo('son')]
    expect((await Promise.all([grant(one), grant(two)])).map(codeOf).toSorted()).toEqual(['grant-exists', 'ok'])
  })

  it('is refused before the post began, with its end before its beginning, and on what is not there', async () => {
    expect(codeOf(await grant(grantTo('mai', { from: '2022-07-11' })))).toBe('day-before-start')
    expect(await grant(grantTo('mai', { to: '2022-07-01' }))).toMatchObject({
      refusal: { code: 'day-before-start', field: 'to' },
    })
    expect(codeOf(await grant(grantTo('mai', { unitId: newId() })))).toBe('not-found')
  })

  it('is an administrator’s', async () => {
    expect(codeOf(await grant(grantTo('lan', { unitId: opened.world.units.phongA }), 'minh'))).toBe('not-yours-to-do')
    const of = grantTo('binh', { role: 'staff' })
    await must(grant(of))
    expect(codeOf(await end(of.id, '2022-07-12', 'mai'))).toBe('not-found')
    expect(codeOf(await end(of.id, '2022-07-12', 'binh'))).toBe('not-yours-to-do')
  })
})

describe('the days of a grant', () => {
  it('move earlier and later, as long as it has not ended, and never over another of the same kind', async () => {
    const given = grantTo('son', { role: 'staff', to: '2022-08-31' })
    await must(grant(given))
    expect((await must(end(given.id, '2022-09-30'))).grant).toMatchObject({ to: '2022-09-30', version: 2 })
    const later = grantTo('son', { role: 'staff', from: '2022-10-01' })
    await must(grant(later))
    expect(codeOf(await end(given.id, null, 'quan', 2))).toBe('grant-exists')
    expect(await recordedOf(opened.work, opened.world.accounts.son.personId)).toContain(
      'dời ngày cuối của quyền công chức, viên chức tại Phòng B của Bùi Ngọc Sơn từ 31/08/2022 sang 30/09/2022',
    )
    await must(end(later.id, '2022-07-12'))
    expect((await must(end(given.id, null, 'quan', 2))).grant).toMatchObject({ to: null, version: 3 })
    await must(end(given.id, '2022-07-12', 'quan', 3))
    opened.clock.move(eightOn('2022-07-13'))
    expect(codeOf(await end(given.id, '2022-08-01', 'quan', 4))).toBe('grant-ended')
    opened.clock.move(eightOn('2022-07-12'))
  })

  it('changed by two administrators at the same moment are as the first said; the second sees that and decides', async () => {
    const second = grantTo('phuc', { role: 'administrator', unitId: opened.world.units.root })
    const shared = grantTo('thu', { role: 'officer' })
    await must(grant(second))
    await must(grant(shared))
    const both = await Promise.all([end(shared.id, '2022-12-31', 'quan'), end(shared.id, '2022-09-30', 'phuc')])
    expect(both.map(codeOf).toSorted()).toEqual(['changed-meanwhile', 'ok'])
    const [refused] = both.filter((one) => !one.ok)
    const now =
      refused && !refused.ok ? (refused.refusal.data as { grant: { to: string; version: number } }).grant : null
    expect(['2022-12-31', '2022-09-30']).toContain(now?.to)
    expect(codeOf(await end(shared.id, '2022-10-31', 'phuc', now?.version))).toBe('ok')
    await must(end(second.id, '2022-07-12'))
  })
})

describe('the administration of the whole organisation', () => {
  it('cannot be given up by its last holder, nor by two at the same moment', async () => {
    const { accounts, units } = opened.world
    const own = (
      await must(
        opened.work.read(opened.world.as('quan'), (tx) => readAccountOf(tx, { personId: accounts.quan.personId })),
      )
    ).account?.grants[0]
    if (!own) throw new Error('Quân has no grant')
    expect(codeOf(await end(own.id, '2022-07-31'))).toBe('last-administrator')

    const second = grantTo('hoa', { role: 'administrator', unitId: units.root })
    await must(grant(second))
    const both = await Promise.all([end(own.id, '2022-07-12', 'hoa'), end(second.id, '2022-07-12', 'quan')])
    expect(both.map(codeOf).toSorted()).toEqual(['last-administrator', 'ok'])
  })
})

describe('an administrator of one branch', () => {
  it('cannot become one of the whole by way of somebody who reaches beyond it', async () => {
    const { units, accounts } = opened.world
    await must(grant(grantTo('binh', { role: 'administrator' })))
    await must(grant(grantTo('thu', { role: 'standing-office', unitId: units.root })))
    const disable = (id: string) => opened.work.write(opened.world.as('binh'), (tx) => disableAccount(tx, { id }))
    expect(codeOf(await disable(accounts.thu.accountId))).toBe('not-yours-to-do')
    expect(codeOf(await disable(accounts.son.accountId))).toBe('not-yours-to-do')
    const own = await newcomersIn(opened).person(units.phongB)
    const ofOwn = { ...grantTo('thu', { role: 'head' }), postId: own.postId }
    expect(codeOf(await grant({ ...ofOwn, unitId: units.root }, 'binh'))).toBe('not-yours-to-do')
    expect(codeOf(await grant(ofOwn, 'binh'))).toBe('ok')
    expect(codeOf(await disable(own.who.kind === 'person' ? own.who.accountId : ''))).toBe('ok')
  })
})
