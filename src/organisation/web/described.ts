import type { AreaMark, UnitValues } from '../domain/unit-description.ts'
import { kindOf, levelOf } from './unit-words.ts'

/** What is said of a unit beside its name and place, as fields hold it. */
export type DescribedValues = {
  symbol: string
  kind: string
  level: string
  legalPerson: boolean
  beside: boolean
  areaMarks: readonly AreaMark[]
}

export const UNDESCRIBED_FIELDS: DescribedValues = {
  symbol: '',
  kind: 'other',
  level: '',
  legalPerson: false,
  beside: false,
  areaMarks: [],
}

export function describedFieldsOf(unit: Omit<UnitValues, 'parentId' | 'orderNo'>): DescribedValues {
  return {
    symbol: unit.symbol ?? '',
    kind: unit.kind,
    level: unit.level ?? '',
    legalPerson: unit.legalPerson,
    beside: unit.beside,
    areaMarks: unit.areaMarks,
  }
}

/** The fields as the server takes them. */
export function describedOf(typed: DescribedValues) {
  return {
    symbol: typed.symbol.trim() || null,
    kind: kindOf(typed.kind),
    level: levelOf(typed.level),
    legalPerson: typed.legalPerson,
    beside: typed.beside,
    areaMarks: [...typed.areaMarks],
  }
}
