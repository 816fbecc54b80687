import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rungOf } from '../domain/ladder.ts'
import { STAGES } from '../urging-values.ts'
import { lockDrafting } from './draft-letters.ts'
import { notStopped, type PlannedStep, type Stopped } from './plan-steps.ts'

/** What stands as sender of what nobody sent by hand. */
export const LADDER_NAME = 'Hệ thống (nhắc việc)'

type Written = { reminded: number; unreached: number }

/**
 * Writes the reminders that are due, whatever their number in one statement: of what is open, not stopped, of a unit that still is, the lowest
 * rung on which a step is due that was not taken. So a step is never taken twice, nor an older one after a newer, nor does anybody higher
 * hear of it before those below, also when the clock was moved back or far on, the ladder was changed, or two run at once.
 */
export async function writeReminders(
  tx: Tx,
  asOf: PlainDate,
  plan: readonly PlannedStep[],
  stopped: Stopped,
): Promise<Written> {
  if (plan.length === 0) return { reminded: 0, unreached: 0 }
  const { rows } = await sql<Written>`
    with ${stepsToTake(plan, asOf, stopped)},
    people as materialized (select * from app.urged_people(${asOf}::date)),
    -- Whoever prepares for the unit; where there is no such officer, its head.
    prepares as (
      select unit_id, person_id, full_name from people where role = 'officer'
      union all
      select p.unit_id, p.person_id, p.full_name from people p
      where p.role = 'head' and not exists (select 1 from people o where o.unit_id = p.unit_id and o.role = 'officer')
    ),
    leads as (select distinct unit_id, person_id, full_name from people where role in ('head', 'authority')),
    above as materialized (
      with recursive up as (
        select distinct u.id as unit_id, u.parent_id as at, 1 as depth from due d join app.unit u on u.id = d.unit_id
        where d.stage = 'superior' and u.parent_id is not null
        union all
        select up.unit_id, u.parent_id, up.depth + 1 from up join app.unit u on u.id = up.at
        where u.parent_id is not null and not exists (select 1 from leads l where l.unit_id = up.at)
      )
      select distinct on (unit_id) unit_id, at from up where exists (select 1 from leads l where l.unit_id = up.at)
      order by unit_id, depth
    ),
    told as (
      select d.id, p.person_id, p.full_name from due d join prepares p on p.unit_id = d.unit_id where d.stage in ('unit', 'unit-after')
      union
      select d.id, p.id, p.full_name from due d join app.person p on p.id = d.assigned_person_id
      where d.stage in ('unit', 'unit-after') and ${heldPost(sql`p.id`, sql`d.unit_id`, asOf)}
      union
      select d.id, p.id, p.full_name from due d
      join app.obligation_share s on s.obligation_id = d.id and s.done_on is null and s.taken_back_at is null
      join app.person p on p.id = s.person_id
      where d.stage in ('unit', 'unit-after') and ${heldPost(sql`p.id`, sql`d.unit_id`, asOf)}
      union
      select d.id, p.person_id, p.full_name from due d join people p on p.unit_id = d.unit_id and p.role = 'head' where d.stage = 'head'
      union
      select d.id, l.person_id, l.full_name from due d join above a on a.unit_id = d.unit_id join leads l on l.unit_id = a.at
      where d.stage = 'superior'
    ),
    named as (select id, array_agg(person_id order by full_name) as ids, array_agg(full_name order by full_name) as names from told group by id),
    written as (
      insert into app.reminder (id, obligation_id, sent_at, sent_on, sent_by_name, to_names, message, step, for_last_day, stage, to_person_ids)
      select app.id_at(${tx.now}), d.id, ${tx.now}, ${asOf}::date, ${LADDER_NAME}, coalesce(n.names, '{}'), ${message(asOf)},
        d.step, d.last_day, d.stage, coalesce(n.ids, '{}')
      from due d left join named n on n.id = d.id join app.unit u on u.id = d.unit_id
      where d.stage <> 'letter'
      on conflict (obligation_id, for_last_day, step) where step is not null do nothing
      returning cardinality(to_person_ids) as told
    )
    select count(*)::int as reminded, (count(*) filter (where told = 0))::int as unreached from written`.execute(tx.db)
  return rows[0] ?? { reminded: 0, unreached: 0 }
}

/**
 * Late obligations of which the letter is the next step: everybody below has been told, and they stood in none for this last day, kept or
 * discarded. To be asked before the day's reminders are written.
 */
export async function dueForLetter(
  tx: Tx,
  asOf: PlainDate,
  plan: readonly PlannedStep[],
  stopped: Stopped,
): Promise<string[]> {
  if (!plan.some((one) => one.stage === 'letter')) return []
  await lockDrafting(tx)
  const { rows } = await sql<{ id: string }>`
    with ${stepsToTake(plan, asOf, stopped)}
    select d.id from due d where d.stage = 'letter'`.execute(tx.db)
  return rows.map((row) => row.id)
}

/** The CTE `due`: the obligations of the plan with the one step each that is to be taken now: the lowest rung that was not. */
function stepsToTake(plan: readonly PlannedStep[], asOf: PlainDate, stopped: Stopped) {
  const column = <Key extends keyof PlannedStep>(key: Key) => plan.map((one) => one[key])
  return sql`due as materialized (
      select distinct on (o.id) o.id, o.unit_id, o.title, o.last_day, o.assigned_person_id, p.step, p.stage
      from unnest(${column('owedTo')}::uuid[], ${column('kind')}::text[], ${column('lastDay')}::date[], ${column('anchor')}::date[],
        ${column('step')}::text[], ${column('stage')}::text[], ${column('rung')}::int[], ${column('dueOn')}::date[])
        as p (owed_to, kind, last_day, anchor, step, stage, rung, due_on)
      join app.obligation o on o.owed_to_unit_id = p.owed_to and o.kind = p.kind and o.last_day = p.last_day
        and greatest(o.last_day, (o.created_at at time zone 'Asia/Ho_Chi_Minh')::date) = p.anchor
      join app.unit u on u.id = o.unit_id and (u.valid_to is null or u.valid_to >= ${asOf}::date)
      where o.state = 'open' and ${notStopped(stopped)}
        -- What was given only after the step's day begins with the next.
        and p.due_on > (o.created_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (
          select 1 from app.reminder r
          where r.obligation_id = o.id and r.for_last_day = o.last_day and r.step is not null
            and (r.step = p.step or (r.sent_on >= p.due_on and ${RUNG_REACHED} >= p.rung)))
        and not (p.stage = 'letter' and exists (
          select 1 from app.urging_letter_obligation l where l.obligation_id = o.id and l.for_last_day = o.last_day))
      order by o.id, p.rung
    )`
}

/** Of `app.reminder r`, as a number of `rungOf`. */
const RUNG_REACHED = sql`case r.stage ${sql.join(
  STAGES.map((stage) => sql`when ${sql.lit(stage)} then ${sql.lit(rungOf(stage))}`),
  sql` `,
)} end`

function heldPost(person: ReturnType<typeof sql>, unit: ReturnType<typeof sql>, asOf: PlainDate) {
  return sql`exists (
        select 1 from app.post t where t.person_id = ${person} and t.unit_id = ${unit}
          and ${asOf}::date >= t.valid_from and (t.valid_to is null or ${asOf}::date <= t.valid_to))`
}

/** «Phòng A còn việc “Báo cáo kết quả”, hạn đến hết ngày 15/07/2022, còn 3 ngày». */
function message(asOf: PlainDate) {
  return sql`u.name || ' còn việc “' || d.title || '”, hạn đến hết ngày ' || to_char(d.last_day, 'DD/MM/YYYY') || ', ' ||
        case when d.last_day < ${asOf}::date then 'đã quá ' || (${asOf}::date - d.last_day) || ' ngày'
          when d.last_day = ${asOf}::date then 'hôm nay là ngày cuối'
          else 'còn ' || (d.last_day - ${asOf}::date) || ' ngày' end || '.'`
}
