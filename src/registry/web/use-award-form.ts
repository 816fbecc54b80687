import { sentences, whyEmpty, whyNotOptionalDay } from '../../platform/web/form-checks.ts'
import { type FormState, useForm } from '../../platform/web/use-form.ts'
import { findAward, type Method } from '../domain/award-codes.ts'
import { readBirth } from './birth-text.ts'

/** What is typed into the form of one award. */
export type AwardTyped = {
  kind: 'person' | 'unit'
  name: string
  unitName: string
  birth: string
  awardCode: string
  awardName: string
  method: Method | ''
  periodId: string
  achievedFrom: string | undefined
  achievedTo: string | undefined
  achievement: string
  decisionNumber: string
  decisionOn: string | undefined
  decisionYear: string
  issuer: string
  signer: string
  keeperUnitId: string
  file: { id: string; name: string; size: number } | null
  knownDouble: boolean
}

export const EMPTY_AWARD: AwardTyped = {
  kind: 'person',
  name: '',
  unitName: '',
  birth: '',
  awardCode: '',
  awardName: '',
  method: '',
  periodId: '',
  achievedFrom: '',
  achievedTo: '',
  achievement: '',
  decisionNumber: '',
  decisionOn: '',
  decisionYear: '',
  issuer: '',
  signer: '',
  keeperUnitId: '',
  file: null,
  knownDouble: false,
}

/** What goes to the server, the matching left to it. */
export function contentOf(typed: AwardTyped) {
  return {
    awardCode: typed.awardCode,
    awardName: typed.awardName.trim() || null,
    method: typed.method || null,
    periodId: typed.periodId || null,
    achievedFrom: typed.achievedFrom || null,
    achievedTo: typed.achievedTo || null,
    achievement: typed.achievement,
    decisionNumber: typed.decisionNumber.trim() || null,
    decisionOn: typed.decisionOn || null,
    decisionYear: typed.decisionYear === '' ? null : Number(typed.decisionYear),
    issuer: typed.issuer.trim() || null,
    signer: typed.signer.trim() || null,
    fileId: typed.file?.id ?? null,
    recipient: {
      kind: typed.kind,
      name: typed.name,
      unitName: typed.unitName,
      birth: typed.kind === 'person' && typed.birth.trim() !== '' ? (readBirth(typed.birth) ?? null) : null,
      id: null,
    },
    knownDouble: typed.knownDouble,
  }
}

export type AwardForm = FormState<AwardTyped>

/** The form of one award: `send` enters a new one or changes one. */
export function useAwardForm<Output>(
  initial: AwardTyped,
  send: (typed: AwardTyped) => Promise<Output>,
  onDone: (output: Output) => void,
): AwardForm {
  return useForm({
    initial,
    check: (typed) =>
      sentences({
        name: whyEmpty(
          typed.name,
          typed.kind === 'person' ? 'họ và tên như quyết định ghi' : 'tên tập thể như quyết định ghi',
        ),
        birth: typed.kind === 'unit' ? undefined : whyNotBirth(typed.birth),
        awardCode: typed.awardCode === '' ? 'Chọn danh hiệu hoặc hình thức khen thưởng' : undefined,
        awardName:
          typed.awardCode === 'khac' ? whyEmpty(typed.awardName, 'tên khen thưởng như quyết định ghi') : undefined,
        achievedFrom: optionalDay(typed.achievedFrom),
        achievedTo: optionalDay(typed.achievedTo),
        decisionOn: optionalDay(typed.decisionOn),
        decisionYear:
          typed.decisionYear === '' || /^\d{4}$/.test(typed.decisionYear)
            ? undefined
            : 'Nhập năm bằng bốn chữ số, ví dụ 2021',
        keeperUnitId: typed.keeperUnitId === '' ? 'Chọn đơn vị giữ mục này' : undefined,
      }),
    send,
    onDone,
    paths: { 'recipient.name': 'name', 'recipient.unitName': 'unitName', 'recipient.birth': 'birth', fileId: 'file' },
  })
}

/** What is worth a second look: a title of persons given to a collective, or the other way round. */
export function oddRecipient({ awardCode, kind }: AwardTyped): string | undefined {
  const award = findAward(awardCode)
  if (!award || award.to === 'both' || award.to === kind) return undefined
  return award.to === 'person'
    ? 'Khen thưởng này tặng cá nhân. Xem lại người nhận'
    : 'Khen thưởng này tặng tập thể. Xem lại người nhận'
}

function optionalDay(day: string | undefined): string | undefined {
  return whyNotOptionalDay(day)
}

function whyNotBirth(typed: string): string | undefined {
  if (typed.trim() === '' || readBirth(typed) !== undefined) return undefined
  return 'Nhập ngày sinh, tháng sinh hoặc năm sinh, ví dụ 02/03/1985, 03/1985, 1985'
}
