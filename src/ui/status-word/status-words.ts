import type { IconName } from '../icon/icons.ts'
import type { Tone } from '../theme/theme.ts'

/** A state named by data alone, safe to make where React is not. */
export type PlainStatus = { readonly tone: Tone; readonly icon: IconName; readonly word: string }

/** What is owed and not yet done, by the days left until the last day on time (0 on that day, negative when late). */
export function dueStatus(daysLeft: number): PlainStatus {
  if (daysLeft < 0) return { tone: 'son', icon: 'alert-triangle', word: `Quá ${-daysLeft} ngày` }
  if (daysLeft === 0) return { tone: 'cam', icon: 'clock-exclamation', word: 'Hạn hôm nay' }
  if (daysLeft <= 7) return { tone: 'cam', icon: 'clock', word: `Còn ${daysLeft} ngày` }
  return { tone: 'xam', icon: 'circle-dashed', word: `Còn ${daysLeft} ngày` }
}

/** What was owed and is done, by the days it came after the last day on time. */
export function doneStatus(daysLate: number): PlainStatus {
  if (daysLate > 0) return { tone: 'cam', icon: 'clock-check', word: `Muộn ${daysLate} ngày` }
  return { tone: 'luc', icon: 'circle-check', word: 'Đúng hạn' }
}

/** What waits for me shows its age; amber from the third day. */
export function waitingStatus(days: number): PlainStatus {
  if (days <= 0) return { tone: 'cham', icon: 'hourglass', word: 'Mới gửi' }
  return { tone: days >= 3 ? 'cam' : 'cham', icon: 'hourglass', word: `Chờ ${days} ngày` }
}

/** The other states of the look, one place each. */
export const STATUS = {
  notOwed: { tone: 'xam', icon: 'minus', word: 'Không giao' },
  draft: { tone: 'xam', icon: 'pencil', word: 'Nháp' },
  submitted: { tone: 'cham', icon: 'send', word: 'Đã gửi' },
  viewing: { tone: 'cham', icon: 'eye', word: 'Đang xem' },
  returned: { tone: 'cam', icon: 'arrow-back-up', word: 'Bị trả lại' },
  accepted: { tone: 'luc', icon: 'circle-check', word: 'Đã chấp nhận' },
  withdrawn: { tone: 'xam', icon: 'ban', word: 'Đã rút' },
  eligible: { tone: 'luc', icon: 'circle-check', word: 'Đủ điều kiện' },
  met: { tone: 'luc', icon: 'circle-check', word: 'Đạt' },
  notEligible: { tone: 'son', icon: 'circle-x', word: 'Chưa đủ' },
  notMet: { tone: 'son', icon: 'circle-x', word: 'Chưa đạt' },
  toJudge: { tone: 'tim', icon: 'user-question', word: 'Người xét' },
} as const satisfies Record<string, PlainStatus>
