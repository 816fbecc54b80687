import type { FactShape } from '../contract.ts'
import { factWords } from '../domain/fact-words.ts'
import { paperTitle } from '../domain/paper-title.ts'
import type { FactKind, WireFactValue } from '../fact-values.ts'
import { FORMS } from './fact-forms.ts'
import { isDoubtful } from './fact-marks.ts'
import { paperDateText } from './paper-date.ts'

/** Two lines for a row: the fact in the paper's words, and what was understood of it. */
export function rowWords(kind: FactKind, value: WireFactValue): { title: string; sub: string } {
  const text = (name: string) => (value[name] === null || value[name] === undefined ? '' : String(value[name]))
  const date = (name: string) => paperDateText(text(name) || null)
  const join = (...parts: string[]) => parts.filter(Boolean).join(' · ')
  switch (kind) {
    case 'legalBasis':
      // a law is known by its name
      if (text('number') === '' && text('title') !== '')
        return { title: text('title'), sub: join(date('date'), text('issuer')) }
      return {
        title: paperTitle({ type: text('type'), number: text('number'), date: date('date') }),
        sub: join(text('issuer'), text('title')),
      }
    case 'commemoration': {
      const years = text('years') && `${text('years')} năm `
      return { title: years + text('name'), sub: join(date('date'), date('origin') && `từ ${date('origin')}`) }
    }
    case 'target':
      return { title: text('text'), sub: join(SUBJECTS[text('subject')] ?? '', levelWords(value), text('award')) }
    case 'task':
      return { title: text('text'), sub: dueWords(date('deadline'), text('relation')) }
    case 'deadline':
      return {
        title: text('what'),
        sub: join(
          dueWords(date('date'), text('relation')) || 'Chưa rõ ngày',
          text('recipient') && `gửi ${text('recipient')}`,
        ),
      }
    default:
      return { title: factWords(kind, value), sub: '' }
  }
}

const SUBJECTS: Readonly<Record<string, string>> = { collective: 'Tập thể', individual: 'Cá nhân', unit: 'Cả cơ quan' }

const COMPARATORS: Readonly<Record<string, string>> = {
  '>=': 'ít nhất ',
  '=': '',
  '<=': 'nhiều nhất ',
  '>': 'hơn ',
  '<': 'dưới ',
  'rank<=': 'xếp hạng từ ',
}

/** «ít nhất 2 đến 3», «100%»; empty when the paper gives no number. */
export function levelWords(value: WireFactValue): string {
  if (typeof value.value !== 'number') return ''
  const figure = (number: number) => number.toLocaleString('vi-VN', { maximumFractionDigits: 4 })
  const unit =
    value.unit === '%' ? '%' : value.unit && value.unit !== 'count' && value.unit !== 'rank' ? ` ${value.unit}` : ''
  if (typeof value.max === 'number') return `${figure(value.value)} đến ${figure(value.max)}${unit}`
  return `${COMPARATORS[String(value.comparator ?? '=')] ?? ''}${figure(value.value)}${unit}`
}

function dueWords(date: string, relation: string): string {
  if (date === '') return ''
  return relation === 'before' ? `Trước ngày ${date}` : `Hạn ${date}`
}

/** Why a fact should be compared with the paper. */
export function doubtWords(fact: FactShape): string | undefined {
  if (!isDoubtful(fact)) return undefined
  const emptyDate = FORMS[fact.kind].some((member) => member.kind === 'date' && fact.value[member.name] === null)
  switch (fact.kind) {
    case 'date':
      if (typeof fact.value.date === 'string' && fact.value.date.length < 10) {
        return `Văn bản chỉ có ${fact.value.date.length === 4 ? 'năm' : 'tháng'}. Nhập ngày trên bản đã ký`
      }
      return emptyDate ? 'Ngày trong văn bản không có trên lịch hoặc để trống' : 'So lại với văn bản'
    case 'number':
      return 'Văn bản để trống một phần số. So lại với bản đã ký'
    case 'deadline':
      return emptyDate ? 'Văn bản ghi ngày không rõ. Nhập ngày' : 'So lại với văn bản'
    case 'period':
      return fact.value.start === null || fact.value.end === null
        ? 'Văn bản thiếu ngày bắt đầu hoặc kết thúc, hoặc ghi ngày không có trên lịch. Nhập ngày'
        : 'So lại với văn bản'
    case 'target':
      return 'So lại mức và đối tượng với văn bản'
    default:
      return 'So lại với văn bản'
  }
}
