import { createTransport } from 'nodemailer'
import { type MailSettings, needsTls } from './mail-settings.ts'

export type OutgoingMail = {
  /** Of its row: the Message-ID is made of it, so that a mail sent twice over a crash can be known as one. */
  readonly id: string
  readonly toName: string
  readonly toAddress: string
  readonly subject: string
  readonly text: string
}

/** Hands mails to whoever carries them; throws `MailNotSent` when they were not taken. */
export interface Mailer {
  readonly send: (mail: OutgoingMail) => Promise<void>
  readonly close: () => void
}

/** Whose fault it was: the mail's own, for ever or for now; or nobody could hand in anything, whatever the mail. */
export type Blame = 'mail-for-good' | 'mail-for-now' | 'server'

export class MailNotSent extends Error {
  readonly blame: Blame
  constructor(blame: Blame, reason: string) {
    super(reason)
    this.blame = blame
  }
}

const CONNECT_MS = 15_000
const SILENCE_MS = 60_000

/** Mails by SMTP, one connection for what is sent together. */
export function smtpMailer(settings: MailSettings): Mailer {
  const { smtpUrl, from } = settings
  const [, domain = 'thi-dua'] = from.address.split('@')
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 1,
    requireTLS: needsTls(settings),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    // What stands in a mail is text: never a file of this machine or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ id, toName, toAddress, subject, text }) => {
      try {
        await transport.sendMail({
          messageId: `<${id}@${domain}>`,
          from,
          to: { name: toName, address: toAddress },
          subject,
          text,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (fault) {
        throw new MailNotSent(blameOf(fault), reasonOf(fault))
      }
    },
    close: () => transport.close(),
  }
}

/** RFC 5321: 4xx is for now, 5xx for good; what failed before the addressee was named is no mail's fault. */
function blameOf(fault: unknown): Blame {
  const { code, responseCode } = fault as { code?: string; responseCode?: number }
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return 'server'
  return responseCode !== undefined && responseCode < 500 ? 'mail-for-now' : 'mail-for-good'
}

/** The first line of what the server or the network said; no part of it is of our settings. */
function reasonOf(fault: unknown): string {
  const { response, message } = fault as { response?: string; message?: string }
  const [line = ''] = (response ?? message ?? String(fault)).split('\n')
  return line.slice(0, 300)
}
