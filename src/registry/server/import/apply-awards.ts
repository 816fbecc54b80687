import { sql } from 'kysely'
import type { ImportOrder } from '../../../imports/server/index.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { actorName, recordSet } from '../../../mechanisms/record/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'

const UNDONE = 'hoàn tác tệp nhập'

/** New entries of the registry, kept by the unit the sheet was brought for; who was decided to be who is remembered there too. */
export async function applyAwards(tx: Tx, order: ImportOrder): Promise<Result<void>> {
  const account = tx.actor.kind === 'person' ? tx.actor.accountId : null
  await sql`
    insert into app.award (id, recipient_kind, person_id, recipient_unit_id, recipient_name, recipient_unit_name, recipient_search, award_code,
      award_name, method, period_id, achievement, decision_number, decision_on, decision_year, issuer, signer, source, import_id,
      keeper_unit_id, keeper_unit_no, entered_by, entered_by_name, entered_at)
    select s.new_id, s.recipient_kind, case when s.recipient_kind = 'person' then m.candidate_id end,
      case when s.recipient_kind = 'unit' then m.candidate_id end, s.recipient_name, coalesce(s.recipient_unit_name, ''), s.recipient_search,
      s.award_code, s.award_name, s.method, s.period_id, coalesce(s.achievement, ''), s.decision_number, s.decision_on, s.decision_year,
      s.issuer, s.signer, 'import', ${order.id}::uuid, ${order.unitId}::uuid, ${order.unitNo}, ${account}::uuid, ${actorName(tx.actor)}, ${tx.now}
    from import_staged s join import_result i using (row_no) left join award_matched m using (row_no)
    where i.outcome = 'new'`.execute(tx.db)
  await sql`
    insert into app.award_recipient (award_id, keeper_unit_no, birth_on, birth_precision, recipient_key)
    select s.new_id, ${order.unitNo}, s.birth_on, s.birth_precision, s.recipient_key
    from import_staged s join import_result i using (row_no) where i.outcome = 'new'`.execute(tx.db)
  await sql`
    insert into app.recipient_match (recipient_key, person_id, recipient_unit_id, keeper_unit_no, verdict, decided_by_name, decided_at)
    select distinct on (s.recipient_key) s.recipient_key, case when s.recipient_kind = 'person' then m.candidate_id end,
      case when s.recipient_kind = 'unit' then m.candidate_id end, ${order.unitNo}::integer, 'same', ${actorName(tx.actor)}, ${tx.now}::timestamptz
    from import_staged s join import_result i using (row_no) join award_matched m using (row_no)
    where i.outcome = 'new' and s.decision = 'same'
      and not exists (
        select 1 from app.recipient_match o where o.recipient_key = s.recipient_key and o.keeper_unit_no = ${order.unitNo} and o.verdict = 'same')
    on conflict (recipient_key, candidate_id, keeper_unit_no) do update set verdict = 'same'`.execute(tx.db)
  await sql`
    insert into app.import_effect (import_id, thing_id, thing_kind, row_no, act, version)
    select ${order.id}::uuid, s.new_id, 'award', s.row_no, 'created', 1
    from import_staged s join import_result i using (row_no) where i.outcome = 'new'`.execute(tx.db)
  await recordAwards(tx, order, 'award.imported')
  return ok(undefined)
}

/** Takes an import back: entries nobody has touched since are voided, with the reason; those corrected or matched since stay. */
export async function undoAwards(tx: Tx, order: ImportOrder): Promise<void> {
  await sql`
    update app.import_effect e set state = 'left', reason = 'changed'
    from app.award a where e.import_id = ${order.id} and e.state = 'done' and a.id = e.thing_id and a.version <> e.version`.execute(
    tx.db,
  )
  await recordAwards(tx, order, 'award.import-undone')
  await sql`
    update app.award a set voided_at = ${tx.now}, void_reason = ${UNDONE}, version = a.version + 1
    from app.import_effect e where e.import_id = ${order.id} and e.state = 'done' and a.id = e.thing_id`.execute(tx.db)
  await sql`update app.import_effect set state = 'undone' where import_id = ${order.id} and state = 'done'`.execute(
    tx.db,
  )
}

async function recordAwards(
  tx: Tx,
  order: ImportOrder,
  action: 'award.imported' | 'award.import-undone',
): Promise<void> {
  await recordSet(tx, action, {
    kind: 'award',
    words: action === 'award.imported' ? 'nhập từ tệp vào sổ khen thưởng' : 'hoàn tác nhập từ tệp vào sổ khen thưởng',
    things: sql`
      select a.id as thing_id, a.recipient_name as thing_name, a.recipient_search as thing_search, a.keeper_unit_id as unit_id,
        jsonb_build_object('award', a.award_name) as detail, null::jsonb as changes
      from app.import_effect e join app.award a on a.id = e.thing_id where e.import_id = ${order.id} and e.state = 'done'`,
  })
}
