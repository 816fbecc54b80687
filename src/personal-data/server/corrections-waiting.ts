import { dayOf, daysBetween } from '../../kernel/plain-date.ts'
import type { Waiting } from '../../mechanisms/obligations/server/index.ts'
import { decidesCorrections, FILE_EDITORS } from '../../organisation/index.ts'
import { findPerson } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { CORRECTION_WORDS } from '../domain/corrections.ts'

const SHOWN = 100

/** Requests for correction that the actor is to decide, oldest first: for *Việc của tôi*. */
export async function correctionsWaiting(tx: Tx): Promise<Waiting[]> {
  const { actor } = tx
  if (actor.kind !== 'person' || !actor.grants.some((grant) => FILE_EDITORS.includes(grant.role))) return []
  const rows = await tx.db
    .selectFrom('correction_request')
    .select(['id', 'person_id', 'field', 'made_at'])
    .where('state', '=', 'open')
    .where('person_id', '<>', actor.personId)
    .orderBy('made_at')
    .limit(SHOWN)
    .execute()
  const waiting: Waiting[] = []
  for (const row of rows) {
    const person = await findPerson(tx, row.person_id)
    if (!person || !decidesCorrections(actor, person.place)) continue
    waiting.push({
      id: row.id,
      kind: 'correction',
      title: `Đề nghị sửa ${CORRECTION_WORDS[row.field]}: ${person.name}`,
      detail: 'Chấp nhận thì hồ sơ được sửa ngay; không chấp nhận thì ghi lý do',
      since: row.made_at.toISOString(),
      days: daysBetween(dayOf(row.made_at), tx.today),
      link: `/nguoi/${person.id}`,
      act: 'Giải quyết',
    })
  }
  return waiting
}
