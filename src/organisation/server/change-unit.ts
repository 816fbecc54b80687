import { sql } from 'kysely'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { tidyName } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import type { UnitValues } from '../domain/unit-description.ts'
import { nameTaken } from '../domain/units.ts'
import type { UnitShape } from '../unit-values.ts'
import { valueColumns } from './unit-versions.ts'
import { findUnit, getUnit, lockOrganisation, unitShapeOf, VALUE_COLUMNS, valuesOf } from './units.ts'

type Mended = Partial<Omit<UnitValues, 'parentId' | 'name' | 'shortName' | 'orderNo'>>
export type Mending = Mended & { id: string; name: string; shortName: string | null; orderNo: number }

/**
 * Puts right what was entered wrongly of a unit: in the version it has today (of one that is over its last, of one to come its first),
 * for all the days of that version. What changed by decision on a day is an event.
 */
export async function changeUnit(tx: Tx, { id, ...input }: Mending): Promise<Result<{ unit: UnitShape }>> {
  await lockOrganisation(tx)
  const unit = await findUnit(tx, id)
  if (!unit) return refuse('not-found')
  const may = whyMayNot(tx.actor, 'change-unit', { unit: await unitPath(tx, unit.id) })
  if (may) return { ok: false, refusal: may }

  const known = valuesOf(unit)
  const wanted: UnitValues = {
    ...known,
    ...input,
    name: tidyName(input.name),
    shortName: tidyName(input.shortName ?? '') || null,
    symbol: input.symbol === undefined ? known.symbol : tidyName(input.symbol ?? '') || null,
  }
  if (JSON.stringify(valueColumns(wanted)) === JSON.stringify(valueColumns(known)))
    return ok({ unit: unitShapeOf(unit) })

  const versions = await tx.db
    .selectFrom('unit_version')
    .select(['unit_id', 'valid_from', 'valid_to', ...VALUE_COLUMNS])
    .where((eb) => eb.or([eb('unit_id', '=', unit.id), eb('parent_id', '=', unit.parent_id)]))
    .orderBy('valid_from')
    .execute()
  const own = versions.filter((one) => one.unit_id === unit.id)
  const version =
    own.find((one) => one.valid_from <= tx.today && (one.valid_to === null || one.valid_to >= tx.today)) ??
    own.findLast((one) => one.valid_from <= tx.today) ??
    own[0]
  if (!version) throw new Error(`unit ${unit.id} has no version`)
  if (version.parent_id !== null) {
    const beside = versions.filter((one) => one.unit_id !== unit.id && one.parent_id === version.parent_id)
    const spans = beside.map((one) => ({ name: one.name, from: one.valid_from, to: one.valid_to }))
    if (nameTaken(wanted.name, { from: version.valid_from, to: version.valid_to }, spans)) {
      return refuse('unit-name-taken', {}, { field: 'name' })
    }
  }
  await tx.db
    .updateTable('unit_version')
    .set(valueColumns(wanted))
    .where('unit_id', '=', unit.id)
    .where('valid_from', '=', version.valid_from)
    .execute()
  await sql`select app.refresh_units(${tx.today}::date)`.execute(tx.db)
  const detail = { name: wanted.name, shortName: wanted.shortName ?? '', orderNo: wanted.orderNo, oldName: unit.name }
  await record(tx, 'unit.changed', { kind: 'unit', id: unit.id, name: wanted.name }, { unitId: unit.id, detail })
  return ok({ unit: unitShapeOf(await getUnit(tx, unit.id)) })
}
