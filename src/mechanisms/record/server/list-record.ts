import type { Selectable } from 'kysely'
import { seesAs } from '../../../kernel/actor.ts'
import { type PlainDate, plainDate } from '../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { compareByGivenName } from '../../../kernel/vietnamese-text.ts'
import type { RecordTable } from '../../../platform/database/tables.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../../platform/database/unit-tree.ts'
import type { RecordEntry } from '../contract.ts'
import { recordSentence } from '../domain/actions.ts'

const PAGE_SIZE = 50

type Filter = { personId?: string; thingId?: string; day?: string; page: number }

/** The record for an administrator, newest first; others see only the entries of a thing they may see, on its own page. */
export async function listRecord(
  tx: Tx,
  filter: Filter,
): Promise<
  Result<{
    entries: RecordEntry[]
    total: number
    page: number
    pageSize: number
    people: { id: string; name: string }[]
    thingName: string | null
  }>
> {
  const root = await rootUnit(tx)
  if (!seesAs(tx.actor, ['administrator', 'auditor'], [root.id]))
    return refuse('not-yours-to-see', { who: 'quản trị viên' })

  const day: PlainDate | undefined = filter.day === undefined ? undefined : plainDate(filter.day)
  let query = tx.db.selectFrom('record')
  if (filter.personId) query = query.where('person_id', '=', filter.personId)
  if (filter.thingId) query = query.where('thing_id', '=', filter.thingId)
  if (day) query = query.where('on_day', '=', day)

  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('entry_no', 'desc')
    .limit(PAGE_SIZE)
    .offset((filter.page - 1) * PAGE_SIZE)
    .execute()
  const people = await tx.db
    .selectFrom('record')
    .select((eb) => ['person_id as id', eb.fn.max('actor_name').as('name')])
    .where('person_id', 'is not', null)
    .groupBy('person_id')
    .execute()
  return ok({
    entries: rows.map(toEntry),
    total,
    page: filter.page,
    pageSize: PAGE_SIZE,
    people: people
      .flatMap((row) => (row.id === null ? [] : [{ id: row.id, name: row.name }]))
      .sort((a, b) => compareByGivenName(a.name, b.name)),
    thingName: filter.thingId ? (rows[0]?.thing_name ?? null) : null,
  })
}

/** What happened to these things, newest first, at most `limit`. The caller has checked that the actor may see them. */
export async function entriesOf(tx: Tx, thingIds: readonly string[], limit = 200): Promise<RecordEntry[]> {
  if (thingIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('record')
    .selectAll()
    .where('thing_id', 'in', [...thingIds])
    .orderBy('at', 'desc')
    .orderBy('entry_no', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toEntry)
}

type Row = Selectable<RecordTable>

function toEntry(row: Row): RecordEntry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actorName: row.actor_name,
    actorCapacity: row.actor_capacity,
    sentence: recordSentence(row.action, row.thing_name, row.detail as Record<string, unknown>),
    thingKind: row.thing_kind,
    thingId: row.thing_id,
    thingName: row.thing_name,
    onBehalfOf: row.on_behalf_of,
  }
}
