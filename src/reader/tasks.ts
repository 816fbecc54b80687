import { actingIn, isAct, namesActor } from './actors.ts'
import { type Block, bodyText } from './blocks.ts'
import { findDueDays } from './due-days.ts'
import { type DueDay, type Finding, finding } from './facts.ts'
import { sentences } from './sentences.ts'
import { sourceOf } from './view.ts'

type FoundTask = { assignee: string | null; from: number; to: number; due: DueDay | null; block: Block }

/** «… chịu trách nhiệm thi hành Quyết định này» binds everybody to everything. */
const ENFORCES =
  /chiu trach nhiem thi hanh(?: (?:quyet dinh|chi thi|ke hoach)|[ ./]*$)|can cu (?:quyet dinh|chi thi|ke hoach) (?:nay )?(?:de )?thi hanh/

/** Closing words of a paper, which appeal to everybody or speak of the paper itself. */
const APPEAL =
  /^(?:tren day la|nhan duoc|phat huy|(?:yeu cau|de nghi|keu goi|mong|kinh mong|rat mong) (?:toan the|tat ca|cac dong chi|can bo)|trong qua trinh|(?:ke hoach|chi thi|quyet dinh|huong dan|van ban|cong van|phat dong|thong bao|nghi quyet) nay|lanh dao .{0,80}(?:keu goi|de nghi|mong)|.{0,120}keu goi |quyet dinh nay|noi nhan|moi vuong mac|neu co (?:vuong mac|kho khan))/

/** «Nhà trường đề nghị các đơn vị triển khai thực hiện nghiêm túc»: the issuer appeals to everybody. */
const ASKS_ALL = /^[a-z&, -]{2,50} (?:de nghi|yeu cau) [^.;]{2,120}(?:trien khai|thuc hien|nghiem tuc)/

const NO_DUTY =
  /^(?:thoi gian|kinh phi|doi tuong|pham vi|hinh thuc|noi dung|chu de|khau hieu|dia diem)(?: [a-z ]{0,30})?:/

/** «Đợt 1: Từ ngày …» says when, not who. */
const namesPeriod = (block: Block) =>
  /^(?:dot|giai doan|chang)(?: thi dua)? (?:thu |\d|[ivx]+ ?[:(.])/.test(block.fold.slice(block.body)) &&
  actingIn(bodyText(block)) === null

/** The last words of a paper: «Đề nghị các đơn vị triển khai thực hiện./.». */
const closes = (block: Block) =>
  block.marker === null && /^(?:yeu cau|de nghi) /.test(block.fold) && block.text.endsWith('./.')

/** Duties of bodies: the part on carrying out, the items of a directive, and elsewhere only what names its actor. */
export function readTasks(blocks: readonly Block[], docType: string | null, year: string | null): Finding[] {
  const directive = docType === 'CT' || docType === 'CV' ? addressed(blocks) : null
  const loose = blocks.some((block) => block.section === 'tasks') ? null : introduction(blocks)
  const found: FoundTask[] = []
  for (const block of blocks) {
    if (
      block.section === 'past' ||
      block.section === 'basis' ||
      closes(block) ||
      ENFORCES.test(block.fold) ||
      APPEAL.test(block.fold.slice(block.body)) ||
      (block.marker === null && ASKS_ALL.test(block.fold) && findDueDays(block, year).length === 0) ||
      NO_DUTY.test(block.fold.slice(block.body)) ||
      namesPeriod(block)
    )
      continue
    const inZone = block.section === 'tasks'
    const listed =
      !inZone &&
      (listedDuty(block, docType, loose !== null) || (loose !== null && block.index > loose && saysWho(block)))
    const asked = directive !== null && block.index > directive.block && askedOf(block)
    if (!inZone && !listed && !asked) continue
    found.push(...tasksOf(blocks, block, inZone || asked ? (directive?.assignee ?? null) : null, inZone || asked, year))
  }
  return found.map(({ assignee, from, to, due, block }) => {
    const text = block.text
      .slice(from, to)
      .replace(/[ ,;:]+$|\.\/?\.?$/g, '')
      .trim()
    // Outside the part on carrying out an item may as well be a mere appeal: people look.
    const sure = assignee !== null && block.section === 'tasks'
    return finding('task', { assignee, text, due }, sourceOf(block, from, to), sure ? 'sure' : 'look')
  })
}

/** The paragraph after which a paper without parts sets out what is to be done («… với các nội dung sau:»). */
function introduction(blocks: readonly Block[]): number | null {
  return blocks.slice(0, 40).find((block) => /(?:sau|sau day) ?:$/.test(block.fold))?.index ?? null
}

/** A bare paragraph that opens with its actor: «Phòng Văn hóa tổng hợp kết quả …». */
const saysWho = (block: Block) =>
  block.marker === null && !block.heading && !/(?:sau|sau day) ?:$/.test(block.fold) && actingIn(block.text) !== null

/** An item of a directive, or the paragraph below an item that is a name. */
function askedOf(block: Block): boolean {
  if (block.section === 'criteria' || block.section === 'time') return false
  return block.marker !== null || (block.parent !== null && namesActor(bodyText(block.parent)) !== null)
}

/** «Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy … thực hiện tốt một số nhiệm vụ sau:»: who, and where it is said. */
function addressed(blocks: readonly Block[]): { block: number; assignee: string | null } | null {
  for (const block of blocks.slice(0, 40)) {
    if (block.marker && block.marker.level >= 8) continue
    if (block.marker) return null
    if (!/(?:sau|sau day|nhu sau) ?:$/.test(block.fold)) {
      if (!/yeu cau ?:$/.test(block.fold)) continue
      return { block: block.index, assignee: null }
    }
    const ask = /(?:yeu cau|de nghi|giao|chi thi(?: cho)?|keu goi) (?=[a-z])/g
    let assignee: string | null = null
    for (const match of block.fold.matchAll(ask)) {
      const text = block.text.slice(match.index + match[0].length)
      const acting = actingIn(text)
      if (acting && acting.actorFrom === 0) assignee = text.slice(0, acting.actorTo)
    }
    return { block: block.index, assignee }
  }
  return null
}

/** «- Ban thi đua xây dựng tiêu chí …» under «BIỆN PHÁP THỰC HIỆN»: an item that opens with a body, not with people at large. */
function ledItem(block: Block): boolean {
  const measures = block.section === 'content' && /bien phap|giai phap/.test(block.parent?.fold ?? '')
  if (!measures && block.section !== 'time') return false
  return (
    actingIn(bodyText(block)) !== null &&
    !/^(?:toan the|moi |can bo|cong chuc|vien chuc)/.test(block.fold.slice(block.body))
  )
}

/** Matched with its marks: without them «Giáo viên» would be «Giao». */
const ASSIGNS = /^(?:giao|phân công) (?=\p{L})/iu

/** A numbered item or article outside the part on carrying out that names its actor itself. */
function listedDuty(block: Block, docType: string | null, alone: boolean): boolean {
  if (block.marker === null) return false
  if (block.marker.level === 3 || block.parent?.marker?.level === 3)
    return ASSIGNS.test(bodyText(block)) || actingIn(bodyText(block)) !== null
  if (block.section !== null) return docType !== 'BC' && (ASSIGNS.test(bodyText(block)) || (alone && ledItem(block)))
  return block.parent === null && !block.heading
}

function tasksOf(
  blocks: readonly Block[],
  block: Block,
  fallback: string | null,
  open: boolean,
  year: string | null,
): FoundTask[] {
  const text = bodyText(block)
  const own = open ? namesActor(text, leads(block)) : null
  if (own !== null) return []
  if (block.heading && !actingIn(text)) return []
  const above = actorAbove(block)
  if (
    above === null &&
    block.parent &&
    block.parent.section === 'tasks' &&
    actingIn(bodyText(block.parent)) &&
    !block.parent.text.endsWith(':') &&
    block.marker === null
  )
    return []
  const found: FoundTask[] = []
  let assignee = above ?? fallback
  for (const [from, to] of sentences(block)) {
    const start = Math.max(from, block.body)
    if (to <= start || APPEAL.test(block.fold.slice(start, to).trimStart())) continue
    const acting = actingIn(block.text.slice(start, to))
    const first = found.length === 0
    if (acting) assignee = actorText(block.text.slice(start + acting.actorFrom, start + acting.actorTo))
    else if (first && above === null && !(open && (fallback || isAct(block.text.slice(start, to))))) continue
    // A body named only in a later sentence has a duty where that sentence sets a day.
    if (first && start > block.body && above === null && findDueDays(block, year, start, to).length === 0) continue
    const begin = acting ? start + acting.from : start
    const last = found.at(-1)
    const due = findDueDays(block, year, start, to)
    if (first || acting || due.length > 0) {
      found.push(...split(block, begin, to, assignee, year, first && blocksBelow(blocks, block)))
    } else if (last) last.to = to
  }
  return found
}

const blocksBelow = (blocks: readonly Block[], block: Block) =>
  blocks[block.index + 1]?.parent === block && block.text.endsWith(':')

/** A numbered heading within the part on carrying out: its words are most likely a name. */
const leads = (block: Block) => block.section === 'tasks' && block.heading && (block.marker?.level ?? 0) >= 4

const actorText = (text: string) => text.replace(/^(?:đồng chí|đ\/c) /i, '').trim()

/** The nearest heading or item above that names who acts. */
function actorAbove(block: Block): string | null {
  for (let above = block.parent; above; above = above.parent) {
    const text = bodyText(above)
    const named = namesActor(text, leads(above))
    if (named !== null) return actorText(named)
    const acting = above.text.endsWith(':') ? actingIn(text) : null
    if (acting) return actorText(text.slice(acting.actorFrom, acting.actorTo))
    if (above.section === 'tasks' && above.heading && above.level <= 2) return null
  }
  return null
}

/** What is sent has a name of its own («và báo cáo …», «và gửi hồ sơ …»); «và gửi về …» ends the act before it. */
const CLAUSE_END =
  /; ?(?:đồng thời,? ?)?|,? (?=và (?:báo cáo|(?:gửi|nộp) (?!về|cho|đến|tới|lên|\p{Lu}|phòng|ban|văn phòng|sở)) )/gu
const AND_SENDS = /,? và (?:báo cáo|(?:gửi|nộp) (?!về|cho|đến|tới|lên|\p{Lu}|phòng|ban|văn phòng|sở)) /u

/** One duty, or two when a later clause sets a day of its own or names another actor. */
function split(
  block: Block,
  from: number,
  to: number,
  assignee: string | null,
  year: string | null,
  opensList: boolean,
): FoundTask[] {
  if (opensList) return []
  const found: FoundTask[] = []
  let start = from
  let who = assignee
  const cut = (end: number, next: number) => {
    if (end - start > 8)
      found.push({
        assignee: who,
        from: start,
        to: end,
        due: findDueDays(block, year, start, end)[0]?.due ?? null,
        block,
      })
    start = next
  }
  for (const match of block.text.slice(0, to).matchAll(CLAUSE_END)) {
    const at = match.index
    if (at <= start) continue
    const next = at + match[0].length
    const rest = block.text.slice(next, to).replace(/^và /, '')
    const clauseEnd = rest.indexOf(';')
    const clause = clauseEnd < 0 ? rest : rest.slice(0, clauseEnd)
    const dueAt = findDueDays(block, year, next, next + clause.length + 4)[0]?.from ?? -1
    const due = dueAt >= 0 && !AND_SENDS.test(block.text.slice(next + 3, dueAt))
    const acting = match[0].startsWith(';') ? actingIn(clause) : null
    const before = findDueDays(block, year, start, at).length > 0
    if (!acting && !due && !(before && isAct(clause.trimStart()))) continue
    cut(at, next + (block.text.startsWith('và ', next) ? 3 : 0))
    if (acting) {
      who = actorText(clause.slice(acting.actorFrom, acting.actorTo))
      start = next + acting.from
    }
  }
  cut(to, to)
  return found
}
