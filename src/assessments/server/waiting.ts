import { grantFor } from '../../kernel/actor.ts'
import { dayOf, daysBetween, formatMoment } from '../../kernel/plain-date.ts'
import type { Waiting } from '../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import { periodName } from '../domain/periods.ts'
import { PREPARING } from '../domain/permissions.ts'

/** Rating lists that wait for the actor: to be confirmed by the head, to be mended by the officer after a return. */
export async function ratingListsWaiting(tx: Tx): Promise<Waiting[]> {
  const { actor } = tx
  if (actor.kind !== 'person') return []
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
    .execute()
  const paths = await unitPaths(
    tx,
    rows.map((row) => row.unit_id),
  )
  return rows.flatMap((row): Waiting[] => {
    const unit = paths.get(row.unit_id) ?? []
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
    // The head of the unit itself: one far above is not told of every division's list, though he may confirm it.
    if (row.state === 'proposed' && grantFor(actor, ['head'], unit.slice(0, 1))) {
      const at = row.proposed_at === null ? '' : ` lúc ${formatMoment(row.proposed_at)}`
      return waits('consent', row.proposed_at, `${row.prepared_by_name} chuyển${at}`, 'Xem và xác nhận')
    }
    if (row.state === 'returned' && grantFor(actor, PREPARING, unit.slice(0, 1))) {
      return waits('returned-submission', row.decided_at, `Trả lại: ${row.return_reason ?? ''}`, 'Sửa và chuyển lại')
    }
    return []
  })
}
