import type { LedgerState, ObligationShape } from '../contract.ts'

/** The kinds as sheets and filters call them. */
export const KIND_WORDS: Readonly<Record<ObligationShape['kind'], string>> = {
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
