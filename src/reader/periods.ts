import type { Block } from './blocks.ts'
import { type FoundDate, findDates } from './dates.ts'
import { findDueDays } from './due-days.ts'
import type { DueDay, Source } from './facts.ts'
import type { PaperDate } from './plan.ts'
import { sentences } from './sentences.ts'
import { fold, sourceOf } from './view.ts'

/** A period and the stretch of the paper that speaks of it: from its name to the next period. */
export type FoundPeriod = {
  name: string
  start: PaperDate | null
  end: PaperDate | null
  review: DueDay | null
  source: Source
  parts: Record<string, Source>
  /** Blocks that belong to it, with the range inside the first and last. */
  scope: { block: number; from: number; to: number }[]
  sure: boolean
}

const NAME =
  /(?<![a-z])(?:dot|giai doan|chang)(?: phat dong)?(?: thi dua)?(?: cao diem)?(?: (?:thu )?(?:nhat|mot|hai|ba|bon|tu|nam|sau|\d{1,2}|[ivx]{1,4})(?![a-z\d]))/g
const TERM = /(?<![a-z])(?:hoc ky|quy) (?:i{1,3}|iv|1|2|3|4|mot|hai)(?![a-z\d])/g

/** Where a name of a period really opens one: at the start of a block, or after «:», «;», «.» or a bracket. */
function opens(block: Block, at: number): boolean {
  const before = block.fold.slice(block.body, at).trimEnd()
  return before === '' || /[:;.(+-]$/.test(before) || /(?:,| va)$/.test(before)
}

type Range = {
  start: PaperDate | null
  end: PaperDate | null
  from: number
  to: number
  first?: FoundDate
  last?: FoundDate
}

/** «từ nay đến», «từ đầu năm đến»: the beginning is no day. */
const FROM_NOW =
  /(?<![a-z])tu (?:nay|dau nam|khi|ngay ky|ngay phat dong|thoi diem|luc)[a-z ]{0,30}den (?:het )?(?:ngay )?$|thoi gian[a-z ]{0,20}:? ?den (?:het )?(?:ngay )?$/

/** A range of a campaign spans a few years at most; «(19/5/1890 - 19/5/2020)» is an anniversary. */
const nearby = (a: PaperDate | null, b: PaperDate | null) =>
  Math.abs(Number(b?.slice(0, 4) ?? 0) - Number(a?.slice(0, 4) ?? 0)) <= 6 ||
  a === null ||
  b === null ||
  a.startsWith('-')

/** «từ ngày A đến ngày B», «(A - B)», «từ nay đến hết B», «bắt đầu từ A … kết thúc B». */
export function rangeIn(block: Block, from: number, to: number, year: string | null): Range | null {
  const words = block.fold.slice(from, to)
  const dates = findDates(words, year)
  for (const [i, first] of dates.entries()) {
    const lead = words.slice(Math.max(0, first.start - 64), first.start)
    const next = dates[i + 1]
    const between = next ? words.slice(first.end, next.start) : ''
    const joined =
      next !== undefined &&
      /^[ ,]*(?:nam (?:19|20)\d\d )?(?:den|-|ket thuc|toi)(?: het)?(?: vao)?(?: ngay| cuoi)? ?$/.test(between)
    if (
      joined &&
      next &&
      nearby(first.date, next.date) &&
      (/(?<![a-z])(?:tu|bat dau|phat dong)(?: [a-z]+)? ?$/.test(lead) ||
        /[(:,-] ?(?:ngay )?$/.test(lead) ||
        lead.trim() === '')
    ) {
      const own = next.date?.slice(0, 4)
      const begin =
        first.yearless && own ? (findDates(words.slice(first.start, first.end), own)[0]?.date ?? null) : first.date
      return { start: begin, end: next.date, from: from + first.start, to: from + next.end, first, last: next }
    }
    if (FROM_NOW.test(lead)) {
      return { start: null, end: first.date, from: from + first.start, to: from + first.end, last: first }
    }
  }
  const years = /^[^;.]{0,60}?[(:] ?(?:tu )?(?:nam )?(?<a>20\d\d) ?(?:-|den) ?(?:nam )?(?<b>20\d\d)[);,:]?/.exec(words)
  if (!years || dates.some((date) => date.start < years[0].length && !date.date?.startsWith('20'))) return null
  const { a = '', b = '' } = years.groups ?? {}
  if (Number(b) <= Number(a)) return null
  return { start: a, end: b, from: from + years[0].indexOf(a), to: from + years[0].lastIndexOf(b) + 4 }
}

/** Named periods with their days; without any, the one range a part on time gives. */
export function readPeriods(
  blocks: readonly Block[],
  year: string | null,
  subject: string | null = null,
): FoundPeriod[] {
  const found: FoundPeriod[] = []
  for (const block of blocks) {
    if (block.section === 'past' || block.section === 'basis') continue
    const names = [...block.fold.matchAll(NAME), ...(block.section === 'time' ? block.fold.matchAll(TERM) : [])]
      .filter((match) => opens(block, match.index))
      .sort((a, b) => a.index - b.index)
    names.forEach((match, n) => {
      const to = names[n + 1]?.index ?? block.text.length
      const leads = block.fold.slice(block.body, match.index).trim() === ''
      let range = rangeIn(block, match.index, Math.min(to, match.index + 320), year)
      const children = leads ? under(blocks, block) : []
      if (!range && leads && (block.section === 'time' || block.heading)) {
        for (const child of children.slice(0, 3)) range ??= rangeIn(child, 0, Math.min(child.text.length, 200), year)
      }
      const known = found.some((period) =>
        sameName(period.name, block.text.slice(match.index, match.index + match[0].length)),
      )
      if (known || (!range && !(leads && block.section === 'time'))) return
      const inside =
        range && range.from >= match.index && range.to <= to && block.fold.slice(range.from, range.to) !== ''
      const end = match.index + match[0].length
      found.push({
        name: block.text.slice(match.index, end),
        start: range?.start ?? null,
        end: range?.end ?? null,
        review: null,
        source: sourceOf(block, match.index, inside && range ? Math.min(range.to + 1, to) : end),
        parts: inside && range ? rangeParts(block, range) : {},
        scope: [
          { block: block.index, from: match.index, to },
          ...(n === names.length - 1
            ? children.map((child) => ({ block: child.index, from: 0, to: child.text.length }))
            : []),
        ],
        sure: Boolean(range?.end),
      })
    })
  }
  if (found.length === 0) found.push(...labelled(blocks, year))
  if (found.length === 0) found.push(...single(blocks, year, subject))
  if (found.length === 0) found.push(...inSentence(blocks, year))
  for (const period of found) period.review = reviewOf(blocks, period, year)
  return found
}

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

function rangeParts(block: Block, range: Range): Record<string, Source> {
  const parts: Record<string, Source> = {}
  const shift = range.from - (range.first?.start ?? range.last?.start ?? 0)
  if (range.first) parts.start = sourceOf(block, shift + range.first.start, shift + range.first.end)
  if (range.last) parts.end = sourceOf(block, shift + range.last.start, shift + range.last.end)
  return parts
}

/** Blocks that stand below this one, up to the next of its level. A bare paragraph goes on until the next marker. */
export function under(blocks: readonly Block[], block: Block): Block[] {
  const below: Block[] = []
  for (let i = block.index + 1; i < blocks.length; i += 1) {
    const next = blocks[i]
    if (!next || next.level <= Math.min(block.level, 98)) break
    if (block.level === 99 && next.marker === null) {
      if (next.fold.slice(0, 40).search(NAME) >= 0) break
    }
    below.push(next)
  }
  return below
}

/** «Sáu tháng đầu năm: từ …», «Học kỳ I (từ …)»: items of the part on time whose label is followed by their range. */
function labelled(blocks: readonly Block[], year: string | null): FoundPeriod[] {
  const found: FoundPeriod[] = []
  for (const block of blocks) {
    if (block.section !== 'time') continue
    const label = /^[^:(;.]{4,80}?(?= ?[:(]| tu (?:ngay|thang|\d))/.exec(block.fold.slice(block.body))?.[0]
    if (label === undefined || /\d{1,2}\/\d|^(?:tu|thoi gian|thoi han|du kien)(?![a-z])/.test(label)) continue
    const from = block.body + label.length
    const range = rangeIn(block, from, Math.min(block.text.length, from + 120), year)
    if (!range || range.from - from > 16) continue
    found.push({
      name: block.text.slice(block.body, from).replace(/[ ,-]+$/, ''), start: range.start, end: range.end, review: null, sure: false,
      source: sourceOf(block, block.body, range.to), parts: rangeParts(block, range),
      scope: [
        { block: block.index, from: 0, to: block.text.length },
        ...under(blocks, block).map((child) => ({ block: child.index, from: 0, to: child.text.length })),
      ],
    }) // biome-ignore format: one value
  }
  return found.length > 1 ? found : []
}

/** What the subject calls it: «đợt thi đua nước rút …», «phong trào thi đua …». «Thời gian» is the name of a heading. */
function ownName(subject: string | null): string | null {
  if (subject === null) return null
  const at = /(?:dot (?:thi dua|cao diem)|phong trao|thi dua)/.exec(fold(subject))?.index
  if (at === undefined) return null
  const words = subject.slice(at)
  const name = words.length <= 90 ? words : words.slice(0, words.lastIndexOf(' ', 90))
  return (name.charAt(0).toUpperCase() + name.slice(1)).replace(/[ ,;:-]+$/, '')
}

/** «Thời gian thực hiện: từ ngày … đến ngày …»: one period without a name of its own. */
function single(blocks: readonly Block[], year: string | null, subject: string | null): FoundPeriod[] {
  for (const block of blocks) {
    const label =
      /^(?:thoi gian|thoi han)(?: (?:thuc hien|to chuc|phat dong|thi dua|trien khai|tien hanh)[a-z ]{0,40})? ?[:.]?/.exec(
        block.fold.slice(block.body, block.body + 80),
      )
    if (block.section !== 'time' && !label) continue
    if (/^thoi (?:gian|han) (?:dang ky|nop|gui|bao cao|nhan)/.test(block.fold.slice(block.body))) continue
    const range = rangeIn(block, block.body, block.text.length, year)
    if (!range) continue
    const text = ownName(subject) ?? 'Thời gian thực hiện'
    return [{
      name: text, start: range.start, end: range.end, review: null,
      source: sourceOf(block, block.body, range.to), parts: rangeParts(block, range),
      scope: [{ block: block.index, from: 0, to: block.text.length }], sure: false,
    }] // biome-ignore format: one value
  }
  return []
}

/** «Phát động đợt thi đua … từ ngày A đến ngày B» in running text, when the paper names no other period. */
function inSentence(blocks: readonly Block[], year: string | null): FoundPeriod[] {
  for (const block of blocks) {
    if (block.section === 'past' || block.section === 'basis') continue
    const named =
      /(?:dot thi dua|phong trao thi dua|dot cao diem)[^.;]{0,160}? (?=(?:tu (?:ngay )?\d|tu thang \d))/.exec(
        block.fold,
      )
    const range = named ? rangeIn(block, named.index + named[0].length, block.text.length, year) : null
    if (!named || !range || range.from - named.index - named[0].length > 12) continue
    const name = block.text.slice(named.index, named.index + named[0].length).replace(/[ ,:(]+$/, '')
    return [{
      name, start: range.start, end: range.end, review: null, sure: false,
      source: sourceOf(block, named.index, range.to), parts: rangeParts(block, range),
      scope: [{ block: block.index, from: 0, to: block.text.length }],
    }] // biome-ignore format: one value
  }
  return []
}

/** The day by which the period is to be summed up, told within its own stretch. */
function reviewOf(blocks: readonly Block[], period: FoundPeriod, year: string | null): DueDay | null {
  for (const { block: index, from, to } of period.scope) {
    const block = blocks[index]
    if (!block) continue
    for (const [start, end] of sentences(block)) {
      if (end <= from || start >= to) continue
      if (!/tong ket|so ket|binh xet|danh gia|cham diem|xet khen/.test(block.fold.slice(start, end))) continue
      const due = findDueDays(block, year, Math.max(start, from), Math.min(end, to))[0]
      if (!due) continue
      period.parts.review = sourceOf(block, due.from, due.to)
      return due.due
    }
  }
  return null
}
