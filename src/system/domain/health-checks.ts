import { formatMoment } from '../../kernel/plain-date.ts'

export type HealthCheck = { name: string; state: 'good' | 'look' | 'bad'; detail: string }

/** What was measured; the words and what counts as good are decided here, apart from the measuring. */
export type Measured = {
  database: { version: string; bytes: number }
  /** The last migration that has run, and the last one this program has. */
  migrated: { done: string | null; wanted: string | null }
  disk: { freeBytes: number; totalBytes: number } | undefined
  files: { count: number; bytes: number }
  /** `waitsMinutes`: how long the one that waits longest has waited. */
  mails: { goOut: boolean; waiting: number; failed: number; waitsMinutes: number }
  backup: Pick<HealthCheck, 'state' | 'detail'>
  jobs: { waiting: number; running: number; failed: number; waitsMinutes: number }
  lastRecordAt: Date | null
  clock: { demo: boolean; now: Date; databaseNow: Date; wallNow: Date }
  memoryBytes: number
  upSeconds: number
}

const GB = 1024 ** 3

/** Below this a day of uploads may fill the disk; below the second the next one may. */
const DISK_LOOK = 5 * GB
const DISK_BAD = GB
const MEMORY_LOOK = 1.5 * GB
/** Two clocks of one house; more apart than this and deadlines are judged by the wrong day. */
const CLOCKS_APART_MS = 60_000

export function healthChecks(measured: Measured): HealthCheck[] {
  const { database, migrated, disk, files, clock } = measured
  const apart = Math.abs(clock.databaseNow.getTime() - clock.wallNow.getTime())
  return [
    {
      name: 'Cơ sở dữ liệu',
      state: 'good',
      detail: `Kết nối được, PostgreSQL ${database.version}, dung lượng ${sizeWords(database.bytes)}`,
    },
    {
      name: 'Cấu trúc dữ liệu',
      state: migrated.done === migrated.wanted ? 'good' : 'bad',
      detail:
        migrated.done === migrated.wanted
          ? `Đã nâng cấp tới ${migrated.done ?? 'bản đầu'}`
          : `Mới nâng cấp tới ${migrated.done ?? 'bản đầu'}, phần mềm cần ${migrated.wanted ?? 'bản đầu'}. Khởi động lại máy chủ`,
    },
    diskCheck(disk),
    { name: 'Tệp đã tải lên', state: 'good', detail: `${countWords(files.count)} tệp, ${sizeWords(files.bytes)}` },
    mailCheck(measured.mails),
    jobCheck(measured.jobs),
    { name: 'Sao lưu', ...measured.backup },
    {
      name: 'Nhật ký',
      state: 'good',
      detail: measured.lastRecordAt ? `Dòng cuối lúc ${formatMoment(measured.lastRecordAt)}` : 'Chưa có dòng nào',
    },
    clock.demo
      ? { name: 'Đồng hồ', state: 'look', detail: `Đồng hồ của dữ liệu mẫu: ${formatMoment(clock.now)}` }
      : {
          name: 'Đồng hồ',
          state: apart <= CLOCKS_APART_MS ? 'good' : 'look',
          detail:
            apart <= CLOCKS_APART_MS
              ? formatMoment(clock.now)
              : `${formatMoment(clock.now)}, lệch ${countWords(Math.round(apart / 1000))} giây so với máy chủ cơ sở dữ liệu. Chỉnh lại giờ của hai máy`,
        },
    {
      name: 'Bộ nhớ',
      state: measured.memoryBytes < MEMORY_LOOK ? 'good' : 'look',
      detail: `Tiến trình máy chủ đang dùng ${sizeWords(measured.memoryBytes)}`,
    },
    { name: 'Thời gian chạy', state: 'good', detail: durationWords(measured.upSeconds) },
  ]
}

/** Longer than this a mail that should go out waits: the mail server does not answer, or refuses for now. */
const MAIL_LOOK_MINUTES = 30

function mailCheck({ goOut, waiting, failed, waitsMinutes }: Measured['mails']): HealthCheck {
  const name = 'Thư gửi đi'
  const page = 'Xem ở trang Thư gửi đi'
  if (!goOut) {
    const said = waiting === 0 ? 'không có thư nào chờ' : `${countWords(waiting)} thư nằm chờ, không gửi`
    return { name, state: 'good', detail: `Chưa nối máy chủ thư: ${said}` }
  }
  if (failed > 0) return { name, state: 'look', detail: `${countWords(failed)} thư không gửi được. ${page}` }
  if (waitsMinutes > MAIL_LOOK_MINUTES) {
    const detail = `${countWords(waiting)} thư chờ, lâu nhất ${durationWords(waitsMinutes * 60)}. ${page}`
    return { name, state: 'look', detail }
  }
  return {
    name,
    state: 'good',
    detail: waiting === 0 ? 'Không có thư nào chờ' : `${countWords(waiting)} thư đang chờ gửi`,
  }
}

/** A job is taken within seconds; one that has waited so long says that nothing takes them. */
const JOB_LOOK_MINUTES = 10

function jobCheck({ waiting, running, failed, waitsMinutes }: Measured['jobs']): HealthCheck {
  const name = 'Việc nền'
  if (failed > 0)
    return { name, state: 'look', detail: `${countWords(failed)} việc không xong. Xem và cho chạy lại ở dưới` }
  if (waitsMinutes > JOB_LOOK_MINUTES) {
    const detail = `${countWords(waiting)} việc chờ, lâu nhất ${durationWords(waitsMinutes * 60)}. Khởi động lại máy chủ`
    return { name, state: 'look', detail }
  }
  const detail =
    waiting + running === 0 ? 'Không có việc nào chờ' : `${countWords(running)} đang chạy, ${countWords(waiting)} chờ`
  return { name, state: 'good', detail }
}

function diskCheck(disk: Measured['disk']): HealthCheck {
  const name = 'Ổ đĩa chứa dữ liệu'
  if (!disk) return { name, state: 'look', detail: 'Không đo được dung lượng trống. Kiểm tra trên máy chủ' }
  const free = `Còn trống ${sizeWords(disk.freeBytes)} trong ${sizeWords(disk.totalBytes)}`
  if (disk.freeBytes < DISK_BAD) return { name, state: 'bad', detail: `${free}. Dọn ổ đĩa ngay` }
  if (disk.freeBytes < DISK_LOOK) return { name, state: 'look', detail: `${free}. Sắp phải dọn ổ đĩa` }
  return { name, state: 'good', detail: free }
}

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })

function countWords(count: number): string {
  return number.format(count)
}

/** «12,4 MB». */
export function sizeWords(bytes: number): string {
  if (bytes >= GB) return `${number.format(bytes / GB)} GB`
  if (bytes >= 1024 ** 2) return `${number.format(bytes / 1024 ** 2)} MB`
  return bytes >= 1024 ? `${number.format(bytes / 1024)} kB` : `${bytes} byte`
}

/** «3 ngày 4 giờ», «12 phút». */
export function durationWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  if (days > 0) return `${days} ngày ${hours} giờ`
  if (hours > 0) return `${hours} giờ ${rest} phút`
  return rest > 0 ? `${rest} phút` : 'Dưới một phút'
}
