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
  'end-not-later': { status: 422, text: 'Ngày kết thúc mới {day} phải sau {now}. Chọn ngày muộn hơn' },
  'nothing-prolonged': {
    status: 422,
    text: 'Chưa có gì được gia hạn. Đặt ngày kết thúc mới, hoặc hạn mới muộn hơn cho việc còn nợ',
  },
  'open-undecided': {
    status: 422,
    text: 'Còn {count} việc chưa xử lý. Chọn miễn hoặc để là chưa làm cho từng việc, kèm lý do',
  },
  'task-without-end': {
    status: 422,
    text: 'Phong trào chưa có ngày kết thúc nên chưa biết lặp đến bao giờ. Nhập thời gian của đợt thi đua, hoặc chọn một lần',
  },
  'task-without-periods': {
    status: 422,
    text: 'Văn bản chưa có đợt thi đua nào có ngày kết thúc. Thêm đợt thi đua, hoặc chọn một lần',
  },
  'due-out-of-order': { status: 422, text: 'Hạn quán triệt phải từ hạn tiếp nhận trở đi' },

  // ---- obligations and submissions
  'assignment-closed': { status: 409, text: 'Việc này đã kết thúc ngày {day}' },
  'assignment-of-form': {
    status: 409,
    text: 'Việc này là báo cáo theo biểu mẫu. Sửa ở trang của biểu mẫu rồi ban hành lại',
  },
  'assignment-begun': {
    status: 409,
    text: 'Đã có {done} đơn vị, lượt làm xong, không sửa việc này nữa. Kết thúc việc này rồi giao việc mới',
  },
  'no-turns': { status: 422, text: 'Không có lượt nào đến hạn trước ngày kết thúc. Chọn ngày kết thúc muộn hơn' },
  'until-missing': { status: 422, text: 'Việc lặp lại phải có ngày kết thúc. Nhập ngày kết thúc' },
  'unit-not-below': { status: 422, text: '{unit} không thuộc {giver}. Bỏ đơn vị này rồi làm tiếp' },
  'nothing-to-do': { status: 409, text: 'Không việc nào trong số đã chọn làm được thao tác này. {why}' },
  'bulk-undone': { status: 409, text: 'Thao tác này đã được hoàn tác, trả lại {back} việc' },
  'not-done-yet': { status: 409, text: 'Việc này chưa xong, chưa có ngày đến để ghi lại' },
  'arrival-not-earlier': { status: 422, text: 'Ngày đến phải trước ngày đang ghi, {day}. Xem lại dấu công văn đến' },
  'not-exempt': { status: 409, text: 'Đơn vị không được miễn việc này. Tải lại trang để xem' },
  'paper-to-be-typed': {
    status: 409,
    text: 'Báo cáo giấy được nhập vào biểu mẫu để số liệu được tổng hợp. Bấm “Nhập nội dung bản giấy”, ngày nhận và bản chụp ghi ở trang đó',
  },
  'proof-required': { status: 422, text: 'Việc này phải có minh chứng. Tải lên bản chụp' },
  'share-after-last-day': { status: 422, text: 'Hạn phần việc không sau ngày cuối của việc, {day}. Chọn ngày sớm hơn' },
  'share-done': { status: 409, text: 'Phần việc này đã xong ngày {day}' },
  'share-taken-back': { status: 409, text: 'Phần việc này đã được lấy lại, không phải làm nữa' },
  'request-open': { status: 409, text: 'Đã có đề nghị gia hạn đến {day} đang chờ trả lời. Rút đề nghị đó rồi gửi lại' },
  'request-decided': { status: 409, text: 'Đề nghị này đã được trả lời hoặc đã rút. Tải lại trang để xem' },
  'day-not-later': { status: 422, text: 'Ngày {day} không sau ngày cuối đang tính, {lastDay}. Chọn ngày muộn hơn' },
  'answer-required': { status: 422, text: 'Nhập lý do không cho gia hạn để đơn vị biết' },
  'day-before-request': {
    status: 422,
    text: 'Ngày {day} trước ngày đơn vị đề nghị, {asked}. Xem lại ngày trên bản giấy',
  },
  'obligation-exempt': { status: 409, text: 'Đơn vị đã được miễn việc này' },
  'wrong-obligation-kind': { status: 409, text: 'Việc này không làm bằng cách đó. Tải lại trang để xem' },
  'reminded-today': { status: 409, text: 'Hôm nay đã nhắc đơn vị này về việc này rồi' },
  'day-before-launch': { status: 422, text: 'Ngày {day} trước ngày phát động {launch}. Xem lại ngày nhận' },
  'submission-incomplete': { status: 422, text: '{what} còn thiếu: {missing}' },
  'submission-sent': { status: 409, text: 'Bản này đã gửi, không sửa được nữa. Rút về khi nơi nhận chưa mở' },
  'submission-opened': { status: 409, text: '{name} đã mở bản này lúc {at}, không rút được nữa' },
  'no-such-line': { status: 422, text: 'Bản này không có dòng “{line}”. Tải lại trang để xem' },
  'lines-returned': {
    status: 409,
    text: 'Còn {count} dòng đánh dấu trả lại. Trả lại cho đơn vị, hoặc bỏ dấu các dòng đó rồi chấp nhận',
  },
  'unit-ended-unmended': {
    status: 409,
    text: '{unit} đã kết thúc ngày {day}, không còn ai sửa bản này. Chấp nhận hoặc để nguyên',
  },
  'submission-not-sent': { status: 409, text: 'Bản này chưa gửi hoặc đã được xử lý. Tải lại trang để xem' },
} as const satisfies Refusals
