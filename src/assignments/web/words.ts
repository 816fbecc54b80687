import { formatDate } from '../../kernel/plain-date.ts'
import type { Assignment } from './api.ts'

export const BASIS_OPTIONS = [
  { value: 'cong-van', label: 'Công văn' },
  { value: 'ke-hoach', label: 'Kế hoạch' },
  { value: 'chi-thi', label: 'Chỉ thị' },
  { value: 'quyet-dinh', label: 'Quyết định' },
  { value: 'khac', label: 'Văn bản khác' },
] as const

export const RECURRENCE_OPTIONS = [
  { value: 'once', label: 'Một lần' },
  { value: 'monthly', label: 'Hằng tháng' },
  { value: 'quarterly', label: 'Hằng quý' },
] as const

export const DAY_RULE_OPTIONS = [
  { value: 'as-written', label: 'Giữ nguyên ngày' },
  { value: 'next-working-day', label: 'Ngày làm việc kế tiếp' },
  { value: 'previous-working-day', label: 'Ngày làm việc liền trước' },
] as const

/** «Công văn số 45/SNV-TĐ ngày 10/07/2022 của Sở Nội vụ». */
export function basisWords(basis: NonNullable<Assignment['basis']>): string {
  const kind = BASIS_OPTIONS.find((one) => one.value === basis.kind)?.label ?? 'Văn bản'
  return `${kind} số ${basis.number} ngày ${formatDate(basis.issuedOn)} của ${basis.issuer}`
}

/** «Hằng tháng đến 31/12/2024. Chậm nhất ngày 25/03/2024». */
export function dueWords({ due, recurrence, until }: Assignment): string {
  if (recurrence === 'once' || until === null) return due.words
  const often = RECURRENCE_OPTIONS.find((one) => one.value === recurrence)?.label ?? ''
  return `${often} đến ${formatDate(until)}. Lượt đầu: ${due.words.slice(0, 1).toLocaleLowerCase('vi')}${due.words.slice(1)}`
}

/** «8 trong 12 việc đã xong, 2 quá hạn». */
export function progressWords({ duties, done, late, exempt }: Assignment['counts']): string {
  return [`${done} trong ${duties} việc đã xong`, late > 0 && `${late} quá hạn`, exempt > 0 && `${exempt} được miễn`]
    .filter(Boolean)
    .join(', ')
}
