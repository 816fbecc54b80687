import { type RawBuilder, sql } from 'kysely'
import { addDays, plainDate } from '../../../../kernel/plain-date.ts'
import { foldForSearch } from '../../../../kernel/vietnamese-text.ts'
import type { Tx } from '../../../../platform/database/unit-of-work.ts'
import type { LedgerFilter, LedgerState } from '../../contract.ts'
import { seenObligations, unitNosBelow } from '../seen.ts'
import type { ObligationThings } from '../things.ts'

/** How many days before its last day something is «sắp đến hạn». */
const SOON_DAYS = 7

/**
 * The rows of the ledger under a filter, as a condition on `obligation`: for the page, the count, the month, the export and «chọn cả» alike.
 * What belongs to a thing the actor does not see is left out, as on its page.
 */
export async function chosenInLedger(
  tx: Tx,
  things: ObligationThings,
  filter: LedgerFilter,
): Promise<RawBuilder<boolean>> {
  const seen = await seenThings(tx, things)
  const all: RawBuilder<boolean>[] = [
    await seenObligations(tx),
    among(seen),
    inState(tx, seen, filter.state),
    ...(await Promise.all(wordsOf(filter.q).map((word) => tells(tx, seen, word)))).flat(),
  ]
  // Signs alone were typed: no name has them.
  if (filter.q && wordsOf(filter.q).length === 0) all.push(sql`false`)
  if (filter.thingId) all.push(sql`obligation.thing_id = ${filter.thingId}::uuid`)
  if (filter.unitId) all.push(sql`obligation.unit_no = any(${await unitNosBelow(tx, filter.unitId)}::int[])`)
  if (filter.kind) all.push(sql`obligation.kind = ${filter.kind}`)
  if (filter.from) all.push(sql`obligation.last_day >= ${filter.from}::date`)
  if (filter.to) all.push(sql`obligation.last_day <= ${filter.to}::date`)
  if (filter.personId) {
    all.push(sql`(obligation.assigned_person_id = ${filter.personId}::uuid or obligation.id in (
      select s.obligation_id from app.obligation_share s where s.person_id = ${filter.personId}::uuid and s.taken_back_at is null))`)
  }
  return sql`(${sql.join(all, sql` and `)})`
}

/** Nothing of these is late: they are closed, or stand still. */
export function atRest(things: readonly SeenThing[]): readonly SeenThing[] {
  return things.filter((thing) => thing.closed || thing.paused)
}

type SeenThing = { id: string; search: string; closed: boolean; paused: boolean }

/**
 * The things the actor sees, looked up once: hundreds, where their obligations are hundreds of thousands. Told to the query by name, they
 * are not joined to it row by row.
 */
export async function seenThings(tx: Tx, things: ObligationThings): Promise<SeenThing[]> {
  const { rows } = await sql<SeenThing>`
    select t.id, t.title_search as search, t.closed_on is not null as closed, t.paused_on is not null as paused
    from ${things.table} as t`.execute(tx.db)
  return rows
}

export function among(things: readonly SeenThing[]): RawBuilder<boolean> {
  return sql`obligation.thing_id = any(${things.map((thing) => thing.id)}::uuid[])`
}

function wordsOf(q: string | undefined): string[] {
  return foldForSearch(q ?? '')
    .split(' ')
    .filter(Boolean)
}

/** As many names as are worth writing into the query; beyond it the query looks them up itself. */
const MOST_PEOPLE = 5000

/**
 * The word stands in the duty, its unit, its thing or the name of whoever carries it out. Units and things are looked up once, not for every
 * row; a word that every unit bears narrows nothing.
 */
async function tells(tx: Tx, things: readonly SeenThing[], word: string): Promise<RawBuilder<boolean>[]> {
  const like = `%${word}%`
  const { rows } = await sql<{ all: boolean; units: string[]; people: string[] }>`
    select not exists (select 1 from app.unit where name_search not like ${like}) as all,
      array(select id from app.unit where name_search like ${like}) as units,
      array(select app.find_people(array[${like}]) limit ${MOST_PEOPLE + 1}) as people`.execute(tx.db)
  const [found] = rows
  if (!found || found.all) return []
  const people =
    found.people.length > MOST_PEOPLE
      ? sql`obligation.assigned_person_id in (select app.find_people(array[${like}]))`
      : sql`obligation.assigned_person_id = any(${found.people}::uuid[])`
  return [
    sql`(obligation.unit_id = any(${found.units}::uuid[]) or ${among(things.filter((thing) => thing.search.includes(word)))}
      or obligation.title_search like ${like} or (obligation.assigned_person_id is not null and ${people}))`,
  ]
}

/** Late, soon and done late are told by the one last day that counts what was prolonged; nothing is late while its thing rests. */
function inState(tx: Tx, things: readonly SeenThing[], state: LedgerState | undefined): RawBuilder<boolean> {
  const closed = things.filter((thing) => thing.closed)
  const resting = atRest(things)
  const open = sql`obligation.state = 'open'`
  switch (state) {
    case undefined:
      return sql`(${open} and not ${among(closed)})`
    case 'late':
      return sql`(${open} and obligation.last_day < ${tx.today}::date and not ${among(resting)})`
    case 'soon': {
      const until = addDays(tx.today, SOON_DAYS)
      return sql`(${open} and obligation.last_day between ${tx.today}::date and ${until}::date and not ${among(resting)})`
    }
    case 'asked':
      return sql`(${open} and not ${among(closed)} and obligation.id in (select r.obligation_id from app.extension_request r where r.state = 'open'))`
    case 'done':
      return sql`obligation.state = 'done'`
    case 'done-late':
      return sql`(obligation.state = 'done' and obligation.done_on > obligation.last_day)`
    case 'exempt':
      return sql`obligation.state = 'exempt'`
    case 'paused':
      return sql`(${open} and ${among(things.filter((thing) => thing.paused && !thing.closed))})`
    case 'left':
      return sql`(${open} and ${among(closed)})`
    case 'all':
      return sql`true`
  }
}

/** First and last day of a month «2024-02». */
export function monthDays(month: string): { from: string; to: string } {
  const from = plainDate(`${month}-01`)
  const [year = 0, no = 1] = month.split('-').map(Number)
  const next = no === 12 ? `${year + 1}-01-01` : `${year}-${String(no + 1).padStart(2, '0')}-01`
  return { from, to: addDays(plainDate(next), -1) }
}
