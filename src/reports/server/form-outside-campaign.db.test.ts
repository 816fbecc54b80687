import { afterAll, beforeAll, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { DEFINITION, LINE, reportsIn, share } from '../../../test/reports.ts'
import { codeOf, must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { DESK } from '../../app/what-is-owed.ts'
import { change, close } from '../../assignments/server/change.ts'
import { getAssignment, listAssignments } from '../../assignments/server/list-assignments.ts'
import { newId } from '../../kernel/ids.ts'
import { assembled } from './assembly/assembled.ts'
import { setFormUnits } from './set-form-units.ts'
import { createForm } from './write-form.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let reports: ReturnType<typeof reportsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  reports = reportsIn(opened, acts)
})
afterAll(() => opened.close())

const asking = (key?: string) => {
  const [first, ...rest] = DEFINITION.sections
  if (!first || !key) return DEFINITION
  return { sections: [{ ...first, lines: [...first.lines, { ...LINE, key }] }, ...rest] }
}

/** A form of the Sở outside any campaign, published for both divisions. */
async function published(): Promise<string> {
  const { root, phongA, phongB } = opened.world.units
  const id = newId()
  const head = { title: 'Báo cáo năm 2022', periodName: 'Năm 2022', periodFrom: '2022-01-01', periodTo: '2022-12-31' }
  await must(acts.write('hoa', createForm, { id, ...head, campaignId: null, unitId: root, from: { way: 'empty' } }))
  await reports.save(id, DEFINITION)
  const units = { id, version: await reports.version(id), unitIds: [phongA, phongB], takes: null }
  await must(acts.write('hoa', setFormUnits, units))
  await reports.publish(id)
  return id
}

it('reports asked for outside a campaign go out as one piece of work; a further version adds to it', async () => {
  const { phongA, phongB } = opened.world.units
  const id = await published()
  const { assignment, unitIds } = await must(acts.read('hoa', getAssignment, { id }))
  expect(assignment).toMatchObject({ title: 'Báo cáo năm 2022', counts: { units: 2, duties: 2, done: 0 }, basis: null })
  expect(unitIds.toSorted()).toEqual([phongA, phongB].toSorted())
  expect((await must(acts.read('minh', listAssignments, { page: 1 }))).assignments.map((one) => one.id)).toContain(id)
  const owed = await reports.owedBy(id, phongA)
  await reports.send('minh', await must(reports.put('lan', owed, 'ky-cuong', share(3, 4))))
  await reports.save(id, asking('moi'))
  await reports.publish(id, { note: 'Thêm dòng', supplementDue: '2022-12-31' })
  const after = await must(acts.read('hoa', getAssignment, { id }))
  expect(after.assignment.counts).toMatchObject({ units: 2, duties: 3, done: 1 })
})

it('such work is changed at its form: changed here it would take the reports away', async () => {
  const { root, phongA } = opened.world.units
  const id = await published()
  await must(reports.put('lan', await reports.owedBy(id, phongA), 'ky-cuong', share(3, 4)))
  const { assignment } = await must(acts.read('hoa', getAssignment, { id }))
  expect(assignment.actions).not.toHaveProperty('change')
  const changed = {
    ...{ id, unitId: root, version: assignment.version, title: 'Khác', words: '', basis: null, unitIds: [phongA] },
    ...{ due: { day: '2022-12-31', relation: 'by' as const }, recurrence: 'once' as const, until: null },
    ...{ dayRule: 'as-written' as const, needsProof: false },
  }
  expect(codeOf(await acts.write('hoa', change, changed))).toBe('assignment-of-form')
  expect((await must(acts.read('hoa', assembled(DESK.things), { id }))).owed).toBe(2)
})

it('closed there, nothing more is asked for at its form', async () => {
  const id = await published()
  await must(acts.write('hoa', close, { id, reason: 'Không cần nữa' }))
  const owed = await reports.owedBy(id, opened.world.units.phongA)
  expect(codeOf(await reports.put('lan', owed, 'ky-cuong', share(3, 4)))).toBe('assignment-closed')
  const save = reports.save(id, asking('moi'))
  await expect(save).rejects.toThrow('đã kết thúc')
})
