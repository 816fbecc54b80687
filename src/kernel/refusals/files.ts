import type { Refusals } from './shape.ts'

/** Files taken in, documents that are to become plans, lists given out. */
export const FILE_REFUSALS = {
  // ---- files
  'file-empty': { status: 422, text: 'Tệp không có nội dung (0 byte). Chọn tệp khác' },
  'file-too-large': {
    status: 413,
    text: 'Tệp lớn hơn {limit} MB nên không được nhận. Chọn tệp nhỏ hơn hoặc nén ảnh trong tệp',
  },
  'file-kind-not-taken': {
    status: 415,
    text: 'Loại tệp này không được nhận. Gửi tệp .docx, .doc, .pdf, .txt, .md, .xlsx hoặc ảnh .png, .jpg, .webp, .heic',
  },
  'file-broken': { status: 422, text: 'Tệp bị hỏng, không mở được. Mở lại bằng Word, lưu tệp mới rồi gửi' },
  'file-encrypted': { status: 422, text: 'Tệp có mật khẩu nên không đọc được. Bỏ mật khẩu, lưu lại rồi gửi' },
  'file-with-macro': {
    status: 415,
    text: 'Tệp có macro (chương trình chạy trong tệp) nên không được nhận. Lưu lại dạng .docx hoặc .xlsx thường rồi gửi',
  },
  'file-unpacks-too-large': {
    status: 422,
    text: 'Nội dung nén trong tệp lớn bất thường nên không được nhận. Lưu lại tệp rồi gửi',
  },

  // ---- a document that is to become a plan
  'document-scanned': {
    status: 422,
    text: 'Tệp là bản quét, chưa có lớp chữ. Nhập tay, hoặc đưa bản Word',
  },
  'document-picture': { status: 422, text: 'Tệp là ảnh, chưa có lớp chữ. Nhập tay, hoặc đưa bản Word' },
  'document-old-word': {
    status: 422,
    text: 'Tệp .doc của Word 97–2003 chưa đọc được. Mở bằng Word, lưu dạng .docx rồi gửi',
  },
  'document-kind-unread': {
    status: 415,
    text: 'Loại tệp này không đọc thành văn bản được. Gửi tệp .docx, .pdf có lớp chữ, .txt hoặc .md',
  },
  'document-old-encoding': {
    status: 422,
    text: 'Tệp chữ dùng bảng mã cũ hoặc không rõ nên không đọc được. Chuyển sang Unicode (UTF-8) rồi gửi',
  },
  'document-without-words': { status: 422, text: 'Tệp không có chữ nào. Chọn tệp khác hoặc nhập tay' },
  'document-too-heavy': {
    status: 422,
    text: 'Đọc tệp quá lâu hoặc tốn quá nhiều bộ nhớ nên đã dừng. Lưu lại tệp cho gọn rồi gửi, hoặc nhập tay',
  },

  // ---- lists given out
  'export-too-many-rows': {
    status: 422,
    text: 'Danh sách có {count} dòng, quá {limit} dòng một tệp. Lọc bớt rồi xuất',
  },
} as const satisfies Refusals
