import { sql } from 'kysely'
import type { ImportOrder } from '../../../imports/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'

/**
 * Says of every staged row whose award it is and whether the registry has it. Known: what somebody has decided of this name, birth and unit,
 * the name with the whole day of birth, the only unit of that name. The name with the unit, or with a part of the birth, is for a person to
 * decide. Everybody else is kept as written: most who were honoured long ago are not among ours. An award the registry has already is
 * the same, by the rule of `isLikelyDouble`.
 */
export async function compareAwards(tx: Tx, order: ImportOrder): Promise<void> {
  await findRecipients(tx, order)
  await sql`
    insert into import_result (row_no, outcome, thing_id, changes, candidates, problems)
    with judged as (
      select s.*, m.candidate_id, m.possible, d.rows as twice, a.id as there, m.unborn
      from import_staged s
      left join award_matched m using (row_no)
      left join award_twice d using (row_no)
      left join lateral (
        select a.id from app.award a left join app.award_recipient r on r.award_id = a.id
        where a.voided_at is null and a.award_code = s.award_code
          and (a.award_code <> 'khac' or lower(a.award_name) = lower(s.award_name))
          and (r.recipient_key = s.recipient_key or coalesce(a.person_id, a.recipient_unit_id) = m.candidate_id)
          and ${sameAward('a', 's')}
        limit 1
      ) a on true
    ), faults as (
      select j.*, array_remove(array[
        case when twice is not null then jsonb_build_object('key', null, 'code', 'import-row-repeated', 'values', jsonb_build_object('rows', twice)) end,
        case when unborn then jsonb_build_object('key', 'decisionOn', 'code', 'day-before-birth',
          'values', jsonb_build_object('name', recipient_name, 'day', to_char(decision_on, 'DD/MM/YYYY'))) end
      ], null) as wrong
      from judged j
    )
    select row_no,
      case
        when cardinality(wrong) > 0 then 'wrong'
        when decision = 'skip' then 'skipped'
        when there is not null then 'same'
        when candidate_id is null and possible is not null and decision is distinct from 'new' then 'doubtful'
        else 'new'
      end,
      coalesce(there, new_id), '{}',
      case when candidate_id is null and possible is not null and there is null and decision is distinct from 'new' then possible else '[]' end,
      to_jsonb(wrong)
    from faults`.execute(tx.db)
}

/** `isLikelyDouble` in SQL: the period where both say it, else the decision's number where both say it, else the year. */
function sameAward(a: 'a', s: 's') {
  return sql.raw(`case
    when ${a}.period_id is not null and ${s}.period_id is not null then ${a}.period_id = ${s}.period_id
    when ${a}.decision_number is not null and ${s}.decision_number is not null
      then ${a}.decision_year is not distinct from ${s}.decision_year and lower(${a}.decision_number) = lower(${s}.decision_number)
    else ${a}.decision_year = ${s}.decision_year end`)
}

/** Fills `award_matched` (row → who it is, who it may be) and `award_twice`. */
async function findRecipients(tx: Tx, order: ImportOrder): Promise<void> {
  await sql`
    create temp table award_known on commit drop as
    select s.row_no, m.candidate_id from import_staged s join app.recipient_match m on m.recipient_key = s.recipient_key and m.verdict = 'same'
      and m.keeper_unit_no = ${order.unitNo}
    union select s.row_no, coalesce(p.merged_into, d.thing_id) from import_staged s
      join app.import_decision d on d.kind = 'awards' and d.fingerprint = s.fingerprint and d.same left join app.person p on p.id = d.thing_id
    union select s.row_no, coalesce(p.merged_into, s.decision_thing) from import_staged s left join app.person p on p.id = s.decision_thing
      where s.decision = 'same'`.execute(tx.db)
  await sql`
    create temp table award_possible on commit drop as
    select s.row_no, p.id as candidate_id,
      s.birth_precision = 'day' and p.birth_precision = 'day' and s.birth_on = p.birth_on and lower(p.full_name) = lower(s.recipient_name) as sure,
      (s.birth_on is not null and p.birth_on is not null) or exists (
        select 1 from app.post t join app.unit u on u.id = t.unit_id
        where t.person_id = p.id and position(lower(u.name) in lower(s.recipient_unit_name)) > 0) as likely,
      p.birth_on > s.decision_on as unborn
    from import_staged s join app.person p on p.name_search = s.name_search and p.merged_into is null
    where s.recipient_kind = 'person' and s.name_search <> '' and ${notToldApart('p.id')}
      and (s.birth_on is null or p.birth_on is null
        or left(s.birth_on::text, least(${part('s')}, ${part('p')})) = left(p.birth_on::text, least(${part('s')}, ${part('p')})))
    union all
    select s.row_no, u.id, (count(*) over (partition by s.row_no)) = 1, true, false
    from import_staged s join app.unit u on lower(u.name) = lower(s.recipient_name)
    where s.recipient_kind = 'unit' and ${notToldApart('u.id')}`.execute(tx.db)
  await sql`
    create temp table award_matched on commit drop as
    with known as (
      select row_no, (array_agg(candidate_id))[1] as candidate_id from award_known group by row_no
    ), weighed as (
      select row_no, count(*) filter (where sure) as sure, (array_agg(candidate_id order by sure desc nulls last))[1] as first,
        bool_or(sure and unborn) as unborn,
        jsonb_agg(jsonb_build_object('id', candidate_id) order by candidate_id) filter (where likely) as list
      from award_possible group by row_no
    )
    select row_no, coalesce(k.candidate_id, case when w.sure = 1 then w.first end) as candidate_id,
      case when k.candidate_id is null and w.sure <> 1 then w.list end as possible,
      coalesce(k.candidate_id is null and w.sure = 1 and w.unborn, false) as unborn
    from known k full join weighed w using (row_no)`.execute(tx.db)
  await sql`
    create temp table award_twice on commit drop as
    with pairs as (
      select s.row_no, o.row_no as other from import_staged s join import_staged o
        on o.recipient_key = s.recipient_key and o.award_code = s.award_code and o.row_no <> s.row_no and lower(o.award_name) = lower(s.award_name)
      where s.decision is distinct from 'skip' and o.decision is distinct from 'skip'
        and s.period_id is not distinct from o.period_id and s.decision_year is not distinct from o.decision_year
        and lower(s.decision_number) is not distinct from lower(o.decision_number)
    )
    select row_no, string_agg(other::text, ', ' order by other) as rows from pairs group by row_no`.execute(tx.db)
}

/** Nobody is asked again of a pair that was told apart, in the registry or at a former sheet. */
function notToldApart(candidate: 'p.id' | 'u.id') {
  return sql`not exists (select 1 from award_known k where k.row_no = s.row_no)
    and not exists (select 1 from app.recipient_match m where m.recipient_key = s.recipient_key and m.candidate_id = ${sql.ref(candidate)} and m.verdict = 'different')
    and not exists (select 1 from app.import_decision d where d.kind = 'awards' and d.fingerprint = s.fingerprint and d.thing_id = ${sql.ref(candidate)} and not d.same)`
}

function part(table: 's' | 'p') {
  return sql.raw(`case ${table}.birth_precision when 'year' then 4 when 'month' then 7 else 10 end`)
}
