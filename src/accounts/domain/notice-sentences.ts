/** What an account is told of, each kind with its sentence; the places come from the notice's detail. */
export const NOTICE_SENTENCES = {
  'password-by-code':
    'Mật khẩu được đặt lại bằng mã do {by} cấp lúc {issued}, dùng lúc {at}. Nếu không phải chính mình đặt, báo ngay một quản trị viên khác',
  'password-by-mail':
    'Mật khẩu được đặt lại lúc {at} bằng đường dẫn trong thư gửi lúc {issued}. Nếu không phải chính mình đặt, đổi mật khẩu hộp thư và báo quản trị viên',
  'second-factor-removed':
    'Xác thực hai bước được gỡ lúc {at} bằng mã do {by} cấp lúc {issued}. Bật lại trong Tài khoản của tôi',
  'new-device':
    'Có lần đăng nhập từ thiết bị mới lúc {at}: {device}, địa chỉ {ip}. Nếu không phải chính mình, đổi mật khẩu và đóng các phiên khác',
  'sessions-ended': '{by} đã đóng mọi phiên của tài khoản này lúc {at}',
} as const

export type NoticeKind = keyof typeof NOTICE_SENTENCES

export function noticeSentence(kind: NoticeKind, detail: Readonly<Record<string, unknown>>): string {
  return NOTICE_SENTENCES[kind].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = detail[name]
    return typeof value === 'string' ? value : place
  })
}
