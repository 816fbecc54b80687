import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import { addDays, formatDate } from '../../kernel/plain-date.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import { jsonText } from '../../platform/database/json-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { basisWords } from '../domain/event-words.ts'
import type { PlannedEvent } from './plan-unit-event.ts'
import { valueColumns } from './unit-versions.ts'

/**
 * Writes a judged event: its row, the units it makes, the versions it ends and begins, the last day of units that end; then brings the
 * rows of today in line. What follows for posts, obligations and lists is the caller's.
 */
export async function writeUnitEvent(tx: Tx, plan: PlannedEvent): Promise<void> {
  const { input, on, compiled, before } = plan
  const { document } = input
  await tx.db
    .insertInto('unit_event')
    .values({
      id: input.id,
      kind: input.change.kind,
      on_day: on,
      document_kind: document?.kind ?? null,
      document_number: document?.number ?? null,
      document_issued_on: (document?.issuedOn as typeof on | undefined) ?? null,
      document_issuer: document?.issuer ?? null,
      document_title: document?.title ?? null,
      note: input.note,
      input: jsonText(input),
      entered_by: tx.actor.kind === 'person' ? tx.actor.accountId : null,
      entered_by_name: actorName(tx.actor),
      entered_at: tx.now,
    })
    .execute()
  const known = new Set(before.map((one) => one.unitId))
  const made = compiled.steps.flatMap(({ unitId, values }) =>
    values === null || known.has(unitId)
      ? []
      : [{ id: unitId, ...valueColumns(values), valid_from: on, created_at: tx.now }],
  )
  // In one statement: of two new units one may stand under the other.
  if (made.length > 0) await tx.db.insertInto('unit').values(made).execute()
  await tx.db
    .insertInto('unit_event_unit')
    .values(compiled.parts.map((part) => ({ event_id: input.id, unit_id: part.unitId, role: part.role })))
    .execute()
  for (const { unitId, values } of compiled.steps) {
    if (known.has(unitId)) {
      await tx.db
        .updateTable('unit_version')
        .set({ valid_to: addDays(on, -1), ended_by: input.id })
        .where('unit_id', '=', unitId)
        .where('valid_to', 'is', null)
        .execute()
    }
    if (values !== null) {
      await tx.db
        .insertInto('unit_version')
        .values({ unit_id: unitId, valid_from: on, ...valueColumns(values), begun_by: input.id })
        .execute()
    }
  }
  if (compiled.ending.length > 0) {
    await tx.db
      .updateTable('unit')
      .set({ valid_to: addDays(on, -1) })
      .where('id', 'in', [...compiled.ending])
      .execute()
  }
  await refreshUnits(tx)
}

/** The rows of today follow the versions of today. */
export async function refreshUnits(tx: Tx): Promise<void> {
  await sql`select app.refresh_units(${tx.today}::date)`.execute(tx.db)
}

/** Says in the record of every unit concerned what happened to it. */
export async function recordUnitEvent(tx: Tx, plan: PlannedEvent, words: string): Promise<void> {
  const { input, on, compiled, names } = plan
  const { change } = input
  const from = formatDate(on)
  const basis = basisWords(input.document) === '' ? '' : ` ${basisWords(input.document)}`
  const thing = (unitId: string) => ({ kind: 'unit', id: unitId, name: names.get(unitId) ?? '' }) as const
  const list = (unitIds: readonly string[]) => unitIds.map((unitId) => names.get(unitId) ?? '').join(', ')
  const lastDay = formatDate(addDays(on, -1))
  const ended = (unitId: string, reason: string) =>
    record(tx, 'unit.ended', thing(unitId), { unitId, detail: { lastDay, reason } })
  switch (change.kind) {
    case 'created':
      await record(tx, 'unit.created', thing(change.unit.id), { unitId: change.unit.id, detail: { from } })
      break
    case 'renamed': {
      const renamed = { kind: 'unit', id: change.unitId, name: change.name } as const
      const detail = { old: names.get(change.unitId) ?? '', from, basis }
      await record(tx, 'unit.renamed', renamed, { unitId: change.unitId, detail })
      break
    }
    case 'moved': {
      const detail = { parent: names.get(change.parentId) ?? '', from, basis }
      await record(tx, 'unit.moved', thing(change.unitId), { unitId: change.unitId, detail })
      if (change.name !== undefined) {
        const renamed = { kind: 'unit', id: change.unitId, name: change.name } as const
        const old = names.get(change.unitId) ?? ''
        await record(tx, 'unit.renamed', renamed, { unitId: change.unitId, detail: { old, from, basis } })
      }
      break
    }
    case 'changed':
      await record(tx, 'unit.described', thing(change.unitId), { unitId: change.unitId, detail: { from, basis } })
      break
    case 'merged': {
      const target = compiled.successors[0] ?? ''
      const action = 'unit' in change.into ? 'unit.made-by-merger' : 'unit.took-in'
      await record(tx, action, thing(target), { unitId: target, detail: { units: list(compiled.ending), from, basis } })
      for (const unitId of compiled.ending) await ended(unitId, lowered(words))
      break
    }
    case 'split': {
      const action = change.stays ? 'unit.split-off' : 'unit.divided'
      const detail = { units: list(compiled.successors), from, basis }
      await record(tx, action, thing(change.unitId), { unitId: change.unitId, detail })
      for (const unitId of compiled.successors) {
        await record(tx, 'unit.created', thing(unitId), { unitId, detail: { from } })
      }
      for (const unitId of compiled.ending) await ended(unitId, lowered(words))
      break
    }
    case 'dissolved':
      await ended(change.unitId, [input.note ?? '', basisWords(input.document)].filter(Boolean).join(' ') || 'giải thể')
      break
  }
  for (const { unitId, values } of compiled.steps) {
    if (values === null || !compiled.parts.some((part) => part.unitId === unitId && part.role === 'along')) continue
    const detail = { parent: names.get(values.parentId ?? '') ?? '', from, basis }
    await record(tx, 'unit.moved', thing(unitId), { unitId, detail })
  }
}

function lowered(words: string): string {
  return words.replace(/^./u, (letter) => letter.toLocaleLowerCase('vi'))
}

/** For units made by the set-up and by simple forms: the event gets an id of its own. */
export function eventId(tx: Tx): string {
  return newId(tx.now.getTime())
}
