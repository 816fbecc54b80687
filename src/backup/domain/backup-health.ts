import { formatMoment } from '../../kernel/plain-date.ts'

export type BackupHealth = { readonly state: 'good' | 'look' | 'bad'; readonly detail: string }

export type BackupFacts = {
  readonly demo: boolean
  /** Whether there is an hour at which it is made by itself. */
  readonly scheduled: boolean
  readonly setUpAt: Date
  readonly lastGood: { readonly startedAt: Date; readonly missingFiles: number } | undefined
  /** The last that failed after the last good one. */
  readonly lastFailed: { readonly startedAt: Date; readonly error: string } | undefined
  readonly now: Date
}

const DAY_MS = 86_400_000
/** A night may pass without one (the machine was off); a second one is a fault. */
const OLD_MS = 2 * DAY_MS

/** Whether what is lost tonight would be back tomorrow. */
export function backupHealth({ demo, scheduled, setUpAt, lastGood, lastFailed, now }: BackupFacts): BackupHealth {
  if (demo) return { state: 'good', detail: 'Dữ liệu mẫu, không cần sao lưu' }
  if (lastFailed) {
    return { state: 'bad', detail: `Lần lúc ${formatMoment(lastFailed.startedAt)} không thành: ${lastFailed.error}` }
  }
  if (!lastGood) {
    if (!scheduled)
      return { state: 'bad', detail: 'Chưa có bản nào và chưa đặt giờ sao lưu. Đặt BACKUP_AT hoặc bấm Sao lưu ngay' }
    const late = now.getTime() - setUpAt.getTime() > OLD_MS
    return late
      ? { state: 'bad', detail: 'Chưa có bản sao lưu nào. Bấm Sao lưu ngay' }
      : { state: 'look', detail: 'Chưa có bản sao lưu nào, bản đầu sẽ làm vào giờ đã đặt' }
  }
  const made = `Bản gần nhất lúc ${formatMoment(lastGood.startedAt)}`
  const age = now.getTime() - lastGood.startedAt.getTime()
  if (age > OLD_MS) {
    return { state: 'bad', detail: `${made}, đã ${Math.floor(age / DAY_MS)} ngày. Xem vì sao không sao lưu được` }
  }
  if (lastGood.missingFiles > 0) {
    return { state: 'look', detail: `${made}, thiếu ${lastGood.missingFiles} tệp đã mất hoặc hỏng trên ổ đĩa` }
  }
  if (!scheduled) return { state: 'look', detail: `${made}. Chưa đặt giờ sao lưu hằng ngày` }
  return { state: 'good', detail: made }
}
