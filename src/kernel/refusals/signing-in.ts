import type { Refusals } from './shape.ts'

/** Signing in, codes and the mails about them. */
export const SIGN_IN_REFUSALS = {
  'wrong-sign-in': { status: 401, text: 'Tên đăng nhập hoặc mật khẩu chưa đúng' },
  'sign-in-paused': {
    status: 429,
    text: 'Nhập sai nhiều lần nên tạm dừng đăng nhập tên này. Thử lại sau {minutes} phút',
  },
  'too-many-attempts': { status: 429, text: 'Có quá nhiều lần thử từ máy này. Chờ ít phút rồi thử lại' },
  'weak-password': { status: 422, text: 'Mật khẩu dễ đoán: {problem}. Chọn mật khẩu khác' },
  'wrong-password': { status: 422, text: 'Mật khẩu hiện nay chưa đúng' },
  'wrong-second-code': {
    status: 422,
    text: 'Mã chưa đúng hoặc đã dùng rồi. Nhập mã đang hiện trên ứng dụng xác thực, hoặc một mã khôi phục chưa dùng',
  },
  'wrong-first-code': {
    status: 422,
    text: 'Mã chưa đúng. Nhập sáu chữ số đang hiện trên ứng dụng; vẫn sai thì chỉnh lại giờ của điện thoại',
  },
  'second-step-expired': {
    status: 409,
    text: 'Bước nhập mã đã quá 10 phút hoặc sai nhiều lần. Nhập lại tên và mật khẩu',
  },
  'second-factor-required': {
    status: 403,
    text: 'Vai trò đang giữ phải có xác thực hai bước. Bật xác thực hai bước trước khi làm việc khác',
  },
  'second-factor-on': { status: 409, text: 'Xác thực hai bước đang bật. Tải lại trang để xem' },
  'second-factor-off': { status: 409, text: 'Xác thực hai bước đang tắt. Tải lại trang để xem' },
  'second-factor-not-begun': { status: 409, text: 'Chưa có mã bí mật nào đang chờ xác nhận. Bắt đầu lại từ đầu' },
  'second-factor-obliged': {
    status: 409,
    text: 'Vai trò {role} phải có xác thực hai bước nên không tắt được. Đổi điện thoại thì chọn chuyển sang thiết bị khác',
  },
  'access-not-valid': {
    status: 422,
    text: 'Mã chưa đúng, đã dùng hoặc đã hết hạn. Liên hệ quản trị viên để được cấp mã mới',
  },
  'one-hand-both-keys': {
    status: 409,
    text: 'Trong {hours} giờ qua chính quản trị viên này đã giao cho người này mã của phần kia. Nhờ quản trị viên khác cấp',
  },
  'password-just-reset': {
    status: 409,
    text: 'Mật khẩu vừa được đặt lại trong {hours} giờ qua nên chưa gỡ được xác thực hai bước. Chờ hết thời gian đó, hoặc nhờ người vận hành máy chủ cấp mã',
  },
  'mail-not-possible': { status: 409, text: 'Không gửi thư được: {problem}. Cấp mã rồi giao tận tay' },
  'own-account': {
    status: 409,
    text: 'Không tự cấp mã cho tài khoản của chính mình. Đổi trong Tài khoản của tôi, hoặc nhờ quản trị viên khác',
  },
  'account-disabled': { status: 409, text: 'Tài khoản đang khóa. Mở lại tài khoản trước' },
  'mail-link-gone': {
    status: 409,
    text: 'Thư này có đường dẫn dùng một lần nên không gửi lại. Mở trang của {name} để gửi thư mới hoặc cấp mã',
  },
  'mail-not-failed': { status: 409, text: 'Thư này đang chờ gửi hoặc đã gửi, không cần gửi lại' },
} as const satisfies Refusals
