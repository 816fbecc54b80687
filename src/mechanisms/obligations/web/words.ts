import { formatDate } from '../../../kernel/plain-date.ts'
import { doneStatus, dueStatus, type PlainStatus, STATUS } from '../../../ui/status-word/status-words.ts'
import type { ObligationShape } from '../contract.ts'
import { KIND_WORDS } from '../domain/kind-words.ts'
import { HEIGHT_WORDS, type UrgedHeight } from '../domain/urged-height.ts'

/** What each duty is called at the head of a column and in a sentence. */
export const DUTY_NAMES: Readonly<Record<ObligationShape['kind'], { head: string; said: string }>> = {
  'confirm-receipt': { head: KIND_WORDS['confirm-receipt'], said: 'tiếp nhận' },
  disseminate: { head: KIND_WORDS.disseminate, said: 'quán triệt' },
  task: { head: KIND_WORDS.task, said: 'thực hiện nhiệm vụ' },
  report: { head: KIND_WORDS.report, said: 'báo cáo' },
}

const EXEMPT: PlainStatus = { tone: 'xam', icon: 'minus', word: 'Được miễn' }
const OWED_NO_MORE: PlainStatus = { tone: 'xam', icon: 'minus', word: 'Chưa làm khi kết thúc' }
const PAUSED: PlainStatus = { tone: 'xam', icon: 'minus', word: 'Tạm dừng' }
const FOR_SIGNATURE: PlainStatus = { tone: 'cham', icon: 'writing-sign', word: 'Chờ ký' }

/**
 * The state of what a unit owes, in a word: how it was done, where what was sent stands, or how many days are left.
 * Sending meets the duty at once; until the receiver has accepted it the word is «Đã gửi».
 */
export function obligationStatus(
  owed: Pick<ObligationShape, 'state' | 'daysLeft' | 'submissionState'> & {
    closedOn?: string | null
    pausedOn?: string | null
  },
): PlainStatus {
  switch (owed.state) {
    case 'done':
      return owed.submissionState === 'submitted' ? STATUS.submitted : doneStatus(-owed.daysLeft)
    case 'exempt':
      return EXEMPT
    case 'open':
      if (owed.closedOn) return OWED_NO_MORE
      return owed.pausedOn ? PAUSED : openStatus(owed)
  }
}

/** Late is late, whatever lies in the drawer. */
function openStatus({ daysLeft, submissionState }: Pick<ObligationShape, 'daysLeft' | 'submissionState'>): PlainStatus {
  if (daysLeft < 0) return dueStatus(daysLeft)
  if (submissionState === 'returned') return STATUS.returned
  if (submissionState === 'for-signature') return FOR_SIGNATURE
  return dueStatus(daysLeft)
}

/** Is it still owed past its last day? Only this is drawn solid in a map. */
export function isLate(
  owed: Pick<ObligationShape, 'state' | 'daysLeft'> & { closedOn?: string | null; pausedOn?: string | null },
): boolean {
  return owed.state === 'open' && !owed.closedOn && !owed.pausedOn && owed.daysLeft < 0
}

/** «Đã nhắc 2 lần, lần cuối 11/07»; `undefined` when nobody has been reminded. */
export function remindedWords({
  count,
  lastOn,
}: Pick<ObligationShape['reminders'], 'count' | 'lastOn'>): string | undefined {
  if (count === 0) return undefined
  return lastOn === null ? `Đã nhắc ${count} lần` : `Đã nhắc ${count} lần, lần cuối ${formatDate(lastOn).slice(0, 5)}`
}

/** How far urging has gone, for the drawn ladder: four rungs and a word, the same wherever it is drawn. */
export function ladderOf({ height }: Pick<ObligationShape['reminders'], 'height'>): {
  climbed: UrgedHeight
  word: string
} {
  return { climbed: height, word: HEIGHT_WORDS[height] }
}

/** What a unit is late with: «Quán triệt, hạn 08/07», and of which thing when the list is of several. */
export function lateWords(owed: Pick<ObligationShape, 'kind' | 'due' | 'thingTitle'>, oneThing: boolean): string {
  const duty = `${DUTY_NAMES[owed.kind].head}, hạn ${formatDate(owed.due.lastDay).slice(0, 5)}`
  return oneThing ? duty : `${duty}. ${owed.thingTitle}`
}

/** «Xong 14/07/2022, ghi từ bản giấy, Võ Văn Minh»; nothing while it is open. */
export function doneWords(owed: Pick<ObligationShape, 'state' | 'doneOn' | 'doneWay' | 'doneByName' | 'exemptReason'>) {
  if (owed.state === 'exempt') return `Được miễn: ${owed.exemptReason ?? 'chưa ghi lý do'}`
  if (owed.state !== 'done' || owed.doneOn === null) return undefined
  const way = owed.doneWay === 'paper' ? 'ghi từ bản giấy' : undefined
  return [`Xong ${formatDate(owed.doneOn)}`, way, owed.doneByName].filter(Boolean).join(', ')
}

const BEGINNING = {
  disseminate: 'Soạn bản quán triệt',
  task: 'Báo kết quả',
  report: 'Lập báo cáo',
} as const

/** The next act of whoever prepares or signs it, as a button says it. */
export function nextAct(owed: Pick<ObligationShape, 'kind' | 'submissionState' | 'actions'>): string {
  if (owed.kind === 'confirm-receipt') return owed.actions.confirm ? 'Xác nhận tiếp nhận' : 'Mở việc'
  switch (owed.submissionState) {
    case null:
      return BEGINNING[owed.kind]
    case 'draft':
      return 'Soạn tiếp'
    case 'for-signature':
      return 'Xem và ký'
    case 'returned':
      return 'Sửa bản bị trả lại'
    case 'submitted':
    case 'accepted':
      return 'Xem bản đã gửi'
  }
}
