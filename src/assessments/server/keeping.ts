import { capacityFor, type UnitPath } from '../../kernel/actor.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import { findPerson } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { KEEPING, whyMayNotKeep } from '../domain/permissions.ts'
import type { Subject } from './subject.ts'

/** Why nothing may be entered about this person or unit: it is not the actor's to keep, or another row is this person now. */
export async function whyMayNotEnter(tx: Tx, subject: Subject): Promise<Refusal | undefined> {
  const refused = whyMayNotKeep(tx.actor, subject.thing)
  if (refused || subject.mergedInto === null) return refused
  const now = await findPerson(tx, subject.mergedInto)
  return refusal('person-merged', { name: now?.name ?? subject.name })
}

/** Who entered it, and through what he keeps it. */
export function enteredBy({ actor, now }: Tx) {
  return {
    entered_by: actor.kind === 'person' ? actor.accountId : null,
    entered_by_name: actorName(actor),
    entered_at: now,
  }
}

export function keepingCapacity(tx: Tx, unit: UnitPath): string {
  return tx.actor.kind === 'person' ? capacityFor(tx.actor, KEEPING, unit) : ''
}

export function recordedSubject({ kind, id, name }: Subject) {
  return { kind, id, name }
}

type Kept = { row: { id: string; unit_id: string; version: number; voided_at: Date | null }; subject: Subject }

/** An entry that was a mistake is voided, with a reason; it stays to be seen as that. Done twice it is done once. */
export async function voidEntry(
  tx: Tx,
  { table, action }: { table: 'discipline' | 'pending_review'; action: 'discipline.voided' | 'pending-review.voided' },
  { row, subject }: Kept,
  input: { version: number; reason: string },
): Promise<Refusal | undefined> {
  if (row.voided_at !== null) return undefined
  if (row.version !== input.version) return refusal('changed-meanwhile')
  await tx.db
    // Both have the same three columns for it.
    .updateTable(table as 'discipline')
    .set({ voided_at: tx.now, void_reason: input.reason, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  await record(tx, action, recordedSubject(subject), {
    capacity: keepingCapacity(tx, subject.unit.path),
    unitId: row.unit_id,
    detail: { entry: row.id },
  })
  return undefined
}
