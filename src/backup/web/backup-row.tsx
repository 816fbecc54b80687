import { formatMoment } from '../../kernel/plain-date.ts'
import { type Status, StatusWord, TwoLines } from '../../ui/index.ts'
import type { BackupOutputs } from './api.ts'
import classes from './backups.module.css'

export type Backup = BackupOutputs['list']['backups'][number]

const STATES: Readonly<Record<Backup['state'], Status>> = {
  running: { tone: 'cham', icon: 'clock', word: 'Đang làm' },
  good: { tone: 'luc', icon: 'circle-check', word: 'Tốt' },
  failed: { tone: 'son', icon: 'circle-x', word: 'Không thành' },
}
const REMOVED: Status = { tone: 'xam', icon: 'circle-check', word: 'Tốt, đã xóa' }
const INCOMPLETE: Status = { tone: 'cam', icon: 'alert-triangle', word: 'Thiếu tệp' }

const WAYS: Readonly<Record<Backup['way'], string>> = {
  scheduled: 'Theo giờ đã đặt',
  'by-hand': 'Bấm Sao lưu ngay',
  command: 'Lệnh backup',
  export: 'Lệnh export',
}

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })

export function BackupState({ backup }: { backup: Backup }) {
  const lost = backup.state === 'good' && (backup.missingFiles ?? 0) > 0
  return <StatusWord {...(backup.removed ? REMOVED : lost ? INCOMPLETE : STATES[backup.state])} small />
}

export function BackupWhen({ backup }: { backup: Backup }) {
  const way = backup.askedBy ? `${WAYS[backup.way]}, ${backup.askedBy}` : WAYS[backup.way]
  return <TwoLines sub={way}>{formatMoment(new Date(backup.startedAt))}</TwoLines>
}

/** What is in it and where it lies; of one that failed, why. */
export function BackupWhat({ backup }: { backup: Backup }) {
  if (backup.state === 'failed') return <span className={classes.why}>{backup.error}</span>
  const lost = backup.missingFiles ? `, thiếu ${number.format(backup.missingFiles)} tệp` : ''
  const counted =
    backup.state === 'running'
      ? 'Đang ghi và kiểm tra'
      : `${number.format(backup.rows ?? 0)} dòng, ${number.format(backup.files ?? 0)} tệp${lost}`
  return (
    <TwoLines sub={<span className={classes.path}>{backup.path}</span>}>
      {counted}
      {backup.encrypted ? ', đã mã hóa' : ''}
    </TwoLines>
  )
}

export function sizeOf({ size }: Backup): string {
  if (size === null) return 'chưa có'
  if (size >= 1024 ** 3) return `${number.format(size / 1024 ** 3)} GB`
  if (size >= 1024 ** 2) return `${number.format(size / 1024 ** 2)} MB`
  return `${number.format(size / 1024)} kB`
}
