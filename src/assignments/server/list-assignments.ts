import { turnWords } from '../../campaigns/index.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import { seenObligations } from '../../mechanisms/obligations/server/index.ts'
import { unconfirmedAmong } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { hasEnded } from '../../platform/database/unit-tree.ts'
import type { AssignmentShape, Given } from '../contract.ts'
import { GIVERS } from '../domain/permissions.ts'
import { giverOf } from './give.ts'
import { findAssignment, loadAssignments, seenAssignments, toShapes } from './load-assignment.ts'
import { plannedTurns, receivingUnits } from './plan-duties.ts'

const PAGE_SIZE = 20

export type AssignmentFilter = { q?: string | undefined; state?: 'running' | 'closed' | undefined }
type Page = {
  assignments: AssignmentShape[]
  total: number
  page: number
  pageSize: number
  actions: { give?: { whyNot: string | null } }
}

/** Work given outside a campaign that the actor sees: what he or his unit gave, and what units he sees owe; newest first. */
export async function listAssignments(tx: Tx, filter: AssignmentFilter & { page: number }): Promise<Result<Page>> {
  const found = await chooseAssignments(tx, filter)
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await inListOrder(found)
    .limit(PAGE_SIZE)
    .offset((filter.page - 1) * PAGE_SIZE)
    .execute()
  const may = (await unitsToGiveFrom(tx)).length > 0
  return ok({
    assignments: await toShapes(tx, await loadAssignments(tx, rows)),
    total: Number(total),
    page: filter.page,
    pageSize: PAGE_SIZE,
    actions: may ? { give: { whyNot: null } } : {},
  })
}

/** The very rows of the list, for whoever writes them out. */
export async function chooseAssignments(tx: Tx, filter: AssignmentFilter) {
  let query = seenAssignments(tx, await seenObligations(tx))
  if (filter.state) query = query.where('closed_on', filter.state === 'closed' ? 'is not' : 'is', null)
  for (const word of foldForSearch(filter.q ?? '')
    .split(' ')
    .filter(Boolean)) {
    query = query.where('title_search', 'like', `%${word}%`)
  }
  return query
}

export function inListOrder(found: Awaited<ReturnType<typeof chooseAssignments>>) {
  return found.selectAll().orderBy('made_at', 'desc').orderBy('id')
}

/** One of them, and the units it went to as far as the actor sees them. */
export async function getAssignment(
  tx: Tx,
  input: { id: string },
): Promise<Result<{ assignment: AssignmentShape; unitIds: string[] }>> {
  const loaded = await findAssignment(tx, input.id)
  const [assignment] = loaded ? await toShapes(tx, [loaded]) : []
  if (!loaded || !assignment) return refuse('not-found')
  const units = await tx.db
    .selectFrom('obligation')
    .select('unit_id')
    .distinct()
    .where('thing_kind', '=', 'assignment')
    .where('thing_id', '=', input.id)
    // Whoever was taken out again is no more among those it went to.
    .where('state', '<>', 'exempt')
    .where(await seenObligations(tx))
    .execute()
  return ok({ assignment, unitIds: units.map((unit) => unit.unit_id) })
}

/** The units in whose name the actor may give work. */
export async function listGivers(
  tx: Tx,
  _input: Record<string, never>,
): Promise<Result<{ units: { id: string; name: string }[]; today: string }>> {
  return ok({ units: await unitsToGiveFrom(tx), today: tx.today })
}

async function unitsToGiveFrom(tx: Tx): Promise<{ id: string; name: string }[]> {
  if (tx.actor.kind !== 'person') return []
  const roles = new Set<string>(GIVERS)
  const ids = [...new Set(tx.actor.grants.filter(({ role }) => roles.has(role)).map(({ unitId }) => unitId))]
  if (ids.length === 0) return []
  const units = await tx.db
    .selectFrom('unit')
    .select(['id', 'name', 'valid_to'])
    .where('id', 'in', ids)
    .where((eb) =>
      eb.exists(eb.selectFrom('unit as below').select('below.id').whereRef('below.parent_id', '=', 'unit.id')),
    )
    .orderBy('name')
    .execute()
  return units.filter((unit) => !hasEnded(unit.valid_to, tx.today)).map(({ id, name }) => ({ id, name }))
}

type Preview = {
  units: number
  turns: { words: string; lastDay: string }[]
  duties: number
  unconfirmedYears: number[]
}

/** What giving would write: how many duties, for how many units, by which days. Writes nothing. */
export async function preview(
  tx: Tx,
  input: Pick<Given, 'unitIds' | 'due' | 'recurrence' | 'until' | 'dayRule'> & { unitId: string },
): Promise<Result<Preview>> {
  const giver = await giverOf(tx, input.unitId)
  if (!giver.ok) return giver
  const units = await receivingUnits(tx, giver.value, input.unitIds)
  if (!units.ok) return units
  const turns = await plannedTurns(tx, input, tx.today)
  if (!turns.ok) return turns
  return ok({
    units: units.value.length,
    turns: turns.value.map((turn) => ({ words: turnWords(turn), lastDay: turn.lastDay })),
    duties: units.value.length * turns.value.length,
    unconfirmedYears: await unconfirmedAmong(
      tx,
      turns.value.map((turn) => turn.lastDay),
    ),
  })
}
