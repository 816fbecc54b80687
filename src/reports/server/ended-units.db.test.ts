import { afterEach, beforeEach, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { reportsIn } from '../../../test/reports.ts'
import { codeOf, eightOn, must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { UNDESCRIBED } from '../../organisation/domain/unit-description.ts'
import { enterUnitEvent, NO_CHOICES } from '../../organisation/server/index.ts'
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
