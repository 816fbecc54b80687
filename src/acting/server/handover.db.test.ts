import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { codeOf, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { addGrant } from '../../accounts/server/index.ts'
import { campaignsInHand, campaignThings, getCampaign } from '../../campaigns/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import { assign } from '../../mechanisms/obligations/server/assign.ts'
import { assignedWork, type OpenItem } from '../../mechanisms/obligations/server/index.ts'
import { endPost } from '../../organisation/server/index.ts'
import { readPerson } from '../../organisation/server/read-person.ts'
import { handOver, readOpenWork } from './hand-over.ts'
import { listLookingAfter, unitContact } from './list-looking-after.ts'
import { followedUnits } from './looking-after.ts'
import { readNewcomer } from './newcomer.ts'
import { delegationsHeld, lookedAfterUnits, unitsWork } from './open-work.ts'
import { listHandovers, readHandover } from './read-handover.ts'
import { setLookingAfter } from './set-looking-after.ts'

const SOURCES = [assignedWork(campaignThings), campaignsInHand, lookedAfterUnits, unitsWork, delegationsHeld]

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterAll(() => opened.close())

const person = (name: Name) => opened.world.accounts[name].personId
const openOf = async (name: Name, by: Name) =>
  (await must(acts.read(by, readOpenWork(SOURCES), { personId: person(name) }))).parts
const give = (from: Name, items: { kind: string; id: string; toPersonId: string }[], by: Name, id = newId()) =>
  acts.write(by, handOver(SOURCES), { id, fromPersonId: person(from), reason: 'chuyển công tác', items })
const setContact = (unitIds: string[], to: Name | null, by: Name = 'hoa', from = '2022-07-12') =>
  acts.write(by, setLookingAfter, { unitIds, personId: to && person(to), from })

/** An obligation of Phòng A that Minh gave to somebody. */
async function assignedTo(name: Name): Promise<string> {
  const campaign = await acts.launched([opened.world.units.phongA])
  const page = await must(acts.read('minh', getCampaign, { id: campaign }))
  const owed = page.takeUp[0]?.obligations.find((one) => one.kind === 'disseminate')
  if (!owed) throw new Error('nothing owed')
  const given = { id: owed.id, personId: person(name), version: owed.version }
  await must(acts.write('minh', assign(campaignThings), given))
  return owed.id
}

describe('looking after units', () => {
  it('is the standing office’s to share out, is told to the unit, and keeps its history', async () => {
    const { phongA, phongB } = opened.world.units
    expect((await must(acts.read('hoa', listLookingAfter, {}))).unassigned).toBe(3)
    expect(codeOf(await setContact([phongA], 'hoa', 'minh'))).toBe('not-yours-to-do')
    expect(codeOf(await setContact([phongA], 'minh'))).toBe('not-of-the-office')
    expect(codeOf(await setContact([phongA], 'hoa', 'hoa', '2022-07-11'))).toBe('day-past')
    expect(await must(setContact([phongA, phongB], 'hoa'))).toEqual({ units: 2 })
    expect(await must(setContact([phongA, phongB], 'hoa'))).toEqual({ units: 0 })

    // Mai of Phòng A does not see Hoa's file, and may know whom to ask.
    const told = await must(acts.read('mai', unitContact, { unitId: phongA }))
    expect(told.contact).toMatchObject({ name: 'Lê Thị Hoa', since: '2022-07-12' })
    const followed = async (name: Name) =>
      [...((await must(acts.read(name, async (tx) => ({ ok: true, value: await followedUnits(tx) }), {}))) ?? [])]
        .length
    expect([await followed('hoa'), await followed('minh')]).toEqual([2, 0])
    expect((await must(acts.read('hoa', listLookingAfter, {}))).unassigned).toBe(1)

    await must(setContact([phongB], null, 'quan', '2022-08-01'))
    const { history } = await must(acts.read('hoa', unitContact, { unitId: phongB }))
    expect(history).toMatchObject([{ since: '2022-07-12', until: '2022-07-31' }])
    expect((await recordedOf(opened.work, phongB)).slice(-2)).toEqual([
      'phân công Lê Thị Hoa theo dõi Phòng B từ 12/07/2022',
      'thôi phân công người theo dõi Phòng B từ 01/08/2022',
    ])
  })
})

describe('a handover', () => {
  it('brings everything a person has open before him, and gives it on in one act with a list', async () => {
    const owed = await assignedTo('mai')
    expect(codeOf(await acts.read('mai', readOpenWork(SOURCES), { personId: person('mai') }))).toBe('not-yours-to-do')
    // The page of the person says the same beforehand, so that nobody is led to ask in vain.
    const page = (name: 'mai' | 'minh') => must(acts.read(name, readPerson, { id: person('mai') }))
    expect((await page('mai')).actions['hand-over']).toBeUndefined()
    expect((await page('minh')).actions['hand-over']).toEqual({ whyNot: null })
    const parts = await openOf('mai', 'minh')
    expect(parts.map((part) => [part.kind, part.items.map((one: OpenItem) => one.id)])).toEqual([['assigned', [owed]]])

    const id = newId()
    const items = [{ kind: 'assigned', id: owed, toPersonId: person('lan') }]
    const { handover } = await must(give('mai', items, 'minh', id))
    expect(handover).toMatchObject({
      fromName: 'Vũ Thị Mai',
      reason: 'chuyển công tác',
      items: [{ toName: 'Đỗ Bích Lan' }],
    })
    expect(codeOf(await give('mai', items, 'minh', id))).toBe('ok')
    expect(codeOf(await give('mai', items, 'minh'))).toBe('handover-item-changed')
    expect(await openOf('mai', 'minh')).toEqual([])
    expect((await openOf('lan', 'minh'))[0]?.items.map((one) => one.id)).toContain(owed)
    // Whoever took it reads the list; Phòng B is not told.
    expect(codeOf(await acts.read('lan', readHandover, { id }))).toBe('ok')
    expect(codeOf(await acts.read('binh', readHandover, { id }))).toBe('not-found')
    expect((await must(acts.read('lan', listHandovers, {}))).handovers).toMatchObject([{ id, items: 1 }])
    expect((await recordedOf(opened.work, person('mai'))).at(-1)).toBe(
      'bàn giao 1 việc của Vũ Thị Mai cho Đỗ Bích Lan: chuyển công tác',
    )
  })

  it('is all or nothing: one item whose receiver cannot take it keeps everything where it was', async () => {
    const first = await assignedTo('mai')
    const second = await assignedTo('mai')
    const items = [
      { kind: 'assigned', id: first, toPersonId: person('lan') },
      { kind: 'assigned', id: second, toPersonId: person('hoa') },
    ]
    expect(codeOf(await give('mai', items, 'quan'))).toBe('receiver-not-there')
    expect((await openOf('mai', 'minh'))[0]?.items).toHaveLength(2)
    // Two at once: the second is told that it has gone already.
    const one = [{ kind: 'assigned', id: first, toPersonId: person('lan') }]
    const both = await Promise.all([give('mai', one, 'minh'), give('mai', one, 'quan')])
    expect(both.map(codeOf).toSorted()).toEqual(['handover-item-changed', 'ok'])
    expect(codeOf(await give('mai', one, 'lan'))).toBe('handover-item-changed')
    expect(codeOf(await give('mai', one, 'mai'))).toBe('not-yours-to-do')
  })

  it('of an officer of the standing office brings campaigns and units to another of it, also after the post has ended', async () => {
    const { accounts, units } = opened.world
    const parts = await openOf('hoa', 'hoa')
    const byKind = new Map(parts.map((part) => [part.kind, part.items]))
    expect(byKind.get('looking-after')).toHaveLength(2)
    const campaigns = byKind.get('campaign') ?? []
    expect(campaigns.length).toBeGreaterThan(0)
    const toSon = parts
      .filter((part) => part.kind !== 'unit')
      .flatMap((part) => part.items.map((one) => ({ kind: part.kind, id: one.id, toPersonId: person('thu') })))
    expect(codeOf(await give('hoa', toSon, 'hoa'))).toBe('receiver-has-no-right')
    const grant = { id: newId(), postId: accounts.thu.postId, role: 'standing-office' as const, unitId: units.root }
    await must(acts.write('quan', addGrant, { ...grant, from: '2022-07-12', to: null }))
    await must(acts.write('quan', endPost, { id: accounts.hoa.postId, lastDay: '2022-07-12' }))
    await must(give('hoa', toSon, 'quan'))
    expect((await must(acts.read('mai', unitContact, { unitId: units.phongA }))).contact).toMatchObject({
      name: 'Hoàng Minh Thu',
    })
    expect((await openOf('thu', 'quan')).map((part) => part.kind)).toEqual(['campaign', 'looking-after'])
  })
})

describe('somebody new in a post', () => {
  it('is told what the unit owes, what was handed over, whom to ask', async () => {
    const page = await must(acts.read('lan', readNewcomer, {}))
    expect(page).toMatchObject({
      isNew: true,
      post: { title: 'Chuyên viên', unitName: 'Phòng A', day: 1 },
      contact: { name: 'Hoàng Minh Thu' },
    })
    expect(page.owed.length).toBeGreaterThan(0)
    expect(page.handovers.length).toBeGreaterThan(0)
    expect(page.ask.map((one) => one.role)).toEqual(['head', 'standing-office', 'administrator'])
  })
})
