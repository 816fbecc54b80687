import type { Role } from '../../../kernel/actor.ts'
import { dayOf, daysBetween, formatMoment } from '../../../kernel/plain-date.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { ObligationThings, Waiting } from '../../obligations/server/index.ts'
import { submissionHref } from '../domain/kinds.ts'

/** Submissions that wait for the actor: to be signed, to be received, or to be mended after a return. */
export function submissionsWaiting(things: ObligationThings) {
  return async (tx: Tx): Promise<Waiting[]> => {
    const { actor } = tx
    if (actor.kind !== 'person') return []
    const unitsOf = (roles: readonly Role[]) =>
      actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.unitId)
    const rows = await tx.db
      .selectFrom('submission')
      .innerJoin('obligation', 'obligation.id', 'submission.obligation_id')
      .innerJoin('unit', 'unit.id', 'submission.unit_id')
      .select([
        'submission.id',
        'submission.kind',
        'submission.state',
        'submission.prepared_at',
        'submission.prepared_by_name',
        'submission.submitted_at',
        'submission.decided_at',
        'submission.return_reason',
        'submission.unit_id',
        'unit.name as unit_name',
        'obligation.id as obligation_id',
        'obligation.title',
        'obligation.thing_id',
        'obligation.owed_to_unit_id',
        'obligation.state as obligation_state',
        'obligation.assigned_person_id',
      ])
      .where('submission.state', 'in', ['for-signature', 'submitted', 'returned'])
      .execute()
    const described = await things.describe(tx, [...new Set(rows.map((row) => row.thing_id))])
    const heads = new Set(unitsOf(['head']))
    const preparers = new Set(unitsOf(['head', 'officer']))
    const offices = new Set(unitsOf(['standing-office']))

    return rows.flatMap((row): Waiting[] => {
      const thing = described.get(row.thing_id)
      if (!thing || thing.closedOn !== null) return []
      const link = submissionHref(row.obligation_id, row.kind)
      const waits = (kind: Waiting['kind'], since: Date, detail: string, act: string): Waiting[] => [
        {
          id: row.id,
          kind,
          title: `${row.title}: ${row.unit_name}`,
          detail,
          since: since.toISOString(),
          days: daysBetween(dayOf(since), tx.today),
          link,
          act,
        },
      ]
      // Waived meanwhile, or done on paper: nothing can be sent for it any more.
      if (row.state !== 'submitted' && row.obligation_state !== 'open') return []
      if (row.state === 'for-signature' && heads.has(row.unit_id)) {
        return waits(
          'sign',
          row.prepared_at,
          `${row.prepared_by_name} trình lúc ${formatMoment(row.prepared_at)}`,
          'Xem và ký',
        )
      }
      if (row.state === 'submitted' && row.submitted_at && offices.has(row.owed_to_unit_id)) {
        return waits(
          'receive',
          row.submitted_at,
          `${thing.title}. Gửi lúc ${formatMoment(row.submitted_at)}`,
          'Xem bản gửi',
        )
      }
      const mends = preparers.has(row.unit_id) || row.assigned_person_id === actor.personId
      if (row.state === 'returned' && mends) {
        return waits(
          'returned-submission',
          row.decided_at ?? row.prepared_at,
          `Trả lại: ${row.return_reason ?? ''}`,
          'Sửa và gửi lại',
        )
      }
      return []
    })
  }
}
