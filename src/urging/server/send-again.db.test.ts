import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { codeOf, eightOn, must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { campaignThings } from '../../campaigns/server/index.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { exempt } from '../../mechanisms/obligations/server/exempt.ts'
import { reminderLog, sendReminderAgain } from './reminder-log.ts'
import { runLadder } from './run-ladder.ts'

const JOB = { kind: 'job', name: 'nhắc việc' } as const
let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let owner: Client
let id: string
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  await acts.launched([opened.world.units.phongA])
  owner = new Client({ connectionString: opened.database.ownerUrl })
  await owner.connect()
  opened.clock.move(eightOn('2022-07-22'))
  await must(opened.work.write(JOB, (tx) => runLadder(tx, plainDate('2022-07-22'))))
  await owner.query(`update app.outbox_mail set state = 'sent', sent_at = created_at, attempts = 1`)
  const { rows } = await owner.query<{ id: string }>(
    `select id from app.obligation where kind = 'confirm-receipt' limit 1`,
  )
  id = rows[0]?.id ?? ''
})
afterAll(async () => {
  await owner.end()
  await opened.close()
})

const log = async () => (await must(acts.read('hoa', reminderLog, { id }))).entries[0]
async function again() {
  const entry = await log()
  const mailId = entry?.mails.find((mail) => mail.state === 'sent')?.id ?? ''
  return { id, reminderId: entry?.id ?? '', mailId }
}

it('pressed twice, the mail of a reminder goes out once more, not twice', async () => {
  const press = await again()
  const both = await Promise.all([1, 2].map(() => acts.write('hoa', sendReminderAgain, press)))
  expect(both.map(codeOf).toSorted()).toEqual(['ok', 'reminder-mail-waits'])
  expect((await log())?.mails.map((mail) => mail.state).toSorted()).toEqual(['sent', 'waiting'])
  await owner.query(`update app.outbox_mail set state = 'sent', sent_at = created_at`)
  expect(codeOf(await acts.write('hoa', sendReminderAgain, await again()))).toBe('ok')
})

it('of what need not be done any more nothing is sent again, and the log does not offer it', async () => {
  await owner.query(`update app.outbox_mail set state = 'sent', sent_at = created_at`)
  expect((await must(acts.read('hoa', reminderLog, { id }))).actions).toEqual({ 'send-again': { whyNot: null } })
  await must(acts.write('hoa', exempt(campaignThings), { id, reason: 'Sáp nhập' }))
  expect(codeOf(await acts.write('hoa', sendReminderAgain, await again()))).toBe('reminder-settled')
  expect((await must(acts.read('hoa', reminderLog, { id }))).actions).toEqual({})
})
