import { afterEach, beforeEach, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import { eightOn, must, type OpenedWorld, openWorld } from '../../../../test/world.ts'
import { newId } from '../../../kernel/ids.ts'
import { plainDate } from '../../../kernel/plain-date.ts'
import { ok } from '../../../kernel/result.ts'
import { askMoreTime, createObligations, loadObligations } from '../../../mechanisms/obligations/server/index.ts'
import { ledgerMonth, listLedger } from '../../../mechanisms/obligations/server/ledger/list-ledger.ts'
import { campaignThings as things } from '../obligation-things.ts'
import { pause, resume } from './pause.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeEach(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterEach(() => opened.close())

const duties = (id: string, kind: string) =>
  must(
    acts.read(
      'hoa',
      async (tx) =>
        ok(
          (
            await loadObligations(tx, things, (query) =>
              query.where('obligation.thing_id', '=', id).orderBy('obligation.unit_no'),
            )
          ).filter((owed) => owed.kind === kind),
        ),
      undefined,
    ),
  )

/** Asked of Phòng A while the campaign rests. */
async function askedMeanwhile(campaignId: string, lastDay: string): Promise<void> {
  const { root, phongA } = opened.world.units
  const ask = async (tx: Parameters<typeof createObligations>[0]) => {
    const unit = await tx.db
      .selectFrom('unit')
      .select(['id', 'unit_no as unitNo'])
      .where('id', '=', phongA)
      .executeTakeFirstOrThrow()
    await createObligations(tx, [
      {
        ...{ kind: 'report', thing: { kind: 'campaign', id: campaignId }, unit, owedToUnitId: root, words: null },
        ...{ title: 'Báo cáo nhanh', deadline: { day: plainDate(lastDay), relation: 'by' }, sourceKey: 'thử' },
      },
    ])
    return ok(undefined)
  }
  await must(acts.write('hoa', ask, undefined))
}

it('what is asked for during a pause keeps the day it was given: the pause took nothing from it', async () => {
  const id = await acts.launched()
  opened.clock.move(eightOn('2022-07-18'))
  await must(acts.write('hoa', pause, await acts.change(id, 'Bão')))
  opened.clock.move(eightOn('2022-07-25'))
  await askedMeanwhile(id, '2022-08-10')
  opened.clock.move(eightOn('2022-07-28'))
  await must(acts.write('hoa', resume, await acts.change(id, 'Hết bão')))
  expect((await duties(id, 'report')).map((owed) => owed.lastDay)).toEqual(['2022-08-10'])
  expect((await duties(id, 'disseminate')).map((owed) => owed.lastDay)).toEqual(['2022-08-05', '2022-08-05'])
})

it('while it rests no day of the month counts as late', async () => {
  const id = await acts.launched()
  const month = async () =>
    (await must(acts.read('hoa', ledgerMonth(things), { month: '2022-07', state: 'all' }))).days.map((day) => [
      day.day,
      day.open,
      day.late,
    ])
  opened.clock.move(eightOn('2022-07-18'))
  await must(acts.write('hoa', pause, await acts.change(id, 'Bão')))
  opened.clock.move(eightOn('2022-07-30'))
  expect(await month()).toEqual([
    ['2022-07-19', 2, 0],
    ['2022-07-26', 2, 0],
  ])
})

it('a request for more time that nobody answered before the closing waits for nobody any more', async () => {
  const id = await acts.launched()
  const [owed] = await duties(id, 'disseminate')
  const ask = { id: newId(), obligationId: owed?.id ?? '', wantedDay: '2022-09-10', reason: 'Đông việc', fileIds: [] }
  await must(acts.write('lan', askMoreTime(things), ask))
  const asked = async () => (await must(acts.read('hoa', listLedger(things), { state: 'asked', page: 1 }))).total
  expect(await asked()).toBe(1)
  await acts.closed(id, 'Hết thời gian')
  expect(await asked()).toBe(0)
})
