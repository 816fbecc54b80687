/**
 * Everything the record can say, each with its sentence: «Lê Thị Hoa» + sentence. `{thing}` is the name of the thing, the other
 * places come from the entry's detail. The codes are stored for ever: a retired one stays here so that old entries can be read.
 */
export const RECORD_SENTENCES = {
  // ---- set-up, sign-in, accounts
  'installation.set-up': 'thiết lập hệ thống cho {thing}',
  'session.signed-in': 'đăng nhập',
  'session.failed': 'đăng nhập sai với tên “{name}”',
  'session.paused': 'bị tạm dừng đăng nhập với tên “{name}” sau nhiều lần sai',
  'session.signed-out': 'đăng xuất',
  'session.signed-out-everywhere': 'đăng xuất khỏi mọi thiết bị',
  'password.changed': 'đổi mật khẩu của mình',
  'password.set': 'đặt lại mật khẩu của {thing}',
  'password.chosen-by-code': 'tự đặt mật khẩu bằng mã do {by} cấp lúc {at}',
  'password.chosen-by-mail': 'tự đặt mật khẩu bằng đường dẫn trong thư gửi lúc {at}',
  'session.second-step-failed': 'nhập sai mã xác thực sau khi đúng mật khẩu, tên “{name}”',
  'session.second-step-paused': 'bị tạm dừng nhập mã xác thực với tên “{name}” sau nhiều lần sai',
  'session.recovery-code-used': 'dùng một mã khôi phục để đăng nhập, còn {left} mã',
  'session.ended': 'đóng một phiên của mình trên {device}',
  'session.others-ended': 'đóng mọi phiên khác của mình: {count} phiên',
  'session.ended-by-administrator': 'đóng mọi phiên của {thing}',
  'session.ended-without-post': 'đóng mọi phiên của {thing} vì không còn vị trí công tác',
  'second-factor.turned-on': 'bật xác thực hai bước',
  'second-factor.moved': 'bắt đầu chuyển xác thực hai bước sang thiết bị khác',
  'second-factor.turned-off': 'tắt xác thực hai bước',
  'second-factor.codes-renewed': 'tạo lại mã khôi phục',
  'second-factor.removal-handed': 'cấp mã gỡ xác thực hai bước cho {thing}, dùng đến {until}',
  'second-factor.removed-by-code': 'gỡ xác thực hai bước của mình bằng mã do {by} cấp lúc {at}',
  'second-factor.rule-set': 'quy định vai trò phải có xác thực hai bước: {roles}',
  'access.handed': 'cấp mã {purpose} cho {thing}, dùng đến {until}',
  'access.mailed': 'gửi thư {purpose} cho {thing}',
  'access.asked': 'xin thư đặt lại mật khẩu',
  'mail.sent-again': 'cho gửi lại thư “{thing}” tới {to}',
  'account.created': 'mở tài khoản “{signInName}” cho {thing}',
  'account.disabled': 'khóa tài khoản của {thing}',
  'account.enabled': 'mở lại tài khoản của {thing}',
  'grant.added': 'giao quyền {role} tại {unit} cho {thing} từ {from}',
  'grant.ended': 'kết thúc quyền {role} tại {unit} của {thing}, ngày cuối {lastDay}',
  'clock.moved': 'chuyển đồng hồ bản thử đến {to}',
  // ---- organisation
  'unit.created': 'thêm đơn vị {thing} từ {from}',
  'unit.changed': 'sửa đơn vị {thing}',
  'unit.ended': 'kết thúc đơn vị {thing}, ngày cuối {lastDay}: {reason}',
  'person.created': 'thêm {thing}, {post} tại {unit}',
  'post.added': 'thêm vị trí {post} tại {unit} cho {thing} từ {from}',
  'post.ended': 'kết thúc vị trí {post} tại {unit} của {thing}, ngày cuối {lastDay}',
  'person.field-changed': 'sửa {field} của {thing}: “{old}” thành “{new}”',
  'person.sensitive-changed': 'sửa {field} của {thing}',
  'person.sensitive-removed': 'xóa {field} của {thing}',
  'person.sensitive-seen': 'xem {fields} của {thing}',
  'person.found-by-number': 'tìm đúng {fields} và thấy {thing}',
  'person.likely-same-passed': 'ghi {thing} là người khác với {others}: {reason}',
  'person.doubts-passed': 'xác nhận là đúng cho {thing}: {doubts}',
  'person.merged': 'gộp {gone} vào {thing}: {reason}',
  'person.own-file-taken': 'tải về dữ liệu của mình',
  'post.changed': 'sửa vị trí {post} tại {unit} của {thing}: {what}',
  'post.end-moved': 'đổi ngày cuối vị trí {post} tại {unit} của {thing} từ {old} thành {lastDay}',
  'post.transferred': 'chuyển {thing} từ {fromPost}, {fromUnit} sang {post}, {unit} từ {from}{basis}',
  'absence.added': 'ghi thời gian vắng mặt của {thing}, {span}',
  'absence.changed': 'sửa thời gian vắng mặt của {thing}, {span}',
  'absence.removed': 'bỏ thời gian vắng mặt của {thing}, {span}: {reason}',
  'correction.asked': 'đề nghị sửa {field} của mình',
  'correction.withdrawn': 'rút đề nghị sửa {field} của mình',
  'correction.accepted': 'chấp nhận đề nghị sửa {field} của {thing}',
  'correction.refused': 'không chấp nhận đề nghị sửa {field} của {thing}: {reason}',
  'special-day.set': 'ghi {thing} là {kind}: {name}',
  'special-day.removed': 'bỏ {thing} khỏi danh sách ngày nghỉ, ngày làm bù',
  // ---- documents
  'document.taken-in': 'đưa văn bản “{file}” vào và đọc được {facts} dữ kiện',
  'document.typed-in': 'tạo “{thing}” bằng nhập tay',
  'fact.changed': 'sửa {kind}: “{old}” thành “{new}”',
  'fact.confirmed': 'xác nhận {kind}: “{new}”',
  'fact.removed': 'bỏ {kind}: “{old}”',
  'fact.restored': 'lấy lại {kind}: “{new}”',
  'fact.added': 'thêm {kind}: “{new}”',
  // ---- campaigns
  'campaign.door-chosen': 'chọn “{door}” cho phong trào “{thing}”',
  'campaign.renamed': 'đổi tên phong trào “{old}” thành “{thing}”',
  'campaign.units-chosen':
    'chọn {units} đơn vị nhận phong trào “{thing}”, hạn tiếp nhận {receiptDue}, hạn quán triệt {disseminateDue}',
  'campaign.task-matched': 'gắn nhiệm vụ “{task}” với {units} đơn vị',
  'campaign.proposed': 'trình phong trào “{thing}”',
  'campaign.taken-back': 'lấy phong trào “{thing}” về sửa',
  'campaign.agreed': 'đồng ý phát động phong trào “{thing}”',
  'campaign.agreed-on-paper': 'ghi từ bản giấy: {by} đồng ý phát động phong trào “{thing}” ngày {on}',
  'campaign.returned': 'trả lại phong trào “{thing}”: {reason}',
  'campaign.returned-on-paper': 'ghi từ bản giấy: {by} trả lại phong trào “{thing}” ngày {on}: {reason}',
  'campaign.consent-voided': 'làm mất hiệu lực sự đồng ý với phong trào “{thing}” vì {reason}',
  'campaign.numbered': 'nhập số {number} ngày {on}, người ký {signer} cho phong trào “{thing}”',
  'campaign.launched': 'phát động phong trào “{thing}” đến {units} đơn vị',
  'campaign.published': 'đưa phong trào “{thing}” lên trang công khai',
  'campaign.unpublished': 'gỡ phong trào “{thing}” khỏi trang công khai',
  'campaign.closed': 'kết thúc phong trào “{thing}”: {reason}',
  'campaign.discarded': 'bỏ bản nháp “{thing}”',
  // ---- obligations
  'obligation.confirmed': 'xác nhận tiếp nhận phong trào “{thing}” thay mặt {unit}',
  'obligation.confirmed-on-paper': 'ghi từ bản giấy: {by} xác nhận {unit} tiếp nhận phong trào “{thing}” ngày {on}',
  'obligation.assigned': 'giao {person} thực hiện “{title}” của {unit}',
  'obligation.reminded': 'nhắc {unit} về “{title}”, gửi {to}',
  'obligation.received-on-paper': 'ghi đã nhận bản giấy của {unit} cho “{title}” ngày {on}, người ký {from}',
  'obligation.exempted': 'miễn “{title}” cho {unit}: {reason}',
  // ---- submissions
  'submission.begun': 'bắt đầu soạn bản quán triệt của {unit}',
  'submission.handed-over': 'chuyển ký bản quán triệt của {unit}',
  'submission.taken-back': 'lấy bản quán triệt của {unit} về sửa',
  'submission.signed': 'ký và gửi bản quán triệt của {unit}, lần {no}, mã biên nhận {receipt}',
  'submission.signed-on-paper':
    'ghi từ bản giấy: {by} ký bản quán triệt của {unit} ngày {on}; gửi lần {no}, mã biên nhận {receipt}',
  'submission.withdrawn': 'rút bản quán triệt của {unit}',
  'submission.opened': 'mở xem bản quán triệt của {unit}',
  'submission.returned': 'trả lại bản quán triệt của {unit}: {reason}',
  'submission.accepted': 'chấp nhận bản quán triệt của {unit}',
  // ---- yearly facts
  'award-period.created': 'thêm kỳ xét {thing}, từ {from} đến {to}',
  'award-period.changed': 'sửa kỳ xét {thing} thành từ {from} đến {to}',
  'award-period.removed': 'bỏ kỳ xét {thing}',
  'rating-list.begun': 'bắt đầu danh sách xếp loại {thing}',
  'rating-list.written': 'ghi {rows} dòng vào danh sách xếp loại {thing}',
  'rating-list.proposed': 'chuyển xác nhận danh sách xếp loại {thing}, {rows} dòng',
  'rating-list.taken-back': 'lấy danh sách xếp loại {thing} về sửa',
  'rating-list.confirmed':
    'xác nhận danh sách xếp loại {thing}, {rows} dòng, trong đó {changed} dòng mới hoặc khác trước',
  'rating-list.confirmed-on-paper':
    'ghi từ bản giấy: {by} xác nhận danh sách xếp loại {thing} ngày {on}, {rows} dòng, trong đó {changed} dòng mới hoặc khác trước',
  'rating-list.returned': 'trả lại danh sách xếp loại {thing}: {reason}',
  'rating-list.returned-on-paper': 'ghi từ bản giấy: {by} trả lại danh sách xếp loại {thing} ngày {on}: {reason}',
  'rating-list.reopened': 'mở đính chính danh sách xếp loại {thing}: {reason}',
  'rating-list.correction-dropped': 'thôi đính chính danh sách xếp loại {thing}, giữ kết quả đã xác nhận',
  'rating.imported': 'nhập từ tệp kết quả xếp loại {period} của {thing}',
  'discipline.entered': 'ghi kỷ luật của {thing} theo quyết định số {number} ngày {on}',
  'discipline.changed': 'sửa kỷ luật của {thing} theo quyết định số {number}: {what}',
  'discipline.voided': 'bỏ mục kỷ luật ghi nhầm của {thing}',
  'discipline.reason-seen': 'xem lý do kỷ luật của {thing} theo quyết định số {number}',
  'pending-review.entered': 'ghi việc đang xem xét đối với {thing}, từ {from}',
  'pending-review.cleared': 'ghi đã kết thúc việc xem xét đối với {thing}, ngày {on}',
  'pending-review.voided': 'bỏ mục xem xét ghi nhầm đối với {thing}',
  // ---- the registry
  'award.entered': 'ghi “{award}” của {thing} vào sổ khen thưởng',
  'award.imported': 'nhập từ tệp “{award}” của {thing} vào sổ khen thưởng',
  'award.changed': 'sửa “{award}” của {thing} trong sổ khen thưởng',
  'award.voided': 'bỏ “{award}” của {thing} khỏi sổ khen thưởng: {reason}',
  'award.matched': 'xác định “{recipient}” trong sổ khen thưởng là {thing}, {entries} mục',
  'award.told-apart': 'xác định “{recipient}” trong sổ khen thưởng không phải là {thing}',
  'award.unmatched': 'bỏ việc xác định “{recipient}” trong sổ khen thưởng là {thing}',
  // ---- the record itself
  'record.head-reader-added': 'gửi đầu chuỗi nhật ký hằng ngày đến {email}',
  'record.head-reader-removed': 'thôi gửi đầu chuỗi nhật ký đến {email}',
  'record.verified': 'kiểm tra nhật ký: {outcome}',
} as const

export type RecordAction = keyof typeof RECORD_SENTENCES

/** The sentence of an entry, the name left out: «phát động phong trào “…” đến 9 đơn vị». */
export function recordSentence(action: string, thing: string, detail: Readonly<Record<string, unknown>>): string {
  const template = (RECORD_SENTENCES as Readonly<Record<string, string>>)[action]
  if (template === undefined) return action
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    if (name === 'thing') return thing
    const value = detail[name]
    return value === undefined || value === null ? place : String(value)
  })
}
