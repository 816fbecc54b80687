import type { Refusals } from './shape.ts'

/** Sheets taken in (.xlsx), and each of their cells. */
export const SHEET_REFUSALS = {
  'sheet-not-xlsx': {
    status: 415,
    text: 'Tệp không phải bảng tính .xlsx. Mở bằng Excel, lưu dạng “Excel Workbook (.xlsx)” rồi gửi',
  },
  'sheet-old-excel': {
    status: 415,
    text: 'Tệp .xls của Excel 97–2003 không đọc được. Mở bằng Excel, lưu dạng .xlsx rồi gửi',
  },
  'sheet-broken': { status: 422, text: 'Bảng tính bị hỏng, không mở được. Mở bằng Excel, lưu tệp mới rồi gửi' },
  'sheet-too-heavy': {
    status: 422,
    text: 'Đọc bảng tính quá lâu hoặc tốn quá nhiều bộ nhớ nên đã dừng. Chia thành nhiều tệp nhỏ rồi gửi',
  },
  'sheet-empty': { status: 422, text: 'Bảng tính không có dòng dữ liệu nào. Nhập dữ liệu dưới dòng tiêu đề rồi gửi' },
  'sheet-without-head': {
    status: 422,
    text: 'Không thấy dòng tiêu đề trong trang tính đang hiện. Cần các cột: {columns}',
  },
  'sheet-wrong-head': {
    status: 422,
    text: 'Dòng tiêu đề (trang “{sheet}”, dòng {row}) chưa đúng: {problem}. Sửa theo tệp mẫu rồi gửi',
  },
  'sheet-merged-head': {
    status: 422,
    text: 'Dòng tiêu đề có ô gộp {range}. Bỏ gộp ô, để mỗi cột một tiêu đề rồi gửi',
  },
  'sheet-duplicated-head': {
    status: 422,
    text: 'Có nhiều cột cùng là “{head}”: {cells}. Giữ lại một cột rồi gửi',
  },
  'sheet-too-many-rows': { status: 422, text: 'Bảng tính có hơn {limit} dòng. Chia thành nhiều tệp rồi gửi' },
  'sheet-too-many-columns': {
    status: 422,
    text: 'Ô {cell} nằm ngoài {limit} cột đầu. Xóa các cột thừa rồi gửi',
  },
  'cell-required': { status: 422, text: 'Chưa có {column}' },
  'cell-error': { status: 422, text: 'Ô mang lỗi {error} của Excel. Sửa công thức hoặc nhập giá trị' },
  'cell-merged': { status: 422, text: 'Ô nằm trong vùng gộp {range}. Bỏ gộp ô rồi nhập từng ô' },
  'cell-too-long': { status: 422, text: 'Dài {length} ký tự, quá {most}. Viết ngắn lại' },
  'cell-not-a-day': { status: 422, text: '“{found}” không phải ngày. Nhập dạng 15/07/1990' },
  'cell-no-such-day': { status: 422, text: 'Không có ngày “{found}”. Nhập ngày trước, tháng sau, dạng 15/07/1990' },
  'cell-two-digit-year': { status: 422, text: '“{found}” chưa đủ bốn chữ số năm. Nhập dạng 15/07/1990' },
  'cell-day-incomplete': { status: 422, text: '“{found}” chưa đủ ngày, tháng, năm. Nhập dạng 15/07/1990' },
  'cell-not-a-number': { status: 422, text: '“{found}” không phải số. Nhập dạng 1.234,5' },
  'cell-not-whole': { status: 422, text: '“{found}” không phải số nguyên. Bỏ phần lẻ' },
  'cell-too-small': { status: 422, text: '“{found}” nhỏ hơn {least}. Nhập từ {least} trở lên' },
  'cell-too-great': { status: 422, text: '“{found}” lớn hơn {greatest}. Nhập nhiều nhất {greatest}' },
  'cell-not-yes-no': { status: 422, text: '“{found}” không rõ là có hay không. Nhập có hoặc không' },
  'cell-not-a-choice': { status: 422, text: '“{found}” không có trong danh mục. Chọn một trong: {choices}' },
  'cell-not-an-id': { status: 422, text: 'Mã hệ thống “{found}” đã bị sửa. Xuất lại danh sách để lấy mã đúng' },
} as const satisfies Refusals
