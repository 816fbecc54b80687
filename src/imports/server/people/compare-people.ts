import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { ImportOrder } from '../import-kind.ts'
import { findDuplicates, findMatches } from './match-people.ts'
import { CHANGES } from './people-changes.ts'

/**
 * Says of every staged row which person it is and what would become of him. Sure: the id of an exported row, the staff code, the citizen
 * id, what somebody has decided before; or name, birth and unit all the same (`match-people.ts`). Less than that is for a person to decide;
 * a name alone is nobody. An empty cell leaves what is there. Of whoever is held elsewhere it says that alone: a code typed into a sheet
 * must not bring out his file.
 */
export async function comparePeople(tx: Tx, order: ImportOrder): Promise<void> {
  await findMatches(tx, order)
  await findDuplicates(tx)
  await sql`
    insert into import_result (row_no, outcome, thing_id, changes, candidates, problems)
    with judged as (
      select s.*, p.id as there, coalesce(m.sure, 0) as sure, m.possible,
        p.id is not null and ${CHANGES} <> '{}' as differs, case when p.id is null then '{}' else ${CHANGES} end as changes,
        q.id as post_id, q.valid_from as post_from, q.unit_id as post_unit, q.title as post_title,
        p.id is not null and p.unit_no <> all (select unit_no from import_place)
          and not coalesce(p.other_unit_nos && (select array_agg(unit_no) from import_place), false) as elsewhere,
        p.id is not null and s.seen_version is not null and s.seen_version <> p.version || '.' || coalesce(q.version, 0) as seen_older,
        q.id is null or (s.unit_id is not null and s.unit_id <> q.unit_id) as moves,
        d.rows as twice, u.valid_to as unit_ended
      from import_staged s
      -- The sheet was read on another day: what it names may have ended since.
      left join app.unit u on u.id = s.unit_id
      left join import_matched m using (row_no)
      left join app.person p on p.id = m.person_id
      left join lateral (
        select t.* from app.post t where t.person_id = p.id and t.kind = 'regular'
        order by (${tx.today}::date between t.valid_from and coalesce(t.valid_to, 'infinity')) desc, t.valid_from desc limit 1
      ) q on q.valid_to is null or q.valid_to >= ${tx.today}::date
      left join import_twice d using (row_no)
    ), faults as (
      select j.*, array_remove(array[
        case when sure > 1 then ${fault('name', 'import-two-people')} end,
        case when person_ref is not null and sure = 0 then ${fault('id', 'import-unknown-id')} end,
        case when elsewhere then ${fault(null, 'import-held-elsewhere')} end,
        case when twice is not null then jsonb_build_object('key', null, 'code', 'import-row-twice', 'values', jsonb_build_object('rows', twice)) end,
        case when unit_ended is not null and (there is null or moves) and not elsewhere
          then jsonb_build_object('key', 'unit', 'code', 'unit-ended', 'values', jsonb_build_object('unit', unit_name, 'day', to_char(unit_ended, 'DD/MM/YYYY'))) end,
        case when there is null and possible is null and unit_id is null and problems = '[]' then ${missing('unit', 'đơn vị')} end,
        case when there is null and possible is null and title is null then ${missing('title', 'chức vụ')} end,
        case when there is null and possible is null and valid_from is null then ${missing('from', 'từ ngày')} end,
        case when there is not null and not elsewhere and moves and unit_id is not null and (valid_from is null or title is null or valid_from <= post_from)
          then jsonb_build_object('key', 'from', 'code', 'import-move-day', 'values', jsonb_build_object('since', coalesce(to_char(post_from, 'DD/MM/YYYY'), ''))) end,
        case when there is not null and not elsewhere and moves and unit_id is not null and exists (
            select 1 from app.post o where o.person_id = there and o.kind = 'regular' and o.id is distinct from post_id
              and coalesce(o.valid_to, 'infinity') >= valid_from)
          then ${fault('from', 'import-post-overlaps')} end
      ], null) as wrong
      from judged j
    )
    select row_no,
      case
        when cardinality(wrong) > 0 then 'wrong'
        when decision = 'skip' then 'skipped'
        when there is null and possible is not null then 'doubtful'
        when differs and seen_older and decision is distinct from 'overwrite' then 'doubtful'
        when there is null then 'new'
        when differs then 'changed'
        else 'same'
      end,
      coalesce(there, case when possible is null then new_person end),
      case when elsewhere then '{}' else changes end,
      case
        when elsewhere then '[]'
        when there is null and possible is not null then possible
        when differs and seen_older then jsonb_build_array(jsonb_build_object('id', there, 'newer', true))
        else '[]'
      end,
      to_jsonb(wrong)
    from faults`.execute(tx.db)
}

/** A problem of a row as JSON in SQL. */
function fault(key: string | null, code: string) {
  return sql.raw(`'${JSON.stringify({ key, code, values: {} })}'::jsonb`)
}
function missing(key: string, column: string) {
  return sql.raw(`'${JSON.stringify({ key, code: 'cell-required', values: { column } })}'::jsonb`)
}
