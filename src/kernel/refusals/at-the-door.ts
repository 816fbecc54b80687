import type { Refusals } from './shape.ts'

/** What is refused before anything is known of who asks, or whatever was asked. */
export const DOOR_REFUSALS = {
  'invalid-input': { status: 422, text: 'Có mục nhập chưa đúng. Sửa các mục được đánh dấu' },
  'not-found': {
    status: 404,
    text: 'Không tìm thấy. Có thể đường dẫn đã cũ hoặc nội dung không thuộc phạm vi được xem',
  },
  'malformed-request': { status: 400, text: 'Máy chủ không đọc được yêu cầu. Tải lại trang rồi làm lại' },
  'body-too-large': { status: 413, text: 'Nội dung gửi lên quá lớn. Bớt nội dung rồi gửi lại' },
  'unsupported-content': { status: 415, text: 'Dạng dữ liệu gửi lên không được hỗ trợ. Gửi dữ liệu dạng JSON' },
  'wrong-host': { status: 421, text: 'Địa chỉ truy cập không phải của hệ thống này. Mở lại bằng địa chỉ được cấp' },
  'foreign-page': {
    status: 403,
    text: 'Yêu cầu không đến từ trang của hệ thống nên không được nhận. Tải lại trang rồi làm lại',
  },
  'too-many-requests': { status: 429, text: 'Có quá nhiều yêu cầu liên tiếp. Chờ một lát rồi làm lại' },
  'request-timed-out': {
    status: 408,
    text: 'Gửi dữ liệu quá lâu nên yêu cầu đã bị ngắt. Kiểm tra đường truyền rồi gửi lại',
  },
  'shutting-down': { status: 503, text: 'Máy chủ đang dừng hoặc khởi động lại. Thử lại sau ít phút' },
  internal: {
    status: 500,
    text: 'Máy chủ gặp lỗi. Thử lại sau ít phút; nếu vẫn gặp, báo mã {reference} cho quản trị viên',
  },
  'not-signed-in': { status: 401, text: 'Phiên làm việc đã hết. Đăng nhập lại để tiếp tục' },
} as const satisfies Refusals
