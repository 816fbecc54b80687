import { formatMoment } from '../../../kernel/plain-date.ts'
import { capital } from '../../../kernel/vietnamese-text.ts'
import { type PlainStatus, STATUS } from '../../../ui/status-word/status-words.ts'
import type { SubmissionShape } from '../contract.ts'
import type { Missing } from '../domain/kinds.ts'
import type { PartChange } from '../domain/parts.ts'

/** The state of a submission in a word; «Đang xem» once the receiver has opened it. */
export function submissionStatus(submission: Pick<SubmissionShape, 'state' | 'openedAt'> | null): PlainStatus {
  if (submission === null) return { tone: 'xam', icon: 'circle-dashed', word: 'Chưa soạn' }
  switch (submission.state) {
    case 'draft':
      return STATUS.draft
    case 'for-signature':
      return { tone: 'cham', icon: 'writing-sign', word: 'Chờ ký' }
    case 'submitted':
      return submission.openedAt === null ? STATUS.submitted : STATUS.viewing
    case 'returned':
      return STATUS.returned
    case 'accepted':
      return STATUS.accepted
  }
}

/** «35/38 người, 92,1%»; what is missing is said. */
export function attendanceWords(attended: number | null, total: number | null): string {
  if (attended === null || total === null) return 'chưa có'
  const share =
    total === 0 ? '' : `, ${((attended / total) * 100).toLocaleString('vi-VN', { maximumFractionDigits: 1 })}%`
  return `${attended.toLocaleString('vi-VN')}/${total.toLocaleString('vi-VN')} người${share}`
}

/** What to do about one missing thing. */
export function askFor({ what }: Missing, asked: Readonly<Record<string, string>>): string {
  return asked[what] ?? capital(what)
}

/** «Ký trên hệ thống: Võ Văn Minh, Chánh Thanh tra» · «Ghi từ bản giấy ký 11/07/2022: …». */
export function signedWords(consent: SubmissionShape['sent'][number]['consent']): string {
  const who = `${consent.givenByName}, ${consent.givenAs}`
  if (consent.way === 'product') return `Ký trên hệ thống: ${who}`
  return `Ký trên bản giấy: ${who}. ${consent.enteredByName} nhập`
}

/** «Khác lần trước: ngày quán triệt, số người dự»; says it too when nothing is. */
export function changeWords(changes: readonly PartChange[], partName: (key: string) => string): string {
  if (changes.length === 0) return 'Nội dung như lần trước'
  const verb = { added: 'thêm ', removed: 'bỏ ', changed: '' }
  const said = changes.map(({ key, change }) => `${verb[change]}${lowered(partName(key))}`)
  return `Khác lần trước: ${said.join(', ')}`
}

function lowered(words: string): string {
  return words.slice(0, 1).toLocaleLowerCase('vi') + words.slice(1)
}

/** What became of one sending: «Trả lại lúc 09:10, 13/07/2022, Lê Thị Hoa». */
export function outcomeWords(sent: SubmissionShape['sent'][number]): string | undefined {
  if (sent.outcome === null) return undefined
  const verb = { accepted: 'Chấp nhận', returned: 'Trả lại', withdrawn: 'Rút về' }[sent.outcome]
  const when = sent.outcomeAt === null ? '' : ` lúc ${formatMoment(new Date(sent.outcomeAt))}`
  return [`${verb}${when}`, sent.outcomeByName].filter(Boolean).join(', ')
}
