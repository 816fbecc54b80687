import { sql } from 'kysely'
import type { Role } from '../../../kernel/actor.ts'
import { dayOf, daysBetween, formatMoment } from '../../../kernel/plain-date.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { titleWithTurn } from '../../obligations/domain/turn-title.ts'
import type { ObligationThings, Waiting } from '../../obligations/server/index.ts'
import { submissionHref } from '../domain/kinds.ts'

/** As many as a person looks at in a day; the rest stands in the lists of what was sent. */
const SHOWN = 300

/** Submissions that wait for the actor, longest waiting first: to be signed, to be received, or to be mended after a return. */
export function submissionsWaiting(things: ObligationThings) {
  return async (tx: Tx): Promise<Waiting[]> => {
    const rows = await waitingRows(tx)
    const described = await things.describe(tx, [...new Set(rows.map((row) => row.thing_id))])
    return rows.flatMap((row): Waiting[] => {
      const thing = described.get(row.thing_id)
      if (!thing || thing.closedOn !== null) return []
      const { since, ...words } = wordsOf(row, thing.title)
      return [
        {
          id: row.id,
          title: `${titleWithTurn(row)}: ${row.unit_name}`,
          since: since.toISOString(),
          days: daysBetween(dayOf(since), tx.today),
          link: submissionHref(row.obligation_id, row.kind),
          ...words,
        },
      ]
    })
  }
}

type Row = Awaited<ReturnType<typeof waitingRows>>[number]

function wordsOf(row: Row, thingTitle: string): Pick<Waiting, 'kind' | 'detail' | 'act'> & { since: Date } {
  const prepared = row.prepared_at
  switch (row.state) {
    case 'submitted': {
      const since = row.submitted_at ?? prepared
      return { kind: 'receive', since, detail: `${thingTitle}. Gửi lúc ${formatMoment(since)}`, act: 'Xem bản gửi' }
    }
    case 'returned': {
      const detail = `Trả lại: ${row.return_reason ?? ''}`
      return { kind: 'returned-submission', since: row.decided_at ?? prepared, detail, act: 'Sửa và gửi lại' }
    }
    default: {
      const detail = `${row.prepared_by_name} trình lúc ${formatMoment(prepared)}`
      return { kind: 'sign', since: prepared, detail, act: 'Xem và ký' }
    }
  }
}

/** Asked for by unit and state, so that an office of sixty thousand reports reads those that wait for it alone. */
async function waitingRows(tx: Tx) {
  const { actor } = tx
  if (actor.kind !== 'person') return []
  const { personId } = actor
  const isAt = (unit: 'submission.unit_id' | 'obligation.owed_to_unit_id', ...roles: Role[]) => {
    const held = actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.unitId)
    return sql<boolean>`${sql.ref(unit)} = any(${held}::uuid[])`
  }
  return tx.db
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
      'unit.name as unit_name',
      'obligation.id as obligation_id',
      'obligation.title',
      'obligation.occurrence',
      'obligation.thing_id',
    ])
    .where((eb) =>
      eb.or([
        eb.and([
          eb('submission.state', '=', 'submitted'),
          eb.or([
            isAt('obligation.owed_to_unit_id', 'standing-office'),
            // work given outside a campaign is received by whoever gave it
            eb.and([
              eb('obligation.thing_kind', '=', 'assignment'),
              isAt('obligation.owed_to_unit_id', 'head', 'officer'),
            ]),
          ]),
        ]),
        // waived meanwhile, or done on paper: nothing can be sent for it any more
        eb.and([
          eb('obligation.state', '=', 'open'),
          eb.or([
            eb.and([eb('submission.state', '=', 'for-signature'), isAt('submission.unit_id', 'head')]),
            eb.and([
              eb('submission.state', '=', 'returned'),
              eb.or([
                isAt('submission.unit_id', 'head', 'officer'),
                eb('obligation.assigned_person_id', '=', personId),
              ]),
            ]),
          ]),
        ]),
      ]),
    )
    .orderBy((eb) => eb.fn.coalesce('submission.decided_at', 'submission.submitted_at', 'submission.prepared_at'))
    .limit(SHOWN)
    .execute()
}
