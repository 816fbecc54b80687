import type { Status } from '../../ui/index.ts'
import { type ImportState, OUTCOME_WORDS, type Outcome, STATE_WORDS } from '../domain/outcomes.ts'

const LOOKS: Readonly<Record<ImportState, Pick<Status, 'tone' | 'icon'>>> = {
  reading: { tone: 'cham', icon: 'refresh' },
  ready: { tone: 'tim', icon: 'user-question' },
  applying: { tone: 'cham', icon: 'refresh' },
  applied: { tone: 'luc', icon: 'circle-check' },
  undoing: { tone: 'cham', icon: 'refresh' },
  undone: { tone: 'xam', icon: 'arrow-back-up' },
  cancelled: { tone: 'xam', icon: 'x' },
  failed: { tone: 'son', icon: 'alert-triangle' },
}

export function importStatus(state: ImportState): Status {
  return { ...LOOKS[state], word: STATE_WORDS[state] }
}

export const number = (count: number) => count.toLocaleString('vi-VN')

type Counts = Readonly<Partial<Record<Outcome, number>>>

/** «120 mới, 3 thay đổi, 2 lỗi»: what there is, nothing of what there is not. */
export function countWords(counts: Counts): string {
  const shown = (['new', 'changed', 'doubtful', 'wrong', 'same', 'skipped'] as const)
    .filter((outcome) => (counts[outcome] ?? 0) > 0)
    .map((outcome) => `${number(counts[outcome] ?? 0)} ${OUTCOME_WORDS[outcome].toLowerCase()}`)
  return shown.length > 0 ? shown.join(', ') : 'chưa đối chiếu'
}

/** The tab one looks at first: what hinders, before what is well. */
export function firstTab(counts: Counts): Outcome {
  return (
    (['doubtful', 'wrong', 'new', 'changed', 'same', 'skipped'] as const).find((one) => (counts[one] ?? 0) > 0) ?? 'new'
  )
}

/** What stays behind when the rest is applied. */
export function leftOutWords(counts: Counts): string | undefined {
  const parts = [
    (counts.wrong ?? 0) > 0 ? `${number(counts.wrong ?? 0)} dòng lỗi` : '',
    (counts.doubtful ?? 0) > 0 ? `${number(counts.doubtful ?? 0)} dòng cần xem` : '',
    (counts.skipped ?? 0) > 0 ? `${number(counts.skipped ?? 0)} dòng bỏ qua` : '',
  ].filter(Boolean)
  return parts.length > 0 ? `Không áp dụng: ${parts.join(', ')}` : undefined
}
