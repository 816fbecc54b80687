import { sql } from 'kysely'
import type { Turn } from '../../campaigns/index.ts'
import { lastDayOnTime } from '../../kernel/deadline.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import { createObligations, undoExemption, waive } from '../../mechanisms/obligations/server/index.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { AssignmentShape, Given } from '../contract.ts'
import { columnsOf, dutyOf, readyToGive, recorded, showBasis } from './give.ts'
import { openAssignment, shapeAfter } from './load-assignment.ts'
import { assignmentThings } from './obligation-things.ts'

/**
 * Changes work that nobody has done yet: its words, its days, who does it. Duties that stay follow the new words and days; what is no longer
 * asked of a unit goes, or, where the unit has begun, is waived with that reason.
 */
export async function change(
  tx: Tx,
  input: Given & { id: string; version: number },
): Promise<Result<{ assignment: AssignmentShape }>> {
  const opened = await openAssignment(tx, input.id, 'change')
  if (!opened.ok) return opened
  const { row, unitName } = opened.value
  if (row.version !== input.version) return refuse('changed-meanwhile')
  const giver = { id: row.unit_id, name: unitName }
  const ready = await readyToGive(tx, giver, input)
  if (!ready.ok) return ready
  const { units, turns } = ready.value
  await tx.db
    .updateTable('assignment')
    .set({ ...columnsOf(input), version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  const there = await lockedDuties(tx, row.id)
  const wanted = units.flatMap((unit) => turns.map((turn) => ({ unit, turn, key: keyOf(unit.id, `turn:${turn.no}`) })))
  const turnOf = new Map(wanted.map((one) => [one.key, one.turn]))
  const stay = there.filter((one) => turnOf.has(keyOf(one.unitId, one.sourceKey)))
  await chooseAgain(tx, stay)
  await rewrite(
    tx,
    input,
    stay.flatMap((one) => ({ id: one.id, turn: turnOf.get(keyOf(one.unitId, one.sourceKey)) })),
  )
  const kept = new Set(stay.map((one) => keyOf(one.unitId, one.sourceKey)))
  const added = wanted.filter(({ key }) => !kept.has(key))
  await createObligations(
    tx,
    added.map(({ unit, turn }) => dutyOf(tx, input, row.unit_id, unit, turn)),
  )
  const gone = there.filter((one) => one.state === 'open' && !stay.includes(one))
  await takeOut(
    tx,
    gone.map((one) => one.id),
  )
  await showBasis(tx, input, units)
  await record(tx, 'assignment.changed', recorded(input), {
    unitId: row.unit_id,
    detail: { added: added.length, removed: gone.length },
  })
  return ok({ assignment: await shapeAfter(tx, row.id) })
}

/** Closes it: what is still open is owed no more and nobody is urged for it. */
export async function close(tx: Tx, input: { id: string; reason: string }): Promise<Result<{ done: true }>> {
  const opened = await openAssignment(tx, input.id, 'close')
  if (!opened.ok) return opened
  const { row } = opened.value
  await tx.db
    .updateTable('assignment')
    .set({ closed_on: tx.today, close_reason: input.reason, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  await record(tx, 'assignment.closed', recorded(row), { unitId: row.unit_id, detail: { reason: input.reason } })
  return ok({ done: true })
}

/** The unit and the turn; what a merger brought to a unit that owes that turn itself is of the same turn. */
function keyOf(unitId: string, sourceKey: string): string {
  return `${unitId} ${sourceKey.replace(/:~.*$/, '')}`
}

/** A unit that was taken out after it had begun owes it again; what was waived of a unit that stays, one turn of many, stays waived. */
async function chooseAgain(tx: Tx, duties: readonly Duty[]): Promise<void> {
  const owing = new Set(duties.flatMap((one) => (one.state === 'exempt' ? [] : [one.unitId])))
  for (const one of duties.filter((duty) => !owing.has(duty.unitId))) {
    await undoExemption(assignmentThings)(tx, { id: one.id, reason: 'Nơi giao việc đã chọn lại đơn vị này' })
  }
}

type Duty = { id: string; unitId: string; unitName: string; sourceKey: string; state: string; title: string }

async function lockedDuties(tx: Tx, assignmentId: string): Promise<Duty[]> {
  const { rows } = await sql<Duty>`
    select o.id, o.unit_id as "unitId", u.name as "unitName", o.source_key as "sourceKey", o.state, o.title
    from app.obligation o join app.unit u on u.id = o.unit_id
    where o.thing_kind = 'assignment' and o.thing_id = ${assignmentId} order by o.id for update of o`.execute(tx.db)
  return rows
}

/** What a merger has brought keeps saying whose it was: «(của Phòng B)». */
const OF_OTHER = sql`case when o.source_key like '%:~%' then coalesce(substring(o.title from ' \\(của [^()]*\\)$'), '') else '' end`

/** The words of all that stay; and the days where the turn's have moved: what a unit was granted more time for keeps the later day. */
async function rewrite(tx: Tx, input: Given, rows: readonly { id: string; turn: Turn | undefined }[]): Promise<void> {
  const stay = rows.flatMap(({ id, turn }) =>
    turn === undefined ? [] : [{ id, turn, last: lastDayOnTime(turn.deadline) }],
  )
  if (stay.length === 0) return
  const column = <Value>(read: (one: (typeof stay)[number]) => Value) => stay.map(read)
  const words = input.words === '' ? null : input.words
  await sql`
    update app.obligation o set title = ${input.title} || ${OF_OTHER}, words = ${words}::text, needs_proof = ${input.needsProof}, version = o.version + 1,
      title_search = n.search, due_day = n.due_day, due_relation = n.relation,
      first_last_day = n.last_day, last_day = case when o.prolonged_because is null then n.last_day else greatest(o.last_day, n.last_day) end,
      occurrence = n.occurrence, occurrence_from = n.from_day, occurrence_to = n.to_day
    from unnest(${column((one) => one.id)}::uuid[], ${column((one) => one.turn.deadline.day)}::date[],
      ${column((one) => one.turn.deadline.relation)}::text[], ${column((one) => one.last)}::date[],
      ${column((one) => one.turn.occurrence?.words ?? null)}::text[], ${column((one): PlainDate | null => one.turn.occurrence?.from ?? null)}::date[],
      ${column((one): PlainDate | null => one.turn.occurrence?.to ?? null)}::date[],
      ${column((one) => foldForSearch(`${input.title} ${one.turn.occurrence?.words ?? ''} ${input.words}`))}::text[])
      as n (id, due_day, relation, last_day, occurrence, from_day, to_day, search)
    where o.id = n.id and o.state = 'open'`.execute(tx.db)
}

/** What nobody has touched goes; what was begun, or brought by a merger, is waived with the reason. */
async function takeOut(tx: Tx, ids: readonly string[]): Promise<void> {
  const begun: string[] = []
  for (const id of ids) {
    const { rows } = await sql<{ gone: boolean }>`select app.withdraw_obligation(${id}) as gone`.execute(tx.db)
    if (!rows[0]?.gone) begun.push(id)
  }
  const reason = 'Nơi giao việc đã bỏ đơn vị hoặc lượt này'
  await waive(
    tx,
    begun.map((id) => ({ id, reason })),
  )
}
