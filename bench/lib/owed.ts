import pg from 'pg'

/** What the units of the province owe: 60 pieces of work for every one of 5,000 units, a day apart, of which this many are still to come. */
const THINGS = 60
const COMING = 20
export const OWED = 300_000

/**
 * 300,000 obligations into a province: of those past, one in ten is still open; every unit has an officer and a head, both with a mailbox.
 * Written straight into the tables, as the owner.
 */
export async function makeOwed(ownerUrl: string, day: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(`
      create function pg_temp.key(kind text, no integer) returns uuid language sql immutable as $$
        select md5(kind || ' ' || no)::uuid $$;
      insert into app.assignment (id, unit_id, unit_no, title, title_search, made_by_name, made_at, due_day, due_relation, recurrence,
        day_rule, needs_proof)
      select pg_temp.key('assignment', n), u.id, u.unit_no, 'Báo cáo kết quả phong trào thi đua, lần ' || n, 'bao cao ket qua phong trao thi dua, lan ' || n,
        'Lê Thị Hoa', now(), '${day}', 'by', 'once', 'as-written', false
      from generate_series(1, ${THINGS}) n join app.unit u on u.id = pg_temp.key('unit', 1);
      insert into app.obligation (id, kind, thing_kind, thing_id, unit_id, unit_no, owed_to_unit_id, title, title_search, due_day, due_relation, last_day,
        first_last_day, state, done_on, done_way, created_at)
      select gen_random_uuid(), case when t % 2 = 0 then 'report' else 'task' end, 'assignment', pg_temp.key('assignment', t), u.id, u.unit_no,
        pg_temp.key('unit', 1), 'Báo cáo lần ' || t, 'bao cao lan ' || t, d.due, 'by', d.due, d.due,
        case when d.open then 'open' else 'done' end,
        case when d.open then null else d.due - (u.unit_no + t) % 9 + 2 end, case when d.open then null else 'product' end, now() - interval '800 days'
      from generate_series(1, ${THINGS}) t cross join app.unit u
      cross join lateral (
        select '${day}'::date - (${THINGS} - ${COMING} - t) + (u.unit_no % 5) as due,
          t > ${THINGS} - ${COMING} or (u.unit_no * 7 + t * 13) % 10 = 0 as open
      ) d;
      insert into app.post_grant (id, post_id, role, unit_id, valid_from, created_at)
      select gen_random_uuid(), pg_temp.key('post', 10000 + n), 'officer', t.unit_id, '2020-01-01', now()
      from generate_series(1, 5000) n join app.post t on t.id = pg_temp.key('post', 10000 + n);
      insert into app.post_grant (id, post_id, role, unit_id, valid_from, created_at)
      select gen_random_uuid(), pg_temp.key('post', 20000 + n), 'head', t.unit_id, '2020-01-01', now()
      from generate_series(1, 5000) n join app.post t on t.id = pg_temp.key('post', 20000 + n);
      update app.person p set email = 'p' || n || '@bench.example'
      from generate_series(10001, 25000) n where p.id = pg_temp.key('person', n);
      insert into app.account (id, person_id, sign_in_name, created_at)
      select pg_temp.key('account', n), pg_temp.key('person', n), 'bench.' || n, now() from generate_series(10001, 15000) n;`)
    await owner.query(`select set_config('app.actor', 'job:bench', false)`)
    await owner.query('select app.refresh_person_units($1::date), app.refresh_scopes($1::date)', [day])
    await owner.query('vacuum analyze')
  } finally {
    await owner.end()
  }
}
