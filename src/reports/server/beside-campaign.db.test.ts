import { afterAll, beforeAll, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { reportsIn, share } from '../../../test/reports.ts'
import { codeOf, eightOn, must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { DESK } from '../../app/what-is-owed.ts'
import { listForms } from './list-forms.ts'
import { reportPage } from './report-page.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let reports: ReturnType<typeof reportsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  reports = reportsIn(opened, acts)
})
afterAll(() => opened.close())

it('a unit the plan was not sent to sees the report it owes: the plan goes to it with the form', async () => {
  const { phongA, phongB } = opened.world.units
  const campaignId = await acts.launched([phongA])
  const id = await reports.publishedForm({ campaignId, unitIds: [phongA, phongB] })
  const owed = await reports.owedBy(id, phongB)
  expect(codeOf(await acts.read('binh', reportPage(DESK), { obligationId: owed }))).toBe('ok')
  expect(codeOf(await reports.put('binh', owed, 'ky-cuong', share(1, 2)))).toBe('ok')
})

it('of a campaign that has closed no form says that somebody is late', async () => {
  const { phongA } = opened.world.units
  const campaignId = await acts.launched([phongA])
  const id = await reports.publishedForm({ campaignId, unitIds: [phongA] })
  const late = async () =>
    (await must(acts.read('hoa', listForms, { page: 1 }))).forms.find((form) => form.id === id)?.late
  opened.clock.move(eightOn('2023-01-05'))
  expect(await late()).toBe(1)
  await acts.closed(campaignId, 'Hết thời gian')
  expect(await late()).toBe(0)
  opened.clock.move(eightOn('2022-07-12'))
})
