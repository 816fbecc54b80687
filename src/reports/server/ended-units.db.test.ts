import { afterEach, beforeEach, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { reportsIn } from '../../../test/reports.ts'
import { codeOf, eightOn, must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { DESK } from '../../app/what-is-owed.ts'
import { newId } from '../../kernel/ids.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { createObligations, giveShare, loadObligations } from '../../mechanisms/obligations/server/index.ts'
import { UNDESCRIBED } from '../../organisation/domain/unit-description.ts'
import { enterUnitEvent, NO_CHOICES } from '../../organisation/server/index.ts'
import { assembledReports } from './assembly/assembled-reports.ts'
import { setFormUnits } from './set-form-units.ts'
import { getForm } from './show-form.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let reports: ReturnType<typeof reportsIn>
beforeEach(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  reports = reportsIn(opened, acts)
})
afterEach(() => opened.close())

type Change = Parameters<typeof enterUnitEvent>[1]['change']
async function happens(change: Change): Promise<void> {
  opened.clock.move(eightOn('2022-07-13'))
  const event = { id: newId(), on: '2022-07-13', change, document: null, note: null, choices: NO_CHOICES }
  await must(opened.work.write(opened.world.as('quan'), (tx) => enterUnitEvent(tx, event)))
}

it('a draft for units that have become one is for that one: it says so, is saved so and published so', async () => {
  const { phongA, phongB, root } = opened.world.units
  const id = await reports.draftForm()
  const unit = { id: newId(), ...UNDESCRIBED, name: 'Phòng C', shortName: null, parentId: root, orderNo: 9 }
  await happens({ kind: 'merged', unitIds: [phongA, phongB], into: { unit } })
  const { form } = await must(acts.read('hoa', getForm, { id }))
  expect(form).toMatchObject({
    unitIds: [unit.id],
    endedUnits: [
      { name: 'Phòng A', endedOn: '2022-07-12', successorName: 'Phòng C' },
      { name: 'Phòng B', endedOn: '2022-07-12', successorName: 'Phòng C' },
    ],
  })
  const same = { id, version: form.version, unitIds: form.unitIds, takes: null }
  const saved = await must(acts.write('hoa', setFormUnits, same))
  expect(saved.form).toMatchObject({ unitIds: [unit.id], endedUnits: [] })
  await reports.publish(id)
  expect(await reports.owedBy(id, unit.id)).toBeDefined()
})

it('a form for a report of the plan answers also what a merger has brought to a unit', async () => {
  const { phongA, phongB, root } = opened.world.units
  const campaignId = await acts.launched([phongA, phongB])
  await must(
    opened.work.write({ kind: 'script', name: 'thử' }, async (tx) => {
      const units = await tx.db
        .selectFrom('unit')
        .select(['id', 'unit_no as unitNo'])
        .where('id', 'in', [phongA, phongB])
        .execute()
      const owed = units.map((unit) => ({
        ...{ kind: 'report' as const, thing: { kind: 'campaign' as const, id: campaignId }, unit, owedToUnitId: root },
        ...{ title: 'Báo cáo kết quả', words: null, sourceKey: 'task:x:1' },
        deadline: { day: plainDate('2022-11-20'), relation: 'before' as const },
      }))
      await createObligations(tx, owed)
      return ok(undefined)
    }),
  )
  const owed = await must(
    acts.read(
      'hoa',
      async (tx) => ok(await loadObligations(tx, DESK.things, (query) => query.where('source_key', '=', 'task:x:1'))),
      undefined,
    ),
  )
  for (const { id, unitName } of owed) {
    const [name, colleague] = unitName === 'Phòng A' ? (['minh', 'mai'] as const) : (['binh', 'thu'] as const)
    const { personId } = opened.world.accounts[colleague]
    const share = { id: newId(), obligationId: id, personId, part: 'Tổng hợp', dueOn: null }
    await must(acts.write(name, giveShare(DESK.things), share))
  }
  const unit = { id: newId(), ...UNDESCRIBED, name: 'Phòng C', shortName: null, parentId: root, orderNo: 9 }
  await happens({ kind: 'merged', unitIds: [phongA, phongB], into: { unit } })
  const id = await reports.draftForm({ campaignId, unitIds: [unit.id] })
  const { form, waiting } = await must(acts.read('hoa', getForm, { id }))
  const takes = { factId: waiting[0]?.factId ?? null, occurrence: waiting[0]?.occurrence ?? null }
  await must(acts.write('hoa', setFormUnits, { id, version: form.version, unitIds: [unit.id], takes }))
  await reports.publish(id)
  const told = await must(acts.read('hoa', assembledReports(DESK.things), { id, show: 'all', page: 1 }))
  expect(told.rows.map((row) => [row.unitName, row.place])).toEqual([
    ['Phòng C', 'none'],
    ['Phòng C', 'none'],
  ])
})

it('a draft is published without a unit that has ended for nobody', async () => {
  const { phongA, phongB } = opened.world.units
  const id = await reports.draftForm()
  await happens({ kind: 'dissolved', unitId: phongB })
  expect((await must(acts.read('hoa', getForm, { id }))).form).toMatchObject({
    unitIds: [phongA],
    endedUnits: [{ name: 'Phòng B', successorName: null }],
  })
  expect(await reports.publish(id)).toMatchObject({ units: 1, form: { unitIds: [phongA] } })
  expect(
    codeOf(
      await reports.put('lan', await reports.owedBy(id, phongA), 'kinh-phi', { kind: 'amount', amount: 1, note: '' }),
    ),
  ).toBe('ok')
})
