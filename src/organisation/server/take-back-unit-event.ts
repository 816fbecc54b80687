import { sql } from 'kysely'
import { formatDate } from '../../kernel/plain-date.ts'
import { ok, type Refusal, type Result, refusal, refuse } from '../../kernel/result.ts'
import { cleanText } from '../../kernel/vietnamese-text.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import { refreshScopes, type Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { whyNoAdministratorRemains } from './last-administrator.ts'
import { undoEffect, whyNotUndone } from './undo-effects.ts'
import { effectsOf } from './unit-event-effects.ts'
import { changeIn, eventShapes } from './unit-event-words.ts'
import { lockOrganisation } from './units.ts'
import { refreshUnits } from './write-unit-event.ts'

type TakingBack = { id: string; reason: string }

/**
 * Takes an event back as if it had not been entered: the tree as before, posts and grants as before, obligations where they were. Only the
 * last event of each of its units, and only while nothing has been done since with what it changed. The event itself stays to be read.
 */
export async function takeBackUnitEvent(tx: Tx, input: TakingBack): Promise<Result<{ eventId: string }>> {
  await lockOrganisation(tx)
  const event = await tx.db
    .selectFrom('unit_event')
    .selectAll()
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirst()
  const [shape] = await eventShapes(tx, [input.id])
  if (!event || !shape) return refuse('not-found')
  const unitIds = shape.parts.map((part) => part.unitId)
  const paths = await unitPaths(tx, unitIds)
  for (const unitId of unitIds) {
    const may = whyMayNot(tx.actor, 'enter-unit-event', { unit: paths.get(unitId) ?? [] })
    if (may) return { ok: false, refusal: may }
  }
  if (event.taken_back_at !== null) return refuse('unit-event-taken-back')
  const stands = await whyStands(tx, event.id, unitIds)
  if (stands) return { ok: false, refusal: stands }
  const effects = await effectsOf(tx, event.id)
  for (const effect of effects) {
    const why = await whyNotUndone(tx, effect)
    if (why !== undefined) return refuse('unit-event-built-upon', { what: why })
  }

  const names = await currentNames(tx, unitIds)
  const made = await unitsMadeBy(tx, event.id)
  const reason = cleanText(input.reason).trim()
  await tx.db
    .updateTable('unit_event')
    .set({ taken_back_at: tx.now, taken_back_by_name: actorName(tx.actor), taken_back_reason: reason })
    .where('id', '=', event.id)
    .execute()
  await restoreVersions(tx, event.id)
  const outcome = { whyStill: undefined as string | undefined }
  for (const effect of effects.toReversed()) outcome.whyStill ??= await undoEffect(tx, effect)
  if (outcome.whyStill !== undefined) return refuse('unit-event-built-upon', { what: outcome.whyStill })
  await refreshUnits(tx)
  await refreshScopes(tx)
  for (const unitId of made) {
    const { rows } = await sql<{ gone: boolean }>`select app.remove_unit(${unitId}) as gone`.execute(tx.db)
    if (!rows[0]?.gone) {
      return refuse('unit-event-built-upon', { what: `${names.get(unitId) ?? ''} đã có dữ liệu` })
    }
  }
  const last = await whyNoAdministratorRemains(tx)
  if (last) return { ok: false, refusal: last }
  const detail = { event: shape.words, from: formatDate(event.on_day), reason }
  for (const unitId of new Set(unitIds)) {
    const thing = { kind: 'unit', id: unitId, name: names.get(unitId) ?? '' } as const
    await record(tx, 'unit.event-taken-back', thing, { unitId, detail })
  }
  return ok({ eventId: event.id })
}

/** Why an event stands firm: it made the organisation itself, or one of its units has a later event. */
export async function whyStands(tx: Tx, eventId: string, unitIds: readonly string[]): Promise<Refusal | undefined> {
  const event = await tx.db.selectFrom('unit_event').selectAll().where('id', '=', eventId).executeTakeFirstOrThrow()
  const change = changeIn(event.input)
  if (change === undefined || (change.kind === 'created' && change.unit.parentId === null)) {
    return refusal('unit-event-built-upon', { what: 'đơn vị có từ khi hệ thống được thiết lập' })
  }
  const later = await tx.db
    .selectFrom('unit_event_unit as p')
    .innerJoin('unit_event as e', 'e.id', 'p.event_id')
    .select(['e.id', 'e.on_day'])
    .where('p.unit_id', 'in', [...unitIds])
    .where('e.id', '<>', eventId)
    .where('e.taken_back_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('e.on_day', '>', event.on_day),
        eb.and([eb('e.on_day', '=', event.on_day), eb('e.entered_at', '>', event.entered_at)]),
      ]),
    )
    .orderBy('e.on_day', 'desc')
    .executeTakeFirst()
  if (!later) return undefined
  const [words] = await eventShapes(tx, [later.id])
  return refusal('unit-event-built-upon', {
    what: `sau đó đã có sự kiện ngày ${formatDate(later.on_day)}: ${words?.words ?? ''}`,
  })
}

async function restoreVersions(tx: Tx, eventId: string): Promise<void> {
  await tx.db.deleteFrom('unit_version').where('begun_by', '=', eventId).execute()
  const reopened = await tx.db
    .updateTable('unit_version')
    .set({ valid_to: null, ended_by: null })
    .where('ended_by', '=', eventId)
    .returning('unit_id')
    .execute()
  if (reopened.length === 0) return
  await tx.db
    .updateTable('unit')
    .set({ valid_to: null })
    .where(
      'id',
      'in',
      reopened.map((one) => one.unit_id),
    )
    .execute()
}

async function unitsMadeBy(tx: Tx, eventId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('unit_version as v')
    .select('v.unit_id')
    .where('v.begun_by', '=', eventId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('unit_version as w')
            .select('w.unit_id')
            .whereRef('w.unit_id', '=', 'v.unit_id')
            .whereRef('w.valid_from', '<', 'v.valid_from'),
        ),
      ),
    )
    .execute()
  return rows.map((row) => row.unit_id)
}

async function currentNames(tx: Tx, unitIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', 'in', [...unitIds])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
