import { afterAll, beforeAll, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { reportsIn } from '../../../test/reports.ts'
import { codeOf, eightOn, must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { addDays, plainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { closeForm, reopenForm } from '../../reports/server/close-form.ts'
import { draftByHand } from './change-letter.ts'
import { runLadder } from './run-ladder.ts'

const JOB = { kind: 'job', name: 'nhắc việc' } as const
let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterAll(() => opened.close())

async function lastDayOf(id: string): Promise<string> {
  const found = await opened.work.read(JOB, async ({ db }) =>
    ok(await db.selectFrom('obligation').select('last_day').where('id', '=', id).executeTakeFirstOrThrow()),
  )
  return (await must(Promise.resolve(found))).last_day
}

async function remindersOf(id: string): Promise<number> {
  const found = await opened.work.read(JOB, async ({ db }) =>
    ok(await db.selectFrom('reminder').select('id').where('obligation_id', '=', id).execute()),
  )
  return (await must(Promise.resolve(found))).length
}

it('nobody is urged for a report that is taken no more; opened again, everybody is who owes it', async () => {
  const reports = reportsIn(opened, acts)
  const formId = await reports.publishedForm()
  const owed = await reports.owedBy(formId, opened.world.units.phongB)
  const late = addDays(plainDate(await lastDayOf(owed)), 10)
  await must(acts.write('hoa', closeForm, { id: formId, reason: 'Hết kỳ', graceUntil: null, graceReason: '' }))
  opened.clock.move(eightOn(late))
  await must(opened.work.write(JOB, (tx) => runLadder(tx, late)))
  expect(await remindersOf(owed)).toBe(0)
  const letter = () => acts.write('hoa', draftByHand, { id: newId(), obligationIds: [owed] })
  expect(codeOf(await letter())).toBe('nothing-late')

  await must(acts.write('hoa', reopenForm, { id: formId, reason: 'Cấp trên gia hạn' }))
  expect(codeOf(await letter())).toBe('ok')
})
