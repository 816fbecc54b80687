import { formatDate } from '../../kernel/plain-date.ts'
import type { PlainStatus } from '../../ui/status-word/status-words.ts'
import { AWARDS, GROUP_WORDS, METHOD_WORDS, METHODS } from '../domain/award-codes.ts'
import type { Candidate, ListedAward } from './api.ts'

export const SOURCE_WORDS: Readonly<Record<ListedAward['source'], string>> = {
  typed: 'Nhập tay',
  import: 'Nhập từ tệp',
  document: 'Đọc từ quyết định',
}

export const AWARD_OPTIONS = AWARDS.map(({ code, word, group }) => ({
  value: code,
  label: word,
  group: GROUP_WORDS[group],
}))
export const METHOD_OPTIONS = METHODS.map((method) => ({ value: method, label: METHOD_WORDS[method] }))

/** «Số 12/QĐ-SNV, 20/01/2021», as much of it as is known. */
export function decisionWords(award: Pick<ListedAward, 'decisionNumber' | 'decisionOn' | 'year'>): string {
  const parts = [
    award.decisionNumber === null ? null : `Số ${award.decisionNumber}`,
    award.decisionOn === null ? (award.year === null ? null : `năm ${award.year}`) : formatDate(award.decisionOn),
  ].filter(Boolean)
  return parts.length === 0 ? 'chưa có số, ngày' : parts.join(', ')
}

/** «Năm 2024», «01/01/2022 – 31/12/2023». */
export function achievedWords(award: Pick<ListedAward, 'periodName' | 'achievedFrom' | 'achievedTo'>): string {
  if (award.periodName !== null) return award.periodName
  const { achievedFrom: from, achievedTo: to } = award
  if (from !== null && to !== null) return `${formatDate(from)} – ${formatDate(to)}`
  if (from !== null) return `Từ ${formatDate(from)}`
  return to === null ? 'chưa có' : `Đến ${formatDate(to)}`
}

/** Whether it is known who of ours the recipient is. */
export function matchStatus({ recipient, voided }: Pick<ListedAward, 'recipient' | 'voided'>): PlainStatus {
  if (voided) return { tone: 'xam', icon: 'ban', word: 'Đã bỏ' }
  return recipient.matched
    ? { tone: 'luc', icon: 'circle-check', word: 'Đã xác định' }
    : { tone: 'cam', icon: 'user-question', word: 'Chưa xác định' }
}

/** The page of everything a recipient was given; of one not matched, or not to be seen, the entry's own. */
export function recipientHref(award: Pick<ListedAward, 'id' | 'recipient'>): string {
  const { kind, id } = award.recipient
  return id === null
    ? `/so-khen-thuong/${award.id}`
    : `/so-khen-thuong/${kind === 'person' ? 'ca-nhan' : 'tap-the'}/${id}`
}

const BIRTH_WORDS: Readonly<Record<Candidate['evidence']['birth'], string>> = {
  same: 'Trùng ngày sinh',
  agrees: 'Hợp với ngày sinh đã biết một phần',
  differs: 'Khác ngày sinh',
  unknown: 'Chưa so được ngày sinh',
}
const UNIT_WORDS: Readonly<Record<Candidate['evidence']['unit'], string>> = {
  same: 'trùng đơn vị',
  other: 'khác đơn vị',
  unknown: 'chưa so được đơn vị',
}

/** What speaks for and against it: «Trùng họ tên. Khác ngày sinh, trùng đơn vị». */
export function evidenceWords({ kind, evidence }: Pick<Candidate, 'kind' | 'evidence'>): string {
  if (kind === 'unit') return `Trùng tên, ${UNIT_WORDS[evidence.unit].replace('đơn vị', 'đơn vị cấp trên')}`
  return `Trùng họ tên. ${BIRTH_WORDS[evidence.birth]}, ${UNIT_WORDS[evidence.unit]}`
}

/** «1985», «07/1985», «02/03/1985». */
export function birthWords(birth: string | null): string {
  return birth === null ? 'chưa có' : formatDate(birth)
}
