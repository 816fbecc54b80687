import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import { addDays, formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { Succession } from './follow-obligations.ts'
import type { Effect } from './unit-event-effects.ts'

type Held = {
  id: string
  unitId: string
  postId: string
  personId: string
  personName: string
  from: PlainDate
  to: PlainDate | null
}

/** Of a successor: who looks after it from the event's day on. Of a unit that ends: who does so no more. */
export type FollowingContact = { unitId: string; personName: string; outcome: 'begins' | 'keeps' | 'ends' }

/** Who would look after these units past the day before `on`; whoever has left his post by then does not. */
async function heldPast(tx: Tx, unitIds: readonly string[], on: PlainDate): Promise<Held[]> {
  if (unitIds.length === 0) return []
  const { rows } = await sql<Held>`
    select l.id, l.unit_id as "unitId", l.post_id as "postId", l.person_id as "personId", k.full_name as "personName",
      l.valid_from as "from", l.valid_to as "to"
    from app.lookers_after(${[...unitIds]}::uuid[], null) k join app.looking_after l on l.id = k.id
    where coalesce(k.until, 'infinity') >= ${on}::date
    order by l.valid_from, l.id`.execute(tx.db)
  return rows
}

type Followed = FollowingContact & { held: Held }

/**
 * Who looks after the successors once the event has its day: whoever looks after one already; else, of the units it comes from, the officer
 * of the first that has one.
 */
async function follow(tx: Tx, { on, ending, staying, successors }: Succession): Promise<Followed[]> {
  const origins = await heldPast(tx, [...ending, ...staying], on)
  const there = await heldPast(tx, successors, on)
  const onDay = (held: readonly Held[], unitId: string) => held.filter((one) => one.unitId === unitId && one.from <= on)
  const first = [...ending, ...staying].flatMap((unitId) => onDay(origins, unitId)).at(0)
  const begun = successors.flatMap((unitId): Followed[] => {
    const [own] = onDay(there, unitId)
    if (own) return [{ unitId, personName: own.personName, outcome: 'keeps', held: own }]
    return first ? [{ unitId, personName: first.personName, outcome: 'begins', held: first }] : []
  })
  const ended = origins
    .filter((one) => ending.includes(one.unitId))
    .map((held) => ({ unitId: held.unitId, personName: held.personName, outcome: 'ends' as const, held }))
  return [...begun, ...ended]
}

/** What would follow, without doing it; an officer who only goes over to the successor is not told to stop. */
export async function foreseeContacts(tx: Tx, succession: Succession): Promise<FollowingContact[]> {
  const followed = await follow(tx, succession)
  const goesOn = new Set(followed.filter((one) => one.outcome !== 'ends').map((one) => one.held.personId))
  return followed
    .filter((one) => one.outcome !== 'ends' || !goesOn.has(one.held.personId))
    .map(({ unitId, personName, outcome }) => ({ unitId, personName, outcome }))
}

/** On the event's day: looking after the ending units is over, and goes on in their successors. */
export async function followContacts(tx: Tx, succession: Succession): Promise<Effect[]> {
  const { on, because } = succession
  const effects: Effect[] = []
  for (const { unitId, outcome, held, personName } of await follow(tx, succession)) {
    if (outcome === 'ends') effects.push(await end(tx, held, on))
    if (outcome !== 'begins') continue
    effects.push(await begin(tx, { ...held, unitId, from: on, to: null }))
    const unit = await tx.db.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirstOrThrow()
    const detail = { person: personName, from: formatDate(on), reason: because }
    await record(tx, 'looking-after.followed', { kind: 'unit', id: unitId, name: unit.name }, { unitId, detail })
  }
  return effects
}

/**
 * An officer of the standing office whose own post goes on in another unit, his right with it, goes on looking after the same units: what
 * he looks after hangs on the post.
 */
export async function carryContacts(tx: Tx, postId: string, carriedTo: string, on: PlainDate): Promise<Effect[]> {
  const rows = await tx.db
    .selectFrom('looking_after')
    .select(['id', 'unit_id as unitId', 'post_id as postId', 'person_id as personId'])
    .select(['valid_from as from', 'valid_to as to'])
    .where('post_id', '=', postId)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .whereRef('valid_from', '<=', (eb) => eb.fn.coalesce('valid_to', 'valid_from'))
    .orderBy('id')
    .execute()
  const effects: Effect[] = []
  for (const row of rows) {
    effects.push(await end(tx, row, on))
    effects.push(await begin(tx, { ...row, postId: carriedTo, from: row.from > on ? row.from : on }))
  }
  return effects
}

type Dated = Omit<Held, 'personName'>

/** The last day is the one before; what had not begun by then never held. */
async function end(tx: Tx, { id, from, to }: Pick<Dated, 'id' | 'from' | 'to'>, on: PlainDate): Promise<Effect> {
  const last = addDays(from > on ? from : on, -1)
  await tx.db.updateTable('looking_after').set({ valid_to: last }).where('id', '=', id).execute()
  return { kind: 'looking-after-ended', thingId: id, before: { to }, after: { to: last } }
}

async function begin(tx: Tx, { unitId, postId, personId, from, to }: Omit<Dated, 'id'>): Promise<Effect> {
  const id = newId(tx.now.getTime())
  const { unit_no } = await tx.db
    .selectFrom('unit')
    .select('unit_no')
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow()
  await tx.db
    .insertInto('looking_after')
    .values({
      id,
      unit_id: unitId,
      unit_no,
      post_id: postId,
      person_id: personId,
      valid_from: from,
      valid_to: to,
      created_by_name: actorName(tx.actor),
      created_at: tx.now,
    })
    .execute()
  return { kind: 'looking-after-begun', thingId: id, before: {}, after: { to } }
}
