import { NAME_PAIR, VERBS } from './act-words.ts'
import { BODY_WORDS } from './issuer.ts'
import { fold } from './view.ts'

/** A clause divided into who and what: `actorFrom…actorTo` and `from` (where the act begins). */
export type Acting = { actorFrom: number; actorTo: number; from: number }

const PEOPLE_WORDS =
  'cac|tung|moi|toan the|tat ca|nguoi dung dau|thu truong|truong|pho|chanh|giam doc|hieu truong|chu tich|bi thu|can bo|cong chuc|vien chuc|dang vien|doan vien|hoi vien|giao vien|hoc sinh|tap the|ca nhan|don vi|co quan|doanh nghiep|dia phuong|lanh dao|bo phan|thuong truc|dong chi|d\\/c|ban giam|ban lanh|thanh vien|cong ty|nhung|quan ly|cu[mc] truong|khoi truong|to truong|ke toan|thu ky|chuyen vien|uy vien|xa|phuong|thi tran|huyen|nganh|vien kiem|giao vu|tong phu trach|gv|gvcn|bch|bgh|cbcc|lien doi|nha truong|khoa|tinh|quan nhan|tong bien tap|toan (?:nganh|don vi|truong|the)|giang vien|sinh vien|cong nhan|nhan dan|ho gia dinh|thuong vu|thanh nien|hoi cuu|chi hoi|chi uy|cap uy|chinh quyen|ban nganh|so,'

const HEAD = new RegExp(
  `^(?!(?:cac|nhung|moi|tat ca|tung) (?:phong trao|hoat dong|noi dung|chi tieu|hinh thuc|bien phap|giai phap|nhiem vu|tieu chi|muc tieu|quy dinh|van ban|dieu kien|danh hieu|diem |tieu chuan|dot|cuoc|linh vuc|nguon|dien hinh|thu tuc)|bo tieu chi|hoi nghi|hoi thi|to chuc (?!cong doan|doan|dang|chinh))(?:${PEOPLE_WORDS}|${BODY_WORDS})(?![a-z])`,
)

/** «LĐLĐ tỉnh», «BCH Công đoàn»: names that begin with an abbreviation. */
const ABBREVIATION = /^\p{Lu}{2,8}(?:&\p{Lu}{1,3})?(?= \p{Ll}|,| các |$)/u

const actsOrIsLed = (text: string) =>
  (HEAD.test(fold(text.slice(0, 60))) || ABBREVIATION.test(text)) && !/^số /iu.test(text)

const ACT = new RegExp(`[ ,]\\s?(?<verb>${VERBS})(?![\\p{L}])`, 'gu')

const NOUN_AFTER =
  /^(?: (?:đảng|đoàn|chính trị|cá nhân|xã hội|kinh tế|hành chính|công đoàn|cơ sở|hội|nhà nước|thành viên|trực thuộc|thuộc|liên quan|cán bộ|có liên quan)(?![\p{L}])|,| -| và (?:cá nhân|đơn vị|đoàn))/u

const ORDER =
  /^(?:kính |trân trọng )?(?:giao(?: cho| trách nhiệm cho| nhiệm vụ cho)?|đề nghị|yêu cầu|phân công|[uỷủy]{2} quyền cho)(?: (?:đồng chí|đ\/c))? (?=\p{L})/iu

/** «… của cơ quan, đơn vị»: the comma stands in a list of bodies, not after a condition. */
const LIST_GOES_ON = /(?:co quan|don vi|dia phuong|nganh|phong|ban|so|xa|huyen|thanh pho|doan the|to chuc|khoa), $/

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
  if (
    condition &&
    !LIST_GOES_ON.test(condition[0]) &&
    actsOrIsLed(text.slice(condition[0].length, 520).replace(ORDER, ''))
  )
    start = condition[0].length
  const order = ORDER.exec(text.slice(start, start + 80))
  const actorFrom = start + (order?.[0].length ?? 0)
  const head = words.slice(actorFrom)
  if (!actsOrIsLed(text.slice(actorFrom)) || isAct(text.slice(actorFrom))) return null
  const colon = head.indexOf(':')
  const scan = text.slice(actorFrom, actorFrom + 440)
  for (const match of scan.matchAll(ACT)) {
    const verb = match.groups?.verb ?? ''
    const at = match.index + match[0].length - verb.length
    if (colon >= 0 && colon < at) break
    if (!onlyActors(scan.slice(0, at))) return null
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
    if (rest.trim() === '' || namesBody(rest.trim())) return null
    return { actorFrom, actorTo: actorFrom + colon, from: actorFrom + colon + 1 + blank }
  }
  return null
}

/** Before its act an actor may be a list («Thủ trưởng …; Chủ tịch Ủy ban nhân dân …»), but no sentence. */
function onlyActors(text: string): boolean {
  if (/\. /.test(text)) return false
  return text
    .split('; ')
    .slice(1)
    .every((part) => actsOrIsLed(part) && !isAct(part))
}

const FIRST_VERB = new RegExp(`^(?:${VERBS})(?![\\p{L}])`, 'iu')

/** Whether words open with an act: «Tổ chức quán triệt …», «Phối hợp với …». */
export function isAct(text: string): boolean {
  const verb = FIRST_VERB.exec(text)
  if (!verb) return false
  if (/^tổ chức$/i.test(verb[0]) && NOUN_AFTER.test(text.slice(verb[0].length))) return false
  return !/^(?:Tổ chức|Thi đua) (?:Công đoàn|Đoàn|Đảng)/u.test(text)
}

/** «Trưởng khối: Văn phòng UBND tỉnh»: what follows the colon is a body, not an act. */
const namesBody = (rest: string) => rest.length < 100 && actsOrIsLed(rest) && !isAct(rest) && rest.search(ACT) < 0

/** Headings on things, not on people. */
const NO_ACTOR =
  /^(?:(?:cac|mot so|nhung|ve|moi) )*(?:chi tieu|muc tieu|noi dung|phong trao|giai phap|thoi gian|yeu cau|nhiem vu|tieu chi|hinh thuc|ho so|danh hieu|bien phap|hoat dong|buoc|quy dinh|cong tac(?! vien)|giai doan|kinh phi|che do|khen thuong|tuyen truyen|so ket|tong ket|muc dich|nguyen tac|quy trinh|bao cao|thang diem|linh vuc|dot|to chuc thuc hien|trien khai|doi tuong|pham vi|quyen loi|phuong phap|cach)(?![a-z])/

const LED_BY = /^(?:trach nhiem cua|nhiem vu cua|doi voi|giao(?: cho)?|de nghi|yeu cau|ve phia|phan cong|trach nhiem) /

/**
 * Whether a heading is nothing but the name of those who are to act: «2. Văn phòng Sở», «Các phòng, ban …:». With
 * `lenient` (headings of the part on carrying out) also names that begin with no known word.
 */
export function namesActor(text: string, lenient = false): string | null {
  const bare = text.replace(/[ :.;]+$/, '')
  const own = bare.slice(LED_BY.exec(fold(bare.slice(0, 40)))?.[0].length ?? 0)
  if (bare.length > 260 || isAct(own) || NO_ACTOR.test(fold(own))) return null
  if (actsOrIsLed(own)) return actingIn(own) === null ? own : null
  const named = lenient && own.length < 90 && /^\p{Lu}/u.test(own) && own.search(ACT) < 0
  return named ? own : null
}
