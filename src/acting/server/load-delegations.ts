import { type SelectQueryBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { ROLE_NAMES } from '../../kernel/actor.ts'
import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { refusalSentence } from '../../kernel/refusals.ts'
import type { Database } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import type { delegationShape } from '../delegations-contract.ts'
import { whyMayNotEnd } from '../domain/permissions.ts'

export type DelegationShape = z.infer<typeof delegationShape>
export type DelegationQuery = SelectQueryBuilder<Database, 'delegation', object>

export type DelegatedUnder = {
  delegationId: string
  grantId: string
  role: keyof typeof ROLE_NAMES
  unitId: string
  unitName: string
}

/** Delegations as far as the actor sees them, newest first; `narrow` chooses which. */
export async function loadDelegations(
  tx: Tx,
  narrow: (query: DelegationQuery) => DelegationQuery,
): Promise<DelegationShape[]> {
  const rows = await narrow(tx.db.selectFrom('delegation') as DelegationQuery)
    .selectAll('delegation')
    .leftJoin('file', 'file.id', 'delegation.file_id')
    .leftJoin('unit as giving', 'giving.unit_no', 'delegation.from_unit_no')
    .leftJoin('unit as taking', 'taking.unit_no', 'delegation.to_unit_no')
    .select(['file.name as fileName', 'giving.id as fromUnitId', 'taking.id as toUnitId'])
    .orderBy('delegation.valid_from', 'desc')
    .orderBy('delegation.id', 'desc')
    .execute()
  const ids = rows.map((row) => row.id)
  const grants = await grantsUnder(tx, ids)
  const days = await daysOf(tx, ids)
  const paths = await unitPaths(
    tx,
    [...rows.flatMap((row) => [row.fromUnitId, row.toUnitId]), ...grants.map((grant) => grant.unitId)].filter(
      (unitId) => unitId !== null,
    ),
  )
  const path = (unitId: string | null) => (unitId === null ? [] : (paths.get(unitId) ?? []))
  return rows.map((row) => {
    const own = grants.filter((grant) => grant.delegationId === row.id)
    const held = days.get(row.id) ?? { from: row.valid_from, to: row.valid_to }
    const state = stateOn(held, tx.today)
    const units = [path(row.fromUnitId), path(row.toUnitId), ...own.map((grant) => path(grant.unitId))]
    const parties = { fromPersonId: row.from_person_id, toPersonId: row.to_person_id, units }
    const over = refusalSentence('delegation-over', { day: formatDate(held.to) })
    const mine = whyMayNotEnd(tx.actor, parties) === undefined
    return {
      id: row.id,
      fromPersonId: row.from_person_id,
      fromName: row.from_name,
      fromPost: row.from_post,
      toPersonId: row.to_person_id,
      toName: row.to_name,
      toPost: row.to_post,
      signsAs: row.signs_as,
      grants: own.map((grant) => `${ROLE_NAMES[grant.role]} tại ${grant.unitName}`),
      from: held.from,
      to: held.to,
      until: row.until,
      state,
      document: row.document_number === null ? null : { number: row.document_number, day: row.document_day },
      file: row.file_id === null ? null : { id: row.file_id, name: row.fileName ?? 'tệp văn bản' },
      reason: row.reason,
      way: row.way,
      enteredByName: row.created_by_name,
      ended: row.ended_by_name === null ? null : { byName: row.ended_by_name, reason: row.end_reason },
      version: row.version,
      actions: mine ? { end: { whyNot: state === 'over' ? over : null } } : {},
    }
  })
}

/** The delegation after a change. */
export async function getDelegation(tx: Tx, id: string): Promise<DelegationShape> {
  const [found] = await loadDelegations(tx, (query) => query.where('delegation.id', '=', id))
  if (!found) throw new Error(`no delegation ${id}`)
  return found
}

export async function grantsUnder(tx: Tx, delegationIds: readonly string[]): Promise<DelegatedUnder[]> {
  if (delegationIds.length === 0) return []
  return tx.db
    .selectFrom('delegation_grant')
    .innerJoin('post_grant', 'post_grant.id', 'delegation_grant.grant_id')
    .innerJoin('unit', 'unit.id', 'post_grant.unit_id')
    .select(['delegation_grant.delegation_id as delegationId', 'post_grant.id as grantId', 'post_grant.role'])
    .select(['unit.id as unitId', 'unit.name as unitName'])
    .where('delegation_grant.delegation_id', 'in', [...delegationIds])
    .orderBy('post_grant.id')
    .execute()
}

type Days = { from: PlainDate; to: PlainDate }

async function daysOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Days>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Days & { id: string }>`
    select id, held_from as "from", held_to as "to" from app.delegation_days(${[...ids]}::uuid[])`.execute(tx.db)
  return new Map(rows.map(({ id, from, to }) => [id, { from, to }]))
}

export function stateOn({ from, to }: Days, today: PlainDate): DelegationShape['state'] {
  if (to < from || to < today) return 'over'
  return from > today ? 'coming' : 'holding'
}
