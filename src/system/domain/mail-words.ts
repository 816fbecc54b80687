export type MailState = 'waiting' | 'sending' | 'sent' | 'failed' | 'stale'

/** How a mail stands, on screen and in a sheet. */
export const MAIL_STATE_WORDS: Readonly<Record<MailState, string>> = {
  waiting: 'Chờ gửi',
  sending: 'Đang gửi',
  sent: 'Đã gửi',
  failed: 'Không gửi được',
  stale: 'Quá cũ, không gửi',
}
