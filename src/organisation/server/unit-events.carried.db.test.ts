import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { codeOf, eightOn, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { listLookingAfter, unitContact } from '../../acting/server/list-looking-after.ts'
import { followedUnits } from '../../acting/server/looking-after.ts'
import { lookedAfterUnits } from '../../acting/server/open-work.ts'
import { setLookingAfter } from '../../acting/server/set-looking-after.ts'
import {
  createPeriod,
  decideList,
  proposeList,
  ratingListsWaiting,
  readSheet,
  writeEntries,
} from '../../assessments/server/index.ts'
import { campaignThings, getCampaign } from '../../campaigns/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { assign } from '../../mechanisms/obligations/server/assign.ts'
import { enterAward, listAwards, readAward, voidAward } from '../../registry/server/index.ts'
import { UNDESCRIBED } from '../domain/unit-description.ts'
import type { UnitChange } from '../domain/unit-events.ts'
import { addPost } from './add-post.ts'
import { endPost } from './end-post.ts'
import { enterUnitEvent } from './enter-unit-event.ts'
import { NO_CHOICES } from './plan-unit-event.ts'
import { previewUnitEvent } from './preview-unit-event.ts'
import { takeBackUnitEvent } from './take-back-unit-event.ts'

const PERIOD = { id: newId(), kind: 'calendar-year' as const, from: '2022-01-01', to: '2022-12-31' }
let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  await must(acts.write('quan', createPeriod, PERIOD))
})
afterAll(() => opened.close())

const made = (name: string) => ({
  id: newId(),
  ...UNDESCRIBED,
  name,
  shortName: null,
  parentId: opened.world.units.root,
  orderNo: 9,
})
const event = (on: string, change: UnitChange, choices = {}) => ({
  id: newId(),
  on,
  change,
  document: null,
  note: null,
  choices: { ...NO_CHOICES, ...choices },
})
const person = (name: Name) => opened.world.accounts[name].personId
const looksAfter = (unitIds: string[], name: Name | null, from: string) =>
  must(acts.write('hoa', setLookingAfter, { unitIds, personId: name && person(name), from }))
const contact = async (unitId: string) => (await must(acts.read('mai', unitContact, { unitId }))).contact

const award = () => ({
  id: newId(),
  keeperUnitId: opened.world.units.phongA,
  awardCode: 'giay-khen',
  awardName: null,
  method: null,
  periodId: null,
  achievedFrom: null,
  achievedTo: null,
  achievement: '',
  decisionNumber: '12/QĐ-SNV',
  decisionOn: '2021-01-20',
  decisionYear: null,
  issuer: 'Sở Nội vụ',
  signer: null,
  fileId: null,
  recipient: { kind: 'person' as const, name: 'Người Đã Nghỉ', unitName: '', birth: '1960', id: null },
  knownDouble: false,
})

describe('a merger with everything a division had in hand', () => {
  it('is carried on by the successor: who looks after it, its ratings, its registry; and comes back whole', async () => {
    const { phongA, phongB } = opened.world.units
    await looksAfter([phongA], 'hoa', '2022-07-12')
    const kept = award()
    await must(acts.write('lan', enterAward, kept))
    const place = { unitId: phongA, periodId: PERIOD.id }
    const { rows } = await must(acts.read('lan', readSheet, place))
    const entries = rows.map(({ subjectId }) => ({
      subjectId,
      level: 'httnv' as const,
      notRated: null,
      note: '',
      version: 0,
    }))
    await must(acts.write('lan', writeEntries, { ...place, listId: newId(), entries }))
    const campaign = await acts.launched([phongA])
    const owed = (await must(acts.read('minh', getCampaign, { id: campaign }))).takeUp[0]?.obligations[0]
    const given = { id: owed?.id ?? '', personId: person('mai'), version: owed?.version ?? 0 }
    await must(acts.write('minh', assign(campaignThings), given))

    opened.clock.move(eightOn('2022-07-13'))
    const c = made('Phòng Hợp nhất')
    const merged = event('2022-07-13', { kind: 'merged', unitIds: [phongA, phongB], into: { unit: c } })
    const preview = await must(acts.read('quan', previewUnitEvent, merged))
    expect(preview.contacts).toEqual([
      { unitId: c.id, unitName: 'Phòng Hợp nhất', personName: 'Lê Thị Hoa', outcome: 'begins' },
    ])
    expect(preview.carriedOnBy).toBe('Phòng Hợp nhất')
    await must(acts.write('quan', enterUnitEvent, merged))

    expect(await contact(c.id)).toMatchObject({ name: 'Lê Thị Hoa', since: '2022-07-13', until: null })
    expect((await must(acts.read('mai', unitContact, { unitId: phongA }))).history).toMatchObject([
      { until: '2022-07-12' },
    ])
    const open = await must(
      acts.read('hoa', async (tx) => ok(await lookedAfterUnits.openWorkOf(tx, person('hoa'))), {}),
    )
    expect(open.map((one) => one.title)).toEqual(['Phòng Hợp nhất'])
    expect((await recordedOf(opened.work, c.id)).join()).toContain('chuyển việc theo dõi Phòng Hợp nhất cho Lê Thị Hoa')

    // Lan is the officer of the new unit: she finishes the old list and mends the old entry.
    await must(acts.write('lan', proposeList, { ...place, version: 2 }))
    expect((await must(acts.read('lan', readAward, { id: kept.id }))).actions).toMatchObject({ change: {}, void: {} })
    expect((await must(acts.read('lan', listAwards, { unitId: c.id, page: 1 }))).total).toBe(1)
    // Thu is plain staff there, and Bình's grant as head ended with his division: neither is shown anything.
    expect(codeOf(await acts.read('thu', readSheet, place))).toBe('not-found')
    expect(codeOf(await acts.read('binh', readSheet, place))).toBe('not-found')

    await must(acts.write('quan', takeBackUnitEvent, { id: merged.id, reason: 'nhập nhầm' }))
    expect(await contact(phongA)).toMatchObject({ name: 'Lê Thị Hoa', since: '2022-07-12', until: null })
    const back = (await must(acts.read('minh', getCampaign, { id: campaign }))).takeUp[0]?.obligations[0]
    expect(back?.assignedName).toBe('Vũ Thị Mai')
    await must(acts.write('lan', voidAward, { id: kept.id, version: 1, reason: 'chép nhầm' }))
  })

  it('is confirmed by the head of the successor, to whom it is told that it waits', async () => {
    const { phongA } = opened.world.units
    opened.clock.move(eightOn('2022-07-14'))
    const c = made('Phòng Kế tục')
    const { minh } = opened.world.accounts
    const grants = (
      await must(
        acts.read(
          'quan',
          previewUnitEvent,
          event('2022-07-14', { kind: 'merged', unitIds: [phongA], into: { unitId: opened.world.units.vanPhong } }),
        ),
      )
    ).posts.find((post) => post.personId === minh.personId)
    const split = event(
      '2022-07-14',
      { kind: 'split', unitId: phongA, into: [c, made('Phòng Thứ hai')], stays: false },
      {
        posts: [{ postId: grants?.postId ?? '', toUnitId: c.id, grantIds: grants?.grants.map((one) => one.id) ?? [] }],
      },
    )
    await must(acts.write('quan', enterUnitEvent, split))
    expect((await contact(c.id))?.name).toBe('Lê Thị Hoa')
    const waiting = await must(acts.read('minh', async (tx) => ok(await ratingListsWaiting(tx)), {}))
    expect(waiting.map((one) => one.title)).toEqual(['Danh sách xếp loại năm 2022: Phòng A'])
    const decision = { unitId: phongA, periodId: PERIOD.id, version: 2, outcome: 'agreed' as const, reason: null }
    const confirmed = await must(acts.write('minh', decideList, { ...decision, consent: { way: 'product' as const } }))
    expect(confirmed.list?.state).toBe('confirmed')
  })
})

describe('looking after', () => {
  it('ends on its day with a unit nobody succeeds, keeps whom the successor has, follows an officer whose own post moves', async () => {
    const { vanPhong, phongB } = opened.world.units
    opened.clock.move(eightOn('2022-07-15'))
    await looksAfter([phongB, vanPhong], 'hoa', '2022-07-15')
    const gone = event('2022-07-17', { kind: 'dissolved', unitId: phongB })
    await must(acts.write('quan', enterUnitEvent, gone))
    expect((await must(acts.read('hoa', unitContact, { unitId: phongB }))).contact?.until).toBeNull()
    opened.clock.move(eightOn('2022-07-18'))
    const shown = await must(acts.read('hoa', listLookingAfter, {}))
    expect(shown.units.map((one) => one.unitName)).not.toContain('Phòng B')
    expect((await must(acts.read('hoa', unitContact, { unitId: phongB }))).history[0]?.until).toBe('2022-07-16')

    // Hoa herself works in Văn phòng: her right over the whole goes along, and with it what she looks after.
    const office = made('Văn phòng mới')
    const moved = event('2022-07-18', {
      kind: 'merged',
      unitIds: [vanPhong, shown.units.find((one) => one.unitName === 'Phòng Thứ hai')?.unitId ?? ''],
      into: { unit: office },
    })
    await must(acts.write('quan', enterUnitEvent, moved))
    const kept = shown.units.find((one) => one.unitName === 'Phòng Kế tục')?.unitId ?? ''
    expect(await contact(kept)).toMatchObject({ post: 'Chuyên viên thường trực thi đua, Văn phòng mới', until: null })
    expect((await contact(office.id))?.name).toBe('Lê Thị Hoa')
    // Somebody else has it now: the event cannot be taken back over him.
    await looksAfter([office.id], null, '2022-07-18')
    expect(codeOf(await acts.write('quan', takeBackUnitEvent, { id: moved.id, reason: 'nhầm' }))).toBe(
      'unit-event-built-upon',
    )

    // Who has left the post for another looks after nothing any more, for the units and for himself alike.
    const followed = () => must(acts.read('hoa', async (tx) => ok((await followedUnits(tx)) ?? null), {}))
    expect((await followed())?.has(kept)).toBe(true)
    const held = await must(acts.read('hoa', async (tx) => ok(tx.actor.kind === 'person' ? tx.actor.posts : []), {}))
    await must(acts.write('quan', endPost, { id: held[0]?.id ?? '', lastDay: '2022-07-18' }))
    const post = { id: newId(), personId: person('hoa'), unitId: kept, title: 'Chuyên viên', from: '2022-07-19' }
    await must(acts.write('quan', addPost, post))
    opened.clock.move(eightOn('2022-07-19'))
    expect(await contact(kept)).toBeNull()
    expect(await followed()).toBeNull()
  })
})
