import { sql } from 'kysely'
import { type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { specialDaysFrom } from '../../platform/database/special-days.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import {
  DEFAULT_LADDER,
  dueSteps,
  firstDayNeeded,
  type LadderKind,
  type LadderStep,
  rungOf,
  type Stage,
  stepKey,
} from '../domain/ladder.ts'

/** Obligations of one kind, one office, one last day and one day to count from: they climb together. */
type Group = { owedTo: string; kind: LadderKind; lastDay: PlainDate; anchor: PlainDate }

/** What is due for a group on one rung: its newest step there, and the day that step was due on. */
export type PlannedStep = Group & { step: string; stage: Stage; rung: number; dueOn: PlainDate }

/** The due steps of everything that is open, a row for each group and rung: a few thousand for hundreds of thousands of obligations. */
export async function planSteps(tx: Tx, asOf: PlainDate): Promise<PlannedStep[]> {
  const { rows: groups } = await sql<Group>`
    select owed_to_unit_id as "owedTo", kind, last_day as "lastDay",
      greatest(last_day, (created_at at time zone 'Asia/Ho_Chi_Minh')::date) as anchor
    from app.obligation where state = 'open' group by 1, 2, 3, 4`.execute(tx.db)
  if (groups.length === 0) return []
  const [earliest = asOf] = [asOf, ...groups.map((one) => one.lastDay)].sort()
  const special = await specialDaysFrom(tx, firstDayNeeded(earliest))
  const ladders = await laddersFor(tx, [...new Set(groups.map((one) => one.owedTo))])
  return groups.flatMap((group) => {
    const steps = ladders.get(`${group.owedTo} ${group.kind}`) ?? DEFAULT_LADDER[group.kind]
    return dueSteps(steps, { ...group, asOf }, special).map(({ step, day }) => ({
      ...group,
      step: stepKey(step),
      stage: step.stage,
      rung: rungOf(step.stage),
      dueOn: plainDate(day),
    }))
  })
}

/** The steps an office or the nearest one above it has set, by «unit kind»; where there are none the house's own hold. */
export async function laddersFor(tx: Tx, unitIds: readonly string[]): Promise<Map<string, LadderStep[]>> {
  const rows = await tx.db.selectFrom('ladder').select(['unit_id', 'kind', 'steps']).execute()
  if (rows.length === 0) return new Map()
  const set = new Map(rows.map((row) => [`${row.unit_id} ${row.kind}`, row.steps as LadderStep[]]))
  const found = new Map<string, LadderStep[]>()
  for (const [unitId, path] of await unitPaths(tx, unitIds)) {
    for (const kind of Object.keys(DEFAULT_LADDER)) {
      const at = path.find((id) => set.has(`${id} ${kind}`))
      const steps = at === undefined ? undefined : set.get(`${at} ${kind}`)
      if (steps) found.set(`${unitId} ${kind}`, steps)
    }
  }
  return found
}

/** For whose obligations nobody is urged now. */
export type Stopped = {
  /** Campaigns and assignments that are closed or paused. */
  readonly things: readonly string[]
  /** Report forms whose period is closed, the days of grace over: nothing can be sent for them any more. */
  readonly forms: readonly string[]
}

export async function whatIsStopped(tx: Tx, asOf: PlainDate): Promise<Stopped> {
  const { rows: things } = await sql<{ id: string }>`
    select id from app.campaign where closed_on is not null or paused_on is not null
    union all select id from app.assignment where closed_on is not null`.execute(tx.db)
  const { rows: forms } = await sql<{ id: string }>`
    select id from app.report_form where closed_on is not null and coalesce(grace_until, closed_on) < ${asOf}::date`.execute(
    tx.db,
  )
  return { things: things.map((row) => row.id), forms: forms.map((row) => row.id) }
}

/** Of `app.obligation o`, what is not stopped. A report bears its form in its source key: «form:…». */
export function notStopped({ things, forms }: Stopped) {
  return sql`not (o.thing_id = any (${[...things]}::uuid[]))
    and not (o.kind = 'report' and o.source_key like 'form:%' and split_part(o.source_key, ':', 2) = any (${[...forms]}::text[]))`
}
