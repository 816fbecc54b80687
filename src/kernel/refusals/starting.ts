import type { Refusals } from './shape.ts'

/** The product does not start: what is missing, and what the person at the machine does. */
export const STARTING_REFUSALS = {
  'config-wrong-number': { status: 500, text: '{name}={value}: phải là số nguyên từ {from} đến {to}' },
  'config-wrong-address': { status: 500, text: '{name}={value}: phải là địa chỉ dạng {form}' },
  'config-missing-companion': { status: 500, text: 'Đã đặt {name} thì phải đặt cả {companion}' },
  'config-owner-without-password': {
    status: 500,
    text: 'DATABASE_OWNER_URL thiếu mật khẩu: viết dạng postgresql://tên:mật-khẩu@máy/cơ-sở-dữ-liệu',
  },
  'config-wrong-hour': { status: 500, text: '{name}={value}: phải là giờ trong ngày dạng 02:00, hoặc off' },
  'config-wrong-keep': {
    status: 500,
    text: '{name}={value}: phải là ba số dạng 7,4,12 (số bản giữ theo ngày, tuần, tháng), số đầu từ 1',
  },
  'config-short-secret': { status: 500, text: 'AUTH_SECRET quá ngắn: cần ít nhất {least} ký tự' },
  'config-same-role': {
    status: 500,
    text: 'DATABASE_URL và DATABASE_OWNER_URL dùng chung tài khoản {role}: ứng dụng phải có tài khoản riêng, không sở hữu bảng',
  },
  'config-open-http': {
    status: 500,
    text: 'HOST={host}, BASE_URL={url}: http chỉ dùng trong chính máy này. Đặt TLS_CERT và TLS_KEY, hoặc BASE_URL dạng https://… khi đứng sau máy chủ trung gian',
  },
  'config-tls-but-http': {
    status: 500,
    text: 'Đã đặt TLS_CERT và TLS_KEY thì BASE_URL phải dạng https://…, không phải {url}',
  },
  'config-unreadable-file': { status: 500, text: '{name}={path}: không đọc được tệp' },
  'config-tls-unusable': { status: 500, text: 'TLS_CERT và TLS_KEY không dùng được: {reason}' },
  'data-directory-unwritable': {
    status: 500,
    text: 'Không ghi được vào thư mục dữ liệu {folder}: đổi quyền hoặc đặt DATA_DIR',
  },
  'data-directory-in-use': {
    status: 500,
    text: 'Thư mục dữ liệu {folder} đang được tiến trình {pid} dùng: dừng tiến trình đó, hoặc đặt DATA_DIR khác',
  },
  'data-directory-of-demo': {
    status: 500,
    text: 'Thư mục dữ liệu {folder} chứa dữ liệu mẫu: chạy «npm run demo», hoặc đặt DATA_DIR khác',
  },
  'data-directory-not-demo': {
    status: 500,
    text: 'Thư mục dữ liệu {folder} đã có dữ liệu thật: dữ liệu mẫu cần thư mục riêng, đặt DATA_DIR khác',
  },
  'demo-on-server': {
    status: 500,
    text: 'Bản chạy thử chỉ dùng cơ sở dữ liệu đi kèm: bỏ DATABASE_URL và DATABASE_OWNER_URL',
  },
  'port-in-use': { status: 500, text: 'Cổng {port} đang có chương trình khác dùng: đặt PORT khác' },
  'address-unavailable': {
    status: 500,
    text: 'Không mở được cổng {port} tại {host} ({reason}): đặt PORT hoặc HOST khác',
  },
  'embedded-database-absent': {
    status: 500,
    text: 'Không có cơ sở dữ liệu đi kèm cho máy {machine}: đặt DATABASE_URL và DATABASE_OWNER_URL tới một máy chủ PostgreSQL từ 15 trở lên',
  },
  'embedded-database-unlinked': {
    status: 500,
    text: 'Cơ sở dữ liệu đi kèm cài chưa trọn vì npm bị cấm chạy lệnh cài: chạy «npm rebuild --ignore-scripts=false» rồi khởi động lại',
  },
  'embedded-database-closed-folder': {
    status: 500,
    text: 'PostgreSQL không chạy bằng quyền root và không vào được thư mục {folder}: mở quyền đi qua (chmod o+x) hoặc đặt DATA_DIR nơi khác',
  },
  'embedded-database-orphan': {
    status: 500,
    text: 'Cơ sở dữ liệu cũ tại {folder} còn chạy và không dừng được: dừng tiến trình postgres đó rồi khởi động lại',
  },
  'embedded-database-silent': { status: 500, text: 'Cơ sở dữ liệu đi kèm không khởi động được: xem {log}' },
  'database-unreachable': { status: 500, text: 'Không kết nối được cơ sở dữ liệu theo {name}: {reason}' },
  'database-not-the-same': {
    status: 500,
    text: 'DATABASE_URL và DATABASE_OWNER_URL không cùng trỏ tới một cơ sở dữ liệu: sửa một trong hai',
  },
  'database-not-here': { status: 500, text: 'Thư mục {folder} chưa có dữ liệu. Kiểm tra DATA_DIR' },
  'database-too-old': { status: 500, text: 'Máy chủ PostgreSQL đang là bản {version}: cần từ bản 15 trở lên' },
  'database-not-utf8': { status: 500, text: 'Cơ sở dữ liệu {database} dùng bảng mã {encoding}: cần UTF8' },
  'database-role-too-strong': {
    status: 500,
    text: 'Tài khoản {role} trong DATABASE_URL {reason}: ứng dụng phải dùng tài khoản thường, không sở hữu bảng',
  },
  'database-owner-may-not': {
    status: 500,
    text: 'Tài khoản {role} trong DATABASE_OWNER_URL thiếu quyền ({reason}): nhờ người quản trị cơ sở dữ liệu cấp CREATEROLE và quyền tạo trong cơ sở dữ liệu',
  },
  'database-sign-in-role': {
    status: 500,
    text: 'Vai trò td_auth không đăng nhập được vào cơ sở dữ liệu ({reason}): kiểm tra pg_hba.conf',
  },
  'migration-changed': {
    status: 500,
    text: 'Tệp nâng cấp {name} đã bị sửa sau khi chạy: khôi phục tệp gốc, thay đổi mới viết vào tệp mới',
  },
  'migration-out-of-order': {
    status: 500,
    text: 'Tệp nâng cấp {name} đứng trước tệp đã chạy {latest}: đánh số lại cho nó đứng sau',
  },
  'database-newer': {
    status: 500,
    text: 'Cơ sở dữ liệu đã nâng cấp tới {name}, mới hơn bản phần mềm này: dùng bản phần mềm mới hơn',
  },
} as const satisfies Refusals
