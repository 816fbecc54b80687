import { grantFor } from '../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { compareVietnamese } from '../../kernel/vietnamese-text.ts'
import { type Giver, giversOn } from '../../mechanisms/consents/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit, unitPath, unitPaths } from '../../platform/database/unit-tree.ts'
import { type Contact, contactFor, contactsOf } from './looking-after.ts'

type Row = { unitId: string; unitName: string; contact: Contact | null; actions: { set?: { whyNot: null } } }
type Sharing = { units: Row[]; officers: Giver[]; unassigned: number; actions: { set?: { whyNot: null } } }

/**
 * Who looks after which unit today: the units directly under the organisation, and whichever deeper one has an officer of its own. Without
 * one stands first.
 */
export async function listLookingAfter(tx: Tx): Promise<Result<Sharing>> {
  const root = await rootUnit(tx)
  const units = await tx.db
    .selectFrom('unit')
    .select(['id', 'name', 'parent_id', 'order_no'])
    .where('valid_from', '<=', tx.today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', tx.today)]))
    .where((eb) =>
      eb.or([
        eb('parent_id', '=', root.id),
        eb('id', 'in', (inner) => inner.selectFrom('looking_after').select('looking_after.unit_id')),
      ]),
    )
    .execute()
  const paths = await unitPaths(
    tx,
    units.map((unit) => unit.id),
  )
  const held = new Map((await contactsOf(tx, [...paths.values()].flat(), tx.today)).map((one) => [one.unitId, one]))
  const rows = units
    .map((unit) => {
      const path = paths.get(unit.id) ?? []
      const contact = path.map((id) => held.get(id)).find((one) => one !== undefined) ?? null
      const mine = grantFor(tx.actor, ['standing-office', 'administrator'], path) !== undefined
      return { unit, contact, mine }
    })
    .sort(
      (a, b) =>
        Number(a.contact !== null) - Number(b.contact !== null) ||
        a.unit.order_no - b.unit.order_no ||
        compareVietnamese(a.unit.name, b.unit.name),
    )
    .map(({ unit, contact, mine }) => ({
      unitId: unit.id,
      unitName: unit.name,
      contact,
      actions: mine ? { set: { whyNot: null } } : {},
    }))
  const any = rows.some((row) => row.actions.set)
  return ok({
    units: rows,
    officers: any ? await giversOn(tx, ['standing-office'], [root.id], tx.today) : [],
    unassigned: rows.filter((row) => row.contact === null).length,
    actions: any ? { set: { whyNot: null } } : {},
  })
}

type OfUnit = { contact: Contact | null; inherited: boolean; history: Contact[]; actions: { set?: { whyNot: null } } }

/** Whom a unit asks, and whom it asked before. Told to everybody who may see the unit. */
export async function unitContact(tx: Tx, input: { unitId: string }): Promise<Result<OfUnit>> {
  const path = await unitPath(tx, input.unitId)
  if (path.length === 0) return refuse('not-found')
  const contact = (await contactFor(tx, path)) ?? null
  return ok({
    contact,
    inherited: contact !== null && contact.unitId !== input.unitId,
    history: await contactsOf(tx, [input.unitId], null),
    actions: grantFor(tx.actor, ['standing-office', 'administrator'], path) ? { set: { whyNot: null } } : {},
  })
}
