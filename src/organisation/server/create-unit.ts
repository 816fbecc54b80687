import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { foldForSearch, tidyName } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { refreshScopes, type Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import type { UnitShape } from '../contract.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { nameTaken } from '../domain/units.ts'
import { findUnit, getUnit, lockOrganisation, selectUnits, unitShapeOf } from './units.ts'

export type NewUnit = {
  id: string
  name: string
  shortName: string | null
  parentId: string
  orderNo: number
  from: string
}

/** Adds a unit below another. The same id with the same content again gives the unit that is there. */
export async function createUnit(tx: Tx, input: NewUnit): Promise<Result<{ unit: UnitShape }>> {
  await lockOrganisation(tx)
  const path = await unitPath(tx, input.parentId)
  const parent = await findUnit(tx, input.parentId)
  if (!parent) return refuse('not-found')
  const may = whyMayNot(tx.actor, 'create-unit', { unit: path })
  if (may) return { ok: false, refusal: may }

  const name = tidyName(input.name)
  const shortName = tidyName(input.shortName ?? '') || null
  const there = await findUnit(tx, input.id)
  if (there) {
    const same =
      there.name === name &&
      there.short_name === shortName &&
      there.parent_id === parent.id &&
      there.order_no === input.orderNo &&
      there.valid_from === input.from
    return same ? ok({ unit: unitShapeOf(there) }) : refuse('id-taken')
  }

  if (parent.valid_to !== null) {
    return refuse('unit-ended', { unit: parent.name, day: formatDate(parent.valid_to) }, { field: 'parentId' })
  }
  if (input.from < parent.valid_from) {
    return refuse('day-before-parent', { day: formatDate(parent.valid_from) }, { field: 'from' })
  }
  const from = plainDate(input.from)
  const siblings = await selectUnits(tx).where('parent_id', '=', parent.id).execute()
  const spans = siblings.map((unit) => ({ name: unit.name, from: unit.valid_from, to: unit.valid_to }))
  if (nameTaken(name, { from, to: null }, spans)) return refuse('unit-name-taken', {}, { field: 'name' })

  await insertUnit(tx, { id: input.id, name, shortName, parentId: parent.id, orderNo: input.orderNo, from: input.from })
  await refreshScopes(tx)
  return ok({ unit: unitShapeOf(await getUnit(tx, input.id)) })
}

/** The row and its record; also for the organisation itself, which has no unit above it. What may be is judged before. */
export async function insertUnit(tx: Tx, unit: Omit<NewUnit, 'parentId'> & { parentId: string | null }): Promise<void> {
  await tx.db
    .insertInto('unit')
    .values({
      id: unit.id,
      name: unit.name,
      short_name: unit.shortName,
      name_search: foldForSearch(`${unit.name} ${unit.shortName ?? ''}`),
      parent_id: unit.parentId,
      order_no: unit.orderNo,
      valid_from: plainDate(unit.from),
      created_at: tx.now,
    })
    .execute()
  const thing = { kind: 'unit', id: unit.id, name: unit.name } as const
  await record(tx, 'unit.created', thing, { unitId: unit.id, detail: { from: formatDate(unit.from) } })
}
