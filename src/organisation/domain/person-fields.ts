import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import { type PartialDate, partialDateWords } from './partial-date.ts'

export type Gender = 'male' | 'female'

/** What is kept of a person beside posts and absences; everything but the name may be missing. */
export type PersonDetails = {
  readonly name: string
  readonly email: string | null
  readonly staffCode: string | null
  readonly recruitedOn: PlainDate | null
  readonly birth: PartialDate | null
  readonly gender: Gender | null
  readonly ethnicity: string | null
  readonly partyJoinedOn: PlainDate | null
  readonly citizenId: string | null
}
export type PersonField = keyof PersonDetails

export const PERSON_FIELDS: readonly PersonField[] = [
  'name',
  'email',
  'staffCode',
  'recruitedOn',
  'birth',
  'gender',
  'ethnicity',
  'partyJoinedOn',
  'citizenId',
]

/** As they stand inside a sentence of the record, a refusal, a form. */
export const FIELD_WORDS: Readonly<Record<PersonField, string>> = {
  name: 'họ và tên',
  email: 'thư điện tử',
  staffCode: 'mã cán bộ',
  recruitedOn: 'ngày tuyển dụng',
  birth: 'ngày sinh',
  gender: 'giới tính',
  ethnicity: 'dân tộc',
  partyJoinedOn: 'ngày vào Đảng',
  citizenId: 'số định danh',
}

export const GENDER_WORDS: Readonly<Record<Gender, string>> = { male: 'Nam', female: 'Nữ' }

/** A field's value as people read it; `undefined` when nothing is kept. */
export function fieldValueWords(field: PersonField, details: PersonDetails): string | undefined {
  const value = details[field]
  if (value === null) return undefined
  if (field === 'birth') return partialDateWords(value as PartialDate)
  if (field === 'gender') return GENDER_WORDS[value as Gender]
  if (field === 'recruitedOn' || field === 'partyJoinedOn') return formatDate(value as PlainDate)
  return value as string
}

/** By which staff codes are told apart: without case, marks and signs. «CB-015/a» and «cb 015 A» are one. */
export function staffCodeKey(code: string): string {
  return foldForSearch(code).replaceAll(' ', '')
}
