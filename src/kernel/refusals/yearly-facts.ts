import type { Refusals } from './shape.ts'

/** Yearly facts and the registry. */
export const YEARLY_FACT_REFUSALS = {
  'wrong-period-days': { status: 422, text: 'Ngày của kỳ chưa đúng: {problem}' },
  'period-overlaps': { status: 409, text: 'Trùng ngày với kỳ {code} ({from} – {to}). Sửa ngày, hoặc dùng kỳ đó' },
  'period-in-use': {
    status: 409,
    text: 'Kỳ {code} đã có kết quả xếp loại hoặc khen thưởng ghi theo, không sửa và không bỏ được nữa',
  },
  'period-not-begun': { status: 409, text: 'Kỳ {code} bắt đầu ngày {day}, chưa tới. Xác nhận từ ngày đó trở đi' },
  'wrong-rating': { status: 422, text: '{name}: {problem}' },
  'rating-before-birth': {
    status: 422,
    text: '{name} sinh sau kỳ {period}, không xếp loại được. Xem lại ngày sinh hoặc kỳ',
  },
  'rated-elsewhere': {
    status: 409,
    text: 'Đơn vị khác đã xếp loại {name} trong kỳ này. Chọn “Xếp loại ở đơn vị khác”, hoặc nhờ bộ phận thường trực xem lại',
  },
  'not-on-rating-list': {
    status: 422,
    text: 'Có dòng không thuộc danh sách của đơn vị trong kỳ này. Tải lại trang để xem danh sách mới',
  },
  'rating-list-incomplete': { status: 422, text: 'Còn {count} dòng chưa ghi: {names}. Ghi đủ rồi làm tiếp' },
  'rating-list-sent': {
    status: 409,
    text: 'Danh sách đang chờ người đứng đầu xác nhận. Lấy danh sách về rồi sửa',
  },
  'rating-list-confirmed': {
    status: 409,
    text: 'Danh sách đã được xác nhận. Mở đính chính và nêu lý do rồi sửa',
  },
  'rating-list-not-sent': {
    status: 409,
    text: 'Danh sách này chưa được chuyển xác nhận hoặc đã xử lý. Tải lại trang để xem',
  },
  'not-about-oneself': { status: 403, text: 'Không tự ghi và sửa nội dung này về chính mình. Việc này của {who}' },
  'day-before-birth': { status: 422, text: 'Ngày {day} trước ngày sinh của {name}. Xem lại ngày này hoặc ngày sinh' },
  'wrong-discipline': { status: 422, text: 'Chưa ghi được kỷ luật: {problem}' },
  'wrong-review': { status: 422, text: 'Chưa ghi được việc đang xem xét: {problem}' },
  'entry-voided': { status: 409, text: 'Mục này đã bỏ vì ghi nhầm, không sửa được nữa' },
  'wrong-award': { status: 422, text: 'Chưa ghi được khen thưởng: {problem}' },
  'import-row-repeated': { status: 422, text: 'Lặp lại dòng {rows}. Giữ một dòng' },
  'import-no-period': {
    status: 422,
    text: 'Không có kỳ xét “{found}”. Ghi mã kỳ như 2024 hoặc 2024-2025, hoặc thêm kỳ ở mục Kỳ xét khen thưởng',
  },
  'import-nobody': {
    status: 422,
    text: 'Không nhận ra người này trong đơn vị. Ghi mã cán bộ, hoặc ngày sinh và đúng đơn vị nơi làm việc trong kỳ',
  },
  'rating-confirmed-by-list': {
    status: 422,
    text: 'Đơn vị đã xác nhận một kết quả khác cho kỳ này. Đính chính tại danh sách xếp loại của đơn vị',
  },
  'award-doubled': {
    status: 409,
    text: 'Sổ đã có khen thưởng giống thế này: {words}. Kiểm tra lại; nếu đúng là hai lần khác nhau thì xác nhận rồi lưu',
  },
} as const satisfies Refusals
