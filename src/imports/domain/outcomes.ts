/** What an import goes through. */
export const IMPORT_STATES = [
  'reading',
  'ready',
  'applying',
  'applied',
  'undoing',
  'undone',
  'cancelled',
  'failed',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

export const STATE_WORDS: Readonly<Record<ImportState, string>> = {
  reading: 'Đang đọc',
  ready: 'Chờ xem và áp dụng',
  applying: 'Đang áp dụng',
  applied: 'Đã áp dụng',
  undoing: 'Đang hoàn tác',
  undone: 'Đã hoàn tác',
  cancelled: 'Đã bỏ',
  failed: 'Không đọc được',
}

/** How a row compares with what is there. */
export const OUTCOMES = ['new', 'changed', 'same', 'doubtful', 'wrong', 'skipped'] as const
export type Outcome = (typeof OUTCOMES)[number]
export type Counts = Readonly<Record<Outcome, number>>

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  new: 'Mới',
  changed: 'Thay đổi',
  same: 'Không đổi',
  doubtful: 'Cần xem',
  wrong: 'Lỗi',
  skipped: 'Bỏ qua',
}

export const NO_ROWS: Counts = { new: 0, changed: 0, same: 0, doubtful: 0, wrong: 0, skipped: 0 }

/** What somebody decides of a doubtful row: it is that person, it is another, leave it out, write over what came in between. */
export const DECISIONS = ['same', 'new', 'skip', 'overwrite'] as const
export type Decision = (typeof DECISIONS)[number]

/** How many rows an application would write. */
export function rowsToApply(counts: Counts): number {
  return counts.new + counts.changed
}

/** Which acts an import in this state allows at all; who may is asked beside it. */
export function openActs(state: ImportState): readonly ('apply' | 'cancel' | 'undo' | 'decide')[] {
  switch (state) {
    case 'reading':
      return ['cancel']
    case 'ready':
      return ['apply', 'cancel', 'decide']
    case 'applied':
      return ['undo']
    case 'applying':
    case 'undoing':
    case 'undone':
    case 'cancelled':
    case 'failed':
      return []
  }
}
