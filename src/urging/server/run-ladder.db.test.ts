import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { eightOn, must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { campaignThings } from '../../campaigns/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { exempt } from '../../mechanisms/obligations/server/exempt.ts'
import { remind } from '../../mechanisms/obligations/server/index.ts'
import { setSpecialDay } from '../../organisation/server/special-days.ts'
import { declareOutage, endOutage, takeBackOutage } from './outages.ts'
import { type LadderRun, runLadder } from './run-ladder.ts'

const JOB = { kind: 'job', name: 'nhắc việc' } as const
let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>

beforeAll(async () => {
  // Tuesday. Receipt until the 19th («chậm nhất»), dissemination until the 26th.
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  await acts.launched()
})
afterAll(() => opened.close())

/** The morning of a day, and the ladder run as a job runs it. */
async function runOn(day: string): Promise<LadderRun> {
  opened.clock.move(eightOn(day))
  return must(opened.work.write(JOB, (tx) => runLadder(tx, plainDate(day))))
}

const rows = <T>(query: (tx: Parameters<Parameters<OpenedWorld['work']['read']>[1]>[0]) => Promise<T>) =>
  must(opened.work.read(JOB, async (tx) => ok(await query(tx))))

/** «Phòng A, kind, step → to whom» of every reminder of a day. */
async function remindedOn(day: string): Promise<string[]> {
  const found = await rows((tx) =>
    tx.db
      .selectFrom('reminder')
      .innerJoin('obligation', 'obligation.id', 'reminder.obligation_id')
      .innerJoin('unit', 'unit.id', 'obligation.unit_id')
      .select(['unit.name', 'obligation.kind', 'reminder.step', 'reminder.to_names as to'])
      .where('reminder.sent_on', '=', plainDate(day))
      .execute(),
  )
  return found.map((one) => `${one.name} ${one.kind} ${one.step} → ${one.to.join(', ')}`).sort()
}
const mailsOf = (day: string) =>
  rows((tx) =>
    tx.db
      .selectFrom('outbox_mail')
      .select(['to_name', 'subject', 'body', 'not_before'])
      .where('subject', 'like', `Nhắc việc ngày ${day}%`)
      .orderBy('to_address')
      .execute(),
  )

describe('the ladder, run day by day', () => {
  it('says nothing on the day something is given, and on days off', async () => {
    expect(await runOn('2022-07-12')).toMatchObject({ state: 'run', reminded: 0 })
    expect(await runOn('2022-07-16')).toEqual({ state: 'day-off' })
  })

  it('reminds the officer of the unit, or its head where there is no officer', async () => {
    // Three working days before the 19th is the 14th.
    expect(await runOn('2022-07-14')).toMatchObject({ state: 'run', reminded: 2, unreached: 0, people: 2, mails: 2 })
    expect(await remindedOn('2022-07-14')).toEqual([
      'Phòng A confirm-receipt -3 → Đỗ Bích Lan',
      'Phòng B confirm-receipt -3 → Ngô Thanh Bình',
    ])
  })

  it('does not stand in the way of a person who reminds on the same day, once', async () => {
    const [owed] = await rows((tx) =>
      tx.db
        .selectFrom('reminder')
        .select('obligation_id as id')
        .where('sent_on', '=', plainDate('2022-07-14'))
        .execute(),
    )
    const byHand = () => ({ id: owed?.id ?? '', reminderId: newId(), message: '' })
    const sent = await must(acts.write('hoa', remind(campaignThings), byHand()))
    expect(sent.obligation.reminders).toEqual({ count: 2, lastOn: '2022-07-14', byHandOn: '2022-07-14', height: 1 })
    expect(await acts.write('hoa', remind(campaignThings), byHand())).toMatchObject({
      refusal: { code: 'reminded-today' },
    })
  })

  it('never takes a step twice: not in a second run of the day, not in two at once, not when the clock was moved back', async () => {
    expect(await runOn('2022-07-14')).toEqual({ state: 'done-before' })
    opened.clock.move(eightOn('2022-07-18'))
    const both = await Promise.all(
      [1, 2].map(() => must(opened.work.write(JOB, (tx) => runLadder(tx, plainDate('2022-07-18'))))),
    )
    expect(both.map((one) => one.state).sort()).toEqual(['done-before', 'run'])
    expect(await remindedOn('2022-07-18')).toHaveLength(4)
    expect(await runOn('2022-07-15')).toMatchObject({ state: 'run', reminded: 0 })
  })

  it('makes one digest and one mail of everything a person is reminded of in a day', async () => {
    const mails = await mailsOf('18/07/2022')
    expect(mails.map((mail) => mail.to_name)).toEqual(['Ngô Thanh Bình', 'Đỗ Bích Lan'])
    expect(mails[0]?.subject).toBe('Nhắc việc ngày 18/07/2022: 2 việc')
    expect(mails[0]?.body).toContain('Phòng B còn việc')
    const digests = await rows((tx) =>
      tx.db.selectFrom('urging_digest').selectAll().where('on_day', '=', plainDate('2022-07-18')).execute(),
    )
    expect(digests.map((one) => one.reminder_ids.length)).toEqual([2, 2])
    expect(digests.every((one) => one.mail_id !== null)).toBe(true)
  })

  it('lets mails written before working hours wait for the morning', async () => {
    opened.clock.move(new Date('2022-07-19T06:10:00+07:00'))
    await must(opened.work.write(JOB, (tx) => runLadder(tx, plainDate('2022-07-19'))))
    const [mail] = await mailsOf('19/07/2022')
    expect(mail?.not_before?.toISOString()).toBe('2022-07-19T00:30:00.000Z')
  })

  it('stops at once for what was exempted, and goes on for the others', async () => {
    const [owed] = await rows((tx) =>
      tx.db
        .selectFrom('obligation')
        .innerJoin('unit', 'unit.id', 'obligation.unit_id')
        .select('obligation.id')
        .where('unit.name', '=', 'Phòng B')
        .where('obligation.kind', '=', 'confirm-receipt')
        .execute(),
    )
    opened.clock.move(eightOn('2022-07-20'))
    await must(acts.write('hoa', exempt(campaignThings), { id: owed?.id ?? '', reason: 'Đi công tác' }))
    await runOn('2022-07-20')
    expect(await remindedOn('2022-07-20')).toEqual(['Phòng A confirm-receipt +1 → Đỗ Bích Lan'])
  })

  it('after a week without the server takes the newest step alone', async () => {
    // +3 was on the 22nd, +7 on the 28th; for what was due on the 26th +1 is the 27th.
    expect(await runOn('2022-07-28')).toMatchObject({ state: 'run', reminded: 3 })
    expect(await remindedOn('2022-07-28')).toEqual([
      'Phòng A confirm-receipt +7 → Đỗ Bích Lan',
      'Phòng A disseminate +1 → Đỗ Bích Lan',
      'Phòng B disseminate +1 → Ngô Thanh Bình',
    ])
  })

  it('climbs to the head, then to whoever leads above, then to a draft of a letter, once', async () => {
    await runOn('2022-08-02')
    expect(await remindedOn('2022-08-02')).toContain('Phòng A confirm-receipt head+10 → Phạm Quang Minh')
    await runOn('2022-08-09')
    expect(await remindedOn('2022-08-09')).toContain('Phòng A confirm-receipt superior+15 → Trần Văn Phúc')
    expect(await runOn('2022-08-16')).toMatchObject({ letters: 1 })
    expect(await runOn('2022-08-17')).toMatchObject({ letters: 0 })
    const letters = await rows((tx) => tx.db.selectFrom('urging_letter').selectAll().execute())
    expect(letters).toHaveLength(1)
    expect(JSON.stringify(letters[0]?.content)).toContain('Phòng A')
  })

  it('counts working days: a day off between moves every later step', async () => {
    opened.clock.move(eightOn('2022-08-18'))
    await must(acts.write('quan', setSpecialDay, { day: '2022-08-19', kind: 'off', name: 'Bão', basis: null }))
    expect(await runOn('2022-08-19')).toEqual({ state: 'day-off' })
  })
})

describe('an outage', () => {
  const id = '019200e0-0000-7000-8000-000000000001'
  it('pauses everything, and lengthens what fell due in it by the working days lost when it ends', async () => {
    const campaign = await acts.launched()
    const days = () =>
      rows(async (tx) =>
        (
          await tx.db
            .selectFrom('obligation')
            .select(['kind', 'last_day as day', 'prolonged_because as because'])
            .where('thing_id', '=', campaign)
            .where('kind', '=', 'confirm-receipt')
            .execute()
        ).map((one) => `${one.day} ${one.because ?? ''}`.trim()),
      )
    // Launched on Friday 19 August: receipt until the 26th.
    expect(await days()).toEqual(['2022-08-26', '2022-08-26'])
    opened.clock.move(eightOn('2022-08-25'))
    await must(acts.write('quan', declareOutage, { id, from: '2022-08-25', reason: 'Mất điện', documentWords: null }))
    expect(await runOn('2022-08-26')).toEqual({ state: 'outage' })
    opened.clock.move(eightOn('2022-08-29'))
    const ended = await must(acts.write('quan', endOutage(campaignThings), { id, to: '2022-08-26' }))
    expect(ended).toEqual({ lengthened: 2, newLastDay: '2022-08-30' })
    const because = 'ngừng hệ thống từ 25/08/2022 đến hết 26/08/2022'
    expect(await days()).toEqual([`2022-08-30 ${because}`, `2022-08-30 ${because}`])
    expect((await runOn('2022-08-29')).state).toBe('run')
    const back = await must(acts.write('quan', takeBackOutage(campaignThings), { id, reason: 'Ghi nhầm ngày' }))
    expect(back).toEqual({ setBack: 2, left: 0 })
    expect(await days()).toEqual(['2022-08-26', '2022-08-26'])
  })

  it('is the administrator’s to declare, one at a time', async () => {
    const input = {
      id: '019200e0-0000-7000-8000-000000000002',
      from: '2022-08-29',
      reason: 'Sự cố',
      documentWords: null,
    }
    expect(await acts.write('hoa', declareOutage, input)).toMatchObject({ refusal: { code: 'not-yours-to-do' } })
    expect((await acts.write('quan', declareOutage, input)).ok).toBe(true)
    expect((await acts.write('quan', declareOutage, input)).ok).toBe(true)
    const other = { ...input, id: '019200e0-0000-7000-8000-000000000003' }
    expect(await acts.write('quan', declareOutage, other)).toMatchObject({ refusal: { code: 'outage-open' } })
  })
})
