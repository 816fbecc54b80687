/**
 * Kinds of discipline. `sure`: the law at hand names it (khiển trách and cảnh cáo, by which emulation titles are refused). The others are
 * the usual names; which text they come from differs by whom it is about, so the screen says that they are to be checked.
 */
export const DISCIPLINE_KINDS = [
  'khien-trach',
  'canh-cao',
  'ha-bac-luong',
  'keo-dai-nang-luong',
  'giang-chuc',
  'cach-chuc',
  'buoc-thoi-viec',
  'khai-tru',
  'khac',
] as const
export type DisciplineKind = (typeof DISCIPLINE_KINDS)[number]

export const DISCIPLINE_WORDS: Readonly<Record<DisciplineKind, { word: string; sure: boolean }>> = {
  'khien-trach': { word: 'Khiển trách', sure: true },
  'canh-cao': { word: 'Cảnh cáo', sure: true },
  'ha-bac-luong': { word: 'Hạ bậc lương', sure: false },
  'keo-dai-nang-luong': { word: 'Kéo dài thời hạn nâng lương', sure: false },
  'giang-chuc': { word: 'Giáng chức', sure: false },
  'cach-chuc': { word: 'Cách chức', sure: false },
  'buoc-thoi-viec': { word: 'Buộc thôi việc, sa thải', sure: false },
  'khai-tru': { word: 'Khai trừ', sure: false },
  khac: { word: 'Hình thức khác', sure: false },
}

/** Whose discipline it is: the office's or the Party's. */
export const DISCIPLINE_SIDES = ['state', 'party'] as const
export type DisciplineSide = (typeof DISCIPLINE_SIDES)[number]
export const SIDE_WORDS: Readonly<Record<DisciplineSide, string>> = {
  state: 'Kỷ luật hành chính',
  party: 'Kỷ luật Đảng',
}

/** What may hold up an award until it is cleared: NĐ 152/2025/NĐ-CP (14/6/2025) Điều 4; before it NĐ 98/2023/NĐ-CP Điều 4 (in force from 1/1/2024). */
export const REVIEW_KINDS = [
  'discipline',
  'inspection',
  'investigation',
  'complaint',
  'denunciation',
  'press',
  'other',
] as const
export type ReviewKind = (typeof REVIEW_KINDS)[number]

export const REVIEW_WORDS: Readonly<Record<ReviewKind, string>> = {
  discipline: 'Đang xem xét kỷ luật',
  inspection: 'Đang thanh tra, kiểm tra',
  investigation: 'Đang điều tra',
  complaint: 'Đang giải quyết khiếu nại',
  denunciation: 'Đang giải quyết tố cáo',
  press: 'Báo chí nêu, đang xác minh',
  other: 'Việc khác đang xem xét',
}
