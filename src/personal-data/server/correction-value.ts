import { formatDate, parsePlainDate } from '../../kernel/plain-date.ts'
import { type Result, refuse } from '../../kernel/result.ts'
import { fieldValueWords, GENDER_WORDS, type PersonDetails, type PersonField } from '../../organisation/index.ts'
import { type PersonInput, readDetails } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { BY_HAND, type CorrectionField } from '../domain/corrections.ts'

/** The field of the person that an accepted request changes by itself. */
export const CHANGES: Readonly<Record<Exclude<CorrectionField, 'post' | 'absence' | 'other'>, PersonField>> = {
  name: 'name',
  birth: 'birth',
  gender: 'gender',
  ethnicity: 'ethnicity',
  'party-joined-on': 'partyJoinedOn',
  'staff-code': 'staffCode',
  'citizen-id': 'citizenId',
  email: 'email',
  'recruited-on': 'recruitedOn',
}

export function changedField(field: CorrectionField): PersonField | undefined {
  return BY_HAND.has(field) ? undefined : CHANGES[field as keyof typeof CHANGES]
}

/** The change that accepting would make; nothing for what is put right by hand. */
export function changesOf(field: CorrectionField, wanted: string): PersonInput {
  const changes = changedField(field)
  return changes === undefined ? {} : { [changes]: wanted }
}

/** Is what is wanted a value of its field, and another than the one that is kept? Refuses as the correction itself would. */
export function readWanted(
  tx: Tx,
  field: CorrectionField,
  { before, wanted }: { before: PersonDetails; wanted: string },
): Result<{ words: string; was: string | undefined }> {
  const changes = changedField(field)
  if (changes === undefined) return { ok: true, value: { words: wanted, was: undefined } }
  if (changes === 'gender' && !(wanted in GENDER_WORDS))
    return refuse('wrong-correction', { problem: 'chọn nam hoặc nữ' }, WANTED)
  if ((changes === 'partyJoinedOn' || changes === 'recruitedOn') && parsePlainDate(wanted) === undefined) {
    return refuse('wrong-correction', { problem: 'ngày không có trên lịch, nhập ngày/tháng/năm' }, WANTED)
  }
  if (changes === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(wanted)) {
    return refuse('wrong-correction', { problem: 'địa chỉ thư chưa đúng' }, WANTED)
  }
  const read = readDetails(tx, before, changesOf(field, wanted))
  if (!read.ok) return { ok: false, refusal: { ...read.refusal, field: 'wanted' } }
  const words = fieldValueWords(changes, read.value) ?? ''
  const was = fieldValueWords(changes, before)
  return words === '' || words === was ? refuse('correction-same', {}, WANTED) : { ok: true, value: { words, was } }
}
const WANTED = { field: 'wanted' }

/** What was asked for, as people read it. */
export function wantedWords(field: CorrectionField, wanted: string): string {
  if (field === 'gender') return GENDER_WORDS[wanted as keyof typeof GENDER_WORDS] ?? wanted
  return field === 'birth' || field === 'party-joined-on' || field === 'recruited-on' ? formatDate(wanted) : wanted
}
