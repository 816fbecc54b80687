import { formatDate, formatMoment } from '../../kernel/plain-date.ts'
import type { BoardRow, UrgingOutputs } from './api.ts'

/** «3 lần, lần cuối 12/07, Lê Thị Hoa»; «chưa nhắc». */
export function remindedWords({ reminders: { count, lastOn, lastBy } }: Pick<BoardRow, 'reminders'>): string {
  if (count === 0 || lastOn === null) return 'chưa nhắc'
  return [`${count} lần, lần cuối ${formatDate(lastOn).slice(0, 5)}`, lastBy].filter(Boolean).join(', ')
}

export const REACH_WORDS: Readonly<Record<BoardRow['reach'], string | undefined>> = {
  ok: undefined,
  'no-mail': 'chưa có địa chỉ thư, chỉ nhận trên hệ thống',
  nobody: 'chưa có ai nhận được lời nhắc',
}

/** «Ngày 12/07/2022 hệ thống đã nhắc 38 việc, 21 người, 19 thư». */
export function lastRunWords(run: UrgingOutputs['late']['lastRun']): string {
  if (run === null) return 'Hệ thống chưa nhắc lần nào.'
  const unreached = run.unreached > 0 ? `; ${run.unreached} việc chưa có ai nhận` : ''
  return `Ngày ${formatDate(run.onDay)} hệ thống nhắc ${run.reminded} việc, ${run.people} người, ${run.mails} thư${unreached}.`
}

type Mail = UrgingOutputs['log']['entries'][number]['mails'][number]

/** How a reminder's mail stands, in a sentence. */
export function mailWords(mail: Mail): string {
  switch (mail.state) {
    case 'sent': {
      const at = mail.sentAt === null ? '' : ` lúc ${formatMoment(new Date(mail.sentAt))}`
      return `đã gửi${at}${mail.maybeTwice ? ', có thể đến hai lần vì máy chủ dừng giữa chừng' : ''}`
    }
    case 'waiting':
    case 'sending':
      return mail.notBefore === null ? 'chờ gửi' : `chờ gửi từ ${formatMoment(new Date(mail.notBefore))}`
    case 'failed':
      return `không gửi được${mail.lastError === null ? '' : `: ${mail.lastError}`}`
    case 'stale':
      return 'quá cũ, không gửi'
  }
}

/** What the trend says before it is drawn. */
export function trendSentence(months: UrgingOutputs['trend']['months']): string {
  const last = months.findLast((month) => month.due > 0)
  if (!last) return 'Chưa có việc nào đến hạn trong 12 tháng gần nhất.'
  const open = last.open > 0 ? `, còn nợ ${last.open}` : ''
  return `${monthName(last.month)}: ${last.onTime}/${last.due} việc đúng hạn, ${percentWords(last.onTime, last.due)}${open}.`
}

export function monthName(month: string): string {
  const [year, no] = month.split('-')
  return `Tháng ${Number(no)} năm ${year}`
}

/** «88,9%». */
export function percentWords(part: number, whole: number): string {
  return `${((part * 100) / whole).toLocaleString('vi-VN', { maximumFractionDigits: 1 })}%`
}
