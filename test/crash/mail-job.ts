import { readMailSettings } from '../../src/platform/mail/mail-settings.ts'
import { smtpMailer } from '../../src/platform/mail/mailer.ts'
import { sendMails } from '../../src/system/server/index.ts'
import { settled } from '../throw-away-cluster.ts'

/** The job that sends mails, with this server for its way out. */
export function mailJob(smtpUrl: string) {
  const settings = settled(readMailSettings(smtpUrl, 'Sở Nội vụ <thidua@snv.example>'))
  if (!settings) throw new Error('no mail server')
  const baseUrl = new URL('https://thidua.snv.example')
  const [job] = sendMails({ openMailer: () => smtpMailer(settings), baseUrl })
  if (!job) throw new Error('nothing sends mails')
  return job
}
