import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/unit-of-work.ts'

/**
 * A unit of the same name (folded) under the same parent, not ended, is that unit: nothing is done to it. Two rows of one name under one
 * parent are wrong. A row whose parent row will not be made is wrong too.
 */
export async function compareUnits(tx: Tx): Promise<void> {
  await sql`
    insert into import_result (row_no, outcome, thing_id, problems)
    with recursive judged as (
      select s.row_no, s.new_unit, s.parent_id, u.id as there, s.problems <> '[]' as bad,
        (select string_agg(o.row_no::text, ', ' order by o.row_no) from import_staged o
         where o.row_no <> s.row_no and o.name_search = s.name_search and o.parent_id = s.parent_id) as twice
      from import_staged s
      left join lateral (
        select u.id from app.unit u where u.parent_id = s.parent_id and u.name_search = s.name_search
          and (u.valid_to is null or u.valid_to >= ${tx.today}::date) limit 1
      ) u on true
    ), fallen as (
      select j.row_no, j.new_unit from judged j where j.bad or j.twice is not null
      union
      select j.row_no, j.new_unit from fallen f join judged j on j.parent_id = f.new_unit
    )
    select j.row_no,
      case when f.row_no is not null then 'wrong' when j.there is not null then 'same' else 'new' end,
      coalesce(j.there, j.new_unit),
      case
        when j.twice is not null then jsonb_build_array(jsonb_build_object('key', 'name', 'code', 'import-row-twice', 'values', jsonb_build_object('rows', j.twice)))
        when f.row_no is not null and not j.bad then '[{"key": "parent", "code": "import-parent-wrong", "values": {}}]'::jsonb
        else '[]'
      end
    from judged j left join fallen f using (row_no)`.execute(tx.db)
}
