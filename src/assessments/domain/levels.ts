/**
 * The four levels a person, a unit or a Party organisation is rated with, highest first. Luật 06/2022/QH15 Điều 24 builds on the upper
 * two. The scale of civil servants since 1/1/2026 is NĐ 335/2025/NĐ-CP's; which text rates others, and earlier years, is not ours to say.
 */
export const RATING_LEVELS = ['htxsnv', 'httnv', 'htnv', 'khtnv'] as const
export type RatingLevel = (typeof RATING_LEVELS)[number]

export const LEVEL_WORDS: Readonly<Record<RatingLevel, { short: string; long: string }>> = {
  htxsnv: { short: 'HTXSNV', long: 'Hoàn thành xuất sắc nhiệm vụ' },
  httnv: { short: 'HTTNV', long: 'Hoàn thành tốt nhiệm vụ' },
  htnv: { short: 'HTNV', long: 'Hoàn thành nhiệm vụ' },
  khtnv: { short: 'KHTNV', long: 'Không hoàn thành nhiệm vụ' },
}

/** Why somebody of the unit has no level in a period. */
export const NOT_RATED = [
  'training',
  'maternity',
  'newly-recruited',
  'treatment',
  'long-leave',
  'rated-elsewhere',
  'other',
] as const
export type NotRated = (typeof NOT_RATED)[number]

export const NOT_RATED_WORDS: Readonly<Record<NotRated, string>> = {
  training: 'Đi học, bồi dưỡng dài hạn',
  maternity: 'Nghỉ thai sản',
  'newly-recruited': 'Mới tuyển dụng',
  treatment: 'Điều trị thương tích, bệnh',
  'long-leave': 'Nghỉ dài ngày',
  'rated-elsewhere': 'Xếp loại ở đơn vị khác',
  other: 'Lý do khác',
}

/** What one row of a sheet says: a level, a reason why there is none, or nothing yet. */
export type Rated = { level: RatingLevel | null; notRated: NotRated | null; note: string }

/** What is wrong with one row, said to whoever types it; `undefined` when it may stand. A row may stay empty until the list goes to the head. */
export function whyNotRated({ level, notRated, note }: Rated): string | undefined {
  if (level !== null && notRated !== null)
    return 'chọn một mức xếp loại hoặc một lý do chưa xếp loại, không chọn cả hai'
  if (notRated === 'other' && note.trim() === '') return 'ghi rõ lý do chưa xếp loại'
  return undefined
}

/** A row still to be filled before the list can be confirmed. */
export function isOpen(row: Rated): boolean {
  return row.level === null && row.notRated === null
}
