-- The record says what a value was before and after, and which request asked; what is written is sealed in a chain, so that changing the
-- past shows. Rows commit in another order than they are numbered, so the chain has an order and a table of its own: the record stays
-- a table one may only add to.

alter table app.record add column request_id text;
alter table app.record add column changes jsonb;
alter table app.record add column search text;
comment on column app.record.changes is '{"field": [before, after]}; of a sensitive field the keyed digests of both';
comment on column app.record.search is 'who and the sentence, folded, to be found by; follows from the rest, so it is not sealed';

-- What is not yet sealed. Filled by the database itself in the transaction of the row, emptied by the sealer: nothing is looked for by
-- «number greater than the last», which would miss what commits late.
create table app.record_to_seal (record_id uuid primary key references app.record (id));

create function app.queue_for_sealing() returns trigger
language plpgsql security definer set search_path = app, pg_temp as $$
begin
  insert into app.record_to_seal select id from written on conflict do nothing;
  return null;
end $$;
revoke all on function app.queue_for_sealing() from public;
create trigger record_queued after insert on app.record
  referencing new table as written for each statement execute function app.queue_for_sealing();
insert into app.record_to_seal select id from app.record;

create table app.record_seal (
  seal_no bigint primary key check (seal_no > 0),
  record_id uuid not null unique references app.record (id),
  hash bytea not null check (length(hash) = 32),
  sealed_at timestamptz not null
);
comment on column app.record_seal.hash is 'SHA-256 over the number, the hash before it and every column of the record''s row';

-- The chain's head of each day, to be printed or mailed out: against what has left the house even the owner cannot rewrite the past.
create table app.record_head (
  day date primary key,
  seal_no bigint not null,
  hash bytea not null check (length(hash) = 32),
  made_at timestamptz not null
);
create table app.record_head_reader (
  email text primary key check (email = lower(email)),
  added_at timestamptz not null,
  added_by_name text not null
);
comment on table app.record_head_reader is 'addresses outside the house''s own machine to which the day''s head is mailed';

grant select, insert on app.record_seal, app.record_head to td_app;
grant select, delete on app.record_to_seal to td_app;
grant select, insert, delete on app.record_head_reader to td_app;

-- ---------------------------------------------------------------- who reads the record

-- Whoever administers or audits the whole organisation today.
create function app.reads_record() returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select app.actor_is_house() or exists (
    select 1
    from app.account a
    join app.held_grant h on h.person_id = a.person_id and h.role in ('administrator', 'auditor')
    join app.unit u on u.id = h.unit_id and u.parent_id is null
    where a.id = app.actor_account() and a.disabled_at is null
      and current_setting('app.today')::date >= h.held_from
      and (h.held_to is null or current_setting('app.today')::date <= h.held_to)
  )
$$;
grant execute on function app.reads_record() to td_app;

alter table app.record enable row level security;
create policy record_read on app.record for select to td_app using ((select app.reads_record()));
create policy record_written on app.record for insert to td_app with check (true);

-- The entries of things whose page somebody may read: the use case has asked whether he may, so this asks no more.
create function app.record_of(things uuid[], most integer) returns setof app.record
language sql stable security definer set search_path = app, pg_temp as $$
  select r.* from app.record r
  where r.thing_id = any (things) and (app.actor_is_house() or app.actor_account() is not null)
  order by r.at desc, r.entry_no desc limit most
$$;
revoke all on function app.record_of(uuid[], integer) from public;
grant execute on function app.record_of(uuid[], integer) to td_app;
