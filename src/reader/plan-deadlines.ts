import { actingIn } from './actors.ts'
import type { Block } from './blocks.ts'
import { findDueDays } from './due-days.ts'
import { type Finding, finding } from './facts.ts'
import { sentences } from './sentences.ts'
import { sourceOf } from './view.ts'

/** Every day by which something is to be done, with what and to whom. */
export function readDeadlines(blocks: readonly Block[], year: string | null): Finding[] {
  const found: Finding[] = []
  for (const block of blocks) {
    if (block.section === 'past' || block.section === 'basis') continue
    for (const [from, to] of sentences(block)) {
      let clauseFrom = Math.max(from, block.body)
      for (const { from: at, to: end, due } of findDueDays(block, year, from, to)) {
        const semicolon = block.text.lastIndexOf(';', at)
        if (semicolon >= clauseFrom) clauseFrom = semicolon + 1
        const nextSemicolon = block.text.indexOf(';', end)
        const clauseTo = Math.min(nextSemicolon < 0 ? to : nextSemicolon, to)
        const said = whatOf(block, clauseFrom, at, end, clauseTo)
        const last = found.at(-1)
        const what = last?.kind === 'deadline' && /^trường hợp/iu.test(said) ? last.value.what : said
        const recipient = recipientOf(block, clauseFrom, at, end, clauseTo)
        clauseFrom = end
        if (what === '') continue
        const parts = { date: sourceOf(block, at, end) }
        found.push(
          finding(
            'deadline',
            { what, due, recipient },
            sourceOf(block, Math.min(at, sourceFrom(block, what, at)), end),
            due.date ? 'sure' : 'look',
            parts,
          ),
        )
      }
    }
  }
  return found
}

function sourceFrom(block: Block, what: string, at: number): number {
  const found = block.text.lastIndexOf(what.slice(0, 20), at)
  return found < 0 ? at : found
}

const TRAILING = /[ ,(:-]+$|,? (?:và|xong|hoàn thành|gửi|nộp)$|^[ ,.;:–-]+/giu

/** «Thời hạn nộp hồ sơ: 15/10/2020»: the act stands within the words that set the day. */
const NAMED_TERM = /^(?:thời gian|thời hạn|hạn) (\p{L}[\p{L} ]{2,60}?)(?: là| đến| vào)*(?: hết)? ?:? ?(?:ngày )?\d/iu

/** The act that the day limits: what stands before the day in its clause, else what follows it. */
function whatOf(block: Block, from: number, at: number, end: number, to: number): string {
  const lead = block.text.slice(from, at)
  const acting = actingIn(lead.trimStart())
  const begin = acting ? lead.length - lead.trimStart().length + acting.from : 0
  const report = /(?:^|[ ,])(?:và )(?=(?:báo cáo|gửi|nộp|đăng ký) )/giu
  let cut = begin
  for (const match of lead.matchAll(report)) if (match.index > begin) cut = match.index + match[0].length
  if (SENT.exec(lead.slice(cut))?.index === 0) cut = begin
  const recipient = SENT.exec(lead.slice(cut))
  const said = (recipient && recipient.index > 12 ? lead.slice(cut, cut + recipient.index) : lead.slice(cut))
    .replace(TRAILING, '')
    .replace(TRAILING, '')
    .trim()
  if (said.length >= 8) return said
  const after = block.text
    .slice(end, to)
    .replace(/^[ ,)]+/, '')
    .replace(TRAILING, '')
    .trim()
  const own = lead.slice(cut).replace(TRAILING, '').trim()
  const next = after.length >= 8 ? after.slice(0, 240) : own
  if (next.length >= 4) return next
  return own.length > 0 ? own : (NAMED_TERM.exec(block.text.slice(at, end))?.[1] ?? '')
}

const NAME = String.raw`(?=\p{Lu}|các \p{L}|cơ quan|đơn vị|ban |phòng |văn phòng|thường trực|bộ phận|hội đồng|cụm|khối|công đoàn|tổ |nhà trường|sở |lãnh đạo)`
const GIVEN = new RegExp(
  String.raw`(?:[Gg]ửi|[Nn]ộp|[Cc]huyển|[Cc]ung cấp|[Bb]áo cáo|[Đđ]ăng ký|[Hh]ồ sơ)(?: [^,;.(]{1,90}?)?(?: \([^()]{2,60}\))? (?:về|cho|đến|tới|lên) ${NAME}|(?:[Gg]ửi|[Nn]ộp)(?: (?:báo cáo|hồ sơ|văn bản|đăng ký|kế hoạch))? ${NAME}|[Bb]áo cáo (?:cho |với |lên )?(?=\p{Lu})`,
  'u',
)
/** The sending alone, without what is sent. */
const SENT = new RegExp(`(?:gửi|nộp|chuyển)(?: (?:về|cho|đến|tới|lên))? ${NAME}`, 'u')
const ENDS =
  /(?: (?:trước|chậm|để|theo|gồm|bằng|vào|kèm|trong|hạn|đúng|xem xét|tổng hợp|chủ trì|trình|thẩm định|muộn|từ|như|khi|nhằm|làm)(?![\p{L}])|[,;.:“]| \()/u

/** «… báo cáo năm (trước ngày 15/11) về UBND Thị xã»: the name follows the day. */
const AFTER_DAY = new RegExp(`^\\)?[^;.(]{0,60}? (?:về|cho|đến|tới) ${NAME}`, 'u')

/** «gửi về Sở (qua Văn phòng Sở)»: the name, with the bracket that says through whom. */
function recipientOf(block: Block, from: number, at: number, end: number, to: number): string | null {
  for (const [a, b] of [
    [from, at],
    [end, to],
  ] as const) {
    const stretch = block.text.slice(a, b)
    const match =
      GIVEN.exec(stretch) ??
      (a === end && /(?:gui|nop|bao cao) /.test(block.fold.slice(0, at)) ? AFTER_DAY.exec(stretch) : null)
    if (!match) continue
    const rest = stretch.slice(match.index + match[0].length)
    const stop = ENDS.exec(rest)
    let name = rest.slice(0, stop?.index ?? rest.length)
    const through = /^ \((?:qua|thông qua)[^)]{2,80}\)/iu.exec(rest.slice(name.length))
    if (through) name += through[0]
    name = name.replace(/[ ,]+$/, '').trim()
    if (name.length >= 2 && name.length <= 140) return name
  }
  return null
}
