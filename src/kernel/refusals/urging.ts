import type { Refusals } from './shape.ts'

/** The ladder, outages, letters that urge, and the days off that working days are counted by. */
export const URGING_REFUSALS = {
  'wrong-ladder': { status: 422, text: 'Thang nhắc việc chưa dùng được: {problem}' },
  'reminder-mail-waits': { status: 409, text: 'Thư này còn chờ gửi, chưa cần gửi lại' },
  'reminder-settled': {
    status: 409,
    text: 'Việc này không còn phải nhắc: đã xong, được miễn, tạm dừng hoặc đã kết thúc. Tải lại trang để xem',
  },
  'reminder-mail-none': { status: 404, text: 'Không còn thư nào của lần nhắc này. Nhắc lại từ dòng của đơn vị' },
  'outage-open': { status: 409, text: 'Đang có công bố ngừng hệ thống từ {day}. Kết thúc lần đó trước' },
  'outage-overlaps': { status: 409, text: 'Trùng với lần ngừng hệ thống {span}. Chọn ngày khác hoặc thu hồi lần đó' },
  'outage-closed': { status: 409, text: 'Lần ngừng hệ thống này đã kết thúc hoặc đã thu hồi. Tải lại trang để xem' },
  'days-out-of-order': { status: 422, text: 'Ngày cuối phải từ ngày đầu trở đi' },
  'nothing-late': { status: 409, text: 'Không còn việc quá hạn nào chưa có trong công văn khác. Tải lại bảng để xem' },
  'letter-closed': {
    status: 409,
    text: 'Công văn này đã ban hành hoặc đã bỏ, không sửa được nữa. Tải lại trang để xem',
  },
  'holidays-unknown': {
    status: 422,
    text: 'Chưa có căn cứ để đề xuất ngày nghỉ năm {year}. Thêm từng ngày theo thông báo',
  },
} as const satisfies Refusals
