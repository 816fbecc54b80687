import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { findAward } from './award-codes.ts'

export type AwardDays = {
  achievedFrom: PlainDate | null
  achievedTo: PlainDate | null
  decisionOn: PlainDate | null
  decisionYear: number | null
}

export type AwardProblem = { problem: string; field: string }

/** Days that cannot be, in words with the field; nothing when they can. */
export function whyNotThoseAwardDays(days: AwardDays, today: PlainDate): AwardProblem | undefined {
  const { achievedFrom, achievedTo, decisionOn, decisionYear } = days
  if (achievedFrom !== null && achievedTo !== null && achievedTo < achievedFrom) {
    return { problem: `thành tích kết thúc ${formatDate(achievedTo)} trước khi bắt đầu`, field: 'achievedTo' }
  }
  if (decisionOn !== null && decisionOn > today) {
    return { problem: `ngày quyết định ${formatDate(decisionOn)} chưa tới`, field: 'decisionOn' }
  }
  const year = Number(today.slice(0, 4))
  if (decisionYear !== null && decisionYear > year) {
    return { problem: `năm ${decisionYear} chưa tới`, field: 'decisionYear' }
  }
  if (decisionOn !== null && decisionYear !== null && Number(decisionOn.slice(0, 4)) !== decisionYear) {
    return { problem: `ngày quyết định không thuộc năm ${decisionYear}`, field: 'decisionYear' }
  }
  if (achievedFrom !== null && decisionOn !== null && decisionOn < achievedFrom) {
    return { problem: 'quyết định có trước khi thành tích bắt đầu', field: 'decisionOn' }
  }
  return undefined
}

/** A code of ours; one of our own making needs the name the decision gives it. */
export function whyNotThatAward(code: string, name: string | null): AwardProblem | undefined {
  if (!findAward(code)) return { problem: 'danh hiệu, hình thức này không có trong danh mục', field: 'awardCode' }
  if (code === 'khac' && name === null)
    return { problem: 'nhập tên khen thưởng như quyết định ghi', field: 'awardName' }
  return undefined
}

/** The year a list sorts and filters by: of the decision, else of the end of the achievement. */
export function yearOf(
  { decisionOn, decisionYear, achievedTo }: AwardDays,
  periodEnd: PlainDate | null,
): number | null {
  if (decisionOn !== null) return Number(decisionOn.slice(0, 4))
  if (decisionYear !== null) return decisionYear
  const end = achievedTo ?? periodEnd
  return end === null ? null : Number(end.slice(0, 4))
}

export type SameOrNot = {
  awardCode: string
  periodId: string | null
  decisionNumber: string | null
  year: number | null
}

/**
 * Are two entries of one recipient likely one award entered twice? The same award by the same decision, or for the same period; where
 * neither says more than a year, of the same year.
 */
export function isLikelyDouble(a: SameOrNot, b: SameOrNot): boolean {
  if (a.awardCode !== b.awardCode) return false
  if (a.periodId !== null && b.periodId !== null) return a.periodId === b.periodId
  if (a.decisionNumber !== null && b.decisionNumber !== null) {
    return a.year === b.year && a.decisionNumber.toLowerCase() === b.decisionNumber.toLowerCase()
  }
  return a.year !== null && a.year === b.year
}
