import type { Scan } from '../../mechanisms/obligations/web/index.ts'
import type { assignments } from './api.ts'
import { BASIS_OPTIONS, DAY_RULE_OPTIONS, RECURRENCE_OPTIONS } from './words.ts'

type Work = Omit<Parameters<typeof assignments.give.call>[0], 'id' | 'unitId'>

export type Typed = {
  unitId: string
  title: string
  words: string
  basis: 'no' | 'yes'
  basisKind: string
  number: string
  issuedOn: string | undefined
  issuer: string
  file: Scan | undefined
  unitIds: ReadonlySet<string>
  dueDay: string | undefined
  relation: 'before' | 'by'
  recurrence: string
  until: string | undefined
  dayRule: string
  needsProof: 'no' | 'yes'
}

export const EMPTY_WORK: Typed = {
  unitId: '',
  title: '',
  words: '',
  basis: 'yes',
  basisKind: 'cong-van',
  number: '',
  issuedOn: '',
  issuer: '',
  file: undefined,
  unitIds: new Set(),
  dueDay: '',
  relation: 'by',
  recurrence: 'once',
  until: '',
  dayRule: 'as-written',
  needsProof: 'no',
}

/** What is typed, as the operation takes it. */
export function workOf(typed: Typed): Work {
  const recurrence = RECURRENCE_OPTIONS.find((one) => one.value === typed.recurrence)?.value ?? 'once'
  return {
    title: typed.title,
    words: typed.words,
    basis:
      typed.basis === 'no'
        ? null
        : {
            kind: BASIS_OPTIONS.find((one) => one.value === typed.basisKind)?.value ?? 'khac',
            number: typed.number,
            issuedOn: typed.issuedOn ?? '',
            issuer: typed.issuer,
            fileId: typed.file?.id ?? null,
          },
    unitIds: [...typed.unitIds],
    due: { day: typed.dueDay ?? '', relation: typed.relation },
    recurrence,
    until: recurrence === 'once' ? null : typed.until || null,
    dayRule: DAY_RULE_OPTIONS.find((one) => one.value === typed.dayRule)?.value ?? 'as-written',
    needsProof: typed.needsProof === 'yes',
  }
}
