import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { type SmtpServer, startSmtpServer } from '../../../test/smtp-server.ts'
import { codeOf, eightOn, must, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { campaignThings } from '../../campaigns/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { readMailSettings } from '../../platform/mail/mail-settings.ts'
import { smtpMailer } from '../../platform/mail/mailer.ts'
import { sendMails } from '../../system/server/index.ts'
import { changeLetter, discardLetter, draftByHand, issueLetter } from './change-letter.ts'
import { seeDigest, todaysDigest } from './digests.ts'
import { listLadders, previewLadder, setLadder } from './ladders.ts'
import { lateBoard } from './late-board.ts'
import { letterFile } from './letter-file.ts'
import { readLetter } from './letters.ts'
import { remindMany } from './remind-many.ts'
import { reminderLog, sendReminderAgain } from './reminder-log.ts'
import { runLadder } from './run-ladder.ts'

const JOB = { kind: 'job', name: 'nhắc việc' } as const
let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let smtp: SmtpServer
let owner: Client

beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  await acts.launched()
  smtp = await startSmtpServer()
  owner = new Client({ connectionString: opened.database.ownerUrl })
  await owner.connect()
  // Friday: receipt was due on the 19th.
  opened.clock.move(eightOn('2022-07-22'))
})
afterAll(async () => {
  await owner.end()
  await smtp.close()
  await opened.close()
})

const board = async (by: 'hoa' | 'phuc' = 'hoa', filter: object = {}) =>
  must(acts.read(by, (tx, input: object) => lateBoard(tx, { page: 1, ...input }, undefined), filter))
const run = () => must(opened.work.write(JOB, (tx) => runLadder(tx, tx.today)))
async function sendRound(work = opened.work) {
  const settings = readMailSettings(smtp.url, 'Sở Nội vụ <thidua@snv.example>')
  if (!settings.ok || !settings.value) throw new Error('no settings')
  const mail = settings.value
  const [job] = sendMails({ openMailer: () => smtpMailer(mail), baseUrl: new URL('https://thidua.snv.example') })
  await job?.run({}, { work, signal: new AbortController().signal })
}

describe('the board of late units', () => {
  it('says who owes what for how long, and that nobody was reminded yet', async () => {
    const { rows, total, units, mayUrge } = await board()
    expect({ total, units, mayUrge }).toEqual({ total: 2, units: 2, mayUrge: true })
    expect(rows[0]).toMatchObject({
      unitName: 'Phòng A',
      daysLate: 3,
      reminders: { count: 0, height: 0 },
      reach: 'ok',
      letter: null,
      mayRemind: true,
    })
    expect((await board('hoa', { q: 'phong b' })).rows.map((row) => row.unitName)).toEqual(['Phòng B'])
    expect((await board('hoa', { stage: 'told-above' })).total).toBe(0)
    expect((await board('hoa', { branchId: opened.world.units.phongB })).total).toBe(1)
    expect((await board('phuc')).rows.map((row) => row.mayRemind)).toEqual([false, false])
    expect(codeOf(await acts.read('lan', (tx) => lateBoard(tx, { page: 1 }, undefined), {}))).toBe('not-yours-to-see')
  })

  it('reminds many at once; who was reminded today is left out and named', async () => {
    const ids = (await board()).rows.map((row) => row.id)
    const [first = ''] = ids
    expect(await must(acts.write('hoa', remindMany(campaignThings), { ids: [first], message: '' }))).toEqual({
      reminded: 1,
      leftOut: [],
    })
    const both = await must(acts.write('hoa', remindMany(campaignThings), { ids, message: '' }))
    expect(both).toMatchObject({ reminded: 1, leftOut: [{ unitName: 'Phòng A' }] })
    expect((await board()).rows.map((row) => row.reminders)).toMatchObject([
      { count: 1, lastOn: '2022-07-22', byHandOn: '2022-07-22', lastBy: 'Lê Thị Hoa', height: 2 },
      { count: 1, lastOn: '2022-07-22', byHandOn: '2022-07-22', lastBy: 'Lê Thị Hoa', height: 2 },
    ])
  })
})

describe('a reminder', () => {
  it('can be proven: when, at which step, to whom, by which mail; and its mail sent again', async () => {
    opened.clock.move(eightOn('2022-07-25'))
    expect(await run()).toMatchObject({ state: 'run', mails: 2 })
    await sendRound()
    const [row] = (await board()).rows
    const log = await must(acts.read('hoa', reminderLog, { id: row?.id ?? '' }))
    expect(log.entries.map((entry) => [entry.step, entry.byName, entry.toNames.includes('Đỗ Bích Lan')])).toEqual([
      ['+3', 'Hệ thống (nhắc việc)', true],
      [null, 'Lê Thị Hoa', true],
    ])
    const [entry] = log.entries
    const [mail] = entry?.mails ?? []
    expect(mail).toMatchObject({ toName: 'Đỗ Bích Lan', state: 'sent', maybeTwice: false })
    const before = smtp.mails.length
    const again = { id: row?.id ?? '', reminderId: entry?.id ?? '', mailId: mail?.id ?? '' }
    expect(codeOf(await acts.write('phuc', sendReminderAgain, again))).toBe('not-yours-to-do')
    expect(codeOf(await acts.write('hoa', sendReminderAgain, again))).toBe('ok')
    await sendRound()
    expect(smtp.mails).toHaveLength(before + 1)
    expect((await must(acts.read('hoa', reminderLog, { id: row?.id ?? '' }))).entries[0]?.mails).toHaveLength(2)
    expect((await recordedOf(opened.work, row?.id ?? '')).at(-1)).toBe(
      'gửi lại thư nhắc “Xác nhận tiếp nhận” của Phòng A tới Đỗ Bích Lan',
    )
  })

  it('whose server died between sending and noting arrives at most once more, and the log says so', async () => {
    opened.clock.move(eightOn('2022-07-29'))
    await run()
    const { rows } = await owner.query<{ id: string }>(
      `update app.outbox_mail set state = 'sending', attempts = 1, taken_until = $1 where state = 'waiting' returning id`,
      [new Date(opened.clock.now().getTime() + 30 * 60_000)],
    )
    expect(rows.length).toBeGreaterThan(0)
    const before = smtp.mails.length
    opened.clock.move(new Date(opened.clock.now().getTime() + 31 * 60_000))
    await sendRound()
    await sendRound()
    expect(smtp.mails).toHaveLength(before + rows.length)
    const [row] = (await board()).rows
    const log = await must(acts.read('hoa', reminderLog, { id: row?.id ?? '' }))
    expect(log.entries[0]?.mails[0]).toMatchObject({ state: 'sent', maybeTwice: true })
  })

  it('stands on one’s own work page until it is seen, and leaves it when the work is done', async () => {
    const mine = await must(acts.read('lan', todaysDigest, {}))
    expect(mine.digest?.items[0]?.message).toContain('Phòng A còn việc')
    const id = mine.digest?.id ?? ''
    expect(codeOf(await acts.write('binh', seeDigest, { id }))).toBe('not-found')
    await must(acts.write('lan', seeDigest, { id }))
    expect((await must(acts.read('lan', todaysDigest, {}))).digest?.seen).toBe(true)
  })
})

describe('a letter', () => {
  it('is drafted from the late ones with the plan’s words, edited, issued after the signature, and read by the units it urges', async () => {
    const ids = (await board()).rows.map((row) => row.id)
    const id = newId()
    expect(await must(acts.write('hoa', draftByHand, { id, obligationIds: ids }))).toEqual({ id, leftOut: 0 })
    expect(await must(acts.write('hoa', draftByHand, { id, obligationIds: ids }))).toEqual({ id, leftOut: 0 })
    expect(codeOf(await acts.write('hoa', draftByHand, { id: newId(), obligationIds: ids }))).toBe('nothing-late')
    const { letter } = await must(acts.read('hoa', readLetter, { id }))
    expect(letter.content.opening).toMatch(/^Thực hiện Kế hoạch số .* còn 2 đơn vị chưa hoàn thành/)
    expect(letter.content.units.map((unit) => unit.unitName)).toEqual(['Phòng A', 'Phòng B'])
    expect(codeOf(await acts.read('minh', readLetter, { id }))).toBe('not-found')

    const { opening, asked, newDay } = letter.content
    const words = {
      subject: letter.subject,
      opening,
      asked,
      newDay,
      recipients: ['Như trên'],
      place: 'Hà Tĩnh',
      signerTitle: 'Giám đốc',
    }
    const kept = letter.content.units.flatMap((unit) => unit.items.map((item) => item.obligationId))
    await must(acts.write('hoa', changeLetter, { id, version: 1, ...words, keptIds: kept }))
    expect(codeOf(await acts.write('hoa', changeLetter, { id, version: 1, ...words, keptIds: kept }))).toBe(
      'changed-meanwhile',
    )
    const file = await must(acts.read('hoa', letterFile, { id }))
    expect(Buffer.from(file.base64, 'base64').subarray(0, 2).toString()).toBe('PK')

    const signed = {
      id,
      version: 2,
      number: '45/SNV-TĐKT',
      issuedOn: '2022-07-29',
      signerName: 'Trần Văn Phúc',
      signerTitle: 'Giám đốc',
    }
    await must(acts.write('hoa', issueLetter, { ...signed, signedFileId: await acts.scan() }))
    expect(codeOf(await acts.write('hoa', issueLetter, { ...signed, signedFileId: null }))).toBe('letter-closed')
    const read = await must(acts.read('minh', readLetter, { id }))
    expect(read.letter.content.units.map((unit) => unit.unitName)).toEqual(['Phòng A'])
    expect(read.letter.signedFile?.name).toBe('ban-ky.pdf')
    expect(read.letter.actions).toEqual({})
    expect((await must(acts.read('minh', todaysDigest, {}))).letters[0]).toMatchObject({ number: '45/SNV-TĐKT' })
    expect((await board()).rows[0]).toMatchObject({ letter: { state: 'issued' }, reminders: { height: 4 } })
    expect(codeOf(await acts.read('mai', readLetter, { id }))).toBe('not-found')
  })

  it('thrown away frees what it urged for another by hand, and the ladder does not draft it again', async () => {
    await acts.launched()
    // One rung a day: the unit, its head, whoever leads above, then the draft.
    for (const day of ['2022-09-12', '2022-09-13', '2022-09-14', '2022-09-15']) {
      opened.clock.move(eightOn(day))
      await run()
    }
    const drafts = (await owner.query<{ id: string }>(`select id from app.urging_letter where state = 'draft'`)).rows
    expect(drafts).toHaveLength(1)
    const [{ id } = { id: '' }] = drafts
    await must(acts.write('hoa', discardLetter, { id, version: 1, reason: 'Sẽ làm chung' }))
    opened.clock.move(eightOn('2022-09-16'))
    expect(await run()).toMatchObject({ letters: 0 })
    const free = (await board()).rows.filter((row) => row.letter === null).map((row) => row.id)
    expect(free.length).toBeGreaterThan(0)
    expect(codeOf(await acts.write('hoa', draftByHand, { id: newId(), obligationIds: free }))).toBe('ok')
  })
})

describe('the ladder of an office', () => {
  it('is set for a kind, shown with the days it falls on, and judged', async () => {
    const unitId = opened.world.units.root
    const steps = [
      { stage: 'unit' as const, days: -2 },
      { stage: 'head' as const, days: 2 },
    ]
    expect(codeOf(await acts.write('hoa', setLadder, { unitId, kind: 'report', steps: [], version: 0 }))).toBe(
      'wrong-ladder',
    )
    expect(codeOf(await acts.write('phuc', setLadder, { unitId, kind: 'report', steps, version: 0 }))).toBe(
      'not-yours-to-do',
    )
    await must(acts.write('hoa', setLadder, { unitId, kind: 'report', steps, version: 0 }))
    expect(
      codeOf(await acts.write('hoa', setLadder, { unitId, kind: 'report', steps: steps.slice(1), version: 0 })),
    ).toBe('changed-meanwhile')
    const { offices } = await must(acts.read('hoa', listLadders, {}))
    expect(offices[0]?.kinds.find((one) => one.kind === 'report')).toMatchObject({ steps, from: 'own', version: 1 })
    expect(offices[0]?.kinds.find((one) => one.kind === 'task')).toMatchObject({ from: 'house' })
    const preview = await must(acts.read('hoa', previewLadder, { lastDay: plainDate('2022-12-30'), steps }))
    expect(preview).toEqual({
      days: [
        { step: steps[0], day: '2022-12-28' },
        { step: steps[1], day: '2023-01-03' },
      ],
      unconfirmedYears: [2022, 2023],
    })
  })
})
