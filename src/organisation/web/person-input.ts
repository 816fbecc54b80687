import { sentences, whyEmpty, whyNotEmail, whyNotOptionalDay } from '../../platform/web/form-checks.ts'
import { readCitizenId } from '../domain/citizen-id.ts'
import { parseTypedPartialDate, partialDateText } from '../domain/partial-date.ts'

/** What the forms about a person hold while it is typed. */
export type GeneralTyped = { name: string; email: string; staffCode: string; recruitedOn: string | undefined }
export type PrivateTyped = {
  birth: string
  gender: string
  ethnicity: string
  partyJoinedOn: string | undefined
  citizenId: string
}

export const NO_PRIVATE: PrivateTyped = { birth: '', gender: '', ethnicity: '', partyJoinedOn: '', citizenId: '' }

export function checkGeneral(typed: GeneralTyped) {
  return sentences({
    name: whyEmpty(typed.name, 'họ và tên'),
    email: whyNotEmail(typed.email),
    recruitedOn: whyNotOptionalDay(typed.recruitedOn),
  })
}

export function checkPrivate(typed: PrivateTyped) {
  return sentences({
    birth: typed.birth.trim() !== '' && !parseTypedPartialDate(typed.birth) ? BIRTH : undefined,
    partyJoinedOn: whyNotOptionalDay(typed.partyJoinedOn),
    citizenId: typed.citizenId.trim() !== '' && readCitizenId(typed.citizenId) === undefined ? NUMBER : undefined,
  })
}
const BIRTH = 'Nhập ngày/tháng/năm, tháng/năm hoặc năm. Ví dụ 05/07/1990, 07/1990, 1990'
const NUMBER = 'Nhập 12 chữ số trên căn cước, hoặc 9 chữ số trên chứng minh nhân dân cũ'

export function generalOf(typed: GeneralTyped) {
  return {
    name: typed.name,
    email: typed.email.trim() || null,
    staffCode: typed.staffCode.trim() || null,
    recruitedOn: typed.recruitedOn || null,
  }
}

export function privateOf(typed: PrivateTyped) {
  const birth = parseTypedPartialDate(typed.birth)
  return {
    birth: birth ? partialDateText(birth) : null,
    gender: typed.gender === '' ? null : (typed.gender as 'male' | 'female'),
    ethnicity: typed.ethnicity.trim() || null,
    partyJoinedOn: typed.partyJoinedOn || null,
    citizenId: typed.citizenId.trim() || null,
  }
}
