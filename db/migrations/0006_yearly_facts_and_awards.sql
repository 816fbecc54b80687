-- What is known of people and units year by year (ratings, discipline, pending reviews), and the registry of awards from before the system.

-- ---------------------------------------------------------------- whose facts an account may read

-- Yearly facts are told to the officer and the head of a unit, to the standing office, the authority and the auditor above it; to plain
-- staff and to administrators they are not. So the stored scope, which knows no roles, is not enough: these two read the grants held
-- today, by one's own post or by delegation. Read once per statement as init-plans, never per row.
create function app.fact_units() returns setof integer language plpgsql stable security definer set search_path = app, pg_temp as $$
begin
  return query
    with recursive tree as (
      select u.id, u.unit_no from app.held_grant h
      join app.account a on a.person_id = h.person_id and a.id = app.actor_account() and a.disabled_at is null
      join app.unit u on u.id = h.unit_id
      where h.role in ('head', 'officer', 'standing-office', 'authority', 'auditor')
        and current_setting('app.today')::date between h.held_from and coalesce(h.held_to, 'infinity')
      union
      select u.id, u.unit_no from tree t join app.unit u on u.parent_id = t.id
    )
    select t.unit_no from tree t;
end $$;
revoke all on function app.fact_units() from public;
grant execute on function app.fact_units() to td_app;

create function app.sees_all_facts() returns boolean language plpgsql stable security definer set search_path = app, pg_temp as $$
begin
  return app.actor_is_house() or exists (
    select 1 from app.held_grant h
    join app.account a on a.person_id = h.person_id and a.id = app.actor_account() and a.disabled_at is null
    join app.unit u on u.id = h.unit_id and u.parent_id is null
    where h.role in ('head', 'officer', 'standing-office', 'authority', 'auditor')
      and current_setting('app.today')::date between h.held_from and coalesce(h.held_to, 'infinity'));
end $$;
revoke all on function app.sees_all_facts() from public;
grant execute on function app.sees_all_facts() to td_app;

create function app.fact_bits() returns bytea language plpgsql stable security definer set search_path = app, pg_temp as $$
declare
  seen bytea := decode(repeat('00', app.scope_bytes()), 'hex');
  no integer;
begin
  for no in select app.fact_units() loop seen := set_bit(seen, no, 1); end loop;
  return seen;
end $$;
revoke all on function app.fact_bits() from public;
grant execute on function app.fact_bits() to td_app;

-- Somebody who is signed in, or the house itself: for what every colleague may read and the public may not.
create function app.actor_is_known() returns boolean language sql stable as $$
  select app.actor_is_house() or app.actor_account() is not null
$$;

-- ---------------------------------------------------------------- award periods (ky xet)

create table app.award_period (
  id uuid primary key,
  code text not null unique check (code <> ''),
  kind text not null check (kind in ('calendar-year', 'school-year')),
  starts_on date not null,
  ends_on date not null,
  created_at timestamptz not null,
  check (ends_on > starts_on)
);
comment on table app.award_period is 'what a rating or an award is of: «2025», «2024-2025». Two of one kind do not overlap; a calendar year and a school year do';

-- ---------------------------------------------------------------- ratings (xep loai)

create table app.rating_list (
  id uuid primary key,
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  period_id uuid not null references app.award_period (id),
  state text not null check (state in ('draft', 'proposed', 'returned', 'confirmed')),
  correction_reason text,
  return_reason text,
  version integer not null default 1,
  confirmed_count integer not null default 0,
  prepared_by_name text not null,
  prepared_at timestamptz not null,
  proposed_at timestamptz,
  decided_at timestamptz,
  decided_by_name text,
  created_at timestamptz not null,
  unique (unit_id, period_id),
  check (confirmed_count = 0 or state = 'confirmed' or correction_reason is not null)
);
create index rating_list_period on app.rating_list (period_id, unit_no);
comment on column app.rating_list.version is 'goes up with every change of what its head confirms';
comment on column app.rating_list.correction_reason is 'why it was taken up again after it had been confirmed; what was confirmed stays in force until it is confirmed anew';

create table app.rating_entry (
  list_id uuid not null references app.rating_list (id),
  unit_no integer not null references app.unit (unit_no),
  person_id uuid references app.person (id),
  rated_unit_id uuid references app.unit (id),
  subject_id uuid not null generated always as (coalesce(person_id, rated_unit_id)) stored,
  subject_name text collate "vi-x-icu" not null,
  level text check (level in ('htxsnv', 'httnv', 'htnv', 'khtnv')),
  not_rated text check (not_rated in ('training', 'maternity', 'newly-recruited', 'treatment', 'long-leave', 'rated-elsewhere', 'other')),
  note text not null default '',
  version integer not null default 1,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (list_id, subject_id),
  check ((person_id is null) <> (rated_unit_id is null)),
  check (level is null or not_rated is null)
);
comment on table app.rating_entry is 'the sheet of a list while it is written; what counts is app.rating';

create table app.rating (
  id uuid primary key,
  person_id uuid references app.person (id),
  rated_unit_id uuid references app.unit (id),
  period_id uuid not null references app.award_period (id),
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  subject_name text collate "vi-x-icu" not null,
  level text check (level in ('htxsnv', 'httnv', 'htnv', 'khtnv')),
  not_rated text check (not_rated in ('training', 'maternity', 'newly-recruited', 'treatment', 'long-leave', 'rated-elsewhere', 'other')),
  note text not null default '',
  post_title text not null default '',
  source text not null check (source in ('list', 'import')),
  list_id uuid references app.rating_list (id),
  consent_id uuid references app.consent (id),
  import_id uuid,
  source_words text,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  replace_reason text,
  check ((person_id is null) <> (rated_unit_id is null)),
  check ((level is null) <> (not_rated is null)),
  check ((replaced_at is null) = (replace_reason is null)),
  check ((source = 'list') = (list_id is not null and consent_id is not null))
);
-- One unit rates a person in a period, however many he worked in: the one that says «xếp loại ở nơi khác» leaves no level.
create unique index rating_of_person on app.rating (person_id, period_id) where replaced_at is null and level is not null;
create unique index rating_of_unit on app.rating (rated_unit_id, period_id) where replaced_at is null;
create unique index rating_by_unit on app.rating (person_id, period_id, unit_id) where replaced_at is null;
create index rating_list_of on app.rating (list_id) where replaced_at is null;
create index rating_import on app.rating (import_id) where import_id is not null;
comment on table app.rating is 'confirmed ratings, those that were corrected since among them (replaced_at): what eligibility will read';
comment on column app.rating.unit_id is 'the unit that rated: where the post was at the time';
comment on column app.rating.post_title is 'the posts held there in the period, as on the day it was confirmed';

-- Everybody who held a post in a unit between two days, for whoever may read its facts: also those who have left for a unit that he does
-- not see, because the unit rates them by their work there. Of a birth day it says only whether it lies after the last of these days.
create function app.people_during(unit uuid, first_day date, last_day date)
returns table (person_id uuid, full_name text, given_name text, titles text, kinds text[], held_to date, unborn boolean)
language sql stable security definer set search_path = app, pg_temp as $$
  select p.id, p.full_name, p.given_name, string_agg(distinct t.title, '; '), array_agg(distinct t.kind),
    case when bool_or(t.valid_to is null) then null else max(t.valid_to) end, coalesce(p.birth_on > last_day, false)
  from app.post t
  join app.unit u on u.id = t.unit_id
  join app.person p on p.id = t.person_id
  where t.unit_id = unit and t.valid_from <= last_day and coalesce(t.valid_to, 'infinity') >= first_day
    and ((select app.sees_all_facts()) or get_bit((select app.fact_bits()), u.unit_no) = 1)
  group by p.id
$$;
revoke all on function app.people_during(uuid, date, date) from public;
grant execute on function app.people_during(uuid, date, date) to td_app;

-- Who of these has a level from another unit in a period: yes or no alone, so that two units do not both rate him and neither learns how.
create function app.rated_by_others(persons uuid[], period uuid, unit uuid) returns setof uuid
language sql stable security definer set search_path = app, pg_temp as $$
  select r.person_id from app.rating r
  where r.person_id = any (persons) and r.period_id = period and r.unit_id <> unit and r.replaced_at is null and r.level is not null
    and ((select app.sees_all_facts()) or exists (select 1 from app.unit u where u.id = unit and get_bit((select app.fact_bits()), u.unit_no) = 1))
$$;
revoke all on function app.rated_by_others(uuid[], uuid, uuid) from public;
grant execute on function app.rated_by_others(uuid[], uuid, uuid) to td_app;

-- How many people held a post in each of these units between two days, for whoever may read their facts.
create function app.people_counted(units uuid[], first_day date, last_day date) returns table (unit_id uuid, people integer)
language sql stable security definer set search_path = app, pg_temp as $$
  select t.unit_id, count(distinct t.person_id)::integer from app.post t
  where t.unit_id = any (units) and t.valid_from <= last_day and coalesce(t.valid_to, 'infinity') >= first_day
    and ((select app.sees_all_facts()) or get_bit((select app.fact_bits()), t.unit_no) = 1)
  group by t.unit_id
$$;
revoke all on function app.people_counted(uuid[], date, date) from public;
grant execute on function app.people_counted(uuid[], date, date) to td_app;

-- ---------------------------------------------------------------- discipline and pending reviews

create table app.discipline (
  id uuid primary key,
  person_id uuid not null references app.person (id),
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  kind text not null check (kind in
    ('khien-trach', 'canh-cao', 'ha-bac-luong', 'keo-dai-nang-luong', 'giang-chuc', 'cach-chuc', 'buoc-thoi-viec', 'khai-tru', 'khac')),
  side text not null check (side in ('state', 'party')),
  starts_on date not null,
  ends_on date,
  decision_number text not null,
  decision_on date not null,
  issuer text not null,
  reason text not null,
  version integer not null default 1,
  entered_by uuid references app.account (id),
  entered_by_name text not null,
  entered_at timestamptz not null,
  voided_at timestamptz,
  void_reason text,
  check (ends_on is null or ends_on >= starts_on),
  check ((voided_at is null) = (void_reason is null))
);
create index discipline_person on app.discipline (person_id, starts_on);
create index discipline_unit on app.discipline (unit_no);
comment on column app.discipline.unit_id is 'where the person worked when it was entered';
comment on column app.discipline.reason is 'sensitive: shown one by one, on request, and each showing is recorded; in no list and no export';
comment on column app.discipline.ends_on is 'last day of the discipline; null while it is not known';

create table app.pending_review (
  id uuid primary key,
  person_id uuid references app.person (id),
  reviewed_unit_id uuid references app.unit (id),
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  kind text not null check (kind in ('discipline', 'inspection', 'investigation', 'complaint', 'denunciation', 'press', 'other')),
  starts_on date not null,
  document_number text,
  document_on date,
  issuer text,
  note text not null default '',
  cleared_on date,
  cleared_number text,
  cleared_document_on date,
  cleared_issuer text,
  outcome text,
  version integer not null default 1,
  entered_by uuid references app.account (id),
  entered_by_name text not null,
  entered_at timestamptz not null,
  voided_at timestamptz,
  void_reason text,
  check ((person_id is null) <> (reviewed_unit_id is null)),
  check (cleared_on is null or cleared_on >= starts_on),
  check ((cleared_on is null) = (outcome is null)),
  check ((voided_at is null) = (void_reason is null))
);
create index pending_review_person on app.pending_review (person_id) where person_id is not null;
create index pending_review_unit on app.pending_review (reviewed_unit_id) where reviewed_unit_id is not null;
create index pending_review_open on app.pending_review (unit_no) where cleared_on is null and voided_at is null;
comment on column app.pending_review.note is 'sensitive: may name who complained; never shown to the person it is about';

-- ---------------------------------------------------------------- the registry: awards from before the system

create table app.award (
  id uuid primary key,
  recipient_kind text not null check (recipient_kind in ('person', 'unit')),
  person_id uuid references app.person (id),
  recipient_unit_id uuid references app.unit (id),
  recipient_name text collate "vi-x-icu" not null check (recipient_name <> ''),
  recipient_unit_name text not null default '',
  recipient_search text not null,
  award_code text not null,
  award_name text not null check (award_name <> ''),
  method text check (method in ('cong-trang', 'phong-trao', 'dot-xuat', 'cong-hien', 'nien-han', 'doi-ngoai')),
  period_id uuid references app.award_period (id),
  achieved_from date,
  achieved_to date,
  achievement text not null default '',
  decision_number text,
  decision_on date,
  decision_year integer,
  issuer text,
  signer text,
  source text not null check (source in ('typed', 'import', 'document')),
  import_id uuid,
  document_id uuid references app.document (id),
  file_id uuid references app.file (id),
  keeper_unit_id uuid not null references app.unit (id),
  keeper_unit_no integer not null references app.unit (unit_no),
  version integer not null default 1,
  entered_by uuid references app.account (id),
  entered_by_name text not null,
  entered_at timestamptz not null,
  voided_at timestamptz,
  void_reason text,
  check (person_id is null or recipient_kind = 'person'),
  check (recipient_unit_id is null or recipient_kind = 'unit'),
  check (achieved_to is null or achieved_from is null or achieved_to >= achieved_from),
  check ((voided_at is null) = (void_reason is null))
);
create index award_person on app.award (person_id) where person_id is not null;
create index award_unit on app.award (recipient_unit_id) where recipient_unit_id is not null;
create index award_year on app.award (decision_year desc nulls last, recipient_name, award_code, id) where voided_at is null;
create index award_keeper on app.award (keeper_unit_no);
create index award_import on app.award (import_id) where import_id is not null;
comment on table app.award is 'so khen thuong: honours are public among colleagues, so every account reads them; whoever is only a name here is not thereby shown in the list of people';
comment on column app.award.recipient_name is 'as the decision writes it; kept also once it is matched';
comment on column app.award.award_name is 'as the decision names it: names changed over the years';
comment on column app.award.decision_year is 'of the decision''s day, else of the end of the achievement: what lists sort and filter by';
comment on column app.award.keeper_unit_id is 'the unit whose officer or standing office keeps this entry and may correct it';

-- What tells two people of one name apart is not part of the honour: with the entry's keepers alone.
create table app.award_recipient (
  award_id uuid primary key references app.award (id),
  keeper_unit_no integer not null references app.unit (unit_no),
  birth_on date,
  birth_precision text check (birth_precision in ('day', 'month', 'year')),
  recipient_key text not null,
  check ((birth_on is null) = (birth_precision is null))
);
create index award_recipient_key on app.award_recipient (recipient_key);
comment on column app.award_recipient.recipient_key is 'name, birth and unit as written, folded: whom a decision about one entry holds for';

create table app.recipient_match (
  recipient_key text not null,
  person_id uuid references app.person (id),
  recipient_unit_id uuid references app.unit (id),
  candidate_id uuid not null generated always as (coalesce(person_id, recipient_unit_id)) stored,
  keeper_unit_no integer not null references app.unit (unit_no),
  verdict text not null check (verdict in ('same', 'different')),
  decided_by_name text not null,
  decided_at timestamptz not null,
  check ((person_id is null) <> (recipient_unit_id is null)),
  primary key (recipient_key, candidate_id, keeper_unit_no)
);
create unique index recipient_match_one_same on app.recipient_match (recipient_key, keeper_unit_no) where verdict = 'same';
comment on table app.recipient_match is 'decisions about doubtful pairs, remembered: the same pair is never asked again, also in later imports';
comment on column app.recipient_match.keeper_unit_no is 'who decided for whose entries: two units that do not see each other each remember their own';

-- Periods something was written under: asked by the administrator, who reads neither ratings nor what waits for its list.
create function app.used_periods() returns setof uuid language sql stable security definer set search_path = app, pg_temp as $$
  select p.id from app.award_period p
  where app.actor_is_known() and (
    exists (select 1 from app.rating_list l where l.period_id = p.id) or exists (select 1 from app.rating r where r.period_id = p.id)
    or exists (select 1 from app.award a where a.period_id = p.id))
$$;
revoke all on function app.used_periods() from public;
grant execute on function app.used_periods() to td_app;

-- ---------------------------------------------------------------- a list may be confirmed

alter table app.consent drop constraint consent_thing_kind_check;
alter table app.consent add constraint consent_thing_kind_check
  check (thing_kind in ('campaign', 'obligation', 'submission', 'rating-list'));

-- ---------------------------------------------------------------- what the application may do

grant select, insert, update, delete on app.award_period to td_app;
grant select, insert, update on
  app.rating_list, app.rating, app.discipline, app.pending_review, app.award, app.award_recipient, app.recipient_match to td_app;
grant select, insert, update, delete on app.rating_entry to td_app;

-- ---------------------------------------------------------------- the second wall

alter table app.rating_list enable row level security;
create policy rating_list_seen on app.rating_list for select to td_app using (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), unit_no) = 1
);
create policy rating_list_added on app.rating_list for insert to td_app with check (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), unit_no) = 1
);
create policy rating_list_changed on app.rating_list for update to td_app using (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), unit_no) = 1
);

alter table app.rating_entry enable row level security;
create policy rating_entry_seen on app.rating_entry for select to td_app using (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), unit_no) = 1
);
create policy rating_entry_added on app.rating_entry for insert to td_app with check (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), unit_no) = 1
);
create policy rating_entry_changed on app.rating_entry for update to td_app using (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), unit_no) = 1
);
create policy rating_entry_removed on app.rating_entry for delete to td_app using (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), unit_no) = 1
);

-- The unit that rated sees it, the unit the person works in today sees it (years count across units), and he himself does.
alter table app.rating enable row level security;
create policy rating_seen on app.rating for select to td_app using (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), unit_no) = 1 or person_id = (select app.actor_person())
  or exists (
    select 1 from app.person p where p.id = person_id and (
      get_bit((select app.fact_bits()), p.unit_no) = 1
      or (p.other_unit_nos is not null and exists (select 1 from unnest(p.other_unit_nos) no where get_bit((select app.fact_bits()), no) = 1))))
);
create policy rating_added on app.rating for insert to td_app with check (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), unit_no) = 1
);
create policy rating_changed on app.rating for update to td_app using (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), unit_no) = 1
);

alter table app.discipline enable row level security;
create policy discipline_seen on app.discipline for select to td_app using (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), unit_no) = 1 or person_id = (select app.actor_person())
  or exists (
    select 1 from app.person p where p.id = person_id and (
      get_bit((select app.fact_bits()), p.unit_no) = 1
      or (p.other_unit_nos is not null and exists (select 1 from unnest(p.other_unit_nos) no where get_bit((select app.fact_bits()), no) = 1))))
);
create policy discipline_added on app.discipline for insert to td_app with check (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), unit_no) = 1
);
create policy discipline_changed on app.discipline for update to td_app using (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), unit_no) = 1
);

alter table app.pending_review enable row level security;
create policy pending_review_seen on app.pending_review for select to td_app using (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), unit_no) = 1 or person_id = (select app.actor_person())
  or exists (
    select 1 from app.person p where p.id = person_id and (
      get_bit((select app.fact_bits()), p.unit_no) = 1
      or (p.other_unit_nos is not null and exists (select 1 from unnest(p.other_unit_nos) no where get_bit((select app.fact_bits()), no) = 1))))
);
create policy pending_review_added on app.pending_review for insert to td_app with check (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), unit_no) = 1
);
create policy pending_review_changed on app.pending_review for update to td_app using (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), unit_no) = 1
);

alter table app.award enable row level security;
create policy award_seen on app.award for select to td_app using ((select app.actor_is_known()));
create policy award_added on app.award for insert to td_app with check (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), keeper_unit_no) = 1
);
create policy award_changed on app.award for update to td_app using (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), keeper_unit_no) = 1
);

alter table app.award_recipient enable row level security;
create policy award_recipient_seen on app.award_recipient for select to td_app using (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), keeper_unit_no) = 1
);
create policy award_recipient_added on app.award_recipient for insert to td_app with check (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), keeper_unit_no) = 1
);
create policy award_recipient_changed on app.award_recipient for update to td_app using (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), keeper_unit_no) = 1
);

alter table app.recipient_match enable row level security;
create policy recipient_match_seen on app.recipient_match for select to td_app using (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), keeper_unit_no) = 1
);
create policy recipient_match_added on app.recipient_match for insert to td_app with check (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), keeper_unit_no) = 1
);
create policy recipient_match_changed on app.recipient_match for update to td_app using (
  (select app.sees_all_facts()) or get_bit((select app.fact_bits()), keeper_unit_no) = 1
);
