import type { Block } from './blocks.ts'
import { sentences } from './citations.ts'
import { type FoundDate, findDates } from './dates.ts'
import { findDueDays } from './due-days.ts'
import type { DueDay, Source } from './facts.ts'
import type { PaperDate } from './plan.ts'
import { sourceOf } from './view.ts'

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
  /(?<![a-z])(?:dot|giai doan)(?: phat dong)?(?: thi dua)?(?: cao diem)?(?: (?:thu )?(?:nhat|mot|hai|ba|bon|tu|nam|sau|\d{1,2}|[ivx]{1,4})(?![a-z\d]))/g
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

/** «từ ngày A đến ngày B», «(A - B)», «từ nay đến hết B», «bắt đầu từ A … kết thúc B». */
export function rangeIn(block: Block, from: number, to: number, year: string | null): Range | null {
  const words = block.fold.slice(from, to)
  const dates = findDates(words, year)
  for (const [i, first] of dates.entries()) {
    const lead = words.slice(Math.max(0, first.start - 22), first.start)
    const next = dates[i + 1]
    const between = next ? words.slice(first.end, next.start) : ''
    const joined =
      next !== undefined &&
      /^[ ,]*(?:nam (?:19|20)\d\d )?(?:den|-|ket thuc|toi)(?: het)?(?: vao)?(?: ngay| cuoi)? ?$/.test(between)
    if (
      joined &&
      next &&
      (/(?:tu|bat dau|phat dong)(?: [a-z]+)? ?$/.test(lead) || /[(:,-] ?(?:ngay )?$/.test(lead) || lead.trim() === '')
    ) {
      const own = next.date?.slice(0, 4)
      const begin =
        first.yearless && own ? (findDates(words.slice(first.start, first.end), own)[0]?.date ?? null) : first.date
      return { start: begin, end: next.date, from: from + first.start, to: from + next.end, first, last: next }
    }
    if (/tu nay (?:cho )?den (?:het )?(?:ngay )?$|den het (?:ngay )?$/.test(lead) && /tu nay|thoi gian/.test(words)) {
      return { start: null, end: first.date, from: from + first.start, to: from + first.end, last: first }
    }
  }
  return null
}

/** Named periods with their days; without any, the one range a part on time gives. */
export function readPeriods(blocks: readonly Block[], year: string | null): FoundPeriod[] {
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
        parts: inside && range ? rangeParts(block, range, match.index) : {},
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
  if (found.length === 0) found.push(...single(blocks, year))
  for (const period of found) period.review = reviewOf(blocks, period, year)
  return found
}

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

function rangeParts(block: Block, range: Range, _from: number): Record<string, Source> {
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

/** «Thời gian thực hiện: từ ngày … đến ngày …»: one period without a name of its own. */
function single(blocks: readonly Block[], year: string | null): FoundPeriod[] {
  for (const block of blocks) {
    const label =
      /^(?:thoi gian|thoi han)(?: (?:thuc hien|to chuc|phat dong|thi dua|trien khai|tien hanh)[a-z ]{0,40})? ?[:.]?/.exec(
        block.fold.slice(block.body, block.body + 80),
      )
    if (block.section !== 'time' && !label) continue
    const range = rangeIn(block, block.body, block.text.length, year)
    if (!range) continue
    const heading = block.parent?.section === 'time' ? block.parent : null
    const named = label?.[0] ?? (heading ? heading.fold.slice(heading.body) : 'thoi gian')
    const text = label
      ? block.text.slice(block.body, block.body + named.length)
      : heading
        ? heading.text.slice(heading.body)
        : 'Thời gian thực hiện'
    return [{
      name: text.replace(/[ :.]+$/, ''), start: range.start, end: range.end, review: null,
      source: sourceOf(block, block.body, range.to), parts: rangeParts(block, range, 0),
      scope: [{ block: block.index, from: 0, to: block.text.length }], sure: false,
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
