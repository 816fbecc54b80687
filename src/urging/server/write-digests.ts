import { sql } from 'kysely'
import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'

/** What a mail lists in full; the rest is counted, and stands on the page. */
const LISTED = 20

type Written = { people: number; mails: number }

/**
 * One digest for each person of whom something was reminded in this run, and one mail where there is an address: whatever the number of
 * reminders. The mails wait for working hours.
 */
export async function writeDigests(tx: Tx, asOf: PlainDate, waitUntil: Date | null): Promise<Written> {
  const { rows } = await sql<Written>`
    with told as materialized (
      select p.person_id, r.id, r.message, o.last_day, coalesce(c.title, a.title, '') as thing,
        row_number() over (partition by p.person_id order by o.last_day, u.order_no, r.id) as no
      from app.reminder r
      cross join lateral unnest(r.to_person_ids) as p (person_id)
      join app.obligation o on o.id = r.obligation_id
      join app.unit u on u.id = o.unit_id
      left join app.campaign c on o.thing_kind = 'campaign' and c.id = o.thing_id
      left join app.assignment a on o.thing_kind = 'assignment' and a.id = o.thing_id
      where r.sent_on = ${asOf}::date and r.sent_at = ${tx.now} and r.step is not null
    ),
    digest as materialized (
      select t.person_id, array_agg(t.id order by t.no) as ids, count(*)::int as total,
        (count(*) filter (where t.last_day < ${asOf}::date))::int as late,
        string_agg(t.no || '. ' || t.message || case when t.thing = '' then '' else ' (' || t.thing || ')' end, E'\n' order by t.no)
          filter (where t.no <= ${LISTED}) as lines
      from told t group by t.person_id
    ),
    reached as materialized (
      select d.*, p.unit_no, p.full_name, coalesce(a.email, p.email) as address,
        case when coalesce(a.email, p.email) is not null
          and not exists (select 1 from app.urging_digest x where x.person_id = d.person_id and x.on_day = ${asOf}::date)
          then app.id_at(${tx.now}) end as mail_id
      from digest d join app.person p on p.id = d.person_id
      left join app.account a on a.person_id = p.id and a.disabled_at is null
    ),
    mails as (
      insert into app.outbox_mail (id, to_address, to_name, subject, body, link_path, created_at, not_before)
      select mail_id, address, full_name,
        'Nhắc việc ngày ' || ${formatDate(asOf)} || ': ' || total || ' việc' || case when late > 0 then ', ' || late || ' việc quá hạn' else '' end,
        'Các việc được nhắc hôm nay:' || E'\n\n' || lines
          || case when total > ${LISTED} then E'\n' || 'Và ' || (total - ${LISTED}) || ' việc khác trong Việc của tôi.' else '' end,
        '/', ${tx.now}, ${waitUntil}::timestamptz
      from reached where mail_id is not null
      returning id
    ),
    digests as (
      insert into app.urging_digest as d (id, person_id, unit_no, on_day, reminder_ids, mail_id, made_at)
      select app.id_at(${tx.now}), person_id, unit_no, ${asOf}::date, ids, mail_id, ${tx.now} from reached
      on conflict (person_id, on_day) do update set reminder_ids = d.reminder_ids || excluded.reminder_ids, seen_at = null
      returning 1
    )
    select (select count(*) from digests)::int as people, (select count(*) from mails)::int as mails`.execute(tx.db)
  return rows[0] ?? { people: 0, mails: 0 }
}
