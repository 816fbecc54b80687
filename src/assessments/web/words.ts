import type { PlainStatus } from '../../ui/status-word/status-words.ts'
import {
  LEVEL_WORDS,
  NOT_RATED,
  NOT_RATED_WORDS,
  type NotRated,
  RATING_LEVELS,
  type Rated,
  type RatingLevel,
} from '../domain/levels.ts'

type ListState = 'draft' | 'proposed' | 'returned' | 'confirmed'

/** Where a unit's list stands. */
export function listStatus(state: ListState | null, inCorrection: boolean): PlainStatus {
  if (state === null) return { tone: 'xam', icon: 'circle-dashed', word: 'Chưa ghi' }
  if (inCorrection && state === 'draft') return { tone: 'cam', icon: 'pencil', word: 'Đang đính chính' }
  switch (state) {
    case 'draft':
      return { tone: 'xam', icon: 'pencil', word: 'Đang ghi' }
    case 'proposed':
      return { tone: 'cham', icon: 'hourglass', word: 'Chờ xác nhận' }
    case 'returned':
      return { tone: 'cam', icon: 'arrow-back-up', word: 'Bị trả lại' }
    case 'confirmed':
      return { tone: 'luc', icon: 'circle-check', word: 'Đã xác nhận' }
  }
}

/** A level as a state: colour, sign and word. */
export function ratedStatus({ level, notRated, note }: Rated): PlainStatus {
  if (level !== null) return { ...LEVEL_LOOK[level], word: LEVEL_WORDS[level].long }
  if (notRated === null) return { tone: 'xam', icon: 'circle-dashed', word: 'Chưa ghi' }
  const why = notRated === 'other' ? note : NOT_RATED_WORDS[notRated].toLocaleLowerCase('vi')
  return { tone: 'xam', icon: 'minus', word: `Chưa xếp loại: ${why}` }
}

const LEVEL_LOOK: Readonly<Record<RatingLevel, Pick<PlainStatus, 'tone' | 'icon'>>> = {
  htxsnv: { tone: 'luc', icon: 'circle-check' },
  httnv: { tone: 'luc', icon: 'check' },
  htnv: { tone: 'xam', icon: 'check' },
  khtnv: { tone: 'son', icon: 'circle-x' },
}

/** One choice of a row: «level:httnv», «not:maternity», '' while nothing is chosen. */
export function choiceOf({ level, notRated }: Pick<Rated, 'level' | 'notRated'>): string {
  if (level !== null) return `level:${level}`
  return notRated === null ? '' : `not:${notRated}`
}

export function ratedOf(choice: string, note: string): Rated {
  const [kind, code] = choice.split(':')
  return {
    level: kind === 'level' ? (code as RatingLevel) : null,
    notRated: kind === 'not' ? (code as NotRated) : null,
    note,
  }
}

/** Where the level of a row is chosen, to lead there. */
export function levelFieldId(subjectId: string): string {
  return `xep-loai-${subjectId}`
}

/** The levels before the reasons; the short name first, so that typing «HTT» chooses it. */
export const RATING_CHOICES = [
  ...RATING_LEVELS.map((level) => ({
    value: `level:${level}`,
    label: `${LEVEL_WORDS[level].short} – ${LEVEL_WORDS[level].long}`,
    group: 'Mức xếp loại',
  })),
  ...NOT_RATED.map((reason) => ({ value: `not:${reason}`, label: NOT_RATED_WORDS[reason], group: 'Chưa xếp loại vì' })),
]

/** Which text the four levels come from, as sure as the house is. */
export const SCALE_SOURCE =
  'Bốn mức xếp loại: Luật Thi đua, khen thưởng số 06/2022/QH15, Điều 24 dùng hai mức trên. Thang xếp loại công chức từ 01/01/2026 theo Nghị định số 335/2025/NĐ-CP; điều khoản, và văn bản áp dụng cho viên chức, đối tượng khác, cơ quan cần đối chiếu.'
