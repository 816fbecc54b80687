import type { Refusals } from './shape.ts'

/** Backup, restore, keys. */
export const BACKUP_REFUSALS = {
  'backup-not-there': { status: 404, text: 'Không có tệp sao lưu {path}. Kiểm tra lại đường dẫn' },
  'backup-not-ours': { status: 422, text: 'Tệp này không phải bản sao lưu của chương trình. Chọn tệp khác' },
  'backup-broken': {
    status: 422,
    text: 'Bản sao lưu bị hỏng hoặc bị cắt cụt, không dùng được. Lấy lại tệp gốc hoặc dùng bản sao lưu khác',
  },
  'backup-locked': { status: 422, text: 'Bản sao lưu đã mã hóa. Chạy lại với --key TỆP hoặc --passphrase-file TỆP' },
  'backup-wrong-key': {
    status: 422,
    text: 'Khóa hoặc mật khẩu không mở được bản sao lưu này. Dùng đúng khóa lúc sao lưu',
  },
  'backup-key-unreadable': {
    status: 422,
    text: '{path}: không phải tệp khóa sao lưu. Mỗi dòng là một khóa age1… hoặc AGE-SECRET-KEY-1…',
  },
  'backup-key-cannot-open': {
    status: 422,
    text: '{path}: tệp chỉ có khóa để mã hóa (age1…). Đưa tệp có AGE-SECRET-KEY-1… để mở',
  },
  'backup-passphrase-short': { status: 422, text: 'Mật khẩu sao lưu quá ngắn: cần ít nhất {least} ký tự' },
  'backup-newer': {
    status: 422,
    text: 'Bản sao lưu do bản phần mềm {version} làm, mới hơn bản này ({name}). Cài bản phần mềm mới hơn rồi khôi phục',
  },
  'backup-running': { status: 409, text: 'Đang có một lần sao lưu khác chạy. Chờ xong rồi làm lại' },
  'backup-disk-full': {
    status: 500,
    text: 'Hết chỗ trên ổ đĩa chứa {folder} nên chưa sao lưu được. Dọn ổ đĩa rồi sao lưu lại',
  },
  'backup-folder-unwritable': {
    status: 500,
    text: 'Không ghi được vào {folder} ({reason}). Đổi quyền hoặc chọn thư mục khác',
  },
  'backup-file-exists': { status: 409, text: 'Đã có tệp {path}. Chọn tên khác' },
  'backup-database-empty': { status: 409, text: 'Hệ thống chưa được thiết lập nên chưa có gì để sao lưu' },
  'restore-not-empty': {
    status: 409,
    text: 'Nơi khôi phục đã có dữ liệu của “{name}”. Chỉ khôi phục vào nơi trống: đặt DATA_DIR khác hoặc cơ sở dữ liệu mới',
  },
  'restore-files-not-empty': {
    status: 409,
    text: 'Thư mục {folder} đã có tệp. Chỉ khôi phục vào nơi trống: đặt DATA_DIR khác hoặc chuyển thư mục đó đi',
  },
  'restore-place-in-use': {
    status: 409,
    text: 'Trên cơ sở dữ liệu này đang có máy chủ Thi Đua chạy, có người đang thiết lập hoặc một lần khôi phục khác. Dừng lại rồi chạy lại lệnh này',
  },
  'database-being-restored': {
    status: 503,
    text: 'Cơ sở dữ liệu đang được khôi phục từ bản sao lưu. Chờ khôi phục xong rồi làm lại',
  },
  'restore-needs-keys': {
    status: 422,
    text: 'Thiếu khóa {keys} của hệ thống đã sao lưu, nên sẽ không mở được: {what}. Chép tệp keys.json cất riêng vào {path} rồi chạy lại; nếu đã mất hẳn, thêm --without-keys',
  },
  'restore-disk-full': { status: 500, text: 'Hết chỗ trên ổ đĩa nên chưa khôi phục được gì. Dọn ổ đĩa rồi chạy lại' },
  'keys-unreadable': { status: 500, text: 'Tệp khóa {path} bị hỏng hoặc không đọc được. Lấy lại từ bản cất riêng' },
  'key-not-old': { status: 422, text: 'Không có khóa mã hóa cũ nào tên {id}. Xem danh sách bằng lệnh keys' },
  'key-in-use': { status: 409, text: 'Khóa {id} còn dùng cho {count} giá trị. Chạy keys reseal rồi làm lại' },
  'keys-being-changed': { status: 409, text: 'Đang có một lệnh khác thay khóa. Chờ lệnh đó xong rồi chạy lại' },
  'key-elsewhere': {
    status: 409,
    text: 'Khóa phiên đăng nhập nằm trong AUTH_SECRET. Đổi giá trị đó rồi khởi động lại',
  },
  'database-not-current': {
    status: 409,
    text: 'Cơ sở dữ liệu mới nâng cấp tới {name}. Khởi động máy chủ một lần để nâng cấp rồi làm lại',
  },
  'keys-lost': {
    status: 500,
    text: 'Không thấy tệp khóa {path}, mà cơ sở dữ liệu có nội dung đã mã hóa bằng khóa đó. Lấy lại tệp từ bản cất riêng, không tạo khóa mới',
  },
  'keys-foreign': {
    status: 500,
    text: 'Tệp khóa {path} không phải của cơ sở dữ liệu này: thiếu khóa {keys}. Lấy lại đúng tệp từ bản cất riêng',
  },
} as const satisfies Refusals
