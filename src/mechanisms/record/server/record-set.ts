import { type RawBuilder, sql } from 'kysely'
import { actingWords, onBehalfOf } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { foldForSearch } from '../../../kernel/vietnamese-text.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { RecordAction } from '../domain/actions.ts'
import { actorName, type RecordedThing } from './record.ts'

export type RecordedSet = {
  readonly kind: RecordedThing['kind']
  /** A query giving `thing_id, thing_name, thing_search, unit_id, detail, changes`; `thing_search` folded, changes without anything sensitive. */
  readonly things: RawBuilder<unknown>
  /** What else the rows are to be found by: words of the sentence that are the same in all. */
  readonly words: string
  /** The post through which the person acted, where the thing says which; else how he acts at all. */
  readonly capacity?: string
}

/** As `record`, for what one act did to many things: one row each, so that everybody's history shows where a change came from. Gives how many. */
export async function recordSet(
  tx: Tx,
  action: RecordAction,
  { kind, things, words, capacity }: RecordedSet,
): Promise<number> {
  const { actor } = tx
  const person = actor.kind === 'person' ? actor : undefined
  const acted = capacity ?? (person ? actingWords(person) || null : null)
  // The time part of our ids, so that rows of one day lie together here too.
  const time = newId(tx.now.getTime()).slice(0, 15)
  const found = foldForSearch(`${actorName(actor)} ${words}`)
  const { numAffectedRows } = await sql`
    insert into app.record (id, at, on_day, actor_kind, account_id, person_id, actor_name, actor_capacity, action, thing_kind, thing_id,
      thing_name, unit_id, on_behalf_of, detail, changes, request_id, search)
    select overlay(gen_random_uuid()::text placing ${time} from 1 for 15)::uuid, ${tx.now}, ${tx.today}, ${actor.kind}, ${person?.accountId ?? null}::uuid,
      ${person?.personId ?? null}::uuid, ${actorName(actor)}, ${acted}, ${action}, ${kind}, t.thing_id, t.thing_name, t.unit_id,
      ${(person && acted ? onBehalfOf(person, acted) : undefined) ?? null}, t.detail, nullif(t.changes, '{}'), ${tx.requestId ?? null},
      ${found} || ' ' || t.thing_search
    from (${things}) t`.execute(tx.db)
  return Number(numAffectedRows ?? 0n)
}
