import { sql } from 'kysely'
import { type Turn, turnsOf } from '../../campaigns/index.ts'
import { formatDate, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { specialDaysFrom } from '../../platform/database/special-days.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { hasEnded, unitPaths } from '../../platform/database/unit-tree.ts'
import type { Given } from '../contract.ts'

export type ReceivingUnit = { id: string; unitNo: number; name: string; endedOn: PlainDate | null }
type Plan = Pick<Given, 'due' | 'recurrence' | 'until' | 'dayRule'>

/** The days on which the work falls due. Refuses what recurs without an end, and days that have passed. */
export async function plannedTurns(tx: Tx, plan: Plan, from: PlainDate): Promise<Result<Turn[]>> {
  if (plan.recurrence !== 'once' && plan.until === null) return refuse('until-missing', {}, { field: 'until' })
  const due = { day: plainDate(plan.due.day), relation: plan.due.relation }
  const task = { becomes: 'task', due, recurrence: plan.recurrence, dayRule: plan.dayRule, needsProof: false } as const
  const endsOn = plan.until === null ? null : plainDate(plan.until)
  const special = await specialDaysFrom(tx, due.day)
  const turns = turnsOf(task, { periods: [], endsOn, special })
  const [first] = turns
  if (!first) return refuse('no-turns', {}, { field: 'until' })
  if (first.lastDay < from) {
    return refuse('due-in-past', { what: 'Ngày cuối', day: formatDate(first.lastDay) }, { field: 'due.day' })
  }
  return ok(turns)
}

/** The units it goes to, in protocol order: each below the unit that gives, and none that has ended. */
export async function receivingUnits(
  tx: Tx,
  giver: { id: string; name: string },
  ids: readonly string[],
): Promise<Result<ReceivingUnit[]>> {
  const wanted = [...new Set(ids)]
  const { rows: units } = await sql<ReceivingUnit>`
    select id, unit_no as "unitNo", name, valid_to as "endedOn" from app.unit
    where id = any(${wanted}::uuid[]) and valid_from <= ${tx.today}::date order by order_no, name, id`.execute(tx.db)
  if (units.length < wanted.length) return refuse('not-found')
  const ended = units.find((unit) => hasEnded(unit.endedOn, tx.today))
  if (ended?.endedOn) {
    return refuse('unit-ended', { unit: ended.name, day: formatDate(ended.endedOn) }, { field: 'unitIds' })
  }
  const paths = await unitPaths(tx, wanted)
  const outside = units.find((unit) => unit.id === giver.id || !paths.get(unit.id)?.includes(giver.id))
  return outside ? refuse('unit-not-below', { unit: outside.name, giver: giver.name }, { field: 'unitIds' }) : ok(units)
}
