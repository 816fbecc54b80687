import { sql } from 'kysely'
import type { ImportOrder } from '../../../imports/server/index.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { actorName, recordSet } from '../../../mechanisms/record/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'

const AGAIN = 'nhập lại từ tệp'
const UNDONE = 'hoàn tác tệp nhập'

/** What is new comes into force; what a former sheet had brought gives way to this one. */
export async function applyRatings(tx: Tx, order: ImportOrder): Promise<Result<void>> {
  await sql`
    update app.rating r set replaced_at = ${tx.now}, replace_reason = ${AGAIN}
    from import_result i where i.outcome = 'changed' and i.thing_id = r.id`.execute(tx.db)
  await sql`
    insert into app.rating (id, person_id, rated_unit_id, period_id, unit_id, unit_no, subject_name, level, not_rated, note, post_title,
      source, import_id, source_words, recorded_by_name, recorded_at)
    select s.new_id, m.person_id, case when s.subject_kind = 'unit' then s.unit_id end, s.period_id, s.unit_id, s.unit_no,
      coalesce(p.full_name, s.full_name), s.level, s.not_rated, s.note,
      coalesce((
        select string_agg(distinct t.title, '; ') from app.post t
        where t.person_id = m.person_id and t.unit_id = s.unit_id and t.valid_from <= s.period_to and coalesce(t.valid_to, 'infinity') >= s.period_from
      ), ''),
      'import', ${order.id}::uuid, s.source_words, ${actorName(tx.actor)}, ${tx.now}
    from import_staged s join import_result i using (row_no)
    left join rating_matched m using (row_no) left join app.person p on p.id = m.person_id
    where i.outcome in ('new', 'changed')`.execute(tx.db)
  await sql`
    insert into app.import_effect (import_id, thing_id, thing_kind, row_no, act, version, before)
    select ${order.id}::uuid, s.new_id, 'rating', s.row_no, case i.outcome when 'new' then 'created' else 'changed' end, 1,
      case when i.outcome = 'changed' then jsonb_build_object('replaced', i.thing_id) end
    from import_staged s join import_result i using (row_no) where i.outcome in ('new', 'changed')`.execute(tx.db)
  await recordRatings(tx, order, 'rating.imported')
  return ok(undefined)
}

/** Takes an import back: what has been corrected since is left, the rest no longer holds, and what it had replaced holds again. */
export async function undoRatings(tx: Tx, order: ImportOrder): Promise<void> {
  await sql`
    update app.import_effect e set state = 'left', reason = 'changed'
    from app.rating r where e.import_id = ${order.id} and e.state = 'done' and r.id = e.thing_id and r.replaced_at is not null`.execute(
    tx.db,
  )
  // What it had replaced cannot hold again where another unit has given a level since: nobody has two.
  await sql`
    update app.import_effect e set state = 'left', reason = 'rated-elsewhere'
    from app.rating was where e.import_id = ${order.id} and e.state = 'done' and was.id = (e.before ->> 'replaced')::uuid
      and was.level is not null and exists (
        select 1 from app.rating r where r.person_id = was.person_id and r.period_id = was.period_id and r.replaced_at is null
          and r.level is not null and r.id <> e.thing_id)`.execute(tx.db)
  await recordRatings(tx, order, 'rating.import-undone')
  await sql`
    update app.rating r set replaced_at = ${tx.now}, replace_reason = ${UNDONE}
    from app.import_effect e where e.import_id = ${order.id} and e.state = 'done' and r.id = e.thing_id`.execute(tx.db)
  await sql`
    update app.rating r set replaced_at = null, replace_reason = null
    from app.import_effect e where e.import_id = ${order.id} and e.state = 'done' and r.id = (e.before ->> 'replaced')::uuid`.execute(
    tx.db,
  )
  await sql`update app.import_effect set state = 'undone' where import_id = ${order.id} and state = 'done'`.execute(
    tx.db,
  )
}

async function recordRatings(
  tx: Tx,
  order: ImportOrder,
  action: 'rating.imported' | 'rating.import-undone',
): Promise<void> {
  for (const kind of ['person', 'unit'] as const) {
    const column = sql.ref(kind === 'person' ? 'r.person_id' : 'r.rated_unit_id')
    await recordSet(tx, action, {
      kind,
      words: action === 'rating.imported' ? 'nhập từ tệp kết quả xếp loại' : 'hoàn tác kết quả xếp loại nhập từ tệp',
      things: sql`
        select ${column} as thing_id, r.subject_name as thing_name, coalesce(p.name_search, u.name_search) as thing_search, r.unit_id,
          jsonb_build_object('period', w.code) as detail, null::jsonb as changes
        from app.import_effect e join app.rating r on r.id = e.thing_id join app.award_period w on w.id = r.period_id
        left join app.person p on p.id = r.person_id left join app.unit u on u.id = r.rated_unit_id
        where e.import_id = ${order.id} and e.state = 'done' and ${column} is not null`,
    })
  }
}
