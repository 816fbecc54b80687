import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { codeOf, eightOn, must, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { pause } from '../../campaigns/server/changes/pause.ts'
import { campaignThings } from '../../campaigns/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import { accept, confirmReceipt } from '../../mechanisms/obligations/server/index.ts'
import { receiveOnPaper } from '../../mechanisms/obligations/server/receive-on-paper.ts'
import { declareOutage, endOutage, takeBackOutage } from './outages.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let owner: Client
let campaign: string
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  owner = new Client({ connectionString: opened.database.ownerUrl })
  await owner.connect()
})
beforeEach(async () => {
  await owner.query('delete from app.outage_effect; delete from app.outage; delete from app.obligation')
  opened.clock.move(eightOn('2022-07-12'))
  // Receipt until the 19th, dissemination until the 26th.
  campaign = await acts.launched([opened.world.units.phongA])
})
afterAll(async () => {
  await owner.end()
  await opened.close()
})

async function owed(kind: 'confirm-receipt' | 'disseminate', of = campaign) {
  const { rows } = await owner.query<{ id: string; day: string }>(
    'select id, last_day::text as day from app.obligation where thing_id = $1 and kind = $2',
    [of, kind],
  )
  return rows[0] ?? { id: '', day: '' }
}
async function declared(from: string): Promise<string> {
  const id = newId()
  await must(acts.write('quan', declareOutage, { id, from, reason: 'Mất điện', documentWords: null }))
  return id
}
const end = (id: string, to: string) => acts.write('quan', endOutage(campaignThings), { id, to })
const takeBack = (id: string) => acts.write('quan', takeBackOutage(campaignThings), { id, reason: 'Ghi nhầm' })

it('an outage ended twice on one day is ended once, and says the same; on another day it is refused', async () => {
  opened.clock.move(eightOn('2022-07-20'))
  const id = await declared('2022-07-18')
  const first = await must(end(id, '2022-07-19'))
  expect(await must(end(id, '2022-07-19'))).toEqual(first)
  expect((await owed('confirm-receipt')).day).toBe('2022-07-21')
  expect(codeOf(await end(id, '2022-07-18'))).toBe('outage-closed')
  expect(codeOf(await end(await declared('2022-07-20'), '2022-07-19'))).toBe('days-out-of-order')
})

it('what its unit has accepted since gets its last day back all the same; what it has done since keeps the later one', async () => {
  opened.clock.move(eightOn('2022-07-20'))
  const other = await acts.launched([opened.world.units.phongB])
  opened.clock.move(eightOn('2022-08-04'))
  const id = await declared('2022-07-18')
  await must(end(id, '2022-08-03'))
  await must(acts.write('lan', accept(campaignThings), { id: (await owed('disseminate')).id }))
  await must(
    acts.write('binh', confirmReceipt(campaignThings), {
      id: (await owed('confirm-receipt', other)).id,
      assignPersonId: null,
      consent: { way: 'product' },
    }),
  )
  expect(await must(takeBack(id))).toEqual({ setBack: 3, left: 1 })
  expect((await owed('disseminate')).day).toBe('2022-07-26')
  expect((await owed('confirm-receipt', other)).day > '2022-08-03').toBe(true)
})

it('two outages are taken back one after the other, the later first', async () => {
  opened.clock.move(eightOn('2022-07-29'))
  const first = await declared('2022-07-18')
  await must(end(first, '2022-07-19'))
  const second = await declared('2022-07-20')
  await must(end(second, '2022-07-22'))
  await must(takeBack(second))
  await must(takeBack(first))
  expect((await owed('confirm-receipt')).day).toBe('2022-07-19')
})

it('gives no more time to what was paused before it: that gets its time when it is taken up again', async () => {
  opened.clock.move(eightOn('2022-07-14'))
  await must(acts.write('hoa', pause, await acts.change(campaign, 'Bão')))
  opened.clock.move(eightOn('2022-07-20'))
  await must(end(await declared('2022-07-18'), '2022-07-19'))
  expect((await owed('confirm-receipt')).day).toBe('2022-07-19')
})

it('gives no more time to what was left undone when its campaign closed', async () => {
  opened.clock.move(eightOn('2022-07-18'))
  await acts.closed(campaign, 'Tổng kết')
  opened.clock.move(eightOn('2022-07-20'))
  await must(end(await declared('2022-07-18'), '2022-07-19'))
  expect((await owed('confirm-receipt')).day).toBe('2022-07-19')
})

it('what was done late because of it says in the record that its day moved, and that it was moved back', async () => {
  opened.clock.move(eightOn('2022-07-20'))
  const { id } = await owed('confirm-receipt')
  const paper = { id, receivedOn: '2022-07-20', fromName: 'Phạm Quang Minh', scanFileId: null }
  await must(acts.write('hoa', receiveOnPaper(campaignThings), paper))
  const outage = await declared('2022-07-18')
  await must(end(outage, '2022-07-19'))
  expect((await owed('confirm-receipt')).day).toBe('2022-07-21')
  expect((await recordedOf(opened.work, id)).at(-1)).toContain(
    'gia hạn “Xác nhận tiếp nhận” của Phòng A đến hết ngày 21/07/2022',
  )
  await must(takeBack(outage))
  expect((await recordedOf(opened.work, id)).at(-1)).toContain(
    'trả hạn “Xác nhận tiếp nhận” của Phòng A về hết ngày 19/07/2022',
  )
})
