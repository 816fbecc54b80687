import { sql } from 'kysely'
import { capacityFor, type UnitPath } from '../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { RecordedThing } from '../../mechanisms/record/server/index.ts'
import { carriedPath } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { REGISTRY_KEEPERS, whyMayNotKeep } from '../domain/permissions.ts'
import { type AwardRow, findAwardRow } from './award-rows.ts'

export type OpenedAward = { row: AwardRow; keeper: UnitPath }

/** Locks one entry and asks whether the actor keeps it. */
export async function openAward(tx: Tx, id: string, { alsoVoided = false } = {}): Promise<Result<OpenedAward>> {
  const there = await findAwardRow(tx, id)
  if (!there) return refuse('not-found')
  const keeper = await carriedPath(tx, there.keeper_unit_id)
  const refused = whyMayNotKeep(tx.actor, keeper)
  if (refused) return { ok: false, refusal: refused }
  await sql`select 1 from app.award where id = ${id}::uuid for update`.execute(tx.db)
  const row = (await findAwardRow(tx, id)) ?? there
  return row.voided_at !== null && !alsoVoided ? refuse('entry-voided') : ok({ row, keeper })
}

/** Entries of one recipient are entered and matched one act at a time, so that two at once do not enter one award twice. */
export async function lockRecipient(tx: Tx, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`award ${key}`}, 0))`.execute(tx.db)
}

export function keepingCapacity(tx: Tx, keeper: UnitPath): string {
  return tx.actor.kind === 'person' ? capacityFor(tx.actor, REGISTRY_KEEPERS, keeper) : ''
}

export function recordedAward(row: { id: string; recipient_name: string }): RecordedThing {
  return { kind: 'award', id: row.id, name: row.recipient_name }
}
