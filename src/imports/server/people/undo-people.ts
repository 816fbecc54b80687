import { sql } from 'kysely'
import { recordSet } from '../../../mechanisms/record/server/index.ts'
import { refreshScopes, type Tx } from '../../../platform/database/unit-of-work.ts'
import type { ImportOrder } from '../import-kind.ts'
import { PERSON_COLUMNS, POST_COLUMNS } from './apply-people.ts'

/**
 * Takes back what an import did to people and posts. A thing somebody has changed since is left, and with it everything of its row; so is a
 * person or a post that something else has come to stand on. What is left is listed with the reason.
 */
export async function undoPeople(tx: Tx, order: ImportOrder): Promise<void> {
  await sql`
    insert into app.import_effect (import_id, thing_id, thing_kind, row_no, act, version)
    select r.import_id, r.thing_id, 'person', r.row_no, 'created', 1 from app.import_row r where r.import_id = ${order.id} and r.outcome = 'new'
    union all
    select r.import_id, (r.staged ->> 'new_post')::uuid, 'post', r.row_no, 'created', 1
    from app.import_row r where r.import_id = ${order.id} and r.outcome = 'new'`.execute(tx.db)
  await leaveWhatStands(tx, order)
  const { rows: moved } = await sql<{ id: string }>`
    select distinct t.person_id as id from app.import_effect e join app.post t on t.id = e.thing_id
    join app.import_effect p on p.import_id = e.import_id and p.row_no = e.row_no
    where e.import_id = ${order.id} and e.thing_kind = 'post' and e.state = 'done'
      and not exists (select 1 from app.import_effect c where c.import_id = e.import_id and c.thing_id = t.person_id and c.act = 'created')`.execute(
    tx.db,
  )
  await recordUndone(tx, order)
  await restore(tx, order, 'person', PERSON_COLUMNS)
  await restore(tx, order, 'post', POST_COLUMNS)
  await sql`update app.import_effect set state = 'undone' where import_id = ${order.id} and state = 'done'`.execute(
    tx.db,
  )
  await sql`select app.remove_imported(${order.id}, 'post'), app.remove_imported(${order.id}, 'person')`.execute(tx.db)
  if (moved.length > 0)
    await refreshScopes(
      tx,
      moved.map(({ id }) => id),
    )
}

async function leaveWhatStands(tx: Tx, order: ImportOrder): Promise<void> {
  await sql`
    create temp table import_leave on commit drop as
    select e.thing_id, 'changed' as reason from app.import_effect e join app.person p on p.id = e.thing_id
      where e.import_id = ${order.id} and e.thing_kind = 'person' and e.state = 'done' and (p.version <> e.version or p.merged_into is not null)
    union all
    select e.thing_id, 'changed' from app.import_effect e join app.post t on t.id = e.thing_id
      where e.import_id = ${order.id} and e.thing_kind = 'post' and e.state = 'done' and t.version <> e.version
    union all
    -- What he had before is somebody else's by now.
    select e.thing_id, 'code-taken' from app.import_effect e join app.person o
      on o.id <> e.thing_id and (o.staff_code_key = e.before ->> 'staff_code_key' or o.citizen_id_digest = e.before ->> 'citizen_id_digest')
      where e.import_id = ${order.id} and e.thing_kind = 'person' and e.act = 'changed' and e.state = 'done'
    union all
    select e.thing_id, 'gone' from app.import_effect e where e.import_id = ${order.id} and e.state = 'done'
      and not exists (select 1 from app.person p where p.id = e.thing_id) and not exists (select 1 from app.post t where t.id = e.thing_id)
    union all select b.thing_id, b.by_table from app.import_bound(${order.id}, 'person') b
    union all select b.thing_id, b.by_table from app.import_bound(${order.id}, 'post') b`.execute(tx.db)
  await sql`
    update app.import_effect e set state = 'left', reason = l.reason
    from (
      select o.row_no, (array_agg(l.reason order by l.reason = 'changed' desc))[1] as reason
      from import_leave l join app.import_effect o on o.import_id = ${order.id} and o.thing_id = l.thing_id group by o.row_no
    ) l
    where e.import_id = ${order.id} and e.row_no = l.row_no and e.state = 'done'`.execute(tx.db)
}

async function restore(
  tx: Tx,
  order: ImportOrder,
  table: 'person' | 'post',
  columns: readonly string[],
): Promise<void> {
  await sql`
    update app.${sql.raw(table)} t
    set ${sql.raw(columns.map((column) => `${column} = b.${column}`).join(', '))}, version = t.version + 1
    from app.import_effect e cross join lateral jsonb_populate_record(null::app.${sql.raw(table)}, e.before) b
    where e.import_id = ${order.id} and e.thing_kind = ${table} and e.act = 'changed' and e.state = 'done' and t.id = e.thing_id`.execute(
    tx.db,
  )
}

/** Before anything goes: the rows that are undone, one for each person. */
async function recordUndone(tx: Tx, order: ImportOrder): Promise<void> {
  await recordSet(tx, 'person.import-undone', {
    kind: 'person',
    words: 'hoàn tác từ tệp',
    things: sql`
      select p.id as thing_id, p.full_name as thing_name, p.name_search as thing_search, u.id as unit_id,
        jsonb_build_object('file', i.file_name) as detail, null::jsonb as changes
      from (
        select distinct coalesce(t.person_id, e.thing_id) as person_id
        from app.import_effect e left join app.post t on e.thing_kind = 'post' and t.id = e.thing_id
        where e.import_id = ${order.id} and e.state = 'done'
      ) d
      join app.person p on p.id = d.person_id join app.unit u on u.unit_no = p.unit_no cross join app.import i where i.id = ${order.id}`,
  })
}
