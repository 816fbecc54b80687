import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type SmtpServer, startSmtpServer, textOf } from '../../../test/smtp-server.ts'
import { codeOf, eightOn, must, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { readMailSettings } from '../../platform/mail/mail-settings.ts'
import { smtpMailer } from '../../platform/mail/mailer.ts'
import { type NewMail, writeMail } from '../../platform/mail/write-mail.ts'
import { listOutbox } from './list-outbox.ts'
import { resendMail } from './resend-mail.ts'
import { sendMails } from './send-mails.ts'

let opened: OpenedWorld
let owner: Client
let smtp: SmtpServer
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  owner = new Client({ connectionString: opened.database.ownerUrl })
  await owner.connect()
})
beforeEach(async () => {
  await owner.query('delete from app.outbox_mail')
  opened.clock.move(eightOn('2022-07-12'))
  smtp = await startSmtpServer()
  return () => smtp.close()
})
afterAll(async () => {
  await owner.end()
  await opened.close()
})

const LAN = {
  toName: 'Đỗ Bích Lan',
  toAddress: 'lan@so.example',
  subject: 'Nhắc: Xác nhận tiếp nhận',
  body: 'Còn việc chưa làm.',
}

async function written(...mails: Partial<NewMail>[]) {
  const put = opened.work.write({ kind: 'job', name: 'thử' }, async (tx) => {
    for (const mail of mails) await writeMail(tx, { ...LAN, ...mail })
    return ok(undefined)
  })
  await must(put)
}

async function round(url = smtp.url, work = opened.work) {
  const settings = readMailSettings(url, 'Sở Nội vụ <thidua@snv.example>')
  if (!settings.ok || !settings.value) throw new Error('no settings')
  const mail = settings.value
  const [job] = sendMails({ openMailer: () => smtpMailer(mail), baseUrl: new URL('https://thidua.snv.example') })
  await job?.run({}, { work, signal: new AbortController().signal })
}

const outbox = async () =>
  (await must(opened.work.read(opened.world.as('quan'), (tx) => listOutbox(true)(tx, { page: 1 })))).mails
const later = (minutes: number) => opened.clock.move(new Date(opened.clock.now().getTime() + minutes * 60_000))

describe('a mail', () => {
  it('goes out once, in Vietnamese, with its link and an id of its own, by a server that asks for a password', async () => {
    await written({ linkPath: '/viec/7' })
    await round()
    await round()
    expect(smtp.mails).toHaveLength(1)
    expect(smtp.logins()).toBe(1)
    const [mail] = smtp.mails
    const [row] = await outbox()
    expect(mail?.to).toBe('lan@so.example')
    expect(mail?.raw).toMatch(new RegExp(`^Message-ID: <${row?.id}@snv.example>`, 'm'))
    expect(mail && textOf(mail).replaceAll('\r', '')).toBe(
      'Gửi Đỗ Bích Lan,\n\nCòn việc chưa làm.\n\nhttps://thidua.snv.example/viec/7\n\n-- \nThư tự động của hệ thống Thi Đua tại thidua.snv.example. Không trả lời thư này.',
    )
    expect(row).toMatchObject({ state: 'sent', attempts: 1, lastError: null, linkPath: '/viec/7', actions: {} })
  })

  it('with a secret link shows it to its reader alone, and it is gone from here when it is out', async () => {
    await written({ secretPath: '/dat-mat-khau#ma=bi-mat' })
    const { rows: before } = await owner.query('select * from app.outbox_mail')
    expect(JSON.stringify(before)).not.toContain('bi-mat')
    await round()
    expect(smtp.mails[0] && textOf(smtp.mails[0])).toContain('https://thidua.snv.example/dat-mat-khau#ma=bi-mat')
    expect((await owner.query('select sealed_link_path from app.outbox_mail')).rows).toEqual([
      { sealed_link_path: null },
    ])
    expect((await outbox())[0]).toMatchObject({ secret: true, linkPath: null })
  })

  it('cannot bring a head of its own: line breaks in a name or a subject are none', async () => {
    await written({ toName: 'Lan\r\nBcc: kẻ@khác.example', subject: 'Nhắc\r\nX-Them: 1' })
    await round()
    expect(smtp.mails).toHaveLength(1)
    expect(smtp.mails[0]?.raw.split('\r\n\r\n')[0]).not.toMatch(/^(Bcc|X-Them):/im)
  })
})

describe('what is not taken', () => {
  it('for now is tried again after a minute, then five; for good it is given up and said', async () => {
    await written(
      { toAddress: 'day@so.example' },
      { toAddress: 'khong-co@so.example' },
      { toAddress: 'lan@so.example' },
    )
    const answers: Record<string, string> = {
      'day@so.example': '452 mailbox full',
      'khong-co@so.example': '550 no such user',
    }
    smtp.answerTo = (address) => answers[address]
    await round()
    const states = async () =>
      Object.fromEntries((await outbox()).map((mail) => [mail.toAddress, `${mail.state} ${mail.attempts}`]))
    expect(await states()).toEqual({
      'day@so.example': 'waiting 1',
      'khong-co@so.example': 'failed 1',
      'lan@so.example': 'sent 1',
    })
    expect((await outbox()).find((mail) => mail.state === 'failed')?.lastError).toContain('550 no such user')
    await round()
    expect((await states())['day@so.example']).toBe('waiting 1')
    later(1)
    await round()
    expect((await states())['day@so.example']).toBe('waiting 2')
    later(5)
    smtp.answerTo = () => undefined
    await round()
    expect((await states())['day@so.example']).toBe('sent 3')
  })

  it('after working hours is held to the next working morning where it can wait, and tried again at once where it cannot', async () => {
    await written({ notBefore: eightOn('2022-07-12') }, { toAddress: 'mai@so.example' })
    opened.clock.move(new Date('2022-07-12T17:29:00+07:00'))
    smtp.answerTo = () => '451 try later'
    await round()
    smtp.answerTo = () => undefined
    later(1)
    await round()
    expect(smtp.mails.map((mail) => mail.to)).toEqual(['mai@so.example'])
    opened.clock.move(new Date('2022-07-13T07:29:00+07:00'))
    await round()
    expect(smtp.mails).toHaveLength(1)
    later(1)
    await round()
    expect(smtp.mails.map((mail) => mail.to)).toEqual(['mai@so.example', 'lan@so.example'])
  })

  it('because nobody answers waits for all alike, without wearing out its tries', async () => {
    await written({}, { toAddress: 'mai@so.example' })
    await smtp.close()
    await round()
    expect((await outbox()).map((mail) => mail.attempts).toSorted()).toEqual([0, 1])
    smtp = await startSmtpServer()
    later(1)
    await round()
    expect(smtp.mails.map((mail) => mail.to).toSorted()).toEqual(['lan@so.example', 'mai@so.example'])
  })

  it('because the password is wrong waits too, and no part of the settings is told', async () => {
    await written({})
    await round(smtp.url.replace(/:[^:@]*@/, ':sai-mat-khau@'))
    const [mail] = await outbox()
    expect(mail).toMatchObject({ state: 'waiting', lastError: expect.stringContaining('535') as string })
    expect(JSON.stringify(mail)).not.toContain('sai-mat-khau')
  })

  it('because the server is down for a day goes out when it is back, each mail once', async () => {
    await written(...Array.from({ length: 30 }, (_, no) => ({ toAddress: `nguoi${no}@so.example` })))
    await smtp.close()
    for (let quarter = 0; quarter < 4 * 24; quarter += 1) {
      await round()
      later(15)
    }
    smtp = await startSmtpServer()
    await round()
    expect(smtp.mails).toHaveLength(30)
    expect(new Set(smtp.mails.map((mail) => mail.to)).size).toBe(30)
    expect((await outbox()).every((mail) => mail.state === 'sent')).toBe(true)
  })

  it('for eight times is given up; an administrator lets it be tried again, but not a link that is gone', async () => {
    await written({}, { toAddress: 'mai@so.example', secretPath: '/dat-mat-khau#ma=x' })
    smtp.answerTo = () => '451 later'
    for (let n = 0; n < 8; n += 1) {
      await round()
      later(13 * 60)
    }
    const mails = await outbox()
    expect(mails.map((mail) => `${mail.state} ${mail.attempts}`)).toEqual(['failed 8', 'failed 8'])
    const [plain, secret] = [mails.find((mail) => !mail.secret), mails.find((mail) => mail.secret)]
    expect(secret?.actions['send-again']?.whyNot).toContain('đường dẫn dùng một lần')
    const again = (id = '', by: 'quan' | 'hoa' = 'quan') =>
      opened.work.write(opened.world.as(by), (tx) => resendMail(tx, { id }))
    expect(codeOf(await again(secret?.id))).toBe('mail-link-gone')
    expect(codeOf(await again(plain?.id, 'hoa'))).toBe('not-yours-to-do')
    expect(codeOf(await again(plain?.id))).toBe('ok')
    expect(codeOf(await again(plain?.id))).toBe('mail-not-failed')
    smtp.answerTo = () => undefined
    await round()
    expect(smtp.mails.map((mail) => mail.to)).toEqual(['lan@so.example'])
    expect(await recordedOf(opened.work, plain?.id ?? '')).toEqual([
      'cho gửi lại thư “Nhắc: Xác nhận tiếp nhận” tới Đỗ Bích Lan',
    ])
  })
})

describe('after a crash, beside another server, after months without one', () => {
  it('what was taken and not marked is sent again half an hour later, under the same id', async () => {
    await written({})
    await owner.query(`update app.outbox_mail set state = 'sending', attempts = 1, taken_until = $1`, [
      new Date(opened.clock.now().getTime() + 30 * 60_000),
    ])
    await round()
    expect(smtp.mails).toHaveLength(0)
    later(31)
    await round()
    expect(smtp.mails).toHaveLength(1)
    expect((await outbox())[0]).toMatchObject({ state: 'sent', maybeTwice: true })
  })

  it('one that waits for a working morning goes out then, and is not too old on that morning', async () => {
    await written({ notBefore: new Date('2022-07-18T00:30:00Z') }, { toAddress: 'mai@so.example' })
    await round()
    expect(smtp.mails.map((mail) => mail.to)).toEqual(['mai@so.example'])
    opened.clock.move(new Date('2022-07-18T00:31:00Z'))
    await round()
    expect(smtp.mails.map((mail) => mail.to)).toEqual(['mai@so.example', 'lan@so.example'])
    expect((await outbox()).every((mail) => !mail.maybeTwice)).toBe(true)
  })

  it('two at one moment send each mail once', async () => {
    await written(...Array.from({ length: 45 }, (_, index) => ({ toAddress: `nguoi${index}@so.example` })))
    await Promise.all([round(), round()])
    expect(new Set(smtp.mails.map((mail) => mail.to)).size).toBe(45)
    expect(smtp.mails).toHaveLength(45)
  })

  it('what lay for days before there was a mail server is not sent, and says so', async () => {
    await written({})
    later(4 * 24 * 60)
    await written({ toAddress: 'mai@so.example' })
    await round()
    expect(smtp.mails.map((mail) => mail.to)).toEqual(['mai@so.example'])
    expect((await outbox()).map((mail) => mail.state)).toEqual(['sent', 'stale'])
  })

  it('what was written in the last minute before a long holiday, or failed then, goes out when it is over', async () => {
    // From the 18th to the 26th nobody works.
    for (const day of ['18', '19', '20', '21', '22', '25', '26'])
      await owner.query(`insert into app.special_day (day, kind, name) values ($1, 'off', 'Nghỉ')`, [`2022-07-${day}`])
    opened.clock.move(new Date('2022-07-15T17:29:00+07:00'))
    await written({ notBefore: opened.clock.now() })
    await smtp.close()
    await round()
    later(1)
    await written({ toAddress: 'mai@so.example', notBefore: new Date('2022-07-15T17:29:59+07:00') })
    smtp = await startSmtpServer()
    for (const morning of ['19', '25']) {
      opened.clock.move(eightOn(`2022-07-${morning}`))
      await round()
      expect(smtp.mails).toHaveLength(0)
    }
    await smtp.close()
    opened.clock.move(new Date('2022-07-27T07:31:00+07:00'))
    await round()
    later(15)
    smtp = await startSmtpServer()
    await round()
    expect(smtp.mails.map((mail) => mail.to).toSorted()).toEqual(['lan@so.example', 'mai@so.example'])
    await owner.query(`delete from app.special_day where day between '2022-07-18' and '2022-07-26'`)
  })

  it('what can wait does not go out while the system is declared not to serve; what cannot does', async () => {
    await written({ notBefore: eightOn('2022-07-12') }, { toAddress: 'mai@so.example' })
    await owner.query(
      `insert into app.outage (id, from_day, reason, declared_by_name, declared_at) values ($1, '2022-07-12', 'Mất điện', 'Quân', now())`,
      [newId()],
    )
    await round()
    expect(smtp.mails.map((mail) => mail.to)).toEqual(['mai@so.example'])
    await owner.query(`update app.outage set to_day = '2022-07-12', ended_at = now(), ended_by_name = 'Quân'`)
    opened.clock.move(eightOn('2022-07-13'))
    await round()
    expect(smtp.mails.map((mail) => mail.to)).toEqual(['mai@so.example', 'lan@so.example'])
    await owner.query('delete from app.outage')
  })
})
