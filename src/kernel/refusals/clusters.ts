import type { Refusals } from './shape.ts'

/** Clusters and blocks. */
export const CLUSTER_REFUSALS = {
  'cluster-member-elsewhere': {
    status: 409,
    text: '{unit} đang ở {cluster}, cùng cấp, từ {from}. Ghi lý do nếu đơn vị tham gia cả hai',
  },
  'cluster-ended': { status: 409, text: '{cluster} đã kết thúc ngày {day}' },
  'cluster-head-twice': { status: 422, text: '{unit} đã được chọn đứng đầu. Chọn đơn vị khác làm cấp phó' },
  'not-in-cluster': { status: 422, text: '{unit} không ở trong cụm, khối này trong năm {year}. Chọn đơn vị khác' },
  'unit-is-root': { status: 409, text: 'Không thể kết thúc cơ quan chủ quản của hệ thống này' },
  'day-before-parent': { status: 422, text: 'Đơn vị cấp trên chỉ có từ {day}. Nhập từ ngày đó trở đi' },
  'post-ended': { status: 409, text: 'Vị trí công tác này đã kết thúc ngày {day}' },
  'wrong-birth': {
    status: 422,
    text: 'Ngày sinh {day} chưa đúng. Nhập từ năm {earliest} đến hôm nay; chỉ biết tháng hoặc năm thì nhập tháng/năm hoặc năm',
  },
  'before-birth': { status: 422, text: '{what} {day} không sau ngày sinh {birth}. Xem lại hai ngày này' },
  'wrong-citizen-id': {
    status: 422,
    text: 'Số định danh gồm 12 chữ số (căn cước) hoặc 9 chữ số (chứng minh nhân dân cũ). Nhập lại theo giấy',
  },
  'staff-code-taken': { status: 409, text: 'Mã cán bộ {code} đã dùng cho {who}. Kiểm tra lại mã' },
  'citizen-id-taken': {
    status: 409,
    text: 'Số định danh này đã ghi cho {who}. Kiểm tra lại số; nếu số đúng thì báo quản trị viên toàn cơ quan',
  },
  'person-likely-same': {
    status: 409,
    text: 'Đã có người giống: {names}. Xem từng người; nếu là người khác thì ghi rõ vì sao rồi thêm',
  },
  'person-doubtful': { status: 409, text: '{doubts}. Sửa lại, hoặc xác nhận là đúng theo giấy tờ' },
  'person-merged': { status: 409, text: 'Người này đã gộp vào {name}. Mở trang của {name} để làm tiếp' },
  'merge-oneself': { status: 422, text: 'Hai người được chọn là một. Chọn người thứ hai' },
  'merge-two-accounts': {
    status: 409,
    text: 'Cả hai đều có tài khoản ({accounts}). Khóa chưa đủ: quản trị viên xác định tài khoản đúng và đổi người gộp, hoặc giữ riêng hai người',
  },
  'merge-two-numbers': {
    status: 409,
    text: 'Hai người có {field} khác nhau nên chưa gộp được. Sửa hoặc xóa {field} sai trước',
  },
  'merge-clash': {
    status: 409,
    text: 'Hai người cùng có dữ liệu cho một chỗ ({what}) nên chưa gộp được. Bỏ bớt một bên rồi gộp',
  },
  'post-overlaps': {
    status: 409,
    text: '{name} có vị trí {post}, {unit} ({span}) trùng ngày. Kết thúc vị trí đó trước, dùng “Chuyển công tác”, hoặc chọn kiêm nhiệm, biệt phái',
  },
  'post-twice': { status: 409, text: '{name} đã có vị trí {post}, {unit} ({span}). Sửa vị trí đó, không thêm lần nữa' },
  'secondment-needs-post': {
    status: 409,
    text: '{name} không có vị trí chính thức ở đơn vị khác vào ngày {day} để biệt phái đi. Thêm vị trí chính thức trước',
  },
  'unit-ends-earlier': { status: 409, text: '{unit} kết thúc ngày {day}. Nhập ngày cuối không sau ngày đó' },
  'grant-begins-earlier': {
    status: 409,
    text: 'Trên vị trí này có quyền bắt đầu ngày {day}. Nhập ngày bắt đầu không sau ngày đó',
  },
  'absence-overlaps': { status: 409, text: 'Đã ghi {kind} ({span}) trùng ngày. Sửa dòng đó, không ghi lần nữa' },
  'correction-decided': { status: 409, text: 'Đề nghị này đã {state} lúc {at}. Tải lại trang để xem' },
  'correction-own': { status: 403, text: 'Đề nghị của chính mình do người khác giải quyết. Chờ {who}' },
  'correction-same': { status: 422, text: 'Nội dung đề nghị giống nội dung đang lưu. Không cần sửa' },
  'wrong-correction': { status: 422, text: 'Nội dung đề nghị chưa đúng: {problem}' },
  'not-of-this-unit': {
    status: 422,
    text: 'Người được chọn không còn vị trí công tác tại đơn vị này. Chọn người khác',
  },
} as const satisfies Refusals
