import { type Selectable, sql } from 'kysely'
import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'
import type { UnitTable } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { AreaMark, UnitKind, UnitLevel, UnitValues } from '../domain/unit-description.ts'
import type { UnitShape } from '../unit-values.ts'

/**
 * Changes of the tree, of posts, grants and accounts happen one at a time: they are rare, each renews every scope anyway, and
 * «is the name free», «does anybody hold a post there», «is one administrator left» then need no lock of their own.
 */
export async function lockOrganisation(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('app.organisation'))`.execute(tx.db)
}

/** The columns that hold what a unit is on a day: the same in `unit` (today) and `unit_version` (any day). */
export const VALUE_COLUMNS = [
  'name',
  'short_name',
  'symbol',
  'kind',
  'level',
  'legal_person',
  'beside',
  'area_marks',
  'parent_id',
  'order_no',
] as const
type ValueColumn = (typeof VALUE_COLUMNS)[number]

const COLUMNS = ['id', 'unit_no', 'valid_from', 'valid_to', ...VALUE_COLUMNS] as const

export type UnitRow = Pick<Selectable<UnitTable>, 'id' | 'unit_no' | 'valid_from' | 'valid_to' | ValueColumn>

export async function findUnit(tx: Tx, id: string): Promise<UnitRow | undefined> {
  return tx.db.selectFrom('unit').select(COLUMNS).where('id', '=', id).executeTakeFirst()
}

export async function getUnit(tx: Tx, id: string): Promise<UnitRow> {
  const unit = await findUnit(tx, id)
  if (!unit) throw new Error(`no unit ${id}`)
  return unit
}

export function unitShapeOf(row: UnitRow): UnitShape {
  return { id: row.id, unitNo: row.unit_no, ...valuesOf(row), from: row.valid_from, to: row.valid_to }
}

type ValueRow = Omit<Pick<UnitRow, ValueColumn>, 'kind' | 'level'> & { kind: string; level: string | null }

/** What a row of `unit` or of `unit_version` says the unit is. */
export function valuesOf(row: ValueRow): UnitValues & { areaMarks: AreaMark[] } {
  return {
    name: row.name,
    shortName: row.short_name,
    symbol: row.symbol,
    kind: row.kind as UnitKind,
    level: row.level as UnitLevel | null,
    legalPerson: row.legal_person,
    beside: row.beside,
    areaMarks: row.area_marks as AreaMark[],
    parentId: row.parent_id,
    orderNo: row.order_no,
  }
}

/** Nothing new begins in a unit before it began, nor once its last day is known. `field` is where the day was typed. */
export function whyNothingBegins(
  unit: { name: string; valid_from: PlainDate; valid_to: PlainDate | null },
  from: string,
  field: string,
): Refusal | undefined {
  if (unit.valid_to !== null) {
    return refusal('unit-ended', { unit: unit.name, day: formatDate(unit.valid_to) }, { field })
  }
  if (from < unit.valid_from) {
    return refusal('day-before-start', { day: formatDate(from), start: formatDate(unit.valid_from) }, { field })
  }
  return undefined
}
