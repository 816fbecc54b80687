import { ok, type Result, refuse } from '../../kernel/result.ts'
import { foldForSearch, tidyName } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import type { UnitShape } from '../contract.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { nameTaken } from '../domain/units.ts'
import { findUnit, getUnit, lockOrganisation, selectUnits, unitShapeOf } from './units.ts'

type Change = { id: string; name: string; shortName: string | null; orderNo: number }

/** Puts a unit's name or place in the protocol right. A unit that was renamed by decision is another matter: it has a predecessor. */
export async function changeUnit(tx: Tx, input: Change): Promise<Result<{ unit: UnitShape }>> {
  await lockOrganisation(tx)
  const unit = await findUnit(tx, input.id)
  if (!unit) return refuse('not-found')
  const may = whyMayNot(tx.actor, 'change-unit', { unit: await unitPath(tx, unit.id) })
  if (may) return { ok: false, refusal: may }

  const name = tidyName(input.name)
  const shortName = tidyName(input.shortName ?? '') || null
  if (unit.name === name && unit.short_name === shortName && unit.order_no === input.orderNo) {
    return ok({ unit: unitShapeOf(unit) })
  }
  if (unit.parent_id !== null && name !== unit.name) {
    const siblings = await selectUnits(tx).where('parent_id', '=', unit.parent_id).where('id', '<>', unit.id).execute()
    const spans = siblings.map((one) => ({ name: one.name, from: one.valid_from, to: one.valid_to }))
    const own = { from: unit.valid_from, to: unit.valid_to }
    if (nameTaken(name, own, spans)) return refuse('unit-name-taken', {}, { field: 'name' })
  }

  await tx.db
    .updateTable('unit')
    .set({
      name,
      short_name: shortName,
      name_search: foldForSearch(`${name} ${shortName ?? ''}`),
      order_no: input.orderNo,
    })
    .where('id', '=', unit.id)
    .execute()
  const detail = { name, shortName: shortName ?? '', orderNo: input.orderNo, oldName: unit.name }
  await record(tx, 'unit.changed', { kind: 'unit', id: unit.id, name }, { unitId: unit.id, detail })
  return ok({ unit: unitShapeOf(await getUnit(tx, unit.id)) })
}
