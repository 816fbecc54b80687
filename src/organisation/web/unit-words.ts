import { formatDate } from '../../kernel/plain-date.ts'
import {
  AREA_MARK_WORDS,
  type AreaMark,
  UNIT_KIND_WORDS,
  UNIT_KINDS,
  UNIT_LEVEL_WORDS,
  UNIT_LEVELS,
  type UnitKind,
  type UnitLevel,
} from '../domain/unit-description.ts'

type Described = { kind: UnitKind; areaMarks: readonly AreaMark[]; people?: number; to: string | null }

/** The grey line under a unit's name: what it is, its marks, how many people, its last day when that is known. */
export function unitSub({ kind, areaMarks, people, to }: Described): string {
  const parts = [
    ...(kind === 'other' ? [] : [UNIT_KIND_WORDS[kind].replace(/ \(đến.*\)/, '')]),
    ...areaMarks.map((mark) => AREA_MARK_WORDS[mark]),
    ...(people === undefined ? [] : [people === 0 ? 'chưa có người' : `${people} người`]),
    ...(to === null ? [] : [`đến hết ${formatDate(to)}`]),
  ]
  return parts.join(' · ')
}

export const KIND_OPTIONS = UNIT_KINDS.map((kind) => ({ value: kind, label: UNIT_KIND_WORDS[kind] }))

export const LEVEL_OPTIONS = [
  { value: '', label: 'Chưa ghi' },
  ...UNIT_LEVELS.map((level) => ({ value: level, label: UNIT_LEVEL_WORDS[level] })),
]

export function levelOf(value: string): UnitLevel | null {
  return UNIT_LEVELS.find((level) => level === value) ?? null
}

export function kindOf(value: string): UnitKind {
  return UNIT_KINDS.find((kind) => kind === value) ?? 'other'
}
