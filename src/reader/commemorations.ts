import type { Block } from './blocks.ts'
import { findDates } from './dates.ts'
import { type Finding, finding } from './facts.ts'
import type { FoundPeriod } from './periods.ts'
import type { PaperDate } from './plan.ts'
import { sourceOf } from './view.ts'

type FoundDay = {
  name: string
  years: number | null
  date: PaperDate | null
  origin: PaperDate | null
  from: number
  to: number
  sure: boolean
}

/** Opens an anniversary: «92 năm», «lần thứ 79», or a day after «và». */
const OPENING =
  /(?<![\d,./-])(?<years>\d{1,4}) nam (?!\d|\()|(?:va|,|;|:|ky niem|chao mung|gom|den) (?=ngay (?!\d)[a-z]|cach mang thang tam|quoc khanh|chien thang|quoc te lao dong|tet nguyen dan|giai phong)/g

const NAMES_A_DAY =
  /^(?:ngay (?!cang|tu|nay|nghi|cong |lam|le|mua)|thanh lap|cach mang|chien thang|giai phong|quoc khanh|quoc te|tet |sinh |tai lap|truyen thong|khoi nghia|le |dai hoi|phong trao|hoi nghi|toan quoc|bac ho|chu tich|xo viet|su kien|ky ket|khang chien|nam ky|tong khoi nghia|nha giao)/

/** The anniversaries a paper names, and the period each stands in. `keyOf` gives the period's key. */
export function readCommemorations(
  blocks: readonly Block[],
  periods: readonly FoundPeriod[],
  keyOf: (period: FoundPeriod) => string,
  year: string | null,
): Finding[] {
  const found: Finding[] = []
  const seen = new Map<string, number>()
  for (const block of blocks) {
    if (block.section === 'past' || block.section === 'basis') continue
    for (const day of daysIn(block, year)) {
      const period = periods.find((one) =>
        one.scope.some((part) => part.block === block.index && day.from >= part.from && day.from < part.to),
      )
      const same = `${day.name.toLowerCase().replace(/^(?:kỷ niệm |ngày )+/, '')}|${day.date ?? ''}`
      const known = seen.get(same)
      const { name, years, date, origin } = day
      const one = finding(
        'commemoration',
        { name, years, date, origin, period: period ? keyOf(period) : null },
        sourceOf(block, day.from, day.to),
        day.sure ? 'sure' : 'look',
      )
      const before = known === undefined ? undefined : found[known]
      if (known === undefined) seen.set(same, found.push(one) - 1)
      // The subject names the day, the text says which anniversary it is: the fuller of the two stays.
      else if (before?.kind === 'commemoration' && before.value.years === null && years !== null) found[known] = one
    }
  }
  return found
}

function daysIn(block: Block, year: string | null): FoundDay[] {
  const found: FoundDay[] = []
  let shared: { years: number; to: number } | null = null
  for (const match of block.fold.matchAll(OPENING)) {
    const years = match.groups?.years ? Number(match.groups.years) : null
    const from = match.index + match[0].length
    if (found.some((day) => day.to > from)) continue
    const inherited: number | null =
      years === null && shared && match.index - shared.to < 4 && /^va/.test(match[0]) ? shared.years : null
    const day = dayAt(block, years === null ? from : match.index, from, years ?? inherited, year)
    if (!day) continue
    if (years === null && inherited === null && !festive(block, match.index)) continue
    found.push(day)
    if (day.years !== null) shared = { years: day.years, to: day.to }
    else shared = null
  }
  return found
}

/** Days without a count of years are commemorations only where the sentence celebrates. */
function festive(block: Block, at: number): boolean {
  const before = block.fold.slice(Math.max(0, at - 400), at + 12)
  const start = Math.max(before.lastIndexOf('. '), 0)
  return /chao mung|ky niem|lap thanh tich|ngay le lon/.test(before.slice(start))
}

/** Reads name and days from `at`: up to the bracket with its dates, or the date in the open. */
function dayAt(block: Block, begin: number, at: number, years: number | null, year: string | null): FoundDay | null {
  const words = block.fold.slice(at, at + 260)
  const stop =
    /[;.]|, (?=\d{1,4} nam|ngay |cach mang|quoc|chien thang|gan voi|voi|thi dua|phat)| va (?=\d{1,4} nam|ngay |quoc )|$/.exec(
      words,
    )?.index ?? words.length
  const bracket = words.indexOf('(')
  const open = bracket >= 0 && bracket <= stop
  const close = open ? words.indexOf(')', bracket) : -1
  const nameEnd = open ? bracket : stop
  const dates =
    open && close > 0
      ? findDates(words.slice(bracket, close), year)
      : findDates(words.slice(0, stop), year).filter((date) => /\//.test(words.slice(date.start, date.end)))
  const first = dates[0]
  const inName = !open && first ? first.start : nameEnd
  const raw = block.text
    .slice(at, at + inName)
    .replace(/ (?:ngày)?[ ,-]*$/, '')
    .trim()
  const name = raw.replace(/[ ,:-]+$/, '')
  if (name.length < 6 || name.length > 160 || /\d{4} ?- ?\d{4}$/.test(name)) return null
  const folded = words.slice(0, inName)
  const last = dates.length > 1 ? dates.at(-1) : undefined
  const gap = first?.date && last?.date ? Number(last.date.slice(0, 4)) - Number(first.date.slice(0, 4)) : null
  const dated = open && years !== null && gap === years
  if (!dated && !NAMES_A_DAY.test(folded)) return null
  if (years === null && !first) return null
  if (
    years !== null &&
    !dated &&
    !first &&
    !/^(?:ngay|thanh lap|cach mang|chien thang|giai phong|quoc khanh|truyen thong|tai lap)/.test(folded)
  )
    return null
  const end = at + (open && close > 0 ? close + 1 : first ? first.end : inName)
  if (last && gap !== null && gap > 0)
    return { name, years, date: last.date, origin: first?.date ?? null, from: begin, to: end, sure: true }
  return {
    name,
    years,
    ...single(first, years, year),
    from: begin,
    to: end,
    sure: years !== null && first !== undefined,
  }
}

/** One date in the bracket: the historical day when its year fits, else the day in the campaign's year. */
function single(
  day: ReturnType<typeof findDates>[number] | undefined,
  years: number | null,
  year: string | null,
): { date: PaperDate | null; origin: PaperDate | null } {
  if (!day?.date) return { date: null, origin: null }
  const own = Number(day.date.slice(0, 4))
  if (day.yearless || years === null || !year || own >= Number(year) - 1) return { date: day.date, origin: null }
  return { date: day.date.replace(/^\d{4}/, String(own + years)), origin: day.date }
}
