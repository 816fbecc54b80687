import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { ImportOrder } from '../import-kind.ts'

/**
 * Where no code and no number tells, a person of the same name (folded) scores: the name itself 20, the same day of birth 50 (a month or a
 * year that agree 25), the same unit 30. Everything, 100, is the same person. From 45 somebody has to look: the name with the unit, with
 * the day of birth, with the year of birth. The name alone, 20, is nobody.
 */
export const SURE = 100
export const ASK = 45
const NAME = 20
const BIRTH_DAY = 50
const BIRTH_PART = 25
const UNIT = 30
/** Rows of the same person named beside each. */
const MOST_NAMED = 5

const birthPart = (table: string, other: string) =>
  `left(${table}.birth_on::text, least(case ${table}.birth_precision when 'year' then 4 when 'month' then 7 else 10 end,
     case ${other}.birth_precision when 'year' then 4 when 'month' then 7 else 10 end))`

/** Fills `import_place` (the units rows are taken for) and `import_matched` (row → how many sure people, the one, the possible ones). */
export async function findMatches(tx: Tx, order: ImportOrder): Promise<void> {
  await sql`
    create temp table import_place on commit drop as
    with recursive tree as (
      select id, unit_no from app.unit where id = ${order.unitId}
      union all select u.id, u.unit_no from tree t join app.unit u on u.parent_id = t.id
    ) select unit_no from tree`.execute(tx.db)
  await sql`
    create temp table import_sure on commit drop as
    select s.row_no, coalesce(p.merged_into, p.id) as person_id from import_staged s join app.person p on p.id = s.person_ref
    union select s.row_no, p.id from import_staged s join app.person p on p.staff_code_key = s.staff_code_key
    union select s.row_no, p.id from import_staged s cross join unnest(s.citizen_digests) d join app.person p on p.citizen_id_digest = d
    union select s.row_no, coalesce(p.merged_into, p.id) from import_staged s
      join app.import_decision d on d.kind = 'people' and d.fingerprint = s.fingerprint and d.same join app.person p on p.id = d.thing_id
    union select s.row_no, coalesce(p.merged_into, p.id) from import_staged s join app.person p on p.id = s.decision_thing
      where s.decision = 'same'`.execute(tx.db)
  await sql`analyze import_place`.execute(tx.db)
  await sql`analyze import_sure`.execute(tx.db)
  await sql`
    create temp table import_possible on commit drop as
    select s.row_no, p.id as person_id, ${NAME}
      + case when s.birth_on is null or p.birth_on is null then 0
             when s.birth_precision = 'day' and p.birth_precision = 'day' then ${BIRTH_DAY} else ${BIRTH_PART} end
      + case when s.unit_no = p.unit_no or s.unit_no = any (p.other_unit_nos) then ${UNIT} else 0 end as score
    from import_staged s
    join app.person p on p.name_search = s.name_search and p.merged_into is null
    join import_place w on w.unit_no = p.unit_no
    where s.decision is distinct from 'new' and s.name_search <> ''
      and not exists (select 1 from import_sure m where m.row_no = s.row_no)
      and not exists (select 1 from import_sure m where m.person_id = p.id)
      and not exists (select 1 from app.import_decision d where d.kind = 'people' and d.fingerprint = s.fingerprint and d.thing_id = p.id and not d.same)
      and (s.birth_on is null or p.birth_on is null or ${sql.raw(`${birthPart('s', 'p')} = ${birthPart('p', 's')}`)})
      and (s.staff_code_key is null or p.staff_code_key is null)
      and (s.citizen_digests is null or p.citizen_id_digest is null)`.execute(tx.db)
  await sql`
    create temp table import_matched on commit drop as
    with certain as (
      select row_no, count(*) as people, (array_agg(person_id))[1] as person_id from import_sure group by row_no
    ), likely as (
      select row_no, count(*) filter (where score >= ${SURE}) as people,
        (array_agg(person_id order by score desc, person_id))[1] as person_id,
        jsonb_agg(jsonb_build_object('id', person_id, 'score', score) order by score desc, person_id) as people_list
      from import_possible where score >= ${ASK} group by row_no
    )
    select row_no, coalesce(c.people, case when l.people = 1 then 1 end) as sure,
      case when c.people = 1 then c.person_id when c.people is null and l.people = 1 then l.person_id end as person_id,
      case when c.people is null and l.people <> 1 then l.people_list end as possible
    from certain c full join likely l using (row_no)`.execute(tx.db)
  await sql`analyze import_matched`.execute(tx.db)
}

/** Fills `import_twice`: rows that are the same person as other rows of the sheet, with the numbers of those. */
export async function findDuplicates(tx: Tx): Promise<void> {
  await sql`
    create temp table import_twice on commit drop as
    with said as (select * from import_staged where decision is distinct from 'skip'),
    groups as (
      select array_agg(row_no order by row_no) as rows from import_matched join said using (row_no)
        where person_id is not null group by person_id having count(*) > 1
      union all select array_agg(row_no order by row_no) from said where staff_code_key is not null group by staff_code_key having count(*) > 1
      union all select array_agg(row_no order by row_no) from said where citizen_digests is not null group by citizen_digests having count(*) > 1
      union all select array_agg(s.row_no order by s.row_no) from said s left join import_matched m using (row_no)
        where m.person_id is null and s.name_search <> '' and s.unit_id is not null and s.staff_code_key is null and s.citizen_digests is null
        group by s.name_search, s.birth_on, s.birth_precision, s.unit_id having count(*) > 1
    ), pairs as (
      -- A few are named: a column copied down a whole sheet must not cost its square.
      select distinct a as row_no, b as other from groups, unnest(rows) a, unnest(rows[1:${MOST_NAMED}]) b where a <> b
    )
    select row_no, string_agg(other::text, ', ' order by other) as rows from pairs group by row_no`.execute(tx.db)
}
