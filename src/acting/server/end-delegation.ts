import { ROLE_NAMES } from '../../kernel/actor.ts'
import { addDays, formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { cleanText } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { lockOrganisation } from '../../organisation/server/index.ts'
import { refreshScopes, type Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import { whyMayNotEnd } from '../domain/permissions.ts'
import { grantsUnder } from './load-delegations.ts'

type Ending = { id: string; lastDay: string; reason: string; version: number }

/** Ends a delegation earlier than given: with yesterday as its last day at once. What was done under it stands. */
export async function endDelegation(tx: Tx, input: Ending): Promise<Result<{ done: true }>> {
  await lockOrganisation(tx)
  const row = await tx.db.selectFrom('delegation').selectAll().where('id', '=', input.id).executeTakeFirst()
  if (!row) return refuse('not-found')
  const grants = await grantsUnder(tx, [row.id])
  const units = await tx.db
    .selectFrom('unit')
    .select('id')
    .where('unit_no', 'in', [row.from_unit_no, row.to_unit_no])
    .execute()
  const paths = await unitPaths(tx, [...units.map((unit) => unit.id), ...grants.map((grant) => grant.unitId)])
  const parties = { fromPersonId: row.from_person_id, toPersonId: row.to_person_id, units: [...paths.values()] }
  const may = whyMayNotEnd(tx.actor, parties)
  if (may) return { ok: false, refusal: may }

  const lastDay = plainDate(input.lastDay)
  // The same again, sent twice because the answer was lost: it is done.
  if (row.ended_at !== null && row.valid_to === lastDay) return ok({ done: true })
  if (row.version !== input.version) return refuse('changed-meanwhile')
  if (row.valid_to < tx.today || row.valid_to < row.valid_from) {
    return refuse('delegation-over', { day: formatDate(row.valid_to) })
  }
  const yesterday = addDays(tx.today, -1)
  if (lastDay < yesterday) return refuse('day-past', { day: formatDate(lastDay) }, { field: 'lastDay' })
  if (lastDay > row.valid_to) {
    const values = { what: 'ủy quyền này', day: formatDate(row.valid_to) }
    return refuse('delegation-beyond', values, { field: 'lastDay' })
  }
  await tx.db
    .updateTable('delegation')
    .set({
      valid_to: lastDay,
      ended_at: tx.now,
      ended_by_name: tx.actor.kind === 'person' ? tx.actor.name : '',
      end_reason: cleanText(input.reason).trim(),
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute()
  const detail = {
    roles: [...new Set(grants.map((grant) => ROLE_NAMES[grant.role]))].join(', '),
    to: row.to_name,
    lastDay: formatDate(lastDay),
    reason: cleanText(input.reason).trim(),
  }
  const thing = { kind: 'person', id: row.from_person_id, name: row.from_name } as const
  const [giving] = units
  await record(tx, 'delegation.ended', thing, { ...(giving ? { unitId: giving.id } : {}), detail })
  await refreshScopes(tx, [row.to_person_id])
  return ok({ done: true })
}
