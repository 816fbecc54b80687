-- Urging in full: holidays confirmed year by year, mails that wait for the morning, one run of the ladder a day, letters and what they urge.

-- ---------------------------------------------------------------- working days

alter table app.special_day add column unscheduled boolean not null default false;
comment on column app.special_day.unscheduled is 'the offices were closed for a reason of their own (storm, flood), which the name says';

-- Whether the days off of a year are those announced; a year that is not here is only what the law lets expect.
create table app.holiday_year (
  year integer primary key check (year between 2000 and 2100),
  announcement text not null check (announcement <> ''),
  announced_on date,
  confirmed_by_name text not null,
  confirmed_at timestamptz not null,
  version integer not null default 1
);
grant select, insert, update on app.holiday_year to td_app;

-- ---------------------------------------------------------------- mails wait for working hours

alter table app.outbox_mail add column not_before timestamptz;
alter table app.outbox_mail add column maybe_twice boolean not null default false;
comment on column app.outbox_mail.maybe_twice is 'the server died between handing it in and noting it, so it was handed in once more under the same Message-ID';
grant update (maybe_twice) on app.outbox_mail to td_app;
comment on column app.outbox_mail.not_before is 'what can wait goes out from this moment on, in working hours of a working day alone, also when it is tried again; null: at once, at any hour';

-- ---------------------------------------------------------------- the ladder

-- What the ladder did on each day; a day that is here has been run, whatever was stopped since.
create table app.ladder_run (
  on_day date primary key,
  at timestamptz not null,
  reminded integer not null,
  people integer not null,
  mails integer not null,
  unreached integer not null,
  letters integer not null
);
grant select, insert on app.ladder_run to td_app;
comment on column app.ladder_run.unreached is 'reminders that nobody could be told of: no one with that role who reads here or gets mail';

-- Ids in the order of time, for rows written by the hundred thousand in one statement.
create function app.id_at(moment timestamptz) returns uuid language sql volatile as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send(floor(extract(epoch from moment) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- Who answers for each unit on a day and can be told, here or by mail. For jobs alone: it looks past the wall.
create function app.urged_people(on_day date)
returns table (unit_id uuid, role text, person_id uuid, full_name text)
language sql stable security definer set search_path = app, pg_temp as $$
  select distinct g.unit_id, g.role, p.id, p.full_name
  from app.held_grant g join app.person p on p.id = g.person_id
  where app.actor_is_house() and g.role in ('officer', 'head', 'authority')
    and on_day >= g.held_from and (g.held_to is null or on_day <= g.held_to)
    and (p.email is not null or exists (select 1 from app.account a where a.person_id = p.id and a.disabled_at is null))
$$;
revoke all on function app.urged_people(date) from public;
grant execute on function app.urged_people(date) to td_app;

-- ---------------------------------------------------------------- letters

-- Which late obligations a letter urges; of one last day no obligation is in two letters that stand.
create table app.urging_letter_obligation (
  letter_id uuid not null references app.urging_letter (id),
  obligation_id uuid not null references app.obligation (id),
  for_last_day date not null,
  unit_no integer not null references app.unit (unit_no),
  live boolean not null default true,
  primary key (letter_id, obligation_id)
);
create unique index urging_letter_obligation_once on app.urging_letter_obligation (obligation_id, for_last_day) where live;
comment on column app.urging_letter_obligation.live is 'false once the letter was discarded: the obligation may stand in another';
grant select, insert, update on app.urging_letter_obligation to td_app;
alter table app.urging_letter_obligation enable row level security;
-- With the obligation, wherever that has gone by a merger since.
create policy urging_letter_obligation_seen on app.urging_letter_obligation for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1 or exists (select 1 from app.obligation o where o.id = obligation_id)
);
create policy urging_letter_obligation_added on app.urging_letter_obligation for insert to td_app with check (
  exists (select 1 from app.obligation o where o.id = obligation_id)
);
create policy urging_letter_obligation_changed on app.urging_letter_obligation for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);

-- An issued letter is read by the units it urges.
drop policy urging_letter_seen on app.urging_letter;
create policy urging_letter_seen on app.urging_letter for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or (state = 'issued' and exists (select 1 from app.urging_letter_obligation u where u.letter_id = id))
);

alter table app.urging_letter
  add column thing_kind text check (thing_kind in ('campaign', 'assignment')),
  add column thing_id uuid,
  add column discard_reason text;

-- ---------------------------------------------------------------- the log of one obligation's reminders

-- Mails are an administrator's to read; of a reminder whoever may read it is told which mail went to whom, and whether it went.
create function app.mails_of_reminders(obligation uuid)
returns table (reminder_id uuid, mail_id uuid, to_name text, state text, created_at timestamptz, sent_at timestamptz, not_before timestamptz, last_error text, maybe_twice boolean)
language sql stable security definer set search_path = app, pg_temp as $$
  with seen as (
    select r.id, r.to_person_ids, r.to_names, r.sent_on, r.urging_letter_id from app.reminder r join app.obligation o on o.id = r.obligation_id
    where o.id = obligation and (app.sees_all() or get_bit(app.seen_bits(), o.unit_no) = 1)
  )
  select s.id, m.id, m.to_name, m.state, m.created_at, m.sent_at, m.not_before, m.last_error, m.maybe_twice
  from seen s join app.outbox_mail m on m.reminder_id = s.id
  union all
  select s.id, m.id, m.to_name, m.state, m.created_at, m.sent_at, m.not_before, m.last_error, m.maybe_twice
  from seen s
  join app.urging_digest d on d.on_day = s.sent_on and d.person_id = any (s.to_person_ids) and s.id = any (d.reminder_ids)
  join app.outbox_mail m on m.id = d.mail_id
  union all
  -- Of a letter one mail goes to each reader, whatever the number of his obligations in it; it hangs on one of them.
  select s.id, m.id, m.to_name, m.state, m.created_at, m.sent_at, m.not_before, m.last_error, m.maybe_twice
  from seen s
  join app.reminder x on x.urging_letter_id = s.urging_letter_id and x.id <> s.id and x.to_person_ids && s.to_person_ids
  join app.outbox_mail m on m.reminder_id = x.id and m.to_name = any (s.to_names)
$$;
revoke all on function app.mails_of_reminders(uuid) from public;
grant execute on function app.mails_of_reminders(uuid) to td_app;
create index outbox_mail_reminder on app.outbox_mail (reminder_id) where reminder_id is not null;
create index reminder_letter_of on app.reminder (urging_letter_id) where urging_letter_id is not null;

-- Sends a reminder's mail again: one that was given up is tried anew, one that went out is written a second time, unless a second still waits.
-- Gives how.
create function app.send_reminder_again(obligation uuid, reminder uuid, mail uuid, at timestamptz, not_before timestamptz, new_id uuid) returns text
language plpgsql security definer set search_path = app, pg_temp as $$
declare
  found_state text;
begin
  -- Two presses: the second waits here and finds what the first has written.
  perform 1 from app.outbox_mail m where m.id = mail for update;
  select m.state into found_state from app.mails_of_reminders(obligation) m
  where m.reminder_id = reminder and m.mail_id = mail;
  if found_state is null then return null; end if;
  if exists (
    select 1 from app.outbox_mail w join app.outbox_mail m on m.id = mail and m.to_address = w.to_address
    where w.reminder_id = reminder and w.state in ('waiting', 'sending')
  ) then return 'waits'; end if;
  if found_state in ('failed', 'stale') then
    update app.outbox_mail set state = 'waiting', attempts = 0, next_try_at = at, last_error = null where id = mail;
    return 'again';
  elsif found_state = 'sent' then
    insert into app.outbox_mail (id, to_address, to_name, subject, body, reminder_id, link_path, created_at, not_before)
    select new_id, m.to_address, m.to_name, m.subject, m.body, reminder, m.link_path, at, send_reminder_again.not_before
    from app.outbox_mail m where m.id = mail;
    return 'anew';
  end if;
  return 'waits';
end $$;
revoke all on function app.send_reminder_again(uuid, uuid, uuid, timestamptz, timestamptz, uuid) from public;
grant execute on function app.send_reminder_again(uuid, uuid, uuid, timestamptz, timestamptz, uuid) to td_app;

-- ---------------------------------------------------------------- outages

alter table app.outage
  add column taken_back_at timestamptz,
  add column taken_back_by_name text,
  add column taken_back_reason text,
  add constraint outage_taken_back check ((taken_back_at is null) = (taken_back_reason is null));

-- What an outage lengthened, so that it can be shown and taken back; what has changed since stays.
create table app.outage_effect (
  outage_id uuid not null references app.outage (id),
  obligation_id uuid not null references app.obligation (id),
  unit_no integer not null references app.unit (unit_no),
  was date not null,
  became date not null,
  was_because text,
  version integer not null,
  primary key (outage_id, obligation_id)
);
grant select, insert on app.outage_effect to td_app;
alter table app.outage_effect enable row level security;
create policy outage_effect_seen on app.outage_effect for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy outage_effect_added on app.outage_effect for insert to td_app with check (
  exists (select 1 from app.obligation o where o.id = obligation_id)
);

-- ---------------------------------------------------------------- who can be reached

-- How many heads and officers a unit has, and how many of them read here or get mail: said on the board, without who they are.
create function app.unit_reach(unit_ids uuid[], on_day date) returns table (unit_id uuid, people integer, accounts integer, mails integer)
language sql stable security definer set search_path = app, pg_temp as $$
  select g.unit_id, count(distinct g.person_id)::int, count(distinct a.person_id)::int,
    (count(distinct p.id) filter (where coalesce(a.email, p.email) is not null))::int
  from app.held_grant g join app.person p on p.id = g.person_id
  left join app.account a on a.person_id = p.id and a.disabled_at is null
  where (app.actor_is_house() or app.actor_account() is not null)
    and g.unit_id = any (unit_ids) and g.role in ('head', 'officer')
    and on_day >= g.held_from and (g.held_to is null or on_day <= g.held_to)
  group by g.unit_id
$$;
revoke all on function app.unit_reach(uuid[], date) from public;
grant execute on function app.unit_reach(uuid[], date) to td_app;

-- ---------------------------------------------------------------- the board of late units

-- Counted and leafed through without touching the rows: what the board narrows by, and what the row-level policy looks at, stands in the index.
drop index app.obligation_late;
create index obligation_late on app.obligation (last_day, unit_no, id) include (unit_id, thing_id, owed_to_unit_id, kind, assigned_person_id)
  where state = 'open';

-- ---------------------------------------------------------------- two rows of one person

-- As in 0014; before that, the digests both have of one day become one, read only if both were, and reminders name the one who remains.
create or replace function app.repoint_person(gone uuid, kept uuid) returns text
language plpgsql security definer set search_path = app, pg_temp as $$
begin
  if not (app.actor_is_house() or app.actor_account() is not null) then
    raise exception 'nobody signed in merges people' using errcode = '42501';
  end if;
  delete from app.recipient_match k using app.recipient_match g
  where g.person_id = gone and k.person_id = kept and g.recipient_key = k.recipient_key and g.keeper_unit_no = k.keeper_unit_no
    and g.verdict = 'same' and k.verdict = 'different';
  delete from app.recipient_match g using app.recipient_match k
  where g.person_id = gone and k.person_id = kept and g.recipient_key = k.recipient_key and g.keeper_unit_no = k.keeper_unit_no;
  delete from app.import_decision k using app.import_decision g
  where g.thing_id = gone and k.thing_id = kept and g.kind = k.kind and g.fingerprint = k.fingerprint and g.same and not k.same;
  delete from app.import_decision g using app.import_decision k
  where g.thing_id = gone and k.thing_id = kept and g.kind = k.kind and g.fingerprint = k.fingerprint;
  update app.import_decision set thing_id = kept where thing_id = gone;
  update app.handover set to_person_ids = array_replace(to_person_ids, gone, kept) where gone = any (to_person_ids);
  -- One who was told twice, as two rows, is named once.
  update app.reminder set to_person_ids = case when kept = any (to_person_ids) then array_remove(to_person_ids, gone)
    else array_replace(to_person_ids, gone, kept) end
  where gone = any (to_person_ids);
  update app.urging_digest k set
    reminder_ids = k.reminder_ids || array(select r from unnest(g.reminder_ids) with ordinality as t (r, no) where r <> all (k.reminder_ids) order by no),
    mail_id = coalesce(k.mail_id, g.mail_id),
    seen_at = case when k.seen_at is not null and g.seen_at is not null then greatest(k.seen_at, g.seen_at) end
  from app.urging_digest g
  where g.person_id = gone and k.person_id = kept and g.on_day = k.on_day;
  delete from app.urging_digest g using app.urging_digest k
  where g.person_id = gone and k.person_id = kept and g.on_day = k.on_day;
  return app.repoint('app.person', gone, kept);
end $$;
