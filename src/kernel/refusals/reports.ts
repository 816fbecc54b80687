import type { Refusals } from './shape.ts'

/** Report forms, what is filled in, contributions, examples noted. */
export const REPORT_REFUSALS = {
  // ---- forms
  'report-form-incomplete': { status: 422, text: 'Chưa ban hành được: {missing}' },
  'report-form-published': {
    status: 409,
    text: 'Biểu mẫu đã ban hành, không làm được việc này nữa. Tải lại trang để xem',
  },
  'report-form-not-published': { status: 409, text: 'Biểu mẫu chưa ban hành. Ban hành trước rồi làm tiếp' },
  'report-form-closed': { status: 409, text: 'Kỳ báo cáo đã khép ngày {day}. Hỏi bộ phận thường trực nếu cần mở lại' },
  'report-form-closed-back': {
    status: 409,
    text: 'Kỳ báo cáo đã khép ngày {day}, báo cáo lấy về thì không gửi lại được. Bộ phận thường trực mở lại kỳ rồi làm tiếp',
  },
  'report-form-not-closed': { status: 409, text: 'Kỳ báo cáo chưa khép. Tải lại trang để xem' },
  'report-form-unchanged': { status: 409, text: 'Biểu mẫu chưa sửa gì so với lần ban hành trước. Sửa rồi ban hành' },
  'period-wrong': { status: 422, text: 'Ngày cuối kỳ phải từ ngày đầu kỳ trở đi' },
  'day-before-today': { status: 422, text: 'Ngày {day} đã qua. Chọn ngày từ hôm nay trở đi' },
  'reason-needed': { status: 422, text: 'Nhập lý do {what}' },

  // ---- filling
  'report-without-form': { status: 409, text: 'Việc này chờ biểu mẫu của {office}. Chưa điền được' },
  'report-line-gone': { status: 409, text: 'Biểu mẫu không còn dòng này. Tải lại trang để xem' },
  'report-line-accepted': { status: 409, text: 'Nơi nhận đã chấp nhận dòng này, giữ nguyên khi gửi lại' },
  'report-value-wrong': { status: 422, text: 'Dòng “{line}”: {problem}' },
  'report-sheet-other': {
    status: 422,
    text: 'Tệp này không phải của báo cáo này: {problem}. Xuất lại tệp từ trang báo cáo rồi điền',
  },

  // ---- contributions and examples
  'contribution-decided': { status: 409, text: 'Phần đóng góp này đã được xử lý. Tải lại trang để xem' },
  'example-withdrawn': { status: 409, text: 'Điển hình này đã rút. Ghi lại nếu vẫn cần' },
} as const satisfies Refusals
