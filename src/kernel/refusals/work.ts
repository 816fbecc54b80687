import type { Refusals } from './shape.ts'

/** Documents and their facts, consents, campaigns, what units owe and send. */
export const WORK_REFUSALS = {
  // ---- documents and their facts
  'fact-changed': { status: 409, text: '{name} vừa sửa chỗ này. Chọn giữ giá trị nào' },
  'document-closed': { status: 409, text: 'Văn bản đã phát động, không sửa dữ kiện được nữa' },
  'wrong-fact-value': { status: 422, text: 'Giá trị chưa đúng: {problem}' },
  'number-taken': { status: 409, text: 'Số {number} năm {year} đã dùng cho “{title}”. Xem lại sổ văn bản đi' },

  // ---- consents
  'wrong-consent-paper': { status: 422, text: 'Chưa ghi được từ bản giấy: {problem}' },

  // ---- campaigns
  'wrong-campaign-state': {
    status: 409,
    text: 'Phong trào {state}, không làm được việc này nữa. Tải lại trang để xem',
  },
  'campaign-incomplete': { status: 422, text: 'Còn thiếu: {missing}' },
  'campaign-closed': { status: 409, text: 'Phong trào đã kết thúc ngày {day}' },
  'campaign-paused': { status: 409, text: 'Việc này tạm dừng từ ngày {day}, không nhắc trong lúc tạm dừng' },
  'due-in-past': { status: 422, text: '{what} {day} đã qua. Chọn ngày từ hôm nay trở đi' },
  'unit-ends-before-due': {
    status: 409,
    text: '{unit} kết thúc ngày {day}, trước hạn quán triệt {due}. Bỏ đơn vị này hoặc đặt hạn sớm hơn',
  },
  'unit-elsewhere': { status: 422, text: '{unit} không thuộc {host}. Bỏ đơn vị này rồi làm tiếp' },
  'due-out-of-order': { status: 422, text: 'Hạn quán triệt phải từ hạn tiếp nhận trở đi' },

  // ---- obligations and submissions
  'obligation-exempt': { status: 409, text: 'Đơn vị đã được miễn việc này' },
  'wrong-obligation-kind': { status: 409, text: 'Việc này không làm bằng cách đó. Tải lại trang để xem' },
  'reminded-today': { status: 409, text: 'Hôm nay đã nhắc đơn vị này về việc này rồi' },
  'day-before-launch': { status: 422, text: 'Ngày {day} trước ngày phát động {launch}. Xem lại ngày nhận' },
  'submission-incomplete': { status: 422, text: 'Bản quán triệt còn thiếu: {missing}' },
  'submission-sent': { status: 409, text: 'Bản này đã gửi, không sửa được nữa. Rút về khi nơi nhận chưa mở' },
  'submission-opened': { status: 409, text: '{name} đã mở bản này lúc {at}, không rút được nữa' },
  'unit-ended-unmended': {
    status: 409,
    text: '{unit} đã kết thúc ngày {day}, không còn ai sửa bản này. Chấp nhận hoặc để nguyên',
  },
  'submission-not-sent': { status: 409, text: 'Bản này chưa gửi hoặc đã được xử lý. Tải lại trang để xem' },
} as const satisfies Refusals
