import { formatDate, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'
import { citizenIdDoubts } from './citizen-id.ts'
import { latestDay, partialDateWords } from './partial-date.ts'
import type { PersonDetails } from './person-fields.ts'

type Days = Pick<PersonDetails, 'birth' | 'partyJoinedOn' | 'recruitedOn'>

const EARLIEST_BIRTH = 1900
/** Below it a day of entering work is asked about; no rule of law, only what officers mistype. */
const YOUNGEST_AT_WORK = 15

/** What cannot be: days ahead of today, work or Party before birth. Judged by the first day the birth may have been. */
export function whyNotDays({ birth, partyJoinedOn, recruitedOn }: Days, today: PlainDate): Refusal | undefined {
  if (birth && (birth.on > today || Number(birth.on.slice(0, 4)) < EARLIEST_BIRTH)) {
    return refusal('wrong-birth', { day: partialDateWords(birth), earliest: EARLIEST_BIRTH }, { field: 'birth' })
  }
  if (partyJoinedOn && partyJoinedOn > today) {
    return refusal('day-in-future', { day: formatDate(partyJoinedOn) }, { field: 'partyJoinedOn' })
  }
  if (!birth) return undefined
  for (const [field, what, day] of [
    ['partyJoinedOn', 'Ngày vào Đảng', partyJoinedOn],
    ['recruitedOn', 'Ngày tuyển dụng', recruitedOn],
  ] as const) {
    if (day === null || day > birth.on) continue
    return refusal('before-birth', { what, day: formatDate(day), birth: partialDateWords(birth) }, { field })
  }
  return undefined
}

/** What may be and is hardly ever so, as sentences: whoever writes it is asked, and may say that it is right. */
export function doubtsOf(person: PersonDetails, today: PlainDate): string[] {
  const { birth, recruitedOn, partyJoinedOn } = person
  const doubts: string[] = []
  if (birth) {
    const young = plainDate(
      `${Number(birth.on.slice(0, 4)) + YOUNGEST_AT_WORK}${birth.on.slice(4).replace('-02-29', '-02-28')}`,
    )
    if (recruitedOn && recruitedOn < young)
      doubts.push(`Ngày tuyển dụng ${formatDate(recruitedOn)} khi chưa đến ${YOUNGEST_AT_WORK} tuổi`)
    else if (young > today) doubts.push(`Sinh ${partialDateWords(birth)}, nay chưa đến ${YOUNGEST_AT_WORK} tuổi`)
    if (partyJoinedOn && partyJoinedOn < young)
      doubts.push(`Ngày vào Đảng ${formatDate(partyJoinedOn)} khi chưa đến ${YOUNGEST_AT_WORK} tuổi`)
    if (Number(today.slice(0, 4)) - Number(latestDay(birth).slice(0, 4)) > 90)
      doubts.push(`Sinh ${partialDateWords(birth)}, nay đã ngoài 90 tuổi`)
  }
  if (/\d/.test(person.name)) doubts.push('Họ và tên có chữ số')
  if (!person.name.includes(' ')) doubts.push('Họ và tên chỉ có một chữ')
  return person.citizenId === null ? doubts : [...doubts, ...citizenIdDoubts(person.citizenId, person)]
}
