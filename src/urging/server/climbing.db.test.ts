import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { eightOn, must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { campaignThings } from '../../campaigns/server/index.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { exempt } from '../../mechanisms/obligations/server/exempt.ts'
import { prolong } from '../../mechanisms/obligations/server/index.ts'
import { myWork } from '../../mechanisms/obligations/server/my-work.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { draftLetters } from './draft-letters.ts'
import { setLadder } from './ladders.ts'
import { lateBoard } from './late-board.ts'
import { planSteps, whatIsStopped } from './plan-steps.ts'
import { type LadderRun, runLadder } from './run-ladder.ts'
import { dueForLetter, writeReminders } from './write-reminders.ts'

const JOB = { kind: 'job', name: 'nhắc việc' } as const
let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let owner: Client
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  owner = new Client({ connectionString: opened.database.ownerUrl })
  await owner.connect()
})
beforeEach(async () => {
  // Each test begins with a campaign of its own, of which Phòng A alone owes; nothing was urged before.
  await owner.query(
    `delete from app.urging_letter_obligation; delete from app.urging_digest; delete from app.reminder; delete from app.ladder_run; delete from app.obligation; delete from app.ladder`,
  )
  opened.clock.move(eightOn('2022-07-12'))
  await acts.launched([opened.world.units.phongA])
  // Receipt alone, until the 19th.
  await owner.query(`delete from app.obligation where kind <> 'confirm-receipt'`)
})
afterAll(async () => {
  await owner.end()
  await opened.close()
})

async function runOn(day: string): Promise<LadderRun> {
  opened.clock.move(eightOn(day))
  return must(opened.work.write(JOB, (tx) => runLadder(tx, plainDate(day))))
}
/** «step → to whom» of a day. */
async function toldOn(day: string): Promise<string[]> {
  await runOn(day)
  const { rows } = await owner.query<{ step: string; to_names: string[] }>(
    'select step, to_names from app.reminder where sent_on = $1',
    [day],
  )
  return rows.map((row) => `${row.step} → ${row.to_names.join(', ')}`)
}

describe('after weeks without a server', () => {
  it('nobody higher is told, and no letter drafted, before those below have been: one rung a working day', async () => {
    expect(await toldOn('2022-07-14')).toEqual(['-3 → Đỗ Bích Lan'])
    // The 16th of August was the day of the letter.
    expect(await toldOn('2022-08-22')).toEqual(['+7 → Đỗ Bích Lan'])
    expect(await toldOn('2022-08-23')).toEqual(['head+10 → Phạm Quang Minh'])
    expect(await toldOn('2022-08-24')).toEqual(['superior+15 → Trần Văn Phúc'])
    expect(await runOn('2022-08-25')).toMatchObject({ reminded: 0, letters: 1 })
    expect(await runOn('2022-08-26')).toMatchObject({ reminded: 0, letters: 0 })
  })

  it('of the steps before and after the last day only the newest is taken, and none again when the clock goes back', async () => {
    expect(await toldOn('2022-07-29')).toEqual(['+7 → Đỗ Bích Lan'])
    for (const day of ['2022-07-15', '2022-07-20', '2022-07-22', '2022-07-28']) expect(await toldOn(day)).toEqual([])
    expect(await toldOn('2022-08-02')).toEqual(['head+10 → Phạm Quang Minh'])
  })
})

describe('a ladder changed while it is climbed', () => {
  it('tells a head whose new day is past already, though the unit was reminded since', async () => {
    expect(await toldOn('2022-07-28')).toEqual(['+7 → Đỗ Bích Lan'])
    const steps = [
      { stage: 'unit-after' as const, days: 1 },
      { stage: 'head' as const, days: 5 },
      { stage: 'letter' as const, days: 30 },
    ]
    const unitId = opened.world.units.root
    await must(acts.write('hoa', setLadder, { unitId, kind: 'confirm-receipt', steps, version: 0 }))
    expect(await toldOn('2022-07-29')).toEqual(['head+5 → Phạm Quang Minh'])
    expect(await toldOn('2022-08-01')).toEqual([])
  })
})

describe('who is told', () => {
  it('is the head where the officer can be reached neither here nor by mail', async () => {
    const { lan } = opened.world.accounts
    await owner.query('update app.account set disabled_at = now() where id = $1', [lan.accountId])
    expect(await toldOn('2022-07-14')).toEqual(['-3 → Phạm Quang Minh'])
    await owner.query('update app.account set disabled_at = null where id = $1', [lan.accountId])
  })
})

describe('what is settled while the ladder runs', () => {
  const plan = (tx: Tx, day: string) => Promise.all([planSteps(tx, plainDate(day)), whatIsStopped(tx, plainDate(day))])
  const exempted = async () => {
    const { rows } = await owner.query<{ id: string }>('select id from app.obligation')
    await must(acts.write('hoa', exempt(campaignThings), { id: rows[0]?.id ?? '', reason: 'Sáp nhập' }))
  }

  it('between its reading and its sending is not reminded of', async () => {
    opened.clock.move(eightOn('2022-07-20'))
    const written = await opened.work.write(JOB, async (tx) => {
      const [steps, stopped] = await plan(tx, '2022-07-20')
      expect(steps.length).toBeGreaterThan(0)
      await exempted()
      return ok(await writeReminders(tx, plainDate('2022-07-20'), steps, stopped))
    })
    expect(await must(Promise.resolve(written))).toEqual({ reminded: 0, unreached: 0 })
  })

  it('before its letter is written stands in none', async () => {
    for (const day of ['2022-08-09', '2022-08-10', '2022-08-11']) await runOn(day)
    opened.clock.move(eightOn('2022-08-16'))
    const drafted = await opened.work.write(JOB, async (tx) => {
      const [steps, stopped] = await plan(tx, '2022-08-16')
      const late = await dueForLetter(tx, plainDate('2022-08-16'), steps, stopped)
      expect(late).toHaveLength(1)
      await exempted()
      return ok(await draftLetters(tx, plainDate('2022-08-16'), late))
    })
    expect(await must(Promise.resolve(drafted))).toBe(0)
  })
})

describe('how far urging has gone', () => {
  it('is said alike on the board and on the work page, and begins anew with a later last day', async () => {
    const height = async () => {
      const { rows } = await must(acts.read('hoa', (tx) => lateBoard(tx, { page: 1 }, undefined), {}))
      const { lateBelow } = await must(
        acts.read('hoa', myWork({ things: campaignThings, waiting: [], coming: [] }), {}),
      )
      expect(lateBelow.map((one) => one.reminders.height)).toEqual(rows.map((one) => one.reminders.height))
      return rows.map((one) => one.reminders.height)
    }
    for (const day of ['2022-08-08', '2022-08-09']) await runOn(day)
    expect(await height()).toEqual([3])
    const { rows: owed } = await owner.query<{ id: string }>('select id from app.obligation')
    await must(
      opened.work.write(opened.world.as('hoa'), async (tx) =>
        ok(await prolong(tx, [owed[0]?.id ?? ''], plainDate('2022-08-10'), 'Đơn vị xin thêm')),
      ),
    )
    opened.clock.move(eightOn('2022-08-11'))
    expect(await height()).toEqual([0])
    expect(await toldOn('2022-08-11')).toEqual(['+1 → Đỗ Bích Lan'])
    expect(await height()).toEqual([2])
  })
})
