const IF_NOT_ONESELF = 'Nếu không phải chính mình, đổi mật khẩu và đóng các phiên khác'

/** What an account is told of, each kind with its sentence; the places come from the notice's detail. */
export const NOTICE_SENTENCES = {
  'password-by-code':
    'Mật khẩu được đặt lại bằng mã do {by} cấp lúc {issued}, dùng lúc {at}. Nếu không phải chính mình đặt, báo ngay một quản trị viên khác',
  'password-by-mail':
    'Mật khẩu được đặt lại lúc {at} bằng đường dẫn trong thư gửi lúc {issued}. Nếu không phải chính mình đặt, đổi mật khẩu hộp thư và báo quản trị viên',
  'second-factor-removed':
    'Xác thực hai bước được gỡ lúc {at} bằng mã do {by} cấp lúc {issued}. Bật lại trong Tài khoản của tôi',
  'new-device': `Có lần đăng nhập từ thiết bị mới lúc {at}: {device}, địa chỉ {ip}. ${IF_NOT_ONESELF}`,
  'sessions-ended': '{by} đã đóng mọi phiên của tài khoản này lúc {at}',
} as const

/** How many are shown and read at once; the rest come after them. */
export const MOST_NOTICES = 200

export type NoticeKind = keyof typeof NOTICE_SENTENCES
type Detail = Readonly<Record<string, unknown>>
type Notice = { readonly id: string; readonly kind: NoticeKind; readonly detail: Detail }
export type ShownNotice = { ids: string[]; sentence: string; each: string[] }

/**
 * As they are shown: a sentence each, in their order. Several sign-ins from new devices are one sentence with their count, where the
 * last of them stands, and each of them in a line of its own.
 */
export function shownNotices(notices: readonly Notice[]): ShownNotice[] {
  const devices = notices.filter((one) => one.kind === 'new-device')
  const last = devices.at(-1)
  const together = devices.length > 1
  return notices.flatMap((one) => {
    if (one.kind !== 'new-device' || !together) return [{ ids: [one.id], sentence: sentenceOf(one), each: [] }]
    if (one !== last) return []
    const sentence = `Có ${devices.length} lần đăng nhập từ thiết bị mới, lần cuối ${filled('lúc {at}', one.detail)}. ${IF_NOT_ONESELF}`
    const each = devices.map(({ detail }) => filled('{at}: {device}, địa chỉ {ip}', detail))
    return [{ ids: devices.map(({ id }) => id), sentence, each }]
  })
}

const sentenceOf = ({ kind, detail }: Notice) => filled(NOTICE_SENTENCES[kind], detail)

function filled(sentence: string, detail: Detail): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = detail[name]
    return typeof value === 'string' ? value : place
  })
}
