import { formatDate } from '../../../kernel/plain-date.ts'
import type { FactKind } from '../fact-values.ts'
import { documentKindName } from './document-kinds.ts'

/** What each kind of fact is called on screen and in the record. */
export const FACT_NAMES: Readonly<Record<FactKind, string>> = {
  docType: 'loại văn bản',
  number: 'số, ký hiệu',
  issuer: 'cơ quan ban hành',
  superior: 'cơ quan chủ quản',
  place: 'địa danh',
  date: 'ngày ký',
  subject: 'trích yếu',
  theme: 'chủ đề',
  signer: 'người ký',
  legalBasis: 'căn cứ',
  movement: 'phong trào được nêu',
  period: 'đợt thi đua',
  commemoration: 'ngày kỷ niệm',
  target: 'chỉ tiêu',
  task: 'nhiệm vụ',
  deadline: 'mốc thời hạn',
  recipient: 'nơi nhận',
}

/** Paper dates as people read them: `2022-01` → «01/2022», `--11-20` → «20/11 hằng năm». */
export function paperDateWords(date: string): string {
  if (!date.startsWith('--')) return formatDate(date)
  return `${formatDate(date.slice(2))} hằng năm`
}

/** A fact's value on one line, for the record and for lists. */
export function factWords(kind: FactKind, value: Readonly<Record<string, unknown>>): string {
  const text = (name: string): string => {
    const member = value[name]
    return member === null || member === undefined ? '' : String(member)
  }
  const date = (name: string): string => (text(name) === '' ? '' : paperDateWords(text(name)))
  const words = wordsOf(kind, text, date)
  return words.trim() === '' ? 'không có' : words.trim().slice(0, 500)
}

function wordsOf(kind: FactKind, text: (name: string) => string, date: (name: string) => string): string {
  switch (kind) {
    case 'docType':
      return text('text') === '' ? '' : documentKindName(text('text'))
    case 'number':
    case 'issuer':
    case 'superior':
    case 'place':
    case 'subject':
    case 'theme':
      return text('text')
    case 'date':
      return date('date')
    case 'signer':
      return [text('title'), text('name')].filter(Boolean).join(' ')
    case 'legalBasis':
      return [text('type'), text('number'), date('date'), text('issuer'), text('title')].filter(Boolean).join(', ')
    case 'movement':
    case 'recipient':
      return text('name')
    case 'period':
      return `${text('name')}, ${date('start') || 'chưa rõ'} đến ${date('end') || 'chưa rõ'}`
    case 'commemoration':
      return [text('years') && `${text('years')} năm`, text('name'), date('date')].filter(Boolean).join(' ')
    case 'target':
      return text('text')
    case 'task':
      return [text('assignee'), text('text')].filter(Boolean).join(': ')
    case 'deadline':
      return [text('what'), date('date')].filter(Boolean).join(', ')
  }
}
