import type { Refusals } from './shape.ts'

/** Acting for each other. */
export const ACTING_REFUSALS = {
  'not-of-the-office': {
    status: 422,
    text: 'Người được chọn không thuộc bộ phận thường trực của {unit} từ ngày đó. Chọn người khác',
  },
  'handover-item-changed': {
    status: 409,
    text: '“{title}” vừa thay đổi hoặc không còn ở người này. Xem lại danh sách rồi bàn giao',
  },
  'receiver-not-there': {
    status: 422,
    text: '{name} không có vị trí công tác đang có hiệu lực tại {unit} để nhận “{title}”. Chọn người khác',
  },
  'receiver-has-no-right': {
    status: 422,
    text: '{name} không thuộc {who} nên không nhận được “{title}”. Chọn người khác',
  },
  'two-people-needed': {
    status: 403,
    text: 'Người chuẩn bị không được tự ký ở bước này, theo quy định của đơn vị. Người khác ký được: {who}',
  },
  'day-past': { status: 422, text: 'Ngày {day} đã qua. Nhập từ hôm nay trở đi' },
  'delegate-to-oneself': { status: 422, text: 'Không ủy quyền cho chính mình. Chọn người khác' },
  'grant-not-delegable': {
    status: 422,
    text: 'Quyền {role} không ủy quyền được. Bỏ quyền này; cần người thay thì giao quyền cho vị trí của người đó',
  },
  'grant-not-on-post': {
    status: 422,
    text: 'Có quyền không còn trên vị trí này, hoặc chỉ được giữ theo ủy quyền nên không ủy quyền lại. Chọn lại quyền',
  },
  'not-delegated-on': {
    status: 403,
    text: 'Đang làm với tư cách khác. Quyền được ủy quyền không ủy quyền lại; chọn lại vị trí của mình rồi làm tiếp',
  },
  'kt-within-one-unit': {
    status: 422,
    text: 'Ký thay (KT.) là của cấp phó cùng đơn vị. Chọn TUQ. hoặc TL., hoặc chọn người cùng đơn vị',
  },
  'delegate-outside-unit': {
    status: 422,
    text: '{name} không thuộc đơn vị của người ủy quyền. Chọn người trong đơn vị hoặc đơn vị trực thuộc',
  },
  'delegation-needs-document': {
    status: 422,
    text: 'Ký {signsAs} phải được giao bằng văn bản. Nhập số và ngày của văn bản',
  },
  'delegation-beyond': { status: 422, text: '{what} kết thúc ngày {day}. Nhập ngày cuối không sau ngày đó' },
  'delegation-exists': {
    status: 409,
    text: 'Quyền {role} đã ủy quyền cho {name} đến hết {day}. Kết thúc ủy quyền đó trước hoặc chọn thời gian khác',
  },
  'delegation-over': { status: 409, text: 'Ủy quyền này đã hết hiệu lực ngày {day}' },
} as const satisfies Refusals
