import { type Selectable, sql } from 'kysely'
import { formatDate, parsePlainDate, plainDate } from '../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { compareByGivenName, foldForSearch } from '../../../kernel/vietnamese-text.ts'
import type { RecordTable } from '../../../platform/database/tables.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { RecordEntry } from '../contract.ts'
import { recordSentence } from '../domain/actions.ts'
import { type Changes, type RecordedValue, SENSITIVE_FIELDS } from '../domain/changes.ts'
import { fieldWords } from '../domain/field-words.ts'
import { readsRecord } from './seals.ts'

const PAGE_SIZE = 50

export type RecordFilter = { personId?: string; thingId?: string; from?: string; to?: string; q?: string }
type Page = {
  entries: RecordEntry[]
  total: number
  page: number
  pageSize: number
  people: { id: string; name: string }[]
  thingName: string | null
}

/** The record for whoever administers or audits the whole, newest first; others see the entries of a thing on its own page. */
export async function listRecord(tx: Tx, filter: RecordFilter & { page: number }): Promise<Result<Page>> {
  if (!(await readsRecord(tx))) return refuse('not-yours-to-see', { who: 'quản trị viên, người kiểm tra' })
  const found = matching(tx, filter)
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await inListOrder(found)
    .limit(PAGE_SIZE)
    .offset((filter.page - 1) * PAGE_SIZE)
    .execute()
  // Only people with an account act as persons.
  const people = await tx.db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['person.id', 'person.full_name as name'])
    .execute()
  return ok({
    entries: rows.map(toEntry),
    total,
    page: filter.page,
    pageSize: PAGE_SIZE,
    people: people.sort((a, b) => compareByGivenName(a.name, b.name)),
    thingName: filter.thingId ? (rows[0]?.thing_name ?? null) : null,
  })
}

/** Newest first. */
export function inListOrder(found: ReturnType<typeof matching>) {
  return found.selectAll().orderBy('at', 'desc').orderBy('entry_no', 'desc')
}

/** The entries of the list, without its pages. Who may read the record is asked before. */
export function matching(tx: Tx, filter: RecordFilter) {
  let query = tx.db.selectFrom('record')
  if (filter.personId) query = query.where('person_id', '=', filter.personId)
  if (filter.thingId) query = query.where('thing_id', '=', filter.thingId)
  if (filter.from) query = query.where('on_day', '>=', plainDate(filter.from))
  if (filter.to) query = query.where('on_day', '<=', plainDate(filter.to))
  for (const word of foldForSearch(filter.q ?? '')
    .split(' ')
    .filter(Boolean)) {
    query = query.where('search', 'like', `%${word}%`)
  }
  return query
}

/** What happened to these things, newest first, at most `limit`. The caller has checked that the actor may see them. */
export async function entriesOf(tx: Tx, thingIds: readonly string[], limit = 200): Promise<RecordEntry[]> {
  if (thingIds.length === 0) return []
  const { rows } = await sql<Row>`select * from app.record_of(${[...thingIds]}::uuid[], ${limit})`.execute(tx.db)
  return rows.map(toEntry)
}

type Row = Selectable<RecordTable>

export function toEntry(row: Row): RecordEntry {
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
    changes: changedFields((row.changes ?? {}) as Changes),
  }
}

function changedFields(changes: Changes): RecordEntry['changes'] {
  return Object.entries(changes).map(([field, [before, after]]) => {
    const hidden = SENSITIVE_FIELDS.has(field)
    const shown = (value: RecordedValue) => (hidden || value === null ? null : valueWords(value))
    return { words: fieldWords(field), before: shown(before), after: shown(after), hidden }
  })
}

function valueWords(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không'
  const day = typeof value === 'string' ? parsePlainDate(value) : undefined
  return day === undefined ? String(value) : formatDate(day)
}
