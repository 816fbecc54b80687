import { BODY_WORDS } from './issuer.ts'
import { fold } from './view.ts'

/** A clause divided into who and what: `actorFrom…actorTo` and `from` (where the act begins). */
export type Acting = { actorFrom: number; actorTo: number; from: number }

const PEOPLE_WORDS =
  'cac|tung|moi|toan the|tat ca|nguoi dung dau|thu truong|truong|pho|chanh|giam doc|hieu truong|chu tich|bi thu|can bo|cong chuc|vien chuc|dang vien|doan vien|hoi vien|giao vien|hoc sinh|tap the|ca nhan|don vi|co quan|doanh nghiep|dia phuong|lanh dao|bo phan|thuong truc|dong chi|d\\/c|ban giam|ban lanh|thanh vien|cong ty|nhung|quan ly|cu[mc] truong|khoi truong|to truong|ke toan|thu ky|chuyen vien|uy vien|xa|phuong|thi tran|huyen|nganh|vien kiem|giao vu|tong phu trach|gv|gvcn|bch|bgh|cbcc|lien doi|nha truong|khoa|tinh|quan nhan|de nghi|tong bien tap'

const HEAD = new RegExp(
  `^(?!(?:cac|nhung|moi|tat ca|tung) (?:phong trao|hoat dong|noi dung|chi tieu|hinh thuc|bien phap|giai phap|nhiem vu|tieu chi|muc tieu|quy dinh|van ban|dieu kien|danh hieu|diem |tieu chuan|dot|cuoc|linh vuc|nguon|dien hinh|thu tuc)|bo tieu chi|hoi nghi|hoi thi|to chuc (?!cong doan|doan|dang|chinh))(?:${PEOPLE_WORDS}|${BODY_WORDS})(?![a-z])`,
)

const VERBS =
  'tổ chức|triển khai|thực hiện|xây dựng|phối hợp|chủ trì|tham mưu|theo dõi|đôn đốc|chỉ đạo|hướng dẫn|tuyên truyền|phổ biến|quán triệt|báo cáo|tổng hợp|căn cứ|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|tăng cường|đẩy mạnh|rà soát|kiểm tra|phát động|vận động|đăng ký|cụ thể (?:hóa|hoá)|lập|bố trí|đảm bảo|bảo đảm|phát huy|tích cực|chủ động|nghiên cứu|giúp|thường xuyên|kịp thời|tiếp tục|nâng cao|đưa|đăng tải|cân đối|thẩm định|gửi|nộp|xét|bình xét|lựa chọn|giám sát|động viên|khuyến khích|hưởng ứng|tham gia|nghiêm túc|khẩn trương|trên cơ sở|dựa vào|tiến hành|sơ kết|đánh giá|tập trung|quan tâm|chuẩn bị|đề xuất|trình|ban hành|phân công|làm đầu mối|là đầu mối|là cơ quan|định kỳ|cùng|ký kết|ký giao ước|lồng ghép|gắn|thông báo|công khai|phát hiện|bám sát|lấy|duy trì|làm tốt|hoàn thành|đề ra|xác định|giáo dục|cung cấp|hỗ trợ|tạo điều kiện|chấm điểm|theo chức năng|tự chấm|tự đánh giá|ra sức|thi đua|phấn đấu|cần|phải|thành lập|xem xét|lãnh đạo|chịu sự|nêu cao|thống nhất|tổng kết|in|mở|sử dụng|chi|trích|thanh tra|giao|yêu cầu|đề nghị|tập hợp|kiến nghị|hàng (?:tháng|quý|năm)|hằng (?:tháng|quý|năm)|được giao'

const ACT = new RegExp(`[ ,]\\s?(?<verb>${VERBS})(?![\\p{L}])`, 'gu')

/** Pairs in which a word of the list is part of a name and no act: «ban chỉ đạo», «bộ phận tổng hợp», «các tổ chức». */
const NAME_PAIR =
  /(?:(?:các|mỗi|từng|công tác|,) tổ chức|(?<!, )ban (?:tổ chức|chỉ đạo)|(?:cơ quan|bộ phận|công tác|đơn vị) tham mưu|(?:bộ phận|phòng|chuyên viên|kế hoạch) tổng hợp|(?:ban|đoàn|ủy ban|uỷ ban) (?:kiểm tra|giám sát|thanh tra)|(?:phong trào|công tác|cụm|khối|hội đồng|ban|đợt) thi đua|(?:kế hoạch|kết quả) (?:thực hiện|triển khai)|(?:công tác|cơ quan) (?:kiểm tra|tuyên truyền)|(?:ban|cơ quan) lãnh đạo|(?:bản|nội dung) đăng ký)$/iu
const NOUN_AFTER =
  /^(?: (?:đảng|đoàn|chính trị|cá nhân|xã hội|kinh tế|hành chính|công đoàn|cơ sở|hội|nhà nước|thành viên|trực thuộc|thuộc|liên quan|cán bộ|có liên quan)(?![\p{L}])|,| -| và (?:cá nhân|đơn vị|đoàn))/u

const ORDER =
  /^(?:kính |trân trọng )?(?:giao(?: cho| trách nhiệm cho| nhiệm vụ cho)?|đề nghị|yêu cầu|phân công|[uỷủy]{2} quyền cho)(?: (?:đồng chí|đ\/c))? (?=\p{L})/iu

/**
 * Reads «[Giao] Văn phòng Sở theo dõi, đôn đốc …»: the body or people at the head of a clause, then the act.
 * `null` when the clause opens with no actor, or no act follows.
 */
export function actingIn(text: string): Acting | null {
  const words = fold(text.slice(0, 520))
  let start = 0
  const condition =
    /^(?:can cu|tren co so|theo|dinh ky|hang nam|hang quy|hang thang|hang nam|truoc|ngoai ra|dong thoi|sau khi|khi ket thuc|ket thuc)[^,;.]{0,110}, (?=[a-z])/.exec(
      words,
    )
  if (condition && HEAD.test(fold(text.slice(condition[0].length, 520).replace(ORDER, '')))) start = condition[0].length
  const order = ORDER.exec(text.slice(start, start + 80))
  const actorFrom = start + (order?.[0].length ?? 0)
  const head = words.slice(actorFrom)
  if (!HEAD.test(head) || /^số /iu.test(text.slice(actorFrom)) || isAct(text.slice(actorFrom))) return null
  const colon = head.indexOf(':')
  const scan = text.slice(actorFrom, actorFrom + 440)
  for (const match of scan.matchAll(ACT)) {
    const verb = match.groups?.verb ?? ''
    const at = match.index + match[0].length - verb.length
    if (colon >= 0 && colon < at) break
    if (/[.;] /.test(scan.slice(0, at)) && !/; (?:các|ban|đảng)/.test(scan.slice(0, at))) return null
    if (NAME_PAIR.test(scan.slice(0, at + verb.length))) continue
    if (verb === 'tổ chức' && NOUN_AFTER.test(scan.slice(at + verb.length))) continue
    if (
      verb === 'thi đua' &&
      /^(?: (?:thuộc|của|số|cấp|các|tỉnh|huyện|cơ sở)|[,-]| -)/.test(scan.slice(at + verb.length))
    )
      continue
    const actor = scan.slice(0, match.index).replace(/[ ,:]+$/, '')
    if (actor.length < 2) return null
    return { actorFrom, actorTo: actorFrom + actor.length, from: actorFrom + at }
  }
  if (colon > 2 && colon < 200) {
    const rest = text.slice(actorFrom + colon + 1)
    const blank = rest.length - rest.trimStart().length
    if (rest.trim() === '') return null
    return { actorFrom, actorTo: actorFrom + colon, from: actorFrom + colon + 1 + blank }
  }
  return null
}

const FIRST_VERB = new RegExp(`^(?:${VERBS})(?![\\p{L}])`, 'iu')

/** Whether words open with an act: «Tổ chức quán triệt …», «Phối hợp với …». */
export function isAct(text: string): boolean {
  const verb = FIRST_VERB.exec(text)
  if (!verb) return false
  if (/^tổ chức$/i.test(verb[0]) && NOUN_AFTER.test(text.slice(verb[0].length))) return false
  return !/^(?:Tổ chức|Thi đua) (?:Công đoàn|Đoàn|Đảng)/u.test(text)
}

/** Whether a heading is nothing but the name of those who are to act: «2. Văn phòng Sở», «Các phòng, ban …:». */
export function namesActor(text: string): string | null {
  const bare = text.replace(/[ :.;]+$/, '')
  const words = fold(bare)
  const own = words.replace(
    /^(?:trach nhiem cua|nhiem vu cua|doi voi|giao(?: cho)?|de nghi|yeu cau|ve phia|phan cong|trach nhiem) /,
    '',
  )
  if (bare.length > 260 || !HEAD.test(own) || isAct(bare)) return null
  if (
    /(?:^|[ ,])(?:chi tieu|muc tieu|noi dung|phong trao thi dua|giai phap|thoi gian|yeu cau|nhiem vu|tieu chi|hinh thuc|ho so|danh hieu|bien phap|hoat dong|buoc|quy dinh|cong tac)(?![a-z])/.test(
      own,
    )
  )
    return null
  if (actingIn(bare) !== null) return null
  return bare.slice(bare.length - own.length)
}
