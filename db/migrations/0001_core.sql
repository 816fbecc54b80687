-- The house's tables. Owned by the owner role; the application works through the group role td_app, which owns nothing.
-- Dates are days in Viet Nam; valid_to is the LAST day on which the row holds, null while it has no end.

create schema if not exists app;
grant usage on schema app to td_app;

-- ---------------------------------------------------------------- who is acting

-- The unit of work sets these for one transaction. Without an actor we raise: a forgotten unit of work must not look like "not found".
create function app.actor() returns text language plpgsql stable as $$
declare who text := current_setting('app.actor', true);
begin
  if who is null or who = '' then
    raise exception 'no actor: this connection was not handed out by the unit of work' using errcode = '28000';
  end if;
  return who;
end $$;

-- The acting account, null for a job, the public, a script and the first set-up.
create function app.actor_account() returns uuid language plpgsql stable as $$
declare who text := app.actor();
begin
  return case when who like 'person:%' then substr(who, 8)::uuid end;
end $$;

-- Jobs, scripts and the first set-up see the whole tree; a person sees what his scope says; the public sees nothing but what is published.
create function app.actor_is_house() returns boolean language sql stable as $$
  select app.actor() like 'job:%' or app.actor() like 'script:%' or app.actor() = 'set-up'
$$;

-- ---------------------------------------------------------------- the organisation

create table app.unit (
  id uuid primary key,
  unit_no integer generated always as identity unique,
  name text collate "vi-x-icu" not null check (name <> ''),
  short_name text,
  name_search text not null,
  parent_id uuid references app.unit (id),
  order_no integer not null default 0,
  valid_from date not null,
  valid_to date,
  created_at timestamptz not null,
  check (valid_to is null or valid_to >= valid_from),
  check (parent_id is distinct from id)
);
create unique index unit_one_root on app.unit ((parent_id is null)) where parent_id is null;
create index unit_parent on app.unit (parent_id);
comment on column app.unit.unit_no is 'small and dense: the unit''s place in the bits of a scope';
comment on column app.unit.order_no is 'protocol order among the units of one parent';

create table app.installation (
  only_row boolean primary key default true check (only_row),
  root_unit_id uuid not null references app.unit (id),
  demo boolean not null default false,
  clock_offset_ms bigint not null default 0,
  set_up_at timestamptz not null
);

create table app.person (
  id uuid primary key,
  full_name text collate "vi-x-icu" not null check (full_name <> ''),
  given_name text collate "vi-x-icu" not null,
  name_search text not null,
  email text,
  unit_no integer not null references app.unit (unit_no),
  other_unit_nos integer[],
  created_at timestamptz not null
);
create index person_unit on app.person (unit_no);
create index person_by_name on app.person (given_name, full_name, id);
create index person_elsewhere on app.person (id) where other_unit_nos is not null;
comment on column app.person.unit_no is 'unit of the main post today, or of the last one held: what the row-level policy looks at';
comment on column app.person.other_unit_nos is 'units of further current posts; null for nearly everybody';

create table app.post (
  id uuid primary key,
  person_id uuid not null references app.person (id),
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  title text not null check (title <> ''),
  valid_from date not null,
  valid_to date,
  created_at timestamptz not null,
  check (valid_to is null or valid_to >= valid_from)
);
create index post_person on app.post (person_id);
create index post_unit on app.post (unit_no);

create table app.post_grant (
  id uuid primary key,
  post_id uuid not null references app.post (id),
  role text not null check (role in ('administrator', 'standing-office', 'authority', 'head', 'officer', 'staff')),
  unit_id uuid not null references app.unit (id),
  valid_from date not null,
  valid_to date,
  created_at timestamptz not null
);
create index post_grant_post on app.post_grant (post_id);
comment on column app.post_grant.unit_id is 'where the role is held: for the subtree of this unit, staff for this unit alone';
comment on column app.post_grant.valid_to is 'last day; a grant withdrawn before it began has valid_to before valid_from';

create table app.account (
  id uuid primary key,
  person_id uuid not null unique references app.person (id),
  sign_in_name text not null unique check (sign_in_name = lower(sign_in_name)),
  email text unique check (email = lower(email)),
  disabled_at timestamptz,
  created_at timestamptz not null
);

create table app.account_scope (
  account_id uuid primary key references app.account (id),
  wide boolean not null,
  bits bytea not null,
  computed_for date not null
);
comment on table app.account_scope is 'which units an account sees on one day: all of them (wide), or bit unit_no of bits';

create table app.special_day (
  day date primary key,
  kind text not null check (kind in ('off', 'working')),
  name text not null check (name <> ''),
  basis text
);
comment on table app.special_day is 'public holidays, compensating working days, unscheduled closures: announced year by year, so data';

-- ---------------------------------------------------------------- scopes

-- Room for the units that exist and a few hundred to come, so that get_bit never runs off the end.
create function app.scope_bytes() returns integer language sql stable as $$
  select coalesce(max(unit_no), 0) / 8 + 64 from app.unit
$$;

-- Recomputes what accounts see on a day; all of them, or one. Called in the transaction that changes a grant, a post or the tree.
create function app.refresh_scopes(on_day date, only_account uuid default null) returns void
language plpgsql security definer set search_path = app, pg_temp as $$
declare
  acc record;
  granted record;
  seen bytea;
  everything boolean;
begin
  for acc in select a.id, a.person_id from app.account a where only_account is null or a.id = only_account order by a.id loop
    seen := decode(repeat('00', app.scope_bytes()), 'hex');
    everything := false;
    for granted in
      with recursive held as (
        select distinct g.unit_id, g.role <> 'staff' as deep
        from app.post p join app.post_grant g on g.post_id = p.id
        where p.person_id = acc.person_id
          and on_day between p.valid_from and coalesce(p.valid_to, 'infinity')
          and on_day between g.valid_from and coalesce(g.valid_to, 'infinity')
      ), tree as (
        select u.id, u.unit_no, u.parent_id, h.deep from held h join app.unit u on u.id = h.unit_id
        union
        select u.id, u.unit_no, u.parent_id, true from tree t join app.unit u on u.parent_id = t.id where t.deep
      )
      select unit_no, parent_id is null and deep as root from tree
    loop
      everything := everything or granted.root;
      seen := set_bit(seen, granted.unit_no, 1);
    end loop;
    insert into app.account_scope (account_id, wide, bits, computed_for) values (acc.id, everything, seen, on_day)
    on conflict (account_id) do update
      set wide = excluded.wide, bits = excluded.bits, computed_for = excluded.computed_for;
  end loop;
end $$;
revoke all on function app.refresh_scopes(date, uuid) from public;
grant execute on function app.refresh_scopes(date, uuid) to td_app;

-- A person's place for the policies follows from his posts of the day: the earliest begun is the main one.
create function app.refresh_person_units(on_day date, only_person uuid default null) returns void
language sql security definer set search_path = app, pg_temp as $$
  update app.person p
  set unit_no = coalesce(now_held.nos[1], last_held.unit_no, p.unit_no),
      other_unit_nos = nullif(now_held.nos[2:], '{}')
  from app.person q
  left join lateral (
    select array_agg(t.unit_no order by t.valid_from, t.id) as nos from app.post t
    where t.person_id = q.id and on_day between t.valid_from and coalesce(t.valid_to, 'infinity')
  ) now_held on true
  left join lateral (
    select t.unit_no from app.post t where t.person_id = q.id order by coalesce(t.valid_to, 'infinity') desc, t.id limit 1
  ) last_held on true
  where p.id = q.id and (only_person is null or q.id = only_person)
$$;
revoke all on function app.refresh_person_units(date, uuid) from public;
grant execute on function app.refresh_person_units(date, uuid) to td_app;

-- Read once per statement as init-plans: (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1.
create function app.sees_all() returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select app.actor_is_house() or coalesce((select s.wide from app.account_scope s where s.account_id = app.actor_account()), false)
$$;
create function app.seen_bits() returns bytea language sql stable security definer set search_path = app, pg_temp as $$
  select coalesce(
    (select s.bits from app.account_scope s where s.account_id = app.actor_account()),
    decode(repeat('00', app.scope_bytes()), 'hex'))
$$;
create function app.actor_person() returns uuid language sql stable security definer set search_path = app, pg_temp as $$
  select a.person_id from app.account a where a.id = app.actor_account()
$$;

-- Who holds one of these roles over a unit (given as the unit and all above it, itself first) on a day: the nearest unit first.
-- Names and posts, to everybody signed in: whoever may enter a consent for a unit must be able to name its head, also across scopes.
-- The address to write to is told within the asker's scope alone.
create function app.holders_of(roles text[], unit_ids uuid[], on_day date)
returns table (person_id uuid, full_name text, post_title text, email text)
language sql stable security definer set search_path = app, pg_temp as $$
  select id, name, post, mail from (
  select distinct on (p.id) p.id, p.full_name as name, t.title || ', ' || u.name as post,
    case when app.sees_all() or get_bit(app.seen_bits(), t.unit_no) = 1 then coalesce(a.email, p.email) end as mail,
    array_position(unit_ids, g.unit_id) as depth
  from app.post_grant g
  join app.post t on t.id = g.post_id
  join app.unit u on u.id = t.unit_id
  join app.person p on p.id = t.person_id
  left join app.account a on a.person_id = p.id and a.disabled_at is null
  where (app.actor_is_house() or app.actor_account() is not null)
    and g.role = any (roles) and g.unit_id = any (unit_ids)
    and on_day between g.valid_from and coalesce(g.valid_to, 'infinity')
    and on_day between t.valid_from and coalesce(t.valid_to, 'infinity')
  order by p.id, array_position(unit_ids, g.unit_id)
  ) nearest order by depth, name
$$;
revoke all on function app.holders_of(text[], uuid[], date) from public;
grant execute on function app.holders_of(text[], uuid[], date) to td_app;

-- How many people hold a post in each unit on a day: a number that everybody signed in may see, beside names he may not.
create function app.people_per_unit(on_day date) returns table (unit_id uuid, people integer)
language sql stable security definer set search_path = app, pg_temp as $$
  select t.unit_id, count(distinct t.person_id)::integer from app.post t
  where app.actor_account() is not null and on_day between t.valid_from and coalesce(t.valid_to, 'infinity')
  group by t.unit_id
$$;
revoke all on function app.people_per_unit(date) from public;
grant execute on function app.people_per_unit(date) to td_app;

-- LIKE is not leakproof: under a policy it would walk every row. This gives ids alone, to be joined back to the protected table.
create function app.find_people(patterns text[]) returns setof uuid
language sql stable security definer set search_path = app, pg_temp as $$
  select p.id from app.person p where (app.actor_is_house() or app.actor_account() is not null) and p.name_search like all (patterns)
$$;
revoke all on function app.find_people(text[]) from public;
grant execute on function app.find_people(text[]) to td_app;

-- Every unit a person's account reaches from a day on: where he has posts, where grants are held on them. A definer's function,
-- because whoever administers one branch must not take an account for his own merely because he sees one post of it.
create function app.reach_of(person uuid, on_day date) returns setof uuid
language sql stable security definer set search_path = app, pg_temp as $$
  select t.unit_id from app.post t
  where (app.actor_is_house() or app.actor_account() is not null) and t.person_id = person and coalesce(t.valid_to, 'infinity') >= on_day
  union
  select g.unit_id from app.post t join app.post_grant g on g.post_id = t.id
  where (app.actor_is_house() or app.actor_account() is not null) and t.person_id = person and coalesce(t.valid_to, 'infinity') >= on_day
    and coalesce(g.valid_to, 'infinity') >= on_day
$$;
revoke all on function app.reach_of(uuid, date) from public;
grant execute on function app.reach_of(uuid, date) to td_app;

-- Who administers the whole organisation, and from when to when: what is left of it when a post, a grant or an account goes.
-- A definer's function, because a branch's administrator does not see all of them.
create function app.root_administrations() returns table (held_from date, held_to date)
language sql stable security definer set search_path = app, pg_temp as $$
  select greatest(t.valid_from, g.valid_from), least(t.valid_to, g.valid_to)
  from app.post_grant g
  join app.unit u on u.id = g.unit_id and u.parent_id is null
  join app.post t on t.id = g.post_id
  join app.account a on a.person_id = t.person_id and a.disabled_at is null
  where (app.actor_is_house() or app.actor_account() is not null) and g.role = 'administrator'
$$;
revoke all on function app.root_administrations() from public;
grant execute on function app.root_administrations() to td_app;

-- ---------------------------------------------------------------- files

create table app.file (
  id uuid primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  media_type text not null,
  name text not null check (name <> '' and length(name) <= 255),
  unit_no integer not null references app.unit (unit_no),
  uploaded_by uuid references app.account (id),
  uploaded_at timestamptz not null
);
create index file_sha256 on app.file (sha256);
comment on column app.file.unit_no is 'unit of the person who brought it: the same bytes brought by two units are two rows';

-- ---------------------------------------------------------------- documents and the facts read from them

create table app.document (
  id uuid primary key,
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  kind text,
  number text,
  issued_on date,
  issuer text,
  subject text,
  signer_name text,
  signer_title text,
  text text not null,
  text_from text not null,
  is_public boolean not null default false,
  created_by uuid references app.account (id),
  created_at timestamptz not null
);
comment on column app.document.unit_id is 'the unit that holds it: the standing office''s unit for a plan taken in';
comment on column app.document.text is 'NFC; the offsets of the facts point into it, in UTF-16 units';

create table app.document_unit (
  document_id uuid not null references app.document (id),
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  sent_at timestamptz not null,
  primary key (document_id, unit_id)
);

create table app.document_file (
  document_id uuid not null references app.document (id),
  file_id uuid not null references app.file (id),
  role text not null check (role in ('source', 'signed')),
  is_public boolean not null default false,
  added_at timestamptz not null,
  primary key (document_id, file_id)
);
create index document_file_file on app.document_file (file_id);
comment on column app.document_file.is_public is 'belongs to the public page: of a draft that was signed later, the signed file alone';

create table app.document_fact (
  id uuid primary key,
  document_id uuid not null references app.document (id),
  kind text not null,
  order_no integer not null,
  parent_id uuid references app.document_fact (id),
  value jsonb not null,
  read_value jsonb,
  source_start integer,
  source_end integer,
  confidence text not null check (confidence in ('sure', 'look')),
  state text not null check (state in ('read', 'confirmed', 'corrected', 'added', 'removed')),
  version integer not null default 1,
  changed_by text,
  changed_at timestamptz,
  check ((source_start is null) = (source_end is null)),
  check (source_start is null or (source_start >= 0 and source_end > source_start))
);
create index document_fact_document on app.document_fact (document_id, order_no);
comment on column app.document_fact.read_value is 'what the reader read, kept when a person corrects it; null for a fact a person added';
comment on column app.document_fact.parent_id is 'the period a commemoration belongs to';

-- ---------------------------------------------------------------- consent

create table app.consent (
  id uuid primary key,
  thing_kind text not null check (thing_kind in ('campaign', 'obligation', 'submission')),
  thing_id uuid not null,
  thing_version integer not null,
  outcome text not null check (outcome in ('agreed', 'returned')),
  reason text,
  given_by_person uuid not null references app.person (id),
  given_by_name text not null,
  given_as text not null,
  given_on date not null,
  way text not null check (way in ('product', 'paper')),
  scan_file_id uuid references app.file (id),
  entered_by uuid references app.account (id),
  entered_by_name text not null,
  entered_at timestamptz not null,
  voided_at timestamptz,
  void_reason text,
  check (outcome = 'agreed' or reason is not null),
  check (way = 'product' or scan_file_id is not null),
  check ((voided_at is null) = (void_reason is null))
);
create index consent_thing on app.consent (thing_kind, thing_id);
comment on column app.consent.thing_version is 'version of the thing that was agreed to';
comment on column app.consent.given_by_name is 'name and capacity as on that day; people change posts';

-- ---------------------------------------------------------------- obligations

create table app.obligation (
  id uuid primary key,
  kind text not null check (kind in ('confirm-receipt', 'disseminate')),
  thing_kind text not null check (thing_kind in ('campaign')),
  thing_id uuid not null,
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  owed_to_unit_id uuid not null references app.unit (id),
  title text not null,
  words text,
  due_day date not null,
  due_relation text not null check (due_relation in ('before', 'by')),
  last_day date not null,
  state text not null check (state in ('open', 'done', 'exempt')),
  done_on date,
  done_way text check (done_way in ('product', 'paper')),
  done_by_name text,
  exempt_reason text,
  scan_file_id uuid references app.file (id),
  assigned_person_id uuid references app.person (id),
  assigned_name text,
  version integer not null default 1,
  created_at timestamptz not null,
  unique (thing_kind, thing_id, unit_id, kind),
  check ((state = 'done') = (done_on is not null)),
  check ((state = 'exempt') = (exempt_reason is not null))
);
create index obligation_unit_open on app.obligation (unit_no, last_day) where state = 'open';
create index obligation_thing on app.obligation (thing_kind, thing_id);
create index obligation_late on app.obligation (last_day) where state = 'open';

create table app.reminder (
  id uuid primary key,
  obligation_id uuid not null references app.obligation (id),
  sent_at timestamptz not null,
  sent_on date not null,
  sent_by uuid references app.account (id),
  sent_by_name text not null,
  to_names text[] not null,
  message text not null
);
create index reminder_obligation on app.reminder (obligation_id, sent_at);

create table app.outbox_mail (
  id uuid primary key,
  to_address text not null,
  to_name text not null,
  subject text not null,
  body text not null,
  reminder_id uuid references app.reminder (id),
  created_at timestamptz not null
);
comment on table app.outbox_mail is 'mails written in the transaction that causes them; an administrator reads them here until a mail server is set up';

-- ---------------------------------------------------------------- submissions

create table app.submission (
  id uuid primary key,
  kind text not null check (kind in ('dissemination')),
  obligation_id uuid not null unique references app.obligation (id),
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  state text not null check (state in ('draft', 'for-signature', 'submitted', 'returned', 'accepted')),
  content jsonb not null,
  file_ids uuid[] not null default '{}',
  version integer not null default 1,
  sent_count integer not null default 0,
  prepared_by_name text not null,
  prepared_at timestamptz not null,
  submitted_at timestamptz,
  opened_at timestamptz,
  opened_by_name text,
  decided_at timestamptz,
  decided_by_name text,
  return_reason text,
  receipt_hash text,
  created_at timestamptz not null
);

create index submission_files on app.submission using gin (file_ids);

create table app.submission_version (
  submission_id uuid not null references app.submission (id),
  sent_no integer not null,
  content jsonb not null,
  files jsonb not null,
  submitted_at timestamptz not null,
  receipt_hash text not null,
  consent_id uuid not null references app.consent (id),
  outcome text check (outcome in ('accepted', 'returned', 'withdrawn')),
  outcome_reason text,
  outcome_at timestamptz,
  outcome_by_name text,
  primary key (submission_id, sent_no)
);
comment on table app.submission_version is 'what was sent each time, word for word, with the receipt given for it';

-- ---------------------------------------------------------------- campaigns

create table app.campaign (
  id uuid primary key,
  document_id uuid not null unique references app.document (id),
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  door text not null check (door in ('issued', 'draft')),
  state text not null check (state in ('draft', 'proposed', 'returned', 'agreed', 'launched', 'closed')),
  title text not null,
  title_search text not null,
  theme text,
  starts_on date,
  ends_on date,
  receipt_due date,
  disseminate_due date,
  version integer not null default 1,
  proposed_at timestamptz,
  launched_at timestamptz,
  launched_on date,
  launched_by_name text,
  published_at timestamptz,
  closed_at timestamptz,
  closed_on date,
  close_reason text,
  created_by uuid references app.account (id),
  created_by_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check ((state in ('launched', 'closed')) = (launched_at is not null)),
  check ((state = 'closed') = (closed_at is not null)),
  check (published_at is null or launched_at is not null)
);
create index campaign_state on app.campaign (state, launched_on desc);
comment on column app.campaign.version is 'goes up with every change of what a consent is about: facts, units, due days; not with number, date, signed file';

create table app.campaign_unit (
  campaign_id uuid not null references app.campaign (id),
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  primary key (campaign_id, unit_id)
);
create index campaign_unit_unit on app.campaign_unit (unit_no);

create table app.campaign_task_unit (
  campaign_id uuid not null references app.campaign (id),
  fact_id uuid not null references app.document_fact (id),
  unit_id uuid not null references app.unit (id),
  primary key (campaign_id, fact_id, unit_id)
);
comment on table app.campaign_task_unit is 'which units of ours a task of the plan is for; outside bodies stay names in the fact';

-- ---------------------------------------------------------------- the record

create table app.record (
  id uuid primary key,
  entry_no bigint generated always as identity,
  at timestamptz not null,
  on_day date not null,
  actor_kind text not null check (actor_kind in ('person', 'job', 'public', 'set-up', 'script')),
  account_id uuid,
  person_id uuid,
  actor_name text not null,
  actor_capacity text,
  action text not null,
  thing_kind text not null,
  thing_id uuid,
  thing_name text not null,
  unit_id uuid,
  on_behalf_of text,
  detail jsonb not null
);
create index record_at on app.record (at desc, entry_no desc);
create index record_thing on app.record (thing_id, at desc, entry_no desc);
create index record_person on app.record (person_id, at desc);
comment on table app.record is 'nhat ky: who did what, when, for whom; written in the transaction of the change; the application may only add and read';
comment on column app.record.entry_no is 'order within one moment: what one act did first stands first; says nothing of the order of commits';
comment on column app.record.detail is 'kept for ever: values the sentence needs, never a password, a citizen id or a file''s content';

-- ---------------------------------------------------------------- what the application may do

grant select, insert, update on
  app.unit, app.installation, app.person, app.post, app.post_grant, app.account, app.file, app.document, app.document_unit,
  app.document_file, app.document_fact, app.consent, app.obligation, app.submission, app.submission_version, app.campaign
  to td_app;
grant select, insert, delete on app.campaign_unit, app.campaign_task_unit, app.special_day to td_app;
grant update on app.special_day to td_app;
-- A draft that was never launched may be thrown away.
grant delete on app.campaign, app.document, app.document_fact, app.document_file to td_app;
grant select on app.account_scope to td_app;
grant select, insert on app.reminder, app.outbox_mail, app.record to td_app;
grant usage on all sequences in schema app to td_app;

-- ---------------------------------------------------------------- the second wall: row-level security

alter table app.person enable row level security;
create policy person_seen on app.person for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or (other_unit_nos is not null and exists (select 1 from unnest(other_unit_nos) no where get_bit((select app.seen_bits()), no) = 1))
  or id = (select app.actor_person())
);
-- An administrator of one branch adds people there; that he is an administrator is judged before it comes here.
create policy person_added on app.person for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy person_changed on app.person for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);

alter table app.post enable row level security;
create policy post_seen on app.post for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1 or person_id = (select app.actor_person())
);
create policy post_added on app.post for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy post_changed on app.post for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);

alter table app.account enable row level security;
create policy account_seen on app.account for select to td_app using (
  id = (select app.actor_account()) or exists (select 1 from app.person p where p.id = person_id)
);
create policy account_added on app.account for insert to td_app with check (
  exists (select 1 from app.person p where p.id = person_id)
);
create policy account_changed on app.account for update to td_app using (
  exists (select 1 from app.person p where p.id = person_id)
);

-- A document is seen in the scope of the unit that holds it, by every unit it was sent to, and by all once it is public.
alter table app.document enable row level security;
create policy document_seen on app.document for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1 or is_public
  or exists (select 1 from app.document_unit s where s.document_id = id and get_bit((select app.seen_bits()), s.unit_no) = 1)
);
create policy document_added on app.document for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy document_changed on app.document for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);

alter table app.document_fact enable row level security;
create policy document_fact_seen on app.document_fact for select to td_app using (
  exists (select 1 from app.document d where d.id = document_id)
);
create policy document_fact_added on app.document_fact for insert to td_app with check (
  exists (select 1 from app.document d where d.id = document_id)
);
create policy document_fact_changed on app.document_fact for update to td_app using (
  exists (select 1 from app.document d where d.id = document_id)
);

alter table app.document_file enable row level security;
-- That a document is public opens its public files; the others stay with those who see the document anyway.
create policy document_file_seen on app.document_file for select to td_app using (
  exists (
    select 1 from app.document d where d.id = document_id and (
      not d.is_public or document_file.is_public
      or (select app.sees_all()) or get_bit((select app.seen_bits()), d.unit_no) = 1
      or exists (select 1 from app.document_unit s where s.document_id = d.id and get_bit((select app.seen_bits()), s.unit_no) = 1)
    )
  )
);
create policy document_file_added on app.document_file for insert to td_app with check (
  exists (select 1 from app.document d where d.id = document_id)
);

alter table app.file enable row level security;
create policy file_seen on app.file for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1 or uploaded_by = (select app.actor_account())
  or exists (select 1 from app.document_file f where f.file_id = id)
  -- Brought by somebody with a further post elsewhere: the unit it was attached for sees it with what it is attached to.
  or exists (select 1 from app.submission s where s.file_ids @> array[file.id])
);
-- Everybody brings files to the unit of his own post, also while no grant stands on it.
create policy file_added on app.file for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or exists (select 1 from app.post t where t.person_id = (select app.actor_person()) and t.unit_no = file.unit_no)
);

-- What units owe and send is theirs and their superiors'.
alter table app.submission enable row level security;
create policy submission_seen on app.submission for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy submission_added on app.submission for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy submission_changed on app.submission for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
alter table app.submission_version enable row level security;
create policy submission_version_seen on app.submission_version for select to td_app using (
  exists (select 1 from app.submission s where s.id = submission_id)
);
create policy submission_version_added on app.submission_version for insert to td_app with check (
  exists (select 1 from app.submission s where s.id = submission_id)
);
create policy submission_version_changed on app.submission_version for update to td_app using (
  exists (select 1 from app.submission s where s.id = submission_id)
);

-- A campaign is seen where its plan is seen.
alter table app.campaign enable row level security;
create policy campaign_seen on app.campaign for select to td_app using (
  exists (select 1 from app.document d where d.id = document_id)
);
create policy campaign_added on app.campaign for insert to td_app with check (
  exists (select 1 from app.document d where d.id = document_id)
);
create policy campaign_changed on app.campaign for update to td_app using (
  exists (select 1 from app.document d where d.id = document_id)
);

-- Does anything hang on this document? Asked past the asker's own scope: what he cannot see is bound all the same.
create function app.is_bound(document uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select 1 from app.campaign c where c.document_id = document)
$$;

-- Only what was never launched goes: the campaign first, then its document, which by then belongs to none.
create policy campaign_discarded on app.campaign for delete to td_app using (
  launched_at is null and exists (select 1 from app.document d where d.id = document_id)
);
create policy document_discarded on app.document for delete to td_app using (
  ((select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1)
  and not app.is_bound(id)
);
create policy document_fact_discarded on app.document_fact for delete to td_app using (
  not app.is_bound(document_id)
);
create policy document_file_removed on app.document_file for delete to td_app using (
  exists (select 1 from app.document d where d.id = document_id)
);
create policy document_file_changed on app.document_file for update to td_app using (
  exists (select 1 from app.document d where d.id = document_id)
);
