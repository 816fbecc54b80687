import { ok, type Result, refuse } from '../../kernel/result.ts'
import { isLoopback } from '../config/loopback.ts'

/** Where mails are handed in, and in whose name they go. */
export type MailSettings = {
  /** May hold a password: never shown, never logged. */
  readonly smtpUrl: string
  readonly host: string
  readonly from: { readonly name: string; readonly address: string }
}

const FORM = 'smtp://tên:mật-khẩu@máy:587 hoặc smtps://tên:mật-khẩu@máy:465'
const FROM_FORM = 'Thi Đua <thidua@co-quan.gov.vn>'

/**
 * Reads `SMTP_URL` and `MAIL_FROM`: both, or neither, and then no mail goes out. Refuses what is no such address without repeating it, for
 * it may hold a password; and a password that would cross a network in the clear.
 */
export function readMailSettings(
  smtpUrl: string | undefined,
  from: string | undefined,
): Result<MailSettings | undefined> {
  if (smtpUrl === undefined && from === undefined) return ok(undefined)
  if (smtpUrl === undefined) return refuse('config-missing-companion', { name: 'MAIL_FROM', companion: 'SMTP_URL' })
  if (from === undefined) return refuse('config-missing-companion', { name: 'SMTP_URL', companion: 'MAIL_FROM' })
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : undefined
  const right = url && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && /^\/?$/.test(url.pathname) && !url.hash
  if (!right || (url.password !== '' && url.username === '')) {
    return refuse('config-wrong-address', { name: 'SMTP_URL', value: '…', form: FORM })
  }
  const sender = readSender(from)
  if (!sender) return refuse('config-wrong-address', { name: 'MAIL_FROM', value: from, form: FROM_FORM })
  return ok({ smtpUrl, host: url.hostname, from: sender })
}

/** Must the line be encrypted before anything is said on it? Where a password is said, and not to this very machine. */
export function needsTls(settings: MailSettings): boolean {
  const url = new URL(settings.smtpUrl)
  return url.protocol === 'smtp:' && url.username !== '' && !isLoopback(url.hostname)
}

function readSender(text: string): MailSettings['from'] | undefined {
  const [, name, inBrackets] = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/.exec(text) ?? []
  const address = (inBrackets ?? text).trim()
  if (!/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(address)) return undefined
  return { name: name?.trim() || 'Thi Đua', address }
}
