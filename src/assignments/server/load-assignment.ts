import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { UnitPath } from '../../kernel/actor.ts'
import { type Deadline, deadlineWords } from '../../kernel/deadline.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { seenObligations } from '../../mechanisms/obligations/server/index.ts'
import type { AssignmentTable } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import { fileShape, findFiles } from '../../platform/files/file-rows.ts'
import type { AssignmentShape, BASIS_KINDS } from '../contract.ts'
import { type GivenThing, whyMayNot } from '../domain/permissions.ts'
import { lockAssignment } from './obligation-things.ts'

export type AssignmentRow = Selectable<AssignmentTable>
export type LoadedAssignment = {
  /** It is the reports that a form asks for. */
  ofForm: boolean
  row: AssignmentRow
  unitName: string
  path: UnitPath
  counts: AssignmentShape['counts']
}

/** Assignments with their counts, of what the actor sees. One he does not see is not there: the wall leaves it out. */
export async function loadAssignments(tx: Tx, rows: readonly AssignmentRow[]): Promise<LoadedAssignment[]> {
  if (rows.length === 0) return []
  const units = await tx.db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(rows.map((row) => row.unit_id))])
    .execute()
  const names = new Map(units.map((unit) => [unit.id, unit.name]))
  const paths = await unitPaths(
    tx,
    units.map((unit) => unit.id),
  )
  const counts = await countsOf(
    tx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    row,
    unitName: names.get(row.unit_id) ?? '',
    path: paths.get(row.unit_id) ?? [],
    ...(counts.get(row.id) ?? { counts: NOTHING, ofForm: false }),
  }))
}

const NOTHING = { units: 0, duties: 0, done: 0, exempt: 0, late: 0 }

async function countsOf(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Pick<LoadedAssignment, 'counts' | 'ofForm'>>> {
  const { rows } = await sql<AssignmentShape['counts'] & { id: string; ofForm: boolean }>`
    select thing_id as id, count(distinct unit_no)::int as units, count(*)::int as duties,
      (count(*) filter (where state = 'done'))::int as done, (count(*) filter (where state = 'exempt'))::int as exempt,
      (count(*) filter (where state = 'open' and last_day < ${tx.today}::date))::int as late, bool_or(kind = 'report') as "ofForm"
    from app.obligation as obligation
    where thing_kind = 'assignment' and thing_id = any(${[...ids]}::uuid[]) and ${await seenObligations(tx)}
    group by thing_id`.execute(tx.db)
  return new Map(rows.map(({ id, ofForm, ...counts }) => [id, { counts, ofForm }]))
}

/** Those of which the actor sees a duty: an owing unit its own, a giver all. */
export function seenAssignments(tx: Tx, seen: RawBuilder<boolean>) {
  return tx.db.selectFrom('assignment').where(
    sql<boolean>`exists (select 1 from app.obligation as obligation
      where obligation.thing_kind = 'assignment' and obligation.thing_id = assignment.id and ${seen})`,
  )
}

export async function findAssignment(tx: Tx, id: string): Promise<LoadedAssignment | undefined> {
  const row = await seenAssignments(tx, await seenObligations(tx))
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && (await loadAssignments(tx, [row]))[0]
}

/** Locks, loads, and asks whether the actor may. */
export async function openAssignment(
  tx: Tx,
  id: string,
  action: 'change' | 'close',
): Promise<Result<LoadedAssignment>> {
  await lockAssignment(tx, id)
  const loaded = await findAssignment(tx, id)
  if (!loaded) return refuse('not-found')
  const refused = whyMayNot(tx.actor, action, thingOf(loaded))
  return refused ? { ok: false, refusal: refused } : ok(loaded)
}

function thingOf({ path, row, counts, ofForm }: LoadedAssignment): GivenThing {
  return { unit: path, closedOn: row.closed_on, ofForm, done: counts.done }
}

/** As it goes over the wire. */
export async function toShapes(tx: Tx, loaded: readonly LoadedAssignment[]): Promise<AssignmentShape[]> {
  const fileIds = loaded.flatMap(({ row }) => (row.basis_file_id === null ? [] : [row.basis_file_id]))
  const files = new Map((await findFiles(tx, fileIds)).map((file) => [file.id, fileShape(file)]))
  return loaded.map((one) => {
    const { row } = one
    const due: Deadline = { day: row.due_day, relation: row.due_relation }
    const actions: AssignmentShape['actions'] = {}
    for (const action of ['change', 'close'] as const) {
      if (whyMayNot(tx.actor, action, thingOf(one)) === undefined) actions[action] = { whyNot: null }
    }
    return {
      id: row.id,
      title: row.title,
      words: row.words,
      basis:
        row.basis_kind === null
          ? null
          : {
              kind: row.basis_kind as (typeof BASIS_KINDS)[number],
              number: row.basis_number ?? '',
              issuedOn: row.basis_issued_on ?? '',
              issuer: row.basis_issuer ?? '',
              file: files.get(row.basis_file_id ?? '') ?? null,
            },
      unitId: row.unit_id,
      unitName: one.unitName,
      madeByName: row.made_by_name,
      madeAt: row.made_at.toISOString(),
      due: { ...due, words: deadlineWords(due) },
      recurrence: row.recurrence,
      until: row.until_day,
      dayRule: row.day_rule,
      needsProof: row.needs_proof,
      closedOn: row.closed_on,
      closeReason: row.close_reason,
      // What was open when it closed is owed no more, and late with nobody.
      counts: row.closed_on === null ? one.counts : { ...one.counts, late: 0 },
      version: row.version,
      actions,
    }
  })
}

/** The one shape after a change. */
export async function shapeAfter(tx: Tx, id: string): Promise<AssignmentShape> {
  const loaded = await findAssignment(tx, id)
  const [shape] = loaded ? await toShapes(tx, [loaded]) : []
  if (!shape) throw new Error(`assignment ${id} is gone after its change`)
  return shape
}
