import type { PersonActor } from '../../../../kernel/actor.ts'
import { dayOf, daysBetween, formatDate } from '../../../../kernel/plain-date.ts'
import type { Tx } from '../../../../platform/database/unit-of-work.ts'
import { whyMayNot } from '../../domain/permissions.ts'
import { titleWithTurn } from '../../domain/turn-title.ts'
import { loadObligations, owedThing } from '../load-obligations.ts'
import type { ObligationThings } from '../things.ts'
import type { Waiting } from '../waiting.ts'
import { owedTo } from '../whose.ts'

/** Requests for more time that wait for the actor's answer. */
export async function requestsWaiting(tx: Tx, things: ObligationThings, actor: PersonActor): Promise<Waiting[]> {
  const rows = await tx.db
    .selectFrom('extension_request')
    .innerJoin('obligation', 'obligation.id', 'extension_request.obligation_id')
    .select(['extension_request.id', 'obligation_id', 'wanted_day', 'reason', 'asked_at'])
    .where('extension_request.state', '=', 'open')
    .where('obligation.state', '=', 'open')
    .where(owedTo(actor, ['standing-office']))
    .orderBy('asked_at')
    .limit(200)
    .execute()
  if (rows.length === 0) return []
  const owing = await loadObligations(tx, things, (query) =>
    query.where(
      'obligation.id',
      'in',
      rows.map((row) => row.obligation_id),
    ),
  )
  const byId = new Map(owing.map((one) => [one.id, one]))
  return rows.flatMap((row) => {
    const owed = byId.get(row.obligation_id)
    if (!owed || whyMayNot(actor, 'answer-request', owedThing(owed)) !== undefined) return []
    return {
      id: row.id,
      kind: 'more-time' as const,
      title: `${owed.unitName} xin gia hạn`,
      detail: `${titleWithTurn(owed)}. Từ ${formatDate(owed.lastDay)} đến ${formatDate(row.wanted_day)}: ${row.reason}`,
      since: row.asked_at.toISOString(),
      days: daysBetween(dayOf(row.asked_at), tx.today),
      link: `/viec/${owed.id}`,
      act: 'Trả lời',
    }
  })
}
