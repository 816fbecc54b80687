import { formatDate, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refusal, refuse } from '../../kernel/result.ts'
import { cleanText } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { refreshScopes, type Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import type { UnitShape } from '../contract.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { closePost, endGrantsAt } from './close-post.ts'
import { whyNoAdministratorRemains } from './last-administrator.ts'
import { getUnit, lockOrganisation, selectUnits, type UnitRow, unitShapeOf } from './units.ts'

type Ending = { id: string; lastDay: string; reason: string }
type Ended = { unit: UnitShape; endedPosts: number; exemptedObligations: number }

/** Ends a unit: its posts, the grants on them and the grants held at it end with it; what it can no longer do is waived. */
export async function endUnit(tx: Tx, input: Ending): Promise<Result<Ended>> {
  await lockOrganisation(tx)
  // Launches point at the unit's row: whoever is launching to it right now is waited for, so that what it owes is found below.
  const [unit] = await selectUnits(tx).where('id', '=', input.id).forUpdate().execute()
  if (!unit) return refuse('not-found')
  const may = whyMayNot(tx.actor, 'end-unit', { unit: await unitPath(tx, unit.id) })
  if (may) return { ok: false, refusal: may }

  const lastDay = plainDate(input.lastDay)
  const reason = cleanText(input.reason).trim()
  const refused = await whyUnitMustStay(tx, unit, lastDay)
  if (refused) return { ok: false, refusal: refused }

  await tx.db.updateTable('unit').set({ valid_to: lastDay }).where('id', '=', unit.id).execute()
  const thing = { kind: 'unit', id: unit.id, name: unit.name } as const
  const detail = { lastDay: formatDate(lastDay), reason }
  await record(tx, 'unit.ended', thing, { unitId: unit.id, detail })

  const posts = await postsHeldAfter(tx, unit.id, lastDay)
  for (const post of posts) await closePost(tx, post.id, lastDay)
  await endGrantsAt(tx, unit.id, lastDay)
  const exempted = await exemptWhatCannotBeDone(tx, unit, lastDay, reason)

  const last = await whyNoAdministratorRemains(tx)
  if (last) return { ok: false, refusal: last }
  await refreshScopes(tx)
  return ok({ unit: unitShapeOf(await getUnit(tx, unit.id)), endedPosts: posts.length, exemptedObligations: exempted })
}

/** Why the unit cannot end on that day, whoever asks. */
export async function whyUnitMustStay(tx: Tx, unit: UnitRow, lastDay: PlainDate) {
  if (unit.parent_id === null) return refusal('unit-is-root')
  if (unit.valid_to !== null) return refusal('unit-ended', { unit: unit.name, day: formatDate(unit.valid_to) })
  const children = await selectUnits(tx)
    .where('parent_id', '=', unit.id)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', lastDay)]))
    .execute()
  if (children.length > 0) return refusal('unit-has-children', { count: children.length })
  const { latest } = await tx.db
    .selectFrom('post')
    .select((eb) => eb.fn.max('valid_from').as('latest'))
    .where('unit_id', '=', unit.id)
    .executeTakeFirstOrThrow()
  const start = latest !== null && latest > unit.valid_from ? latest : unit.valid_from
  if (lastDay >= start) return undefined
  return refusal('day-before-start', { day: formatDate(lastDay), start: formatDate(start) }, { field: 'lastDay' })
}

async function postsHeldAfter(tx: Tx, unitId: string, lastDay: PlainDate) {
  return tx.db
    .selectFrom('post')
    .select('id')
    .where('unit_id', '=', unitId)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', lastDay)]))
    .orderBy('id')
    .execute()
}

/**
 * Once the last day is here or past, nobody is left to do what is still open, however late: all of it is waived, and the urging stops.
 * While it lies ahead, only what falls due after it is waived now; what falls due before is still the unit's to do. What it has not
 * done by then stays open, and every act on it says that the unit has ended.
 */
async function exemptWhatCannotBeDone(tx: Tx, unit: UnitRow, lastDay: PlainDate, reason: string): Promise<number> {
  let open = tx.db.selectFrom('obligation').select(['id', 'title']).where('unit_id', '=', unit.id)
  if (lastDay > tx.today) open = open.where('last_day', '>', lastDay)
  const owed = await open.where('state', '=', 'open').orderBy('id').forUpdate().execute()
  if (owed.length === 0) return 0
  const why = `${unit.name} kết thúc ngày ${formatDate(lastDay)}: ${reason}`
  await tx.db
    .updateTable('obligation')
    .set((eb) => ({ state: 'exempt', exempt_reason: why, version: eb('version', '+', 1) }))
    .where(
      'id',
      'in',
      owed.map((one) => one.id),
    )
    .execute()
  for (const one of owed) {
    const detail = { title: one.title, unit: unit.name, reason: why }
    await record(
      tx,
      'obligation.exempted',
      { kind: 'obligation', id: one.id, name: one.title },
      { unitId: unit.id, detail },
    )
  }
  return owed.length
}
