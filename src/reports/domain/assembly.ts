import type { FormLine, LineValue, ListItem } from './form.ts'
import { LIST_WORDS, percentWords } from './value-words.ts'

/** One figure line of many reports put together: how many reports give a figure, and what they come to. */
export type LineTotal = {
  readonly reports: number
  /** The counts or amounts, the numerators of a share, how many said yes. */
  readonly amount: number
  /** The denominators of a share. */
  readonly base: number | null
}

/** How far the report of one unit has come. Whoever has not sent counts for nothing, and is named. */
export const REPORT_PLACES = [
  'none',
  'draft',
  'for-signature',
  'returned',
  'on-paper',
  'submitted',
  'accepted',
  'exempt',
] as const
export type ReportPlace = (typeof REPORT_PLACES)[number]

export const PLACE_WORDS: Readonly<Record<ReportPlace, string>> = {
  none: 'Chưa bắt đầu',
  draft: 'Đang soạn',
  'for-signature': 'Chờ ký',
  returned: 'Bị trả lại',
  'on-paper': 'Đã nhận bản giấy, chưa nhập số liệu',
  submitted: 'Đã gửi',
  accepted: 'Đã chấp nhận',
  exempt: 'Được miễn',
}

/** Where a report stands, from its obligation and from what was begun for it. */
export function placeOf(
  obligation: 'open' | 'done' | 'exempt',
  submission: 'draft' | 'for-signature' | 'submitted' | 'returned' | 'accepted' | null,
): ReportPlace {
  if (submission === 'submitted' || submission === 'accepted') return submission
  if (obligation === 'exempt') return 'exempt'
  if (obligation === 'done') return 'on-paper'
  return submission ?? 'none'
}

/** Its figures are among the totals. */
export function isSent(place: ReportPlace): boolean {
  return place === 'submitted' || place === 'accepted'
}

/** It is owed, and its figures are not there: it is named wherever the totals stand. */
export function isMissing(place: ReportPlace): boolean {
  return !isSent(place) && place !== 'exempt'
}

/** «1.240 người» · «16/18 nhiệm vụ, 88,9%» · «20.000.000 đồng» · «3 trong 5 đơn vị»; `null` when no report gives a figure. */
export function totalWords(line: Pick<FormLine, 'kind' | 'unit'>, total: LineTotal | null): string | null {
  if (total === null || total.reports === 0) return null
  const { amount, base, reports } = total
  switch (line.kind) {
    case 'count':
      return [grouped(amount), line.unit.trim()].filter(Boolean).join(' ')
    case 'amount':
      return `${grouped(amount)} đồng`
    case 'yes-no':
      return `${grouped(amount)} trong ${grouped(reports)} đơn vị`
    case 'share': {
      const counts = [`${grouped(amount)}/${grouped(base ?? 0)}`, line.unit.trim()].filter(Boolean).join(' ')
      return base === null || base === 0 ? counts : `${counts}, ${percentWords(amount, base)}`
    }
    case 'narrative':
    case 'list':
      return null
  }
}

/** One unit's figure: yes or no is told as such, not as one of one. */
export function figureWords(line: Pick<FormLine, 'kind' | 'unit'>, figure: Pick<LineTotal, 'amount' | 'base'>) {
  if (line.kind === 'yes-no') return figure.amount > 0 ? 'Có' : 'Không'
  return totalWords(line, { reports: 1, ...figure })
}

/** What two periods are compared by: a share and yes or no by their share of the whole, the rest by what they come to. */
export function measureOf(line: Pick<FormLine, 'kind'>, total: LineTotal | null): number | null {
  if (total === null || total.reports === 0) return null
  switch (line.kind) {
    case 'share':
      return total.base === null || total.base === 0 ? null : (total.amount / total.base) * 100
    case 'yes-no':
      return (total.amount / total.reports) * 100
    case 'count':
    case 'amount':
      return total.amount
    case 'narrative':
    case 'list':
      return null
  }
}

/** «tăng 12» · «giảm 3,5 điểm phần trăm» · «không đổi»; `null` where one of the two is not there. */
export function changeWords(line: Pick<FormLine, 'kind'>, now: LineTotal | null, before: LineTotal | null) {
  const [a, b] = [measureOf(line, now), measureOf(line, before)]
  if (a === null || b === null) return null
  const inPoints = line.kind === 'share' || line.kind === 'yes-no'
  const difference = inPoints ? Math.round((a - b) * 10) / 10 : a - b
  if (difference === 0) return 'không đổi'
  return `${difference > 0 ? 'tăng' : 'giảm'} ${grouped(Math.abs(difference))}${inPoints ? ' điểm phần trăm' : ''}`
}

function grouped(number: number): string {
  return number.toLocaleString('vi-VN', { maximumFractionDigits: 1 })
}

/** «Phòng A, Phòng B và 3 đơn vị khác»; a last one is named instead of counted. */
export function namesWords(names: readonly string[], total: number, most = 5): string {
  if (total <= most + 1 && names.length === total) return names.join(', ')
  const shown = names.slice(0, most)
  return `${shown.join(', ')} và ${total - shown.length} đơn vị khác`
}

/** What a unit wrote on a text line, under its name where one is given; nothing where it wrote nothing. */
export function partWords(unitName: string | null, value: LineValue): string | null {
  const under = unitName === null ? [] : [`${unitName}:`]
  if (value.kind === 'narrative') return value.text.trim() === '' ? null : [...under, value.text.trim()].join('\n')
  if (value.kind !== 'list' || value.items.length === 0) return null
  return [...under, ...value.items.map((item) => `- ${itemWords(item)}`)].join('\n')
}

function itemWords({ kind, who, what }: ListItem): string {
  return `${LIST_WORDS[kind]}: ${[who.trim(), what.trim()].filter(Boolean).join(': ')}`
}

type Known = {
  readonly total: LineTotal | null
  readonly text: string | null
  readonly parts: readonly { unitName: string; value: LineValue }[]
}

/**
 * The value that the whole gives a superior's own report on a line; `null` where it gives none. What units answered with yes or no has no
 * one answer, and what nobody reported is not zero.
 */
export function intoOwnReport(line: Pick<FormLine, 'kind'>, { total, text, parts }: Known): LineValue | null {
  const note = total === null ? '' : `Tổng hợp từ báo cáo của ${grouped(total.reports)} đơn vị`
  switch (line.kind) {
    case 'count':
      return total === null ? null : { kind: 'count', count: total.amount, note }
    case 'amount':
      return total === null ? null : { kind: 'amount', amount: total.amount, note }
    case 'share':
      return total === null ? null : { kind: 'share', numerator: total.amount, denominator: total.base, note }
    case 'yes-no':
      return null
    case 'narrative':
      return text === null || text.trim() === '' ? null : { kind: 'narrative', text }
    case 'list': {
      const items = parts.flatMap(({ unitName, value }) =>
        value.kind === 'list' ? value.items.map((item) => ({ ...item, who: whoOf(item, unitName) })) : [],
      )
      // Never a part of it: what does not fit is chosen by hand.
      return items.length === 0 || items.length > MOST_ITEMS ? null : { kind: 'list', items }
    }
  }
}

function whoOf({ who }: ListItem, unitName: string): string {
  const named = `${who.trim()} (${unitName})`.trim()
  return named.length <= MOST_LETTERS ? named : who
}

/** As many items as a list takes, and as many letters as stand in «who». */
const MOST_ITEMS = 200
const MOST_LETTERS = 300
