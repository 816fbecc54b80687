import { grantFor, type PersonActor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { addDays, formatDate, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Refusal, type Result, refusal, refuse } from '../../kernel/result.ts'
import { giversOn } from '../../mechanisms/consents/server/index.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { lockOrganisation } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'

type Setting = { unitIds: readonly string[]; personId: string | null; from: string }

/**
 * Gives units to an officer of the standing office to look after from a day on, or to nobody; whoever looked after them until then is
 * kept in the history. All of it or nothing.
 */
export async function setLookingAfter(tx: Tx, input: Setting): Promise<Result<{ units: number }>> {
  await lockOrganisation(tx)
  const unitIds = [...new Set(input.unitIds)]
  const units = await tx.db
    .selectFrom('unit')
    .select(['id', 'unit_no as no', 'name', 'valid_to as to'])
    .where('id', 'in', unitIds)
    .execute()
  if (units.length < unitIds.length) return refuse('not-found')
  const paths = await unitPaths(tx, unitIds)
  const from = plainDate(input.from)
  if (from < tx.today) return refuse('day-past', { day: formatDate(from) }, { field: 'from' })
  for (const unit of units) {
    const may = whyMayNotSetContact(tx, paths.get(unit.id) ?? [])
    if (may) return { ok: false, refusal: may }
    if (unit.to !== null && unit.to < from) return refuse('unit-ended', { unit: unit.name, day: formatDate(unit.to) })
  }
  let changed = 0
  for (const unit of units) {
    const taken = await giveUnit(tx, unit, paths.get(unit.id) ?? [], input.personId, from)
    if (!taken.ok) return taken
    if (taken.value) changed += 1
  }
  return ok({ units: changed })
}

/** The standing office shares out the units among its officers; an administrator may too. */
export function whyMayNotSetContact(tx: Tx, path: readonly string[]): Refusal | undefined {
  return grantFor(tx.actor, ['standing-office', 'administrator'], path)
    ? undefined
    : refusal('not-yours-to-do', { who: 'bộ phận thường trực hoặc quản trị viên' })
}

type Unit = { id: string; no: number; name: string }

/** Gives one unit on; whether anything changed by it. Asked under `lockOrganisation`. */
export async function giveUnit(
  tx: Tx,
  unit: Unit,
  path: readonly string[],
  personId: string | null,
  from: PlainDate,
): Promise<Result<boolean>> {
  const now = await tx.db
    .selectFrom('looking_after')
    .select(['id', 'person_id', 'valid_from'])
    .where('unit_id', '=', unit.id)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', from)]))
    .whereRef('valid_from', '<=', (eb) => eb.fn.coalesce('valid_to', 'valid_from'))
    .execute()
  const [only] = now
  if (now.length <= 1 && (only?.person_id ?? null) === personId && (only === undefined || only.valid_from <= from)) {
    return ok(false)
  }
  const post = personId === null ? undefined : await officePost(tx, personId, path, from)
  if (personId !== null && !post) return refuse('not-of-the-office', { unit: unit.name }, { field: 'personId' })
  // Whatever was to come gives way too: from that day on it is as said now.
  for (const row of now) {
    const last = addDays(from, -1)
    await tx.db.updateTable('looking_after').set({ valid_to: last }).where('id', '=', row.id).execute()
  }
  const thing = { kind: 'unit', id: unit.id, name: unit.name } as const
  if (personId === null || !post) {
    await record(tx, 'looking-after.ended', thing, { unitId: unit.id, detail: { from: formatDate(from) } })
    return ok(true)
  }
  await tx.db
    .insertInto('looking_after')
    .values({
      id: newId(tx.now.getTime()),
      unit_id: unit.id,
      unit_no: unit.no,
      post_id: post.id,
      person_id: personId,
      valid_from: from,
      created_by_name: (tx.actor as PersonActor).name,
      created_at: tx.now,
    })
    .execute()
  const detail = { person: post.name, from: formatDate(from) }
  await record(tx, 'looking-after.given', thing, { unitId: unit.id, detail })
  return ok(true)
}

/** The post through which somebody is of the standing office over this unit on a day. */
async function officePost(tx: Tx, personId: string, path: readonly string[], day: PlainDate) {
  const officers = await giversOn(tx, ['standing-office'], path, day)
  const officer = officers.find((one) => one.personId === personId)
  if (!officer) return undefined
  const post = await tx.db
    .selectFrom('post')
    .innerJoin('post_grant', 'post_grant.post_id', 'post.id')
    .select('post.id')
    .where('post.person_id', '=', personId)
    .where('post_grant.role', '=', 'standing-office')
    .where('post_grant.unit_id', 'in', [...path])
    .where('post.valid_from', '<=', day)
    .where((eb) => eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>=', day)]))
    .where('post_grant.valid_from', '<=', day)
    .where((eb) => eb.or([eb('post_grant.valid_to', 'is', null), eb('post_grant.valid_to', '>=', day)]))
    .executeTakeFirst()
  return post && { id: post.id, name: officer.name }
}
