import type { Refusals } from './shape.ts'

/** Who may, two people at once, accounts, the organisation: its units and its people. */
export const ORGANISATION_REFUSALS = {
  // ---- who may
  'no-current-post': {
    status: 403,
    text: 'Không còn vị trí công tác nào đang có hiệu lực. Liên hệ quản trị viên nếu chưa đúng',
  },
  'not-yours-to-do': { status: 403, text: 'Chỉ {who} được làm việc này' },
  'capacity-not-held': {
    status: 409,
    text: 'Tư cách đã chọn không còn hiệu lực hôm nay. Chọn lại tư cách ở tên mình, góc trên bên phải',
  },
  'not-in-this-capacity': {
    status: 403,
    text: 'Đang làm với tư cách {capacity}. Việc này của {who}: nếu có tư cách ấy thì chọn lại ở tên mình, góc trên bên phải',
  },
  'not-yours-to-see': { status: 403, text: 'Chỉ {who} được xem trang này' },

  // ---- two people at once, the wrong order
  'changed-meanwhile': { status: 409, text: 'Nội dung đã thay đổi trong lúc đang xem. Xem lại bản mới rồi làm tiếp' },
  'id-taken': { status: 409, text: 'Mã này đã dùng cho nội dung khác. Tải lại trang rồi làm lại' },
  'already-done': { status: 409, text: 'Việc này đã xong ngày {day}, không cần làm lại' },
  'day-in-future': { status: 422, text: 'Ngày {day} chưa tới. Nhập ngày hôm nay hoặc trước đó' },
  'day-before-start': { status: 422, text: 'Ngày {day} trước ngày bắt đầu {start}. Nhập từ ngày đó trở đi' },
  'reason-required': { status: 422, text: 'Nhập lý do trả lại để người soạn biết phải sửa gì' },

  // ---- accounts
  'wrong-set-up-code': { status: 403, text: 'Mã chưa đúng. Xem mã in trong cửa sổ dòng lệnh nơi chạy máy chủ' },
  'already-set-up': { status: 409, text: 'Hệ thống đã được thiết lập. Đăng nhập để dùng' },
  'sign-in-name-taken': { status: 409, text: 'Tên đăng nhập hoặc thư điện tử này đã có người dùng. Chọn tên khác' },
  'person-has-account': { status: 409, text: '{name} đã có tài khoản. Mở trang của người này để sửa' },
  'last-administrator': {
    status: 409,
    text: 'Đây là người quản trị cuối cùng. Giao quyền quản trị cho người khác trước',
  },
  'grant-ended': { status: 409, text: 'Quyền này đã kết thúc ngày {day}' },
  'grant-exists': { status: 409, text: 'Vị trí này đã có quyền đó trong thời gian này' },
  'clock-backwards': { status: 409, text: 'Đồng hồ bản thử chỉ đi tới. Chọn thời điểm sau {now}' },

  // ---- the organisation
  'unit-ended': { status: 409, text: '{unit} đã kết thúc ngày {day}. Bỏ đơn vị này rồi làm tiếp' },
  'unit-name-taken': { status: 409, text: 'Đã có đơn vị cùng tên tại đây. Đặt tên khác' },
  'unit-has-children': {
    status: 409,
    text: 'Còn {count} đơn vị bên dưới {unit}: {units}. Chọn nơi chuyển đến cho từng đơn vị, hoặc kết thúc các đơn vị đó trước',
  },
  'unit-has-later-event': {
    status: 409,
    text: '{unit} đã có sự kiện từ ngày {day}: {event}. Ghi sự kiện sau ngày đó, hoặc thu hồi sự kiện đó trước',
  },
  'unit-not-there': { status: 409, text: '{unit} không có vào ngày {day}. Chọn ngày khác hoặc đơn vị khác' },
  'unit-cycle': { status: 409, text: '{unit} sẽ nằm dưới chính mình nếu đặt dưới {parent}. Chọn đơn vị cấp trên khác' },
  'unit-root-stays': {
    status: 409,
    text: 'Cơ quan chủ quản đứng đầu cây đơn vị: không chuyển, không nhập, không chia được, và không có cơ quan thứ hai bên cạnh',
  },
  'unit-own-predecessor': {
    status: 422,
    text: '{unit} vừa là đơn vị cũ vừa là đơn vị mới. Chọn đơn vị mới khác',
  },
  'too-few-units': { status: 422, text: 'Cần ít nhất hai đơn vị. Chọn thêm đơn vị' },
  'wrong-follow-up': { status: 422, text: 'Nơi chuyển đến của {what} không phải đơn vị có vào ngày {day}. Chọn lại' },
  'unit-event-built-upon': {
    status: 409,
    text: 'Không thu hồi được sự kiện này nữa: {what}. Ghi một sự kiện mới để thay đổi',
  },
  'unit-event-taken-back': { status: 409, text: 'Sự kiện này đã được thu hồi' },
  'unit-is-root': { status: 409, text: 'Không thể kết thúc cơ quan chủ quản của hệ thống này' },
  'day-before-parent': { status: 422, text: 'Đơn vị cấp trên chỉ có từ {day}. Nhập từ ngày đó trở đi' },

  // ---- people, their posts and their files
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
  'person-left-unit': { status: 409, text: '{person} không còn ở đơn vị. Giao lại cho người khác' },
  'not-of-this-unit': {
    status: 422,
    text: 'Người được chọn không còn vị trí công tác tại đơn vị này. Chọn người khác',
  },
} as const satisfies Refusals
