import type { Refusals } from './shape.ts'

/** Imports: the whole of one, and a row of it. */
export const IMPORT_REFUSALS = {
  'import-not-a-sheet': { status: 422, text: 'Tệp không phải bảng tính .xlsx. Lưu tệp dạng .xlsx rồi gửi lại' },
  'import-not-now': { status: 409, text: 'Lần nhập này {state}, không làm được việc đó nữa. Tải lại trang để xem' },
  'import-changed': { status: 409, text: 'Kết quả đối chiếu đã khác lúc xem. Tải lại trang, xem lại rồi áp dụng' },
  'import-nothing': { status: 422, text: 'Không có dòng nào mới hoặc thay đổi để áp dụng' },
  'import-moved-on': { status: 409, text: 'Lần nhập này đã được xử lý. Tải lại trang để xem' },
  'import-undecided': { status: 409, text: 'Chưa rõ là ai. Xem và chọn ở trang đối chiếu' },
  'import-row-not-doubtful': { status: 409, text: 'Dòng này không cần chọn nữa. Tải lại trang để xem' },
  'import-disk-full': {
    status: 507,
    text: 'Máy chủ hết chỗ trên ổ đĩa nên đã dừng, chưa ghi dòng nào. Báo quản trị viên giải phóng chỗ rồi làm lại',
  },
  'import-fault': {
    status: 500,
    text: 'Máy chủ gặp lỗi nên đã dừng, chưa ghi dòng nào. Làm lại; nếu vẫn gặp, báo quản trị viên',
  },
  'import-orderer-gone': { status: 409, text: 'Tài khoản của {who} không còn dùng được nên chưa ghi dòng nào' },
  'import-email': { status: 422, text: 'Địa chỉ thư chưa đúng. Nhập dạng lan@hatinh.gov.vn' },
  'import-staff-code': { status: 422, text: 'Mã cán bộ không có chữ hoặc số nào. Nhập mã hoặc để trống' },
  'import-no-unit': {
    status: 422,
    text: 'Không có đơn vị “{found}” trong phạm vi nhập. Ghi đúng tên, tên ngắn hoặc ký hiệu',
  },
  'import-units-alike': { status: 422, text: 'Có nhiều đơn vị tên “{found}”: {candidates}. Ghi cả đơn vị cấp trên' },
  'import-two-people': {
    status: 422,
    text: 'Mã hệ thống, mã cán bộ hoặc số định danh của dòng này thuộc về nhiều người khác nhau. Sửa lại mã',
  },
  'import-unknown-id': { status: 422, text: 'Mã hệ thống ở cột ẩn không có. Xóa ô đó, hoặc xuất lại danh sách' },
  'import-held-elsewhere': {
    status: 422,
    text: 'Mã này là của một người ngoài phạm vi nhập. Báo quản trị viên cấp trên',
  },
  'import-row-twice': {
    status: 422,
    text: 'Cùng một người với dòng {rows}. Giữ một dòng; nếu là hai người thì ghi mã cán bộ khác nhau',
  },
  'import-move-day': {
    status: 422,
    text: 'Chuyển đơn vị thì ghi chức vụ và ngày bắt đầu sau ngày {since} của vị trí đang giữ',
  },
  'import-post-overlaps': {
    status: 422,
    text: 'Người này đã có vị trí công tác khác từ ngày đó. Sửa vị trí ở trang của người đó trước',
  },
  'import-parent-wrong': { status: 422, text: 'Dòng của đơn vị cấp trên có lỗi. Sửa dòng đó trước' },

  'file-not-found': { status: 404, text: 'Không thấy tệp đã tải lên. Tải tệp lên lại' },
} as const satisfies Refusals
