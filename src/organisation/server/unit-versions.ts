import type { PlainDate } from '../../kernel/plain-date.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { UnitValues } from '../domain/unit-description.ts'
import type { UnitVersion } from '../domain/unit-versions.ts'
import type { UnitShape } from '../unit-values.ts'
import { VALUE_COLUMNS, valuesOf } from './units.ts'

export type StoredVersion = UnitVersion & { readonly begunBy: string; readonly endedBy: string | null }

/**
 * Every version of every unit, oldest first: what an event is judged against; of one unit and those directly below it alone when that is
 * enough. The caller holds `lockOrganisation` when he writes.
 */
export async function loadVersions(tx: Tx, around?: string): Promise<StoredVersion[]> {
  let query = tx.db
    .selectFrom('unit_version')
    .select(['unit_id', 'valid_from', 'valid_to', 'begun_by', 'ended_by', ...VALUE_COLUMNS])
    .orderBy('valid_from')
    .orderBy('unit_id')
  if (around !== undefined)
    query = query.where((eb) => eb.or([eb('unit_id', '=', around), eb('parent_id', '=', around)]))
  const rows = await query.execute()
  return rows.map((row) => ({
    unitId: row.unit_id,
    from: row.valid_from,
    to: row.valid_to,
    values: valuesOf(row),
    begunBy: row.begun_by,
    endedBy: row.ended_by,
  }))
}

/**
 * The units of one day as they were on it, in no order; of one unit those directly below it. `from` and `to` are the unit's own first and
 * last day.
 */
export async function unitsOn(tx: Tx, day: PlainDate, parentId?: string): Promise<UnitShape[]> {
  let query = tx.db
    .selectFrom('unit_version as v')
    .innerJoin('unit as u', 'u.id', 'v.unit_id')
    .select(['u.id', 'u.unit_no', 'u.valid_from', 'u.valid_to', ...VALUE_COLUMNS.map((name) => `v.${name}` as const)])
    .where('v.valid_from', '<=', day)
    .where((eb) => eb.or([eb('v.valid_to', 'is', null), eb('v.valid_to', '>=', day)]))
  if (parentId !== undefined) query = query.where('v.parent_id', '=', parentId)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    unitNo: row.unit_no,
    ...valuesOf(row),
    from: row.valid_from,
    to: row.valid_to,
  }))
}

/** The columns of `unit` and `unit_version` for these values. */
export function valueColumns(values: UnitValues) {
  return {
    name: values.name,
    short_name: values.shortName,
    name_search: foldForSearch(`${values.name} ${values.shortName ?? ''}`),
    symbol: values.symbol,
    kind: values.kind,
    level: values.level,
    legal_person: values.legalPerson,
    beside: values.beside,
    area_marks: [...values.areaMarks],
    parent_id: values.parentId,
    order_no: values.orderNo,
  }
}
