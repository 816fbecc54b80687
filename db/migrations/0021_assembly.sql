-- Reports of a branch put together: where a unit's report counts, who reads it there, what the superior has made of the texts.

-- ---------------------------------------------------------------- where a report counts

-- A unit that has ended stands below the one that carries it on; every other below its parent. Each unit has one place, so that what it sent
-- is counted once.
create function app.branch_of(branch uuid, today date) returns table (unit_id uuid, unit_no integer, above uuid)
language sql stable set search_path = app, pg_temp as $$
  with recursive placed as materialized (
    select u.id, u.unit_no, coalesce(c.by_unit_id, u.parent_id) as above
    from app.unit u left join (select distinct on (unit_id) * from app.carried_on(branch_of.today) order by unit_id, by_unit_id) c on c.unit_id = u.id
  ), below as (
    select u.id, u.unit_no, null::uuid as above from app.unit u where u.id = branch_of.branch
    union
    select p.id, p.unit_no, p.above from below b join placed p on p.above = b.id
  )
  select id, below.unit_no, below.above from below
$$;
grant execute on function app.branch_of(uuid, date) to td_app;

-- One bit per unit that has come below one of the actor's by having ended into it, or below such a one. Read once per statement.
create function app.carried_bits() returns bytea language sql stable security definer set search_path = app, pg_temp as $$
  with recursive carried as materialized (
    select distinct on (unit_id) * from app.carried_on(current_setting('app.today')::date) order by unit_id, by_unit_id
  ), placed as materialized (
    select u.id, u.unit_no, coalesce(c.by_unit_id, u.parent_id) as above from app.unit u left join carried c on c.unit_id = u.id
    where exists (select 1 from carried)
  ), walk as (
    select p.id, p.unit_no from carried c join placed p on p.id = c.unit_id
    join app.unit carrier on carrier.id = c.by_unit_id and get_bit(app.seen_bits(), carrier.unit_no) = 1
    union
    select p.id, p.unit_no from walk w join placed p on p.above = w.id
  )
  select app.bits_of(coalesce(array_agg(unit_no), '{}'), app.scope_bytes()) from walk
$$;
revoke all on function app.carried_bits() from public;
grant execute on function app.carried_bits() to td_app;

-- What a unit sent before it ended is read by whoever reads what its successor sends.
drop policy obligation_seen on app.obligation;
create policy obligation_seen on app.obligation for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1 or assigned_person_id = (select app.actor_person())
  or id = any ((select app.shared_obligations())::uuid[])
  or (kind = 'report' and get_bit((select app.carried_bits()), unit_no) = 1)
);
drop policy submission_seen on app.submission;
create policy submission_seen on app.submission for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or (kind = 'report' and get_bit((select app.carried_bits()), unit_no) = 1)
);
drop policy report_figure_seen on app.report_figure;
create policy report_figure_seen on app.report_figure for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or get_bit((select app.carried_bits()), unit_no) = 1
);

-- The figures of a branch are added up from the index alone.
create index report_figure_branch on app.report_figure (form_id, unit_no) include (line_key, amount, base);

-- ---------------------------------------------------------------- what is made of the texts

alter table app.report_assembly add column sources jsonb not null;
comment on column app.report_assembly.sources is 'which sending of each report the text was made from: submission id to its number; what was sent since is marked';
