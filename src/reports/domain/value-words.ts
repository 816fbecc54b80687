import type { FormLine, LineValue, ListKind } from './form.ts'

/** What stands where nothing is known: never a zero, never a dash. */
export const NOT_THERE = 'chưa có'

export const LIST_WORDS: Readonly<Record<ListKind, string>> = {
  example: 'Điển hình',
  initiative: 'Sáng kiến',
  praised: 'Được biểu dương',
}

export const EXAMPLE_KIND_WORDS = {
  person: 'Cá nhân',
  collective: 'Tập thể',
  model: 'Mô hình mới',
  practice: 'Cách làm hay',
} as const

/** «12/12 người, 100%» · «20.000.000 đồng» · «Có» · the first words of a text. */
export function valueWords(line: Pick<FormLine, 'unit'>, value: LineValue | undefined): string {
  switch (value?.kind) {
    case undefined:
      return NOT_THERE
    case 'count':
      return value.count === null ? NOT_THERE : withUnit(numberWords(value.count), line.unit)
    case 'amount':
      return value.amount === null ? NOT_THERE : `${numberWords(value.amount)} đồng`
    case 'yes-no':
      return value.yes === null ? NOT_THERE : value.yes ? 'Có' : 'Không'
    case 'share':
      return shareWords(value.numerator, value.denominator, line.unit)
    case 'narrative':
      return value.text.trim() === '' ? NOT_THERE : value.text.trim()
    case 'list':
      return value.items.length === 0 ? NOT_THERE : `${value.items.length} mục`
  }
}

/** «16/18 nhiệm vụ, 88,9%»; of nothing there is no share. */
export function shareWords(numerator: number | null, denominator: number | null, unit: string): string {
  if (numerator === null || denominator === null) return NOT_THERE
  const counts = withUnit(`${numberWords(numerator)}/${numberWords(denominator)}`, unit)
  return denominator === 0 ? counts : `${counts}, ${percentWords(numerator, denominator)}`
}

/** One decimal, none where it is round: «88,9%», «100%». What is not whole is never rounded up to it. */
export function percentWords(numerator: number, denominator: number): string {
  const per = Math.round((numerator / denominator) * 1000) / 10
  const shown = numerator < denominator && per >= 100 ? 99.9 : per
  return `${shown.toLocaleString('vi-VN', { maximumFractionDigits: 1 })}%`
}

/** What the plan sets: its own words when it has them, else its number in the line's measure. */
export function plannedWords(line: Pick<FormLine, 'kind' | 'unit' | 'planned' | 'plannedWords'>): string | null {
  if (line.plannedWords.trim() !== '') return line.plannedWords.trim()
  if (line.planned === null) return null
  const number = numberWords(line.planned)
  switch (line.kind) {
    case 'share':
      return `${number}%`
    case 'amount':
      return `${number} đồng`
    case 'yes-no':
      return line.planned > 0 ? 'Có' : 'Không'
    case 'count':
      return withUnit(number, line.unit)
    case 'narrative':
    case 'list':
      return null
  }
}

function withUnit(number: string, unit: string): string {
  return unit.trim() === '' ? number : `${number} ${unit.trim()}`
}

function numberWords(number: number): string {
  return number.toLocaleString('vi-VN', { maximumFractionDigits: 2 })
}
