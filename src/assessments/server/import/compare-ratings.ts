import { sql } from 'kysely'
import type { ImportOrder } from '../../../imports/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'

/**
 * Says of every staged row whom it rates and what would become of that. Sure: the staff code, what somebody has decided before, the name with
 * the whole day of birth, or the only one of that name who worked in that very unit in the period. The name with a post there beside others
 * of the name, or with a part of the birth, is for a person to decide; the name alone is nobody. What a unit has confirmed is not written
 * over by a sheet: that is a correction.
 */
export async function compareRatings(tx: Tx, order: ImportOrder): Promise<void> {
  await findRated(tx, order)
  await sql`
    insert into import_result (row_no, outcome, thing_id, changes, candidates, problems)
    with judged as (
      select s.*, m.person_id, m.people, m.possible, r.id as there, r.source as there_source, r.unit_id as there_unit, r.level as there_level,
        r.not_rated as there_not_rated, r.note as there_note, d.rows as twice, p.full_name as person_name,
        coalesce(p.birth_on > s.period_to, false) as unborn
      from import_staged s
      left join rating_matched m using (row_no)
      left join app.person p on p.id = m.person_id
      left join lateral (
        select r.* from app.rating r
        where r.replaced_at is null and r.period_id = s.period_id and (
          (s.subject_kind = 'unit' and r.rated_unit_id = s.unit_id)
          or (r.person_id = m.person_id and (r.unit_id = s.unit_id or (r.level is not null and s.level is not null))))
        -- Another unit's level comes before what his own unit has said of him: beside it there is no second one.
        order by r.unit_id = s.unit_id limit 1
      ) r on true
      left join rating_twice d using (row_no)
    ), faults as (
      select j.*,
        there is not null and level is not distinct from there_level and not_rated is not distinct from there_not_rated and note = there_note as same,
        array_remove(array[
          case when people > 1 then ${fault('staffCode', 'import-two-people')} end,
          case when twice is not null then jsonb_build_object('key', null, 'code', 'import-row-repeated', 'values', jsonb_build_object('rows', twice)) end,
          case when subject_kind = 'person' and person_id is null and possible is null and coalesce(people, 0) < 2 and problems = '[]'
            then ${fault('name', 'import-nobody')} end,
          case when unborn then jsonb_build_object('key', 'birth', 'code', 'rating-before-birth',
            'values', jsonb_build_object('name', person_name, 'period', period_code)) end,
          case when there is not null and there_unit <> unit_id and subject_kind = 'person'
            then jsonb_build_object('key', 'unit', 'code', 'rated-elsewhere', 'values', jsonb_build_object('name', full_name)) end,
          case when there is not null and there_unit = unit_id and there_source = 'list' and not (
              level is not distinct from there_level and not_rated is not distinct from there_not_rated)
            then ${fault('level', 'rating-confirmed-by-list')} end
        ], null) as wrong
      from judged j
    )
    select row_no,
      case
        when cardinality(wrong) > 0 then 'wrong'
        when decision = 'skip' then 'skipped'
        when subject_kind = 'person' and person_id is null then 'doubtful'
        when there is null then 'new'
        when same or there_source = 'list' then 'same'
        else 'changed'
      end,
      coalesce(there, new_id),
      -- What another unit has given somebody is that unit's to show.
      case when there is null or same or there_source = 'list' or (subject_kind = 'person' and there_unit <> unit_id) then '{}'
        else jsonb_strip_nulls(jsonb_build_object(
          'level', case when level is distinct from there_level then jsonb_build_array(there_level, level) end,
          'notRated', case when not_rated is distinct from there_not_rated then jsonb_build_array(there_not_rated, not_rated) end,
          'note', case when note <> there_note then jsonb_build_array(there_note, note) end)) end,
      case when subject_kind = 'person' and person_id is null and possible is not null then possible else '[]' end,
      to_jsonb(wrong)
    from faults`.execute(tx.db)
}

/** Fills `rating_matched` (row → the sure one, how many are sure, the possible ones) and `rating_twice`. */
async function findRated(tx: Tx, order: ImportOrder): Promise<void> {
  await sql`
    create temp table rating_place on commit drop as
    with recursive tree as (
      select id from app.unit where id = ${order.unitId}
      union all select u.id from tree t join app.unit u on u.parent_id = t.id
    ) select id from tree`.execute(tx.db)
  await sql`
    create temp table rating_sure on commit drop as
    select s.row_no, coalesce(p.merged_into, p.id) as person_id from import_staged s join app.person p on p.staff_code_key = s.staff_code_key
      where s.subject_kind = 'person'
    union select s.row_no, coalesce(p.merged_into, p.id) from import_staged s
      join app.import_decision d on d.kind = 'ratings' and d.fingerprint = s.fingerprint and d.same join app.person p on p.id = d.thing_id
    union select s.row_no, coalesce(p.merged_into, p.id) from import_staged s join app.person p on p.id = s.decision_thing
      where s.decision = 'same'`.execute(tx.db)
  await sql`
    create temp table rating_possible on commit drop as
    select s.row_no, p.id as person_id, s.birth_precision = 'day' and p.birth_precision = 'day' and s.birth_on = p.birth_on as born_same,
      s.birth_on is not null and p.birth_on is not null as born_known,
      exists (
        select 1 from app.post t where t.person_id = p.id and t.unit_id = s.unit_id and t.valid_from <= s.period_to
          and coalesce(t.valid_to, 'infinity') >= s.period_from) as in_unit
    from import_staged s
    join app.person p on p.name_search = s.name_search and p.merged_into is null
    where s.subject_kind = 'person' and s.name_search <> ''
      and not exists (select 1 from rating_sure m where m.row_no = s.row_no)
      and not exists (select 1 from app.import_decision d where d.kind = 'ratings' and d.fingerprint = s.fingerprint and d.thing_id = p.id and not d.same)
      and (s.birth_on is null or p.birth_on is null
        or left(s.birth_on::text, least(${part('s')}, ${part('p')})) = left(p.birth_on::text, least(${part('s')}, ${part('p')})))
      and (s.staff_code_key is null or p.staff_code_key is null)
      and exists (select 1 from app.post t join rating_place w on w.id = t.unit_id where t.person_id = p.id)`.execute(
    tx.db,
  )
  await sql`
    create temp table rating_matched on commit drop as
    with certain as (
      select row_no, count(*) as people, (array_agg(person_id))[1] as person_id from rating_sure group by row_no
    ), likely as (
      select row_no, count(*) filter (where born_same) as born, count(*) as named, count(*) filter (where in_unit) as there,
        (array_agg(person_id order by born_same desc nulls last, in_unit desc, person_id))[1] as first,
        jsonb_agg(jsonb_build_object('id', person_id) order by born_same desc nulls last, in_unit desc, person_id)
          filter (where in_unit or born_known) as list
      from rating_possible group by row_no
    )
    select row_no, c.people,
      case when c.people = 1 then c.person_id when c.people is null and (l.born = 1 or (l.named = 1 and l.there = 1)) then l.first end as person_id,
      case when c.people is null and not (l.born = 1 or (l.named = 1 and l.there = 1)) then l.list end as possible
    from certain c full join likely l using (row_no)`.execute(tx.db)
  await sql`
    create temp table rating_twice on commit drop as
    with said as (
      select s.row_no, s.period_id, case when s.subject_kind = 'unit' then s.unit_id else m.person_id end as subject
      from import_staged s left join rating_matched m using (row_no) where s.decision is distinct from 'skip'
    ), groups as (
      select array_agg(row_no order by row_no) as rows from said where subject is not null and period_id is not null
      group by subject, period_id having count(*) > 1
    ), pairs as (select distinct a as row_no, b as other from groups, unnest(rows) a, unnest(rows[1:5]) b where a <> b)
    select row_no, string_agg(other::text, ', ' order by other) as rows from pairs group by row_no`.execute(tx.db)
}

function part(table: 's' | 'p') {
  return sql.raw(`case ${table}.birth_precision when 'year' then 4 when 'month' then 7 else 10 end`)
}

function fault(key: string, code: string) {
  return sql.raw(`'${JSON.stringify({ key, code, values: {} })}'::jsonb`)
}
