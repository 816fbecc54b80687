import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'

/** One late obligation as it stood when the letter was drafted. */
export type LetterItem = {
  obligationId: string
  title: string
  /** The plan's own words. */
  words: string | null
  due: string
  lastDay: string
  daysLate: number
  reminded: number
}
export type LetterUnit = { unitId: string; unitName: string; items: LetterItem[] }

/** What the officer edits on screen: the opening and what is asked are text, the units and their obligations are data. */
export type LetterContent = {
  opening: string
  asked: string
  /** By when, at the latest. */
  newDay: string | null
  units: LetterUnit[]
  recipients: string[]
  place: string
  signerTitle: string
}

/** The paper the obligations rest on, where it is known. */
export type LetterBasis = { title: string; words: string | null }

type Facts = { officeName: string; basis: LetterBasis; units: LetterUnit[]; asOf: PlainDate; newDay: PlainDate }

/** A draft from what is known: for the officer to read and change before it is signed. */
export function draftContent({ officeName, basis, units, asOf, newDay }: Facts): LetterContent {
  const items = units.reduce((sum, unit) => sum + unit.items.length, 0)
  const resting = basis.words === null ? `Thực hiện “${basis.title}”` : `Thực hiện ${basis.words}`
  return {
    opening: `${resting}, đến hết ngày ${formatDate(asOf)} còn ${units.length} đơn vị chưa hoàn thành ${items} việc đã quá hạn, nêu tại danh sách kèm theo.`,
    asked: `Đề nghị người đứng đầu các đơn vị có tên trong danh sách chỉ đạo hoàn thành và gửi kết quả về ${officeName}. Đơn vị đã gửi bản giấy hoặc có lý do khách quan, thông tin lại để được ghi nhận.`,
    newDay,
    units,
    recipients: units.length > MOST_ADDRESSED ? ['Như kính gửi'] : ['Như trên'],
    place: '',
    signerTitle: '',
  }
}

/** «V/v đôn đốc thực hiện …». */
export function letterSubject(title: string): string {
  return `Đôn đốc thực hiện ${title}`
}

/** More than these are addressed as «các đơn vị trong danh sách kèm theo». */
export const MOST_ADDRESSED = 6

/** The units without those taken out on screen; nothing is added that was not drafted, and no figure is typed over. */
export function keepOnly(units: readonly LetterUnit[], kept: ReadonlySet<string>): LetterUnit[] {
  return units
    .map((unit) => ({ ...unit, items: unit.items.filter((item) => kept.has(item.obligationId)) }))
    .filter((unit) => unit.items.length > 0)
}

/** The paragraphs of the letter as they are read and signed. */
export function letterParagraphs({ opening, asked, newDay }: LetterContent): string[] {
  const until = newDay === null ? [] : [`Thời hạn hoàn thành: chậm nhất ngày ${formatDate(newDay)}.`]
  return [...opening.split('\n'), ...asked.split('\n'), ...until].map((text) => text.trim()).filter(Boolean)
}

export function letterAddressees({ units }: Pick<LetterContent, 'units'>): string[] {
  return units.length > MOST_ADDRESSED ? ['Các đơn vị trong danh sách kèm theo'] : units.map((unit) => unit.unitName)
}

/** The whole letter as plain text: for a mail, or for pasting into the office's own document. */
export function letterText(subject: string, content: LetterContent): string {
  const list = content.units.flatMap((unit, no) => [
    `${no + 1}. ${unit.unitName}`,
    ...unit.items.map((item) => `   - ${itemWords(item)}`),
  ])
  return [
    `V/v ${lowerFirst(subject)}`,
    '',
    `Kính gửi: ${letterAddressees(content).join('; ')}.`,
    '',
    ...letterParagraphs(content),
    '',
    'Danh sách việc quá hạn:',
    ...list,
    '',
    `Nơi nhận: ${[...content.recipients, 'Lưu: VT'].join('; ')}.`,
  ].join('\n')
}

/**
 * «Báo cáo kết quả (“…”): trước ngày 20/11/2024, quá 5 ngày». Where the title is no more than the beginning of the words, the words say it
 * alone: under a signature nothing stands cut, nor twice.
 */
export function itemWords({ title, words, due, daysLate }: LetterItem): string {
  return `${dutyWords(title, words)}: ${lowerFirst(due)}, quá ${daysLate} ngày`
}

function dutyWords(title: string, words: string | null): string {
  const whole = (words ?? '').trim().replace(/[.;,:]+$/, '')
  if (whole === '') return title
  const beginning = title.trim().replace(/(…|\.{3}|[.;,:])+$/, '')
  const told = folded(whole).startsWith(folded(beginning))
  return told ? upperFirst(whole) : `${title} (“${words}”)`
}

function folded(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('vi')
}

export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1)
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
}
