import { actingGrants, grantFor } from '../../kernel/actor.ts'
import { dayOf, daysBetween, formatMoment } from '../../kernel/plain-date.ts'
import type { Waiting } from '../../mechanisms/obligations/server/index.ts'
import { carriedBy } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { periodName } from '../domain/periods.ts'
import { PREPARING } from '../domain/permissions.ts'

/** Rating lists that wait for the actor: to be confirmed by the head, to be mended by the officer after a return. */
export async function ratingListsWaiting(tx: Tx): Promise<Waiting[]> {
  const { actor } = tx
  if (actor.kind !== 'person') return []
  // Of his own units: one far above is not told of every division's list, though he may confirm it.
  const units = actingGrants(actor).flatMap(({ role, unitId }) => (PREPARING.includes(role) ? [unitId] : []))
  if (units.length === 0) return []
  const own = await carriedBy(tx, units)
  const into = new Map([...own].flatMap(([unitId, ended]) => ended.map((one) => [one, unitId] as const)))
  const rows = await tx.db
    .selectFrom('rating_list')
    .innerJoin('unit', 'unit.id', 'rating_list.unit_id')
    .innerJoin('award_period', 'award_period.id', 'rating_list.period_id')
    .select(['rating_list.id', 'rating_list.state', 'rating_list.unit_id', 'rating_list.period_id'])
    .select([
      'proposed_at',
      'decided_at',
      'prepared_by_name',
      'return_reason',
      'unit.name',
      'code',
      'award_period.kind',
    ])
    .where('rating_list.state', 'in', ['proposed', 'returned'])
    .where('rating_list.unit_id', 'in', [...units, ...into.keys()])
    .execute()
  return rows.flatMap((row): Waiting[] => {
    const carrier = into.get(row.unit_id)
    const unit = carrier === undefined ? [row.unit_id] : [row.unit_id, carrier]
    const waits = (kind: Waiting['kind'], since: Date | null, detail: string, act: string): Waiting[] =>
      since === null
        ? []
        : [
            {
              id: row.id,
              kind,
              title: `Danh sách xếp loại ${periodName(row).toLocaleLowerCase('vi')}: ${row.name}`,
              detail,
              since: since.toISOString(),
              days: daysBetween(dayOf(since), tx.today),
              link: `/xep-loai/${row.unit_id}/${row.period_id}`,
              act,
            },
          ]
    if (row.state === 'proposed' && grantFor(actor, ['head'], unit)) {
      const at = row.proposed_at === null ? '' : ` lúc ${formatMoment(row.proposed_at)}`
      return waits('consent', row.proposed_at, `${row.prepared_by_name} chuyển${at}`, 'Xem và xác nhận')
    }
    if (row.state === 'returned' && grantFor(actor, PREPARING, unit)) {
      return waits('returned-submission', row.decided_at, `Trả lại: ${row.return_reason ?? ''}`, 'Sửa và chuyển lại')
    }
    return []
  })
}
