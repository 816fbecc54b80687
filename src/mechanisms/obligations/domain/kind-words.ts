export const OBLIGATION_KINDS = ['confirm-receipt', 'disseminate', 'task', 'report'] as const

/** What the ledger may be narrowed to. Without it: what is still owed. */
export const LEDGER_STATES = ['late', 'soon', 'asked', 'done', 'done-late', 'exempt', 'paused', 'left', 'all'] as const
export type LedgerState = (typeof LEDGER_STATES)[number]

/** The kinds as sheets and filters call them. */
export const KIND_WORDS: Readonly<Record<(typeof OBLIGATION_KINDS)[number], string>> = {
  'confirm-receipt': 'Tiếp nhận',
  disseminate: 'Quán triệt',
  task: 'Nhiệm vụ',
  report: 'Báo cáo',
}

/** What the ledger is narrowed to, in words; without a choice it shows what is still owed. */
export const LEDGER_STATE_WORDS: Readonly<Record<LedgerState | 'unfinished', string>> = {
  unfinished: 'Chưa xong',
  late: 'Quá hạn',
  soon: 'Sắp đến hạn',
  asked: 'Xin gia hạn',
  done: 'Đã xong',
  'done-late': 'Xong muộn',
  exempt: 'Được miễn',
  paused: 'Tạm dừng',
  left: 'Chưa làm khi kết thúc',
  all: 'Mọi trạng thái',
}
