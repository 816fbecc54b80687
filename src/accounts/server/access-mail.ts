import { formatMoment } from '../../kernel/plain-date.ts'
import type { NewMail } from '../../platform/mail/write-mail.ts'
import type { AccessPurpose } from '../../platform/sign-in/one-time-access.ts'

/** The page on which a password is chosen; what is behind «#» never leaves the browser, so no log and no proxy reads it. */
const PAGE = '/dat-mat-khau'

type Access = {
  personName: string
  signInName: string
  to: string
  purpose: AccessPurpose
  secret: string
  until: Date
}

/** The mail with the link to choose a password. The link is sealed: an administrator who reads the outbox does not see it. */
export function accessMail({ personName, signInName, to, purpose, secret, until }: Access): NewMail {
  const first = purpose === 'invitation'
  const lines = [
    first
      ? `Tài khoản “${signInName}” đã được mở cho ${personName}.`
      : `Có yêu cầu đặt lại mật khẩu cho tài khoản “${signInName}”.`,
    `Mở đường dẫn dưới đây để tự đặt mật khẩu. Đường dẫn dùng một lần, đến ${formatMoment(until)}.`,
    first
      ? 'Không ai khác biết mật khẩu này, kể cả quản trị viên.'
      : 'Không yêu cầu thì bỏ qua thư này: mật khẩu giữ nguyên.',
  ]
  return {
    toName: personName,
    toAddress: to,
    subject: first ? 'Kích hoạt tài khoản Thi Đua' : 'Đặt lại mật khẩu Thi Đua',
    body: lines.join('\n'),
    secretPath: `${PAGE}#ma=${secret}`,
  }
}
