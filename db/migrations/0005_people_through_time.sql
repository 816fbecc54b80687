-- People through time: who a person is, the posts held one after another, absences, and the care taken of what is personal.

-- ---------------------------------------------------------------- the person

alter table app.person
  add column birth_on date,
  add column birth_precision text check (birth_precision in ('day', 'month', 'year')),
  add column gender text check (gender in ('male', 'female')),
  add column ethnicity text check (ethnicity <> ''),
  add column party_joined_on date,
  add column staff_code text check (staff_code <> ''),
  add column staff_code_key text constraint person_staff_code_taken unique,
  add column citizen_id_sealed bytea,
  add column citizen_id_digest text constraint person_citizen_id_taken unique,
  add column recruited_on date,
  add column merged_into uuid references app.person (id),
  add column version integer not null default 1,
  add check ((birth_on is null) = (birth_precision is null)),
  add check ((staff_code is null) = (staff_code_key is null)),
  add check ((citizen_id_sealed is null) = (citizen_id_digest is null)),
  add check (merged_into is distinct from id);
create index person_merged on app.person (merged_into) where merged_into is not null;
comment on column app.person.birth_on is 'sensitive; the first day of the month or of the year where no more is known: see birth_precision';
comment on column app.person.gender is 'sensitive';
comment on column app.person.ethnicity is 'sensitive';
comment on column app.person.party_joined_on is 'sensitive';
comment on column app.person.staff_code_key is 'staff_code folded (kernel foldForSearch, without blanks): unique in the organisation';
comment on column app.person.citizen_id_sealed is 'sensitive; sealed for «person.citizen-id»; opened only where somebody asked to see it, which is recorded';
comment on column app.person.citizen_id_digest is 'keyed digest for «person.citizen-id»: exact search and uniqueness';
comment on column app.person.merged_into is 'entered twice: everything is with that person now, this row only says so';
comment on column app.person.version is 'goes up with every change of what the row says of the person';

-- As in 0001, and for whoever keeps the file by a further post of the person.
drop policy person_changed on app.person;
create policy person_changed on app.person for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or (other_unit_nos is not null and exists (select 1 from unnest(other_unit_nos) no where get_bit((select app.seen_bits()), no) = 1))
);

-- ---------------------------------------------------------------- posts

alter table app.post
  add column kind text not null default 'regular' check (kind in ('regular', 'concurrent', 'secondment')),
  add column leader_level text check (leader_level in ('head', 'deputy')),
  add column recipient_class text check (recipient_class in (
    'ministry-province-leader', 'department-leader', 'business', 'division-leader', 'direct-worker', 'other')),
  add column direct_worker boolean not null default false,
  add column party_managed boolean not null default false,
  add column basis text check (basis <> ''),
  add column version integer not null default 1;
comment on column app.post.kind is 'regular posts of one person never overlap; a concurrent one or a secondment stands beside one';
comment on column app.post.leader_level is 'head of the unit, deputy of the head; null for who leads nobody';
comment on column app.post.recipient_class is 'class of recipients in the yearly statistics forms';
comment on column app.post.party_managed is 'a title managed by a Party committee';
comment on column app.post.basis is 'the decision it rests on, as written: «Quyết định số 15/QĐ-SNV ngày 01/03/2024»';

-- Posts that already stand beside an earlier one were meant as further posts.
update app.post p set kind = 'concurrent'
where exists (
  select 1 from app.post q
  where q.person_id = p.person_id and q.id <> p.id and (q.valid_from, q.id) < (p.valid_from, p.id)
    and coalesce(q.valid_to, 'infinity') >= p.valid_from and coalesce(p.valid_to, 'infinity') >= q.valid_from
);

-- When a person has posts, seen or not: whoever administers one branch must not give a second regular post because the first is out of his
-- sight. What and where the others are stays untold.
create function app.stretches_of(person uuid)
returns table (id uuid, kind text, title text, unit_id uuid, unit_name text, valid_from date, valid_to date)
language sql stable security definer set search_path = app, pg_temp as $$
  select t.id, t.kind, case when s.seen then t.title end, t.unit_id, case when s.seen then u.name end, t.valid_from, t.valid_to
  from app.post t
  join app.unit u on u.id = t.unit_id
  cross join lateral (select app.sees_all() or get_bit(app.seen_bits(), t.unit_no) = 1 as seen) s
  where t.person_id = person and (app.actor_is_house() or app.actor_account() is not null)
$$;
revoke all on function app.stretches_of(uuid) from public;
grant execute on function app.stretches_of(uuid) to td_app;

-- ---------------------------------------------------------------- who keeps people's files

-- Sensitive is what a plain colleague is not to see: for whoever keeps the files of a unit (`FILE_KEEPERS` in
-- src/organisation/domain/sensitive.ts says the same roles) and for the person himself. Read once per statement, as app.seen_bits() is.
-- Of plpgsql, because app.held_grant comes with a later migration and is looked up when they run.
create function app.kept_unit_nos() returns integer[] language plpgsql stable security definer set search_path = app, pg_temp as $$
declare today date := current_setting('app.today')::date;
begin
  return array(
    with recursive tree as (
      select u.id, u.unit_no from app.held_grant h join app.unit u on u.id = h.unit_id
      where h.person_id = app.actor_person() and h.role in ('administrator', 'standing-office', 'head', 'officer', 'auditor')
        and today >= h.held_from and (h.held_to is null or today <= h.held_to)
      union
      select u.id, u.unit_no from tree b join app.unit u on u.parent_id = b.id
    ) select unit_no from tree);
end $$;
revoke all on function app.kept_unit_nos() from public;
grant execute on function app.kept_unit_nos() to td_app;
create function app.keeps_all_files() returns boolean language plpgsql stable security definer set search_path = app, pg_temp as $$
declare today date := current_setting('app.today')::date;
begin
  return app.actor_is_house() or exists (
    select 1 from app.held_grant h join app.unit u on u.id = h.unit_id
    where h.person_id = app.actor_person() and u.parent_id is null
      and h.role in ('administrator', 'standing-office', 'head', 'officer', 'auditor')
      and today >= h.held_from and (h.held_to is null or today <= h.held_to));
end $$;
create function app.kept_bits() returns bytea language plpgsql stable security definer set search_path = app, pg_temp as $$
declare
  bits bytea := decode(repeat('00', app.scope_bytes()), 'hex');
  no integer;
begin
  foreach no in array app.kept_unit_nos() loop
    bits := set_bit(bits, no, 1);
  end loop;
  return bits;
end $$;

-- ---------------------------------------------------------------- absences

create table app.absence (
  id uuid primary key,
  person_id uuid not null references app.person (id),
  kind text not null check (kind in ('leave', 'unpaid', 'sick', 'maternity', 'injury', 'training', 'other')),
  valid_from date not null,
  valid_to date,
  basis text check (basis <> ''),
  note text check (note <> ''),
  version integer not null default 1,
  created_at timestamptz not null,
  check (valid_to is null or valid_to >= valid_from)
);
create index absence_person on app.absence (person_id, valid_from);
comment on table app.absence is 'sensitive: time away from the post that the law counts or leaves out; valid_to is the last day';

alter table app.absence enable row level security;
create policy absence_seen on app.absence for select to td_app using (
  person_id = (select app.actor_person()) or (select app.keeps_all_files())
  or exists (
    select 1 from app.person p where p.id = person_id and (
      get_bit((select app.kept_bits()), p.unit_no) = 1
      or (p.other_unit_nos is not null and exists (select 1 from unnest(p.other_unit_nos) no where get_bit((select app.kept_bits()), no) = 1))))
);
create policy absence_added on app.absence for insert to td_app with check (
  (select app.keeps_all_files())
  or exists (
    select 1 from app.person p where p.id = person_id and (
      get_bit((select app.kept_bits()), p.unit_no) = 1
      or (p.other_unit_nos is not null and exists (select 1 from unnest(p.other_unit_nos) no where get_bit((select app.kept_bits()), no) = 1))))
);
create policy absence_changed on app.absence for update to td_app using (
  (select app.keeps_all_files()) or exists (select 1 from app.person p where p.id = person_id and get_bit((select app.kept_bits()), p.unit_no) = 1)
  or exists (
    select 1 from app.person p, unnest(p.other_unit_nos) no where p.id = person_id and get_bit((select app.kept_bits()), no) = 1)
);
create policy absence_removed on app.absence for delete to td_app using (
  (select app.keeps_all_files()) or exists (select 1 from app.person p where p.id = person_id and get_bit((select app.kept_bits()), p.unit_no) = 1)
  or exists (
    select 1 from app.person p, unnest(p.other_unit_nos) no where p.id = person_id and get_bit((select app.kept_bits()), no) = 1)
);
grant select, insert, update, delete on app.absence to td_app;

-- ---------------------------------------------------------------- asking for a correction

create table app.correction_request (
  id uuid primary key,
  person_id uuid not null references app.person (id),
  field text not null check (field in (
    'name', 'birth', 'gender', 'ethnicity', 'party-joined-on', 'staff-code', 'citizen-id', 'email', 'recruited-on', 'post', 'absence', 'other')),
  wanted_sealed bytea not null,
  before_sealed bytea,
  reason text not null check (reason <> ''),
  file_ids uuid[] not null default '{}',
  state text not null check (state in ('open', 'accepted', 'refused', 'withdrawn')),
  made_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references app.account (id),
  decided_by_name text,
  answer text,
  check ((state = 'open') = (decided_at is null))
);
create index correction_request_person on app.correction_request (person_id, made_at desc);
create index correction_request_open on app.correction_request (made_at) where state = 'open';
comment on column app.correction_request.wanted_sealed is 'what the person says is right, sealed for «correction.wanted» whatever the field: it may be a citizen id';

alter table app.correction_request enable row level security;
create policy correction_request_seen on app.correction_request for select to td_app using (
  person_id = (select app.actor_person()) or (select app.keeps_all_files())
  or exists (
    select 1 from app.person p where p.id = person_id and (
      get_bit((select app.kept_bits()), p.unit_no) = 1
      or (p.other_unit_nos is not null and exists (select 1 from unnest(p.other_unit_nos) no where get_bit((select app.kept_bits()), no) = 1))))
);
create policy correction_request_made on app.correction_request for insert to td_app with check (
  person_id = (select app.actor_person())
);
create policy correction_request_changed on app.correction_request for update to td_app using (
  person_id = (select app.actor_person()) or (select app.keeps_all_files())
  or exists (
    select 1 from app.person p where p.id = person_id and (
      get_bit((select app.kept_bits()), p.unit_no) = 1
      or (p.other_unit_nos is not null and exists (select 1 from unnest(p.other_unit_nos) no where get_bit((select app.kept_bits()), no) = 1))))
);
grant select, insert, update on app.correction_request to td_app;

-- ---------------------------------------------------------------- files that belong to one person's file

-- A picture of an identity card sent with a correction is not for the colleagues who see the other files of the unit.
alter table app.file add column personal_of uuid references app.person (id);
comment on column app.file.personal_of is 'belongs to this person''s file: seen by him, by who brought it and by those who keep it, by nobody else';

drop policy file_seen on app.file;
create policy file_seen on app.file for select to td_app using (
  uploaded_by = (select app.actor_account())
  or (personal_of is null and (
    (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
    or exists (select 1 from app.document_file f where f.file_id = id)
    -- Brought by somebody with a further post elsewhere: the unit it was attached for sees it with what it is attached to.
    or exists (select 1 from app.submission s where s.file_ids @> array[file.id])))
  or (personal_of is not null and (
    (select app.keeps_all_files()) or personal_of = (select app.actor_person())
    or exists (select 1 from app.correction_request c where c.person_id = personal_of and c.file_ids @> array[file.id])))
);
-- Only who brought a file says whose it is.
create policy file_changed on app.file for update to td_app using (uploaded_by = (select app.actor_account()));

-- ---------------------------------------------------------------- a person twice

-- Is the code or the number already somebody's, seen or not? Only yes or no comes out; who it is, the asker finds by his own right.
create function app.person_keys_taken(code_key text, digests text[], besides uuid[])
returns table (code_taken boolean, citizen_id_taken boolean)
language sql stable security definer set search_path = app, pg_temp as $$
  select
    exists (select 1 from app.person p where p.staff_code_key = code_key and not p.id = any (besides)),
    exists (select 1 from app.person p where p.citizen_id_digest = any (digests) and not p.id = any (besides))
  where app.actor_is_house() or app.actor_account() is not null or app.actor() = 'set-up'
$$;
revoke all on function app.person_keys_taken(text, text[], uuid[]) from public;
grant execute on function app.person_keys_taken(text, text[], uuid[]) to td_app;

-- Everything that names one row names the other from now on: found through the foreign keys, so that a table added later is not forgotten.
-- Gives the table that would then say the same thing twice, null when all is moved. The use case has asked who may, and undoes all of it
-- when a name comes back.
create function app.repoint(target regclass, gone uuid, kept uuid) returns text
language plpgsql as $$
declare reference record;
begin
  for reference in
    select k.conrelid::regclass::text as place, t.relname as name, a.attname as field
    from pg_constraint k
    join pg_class t on t.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = target and cardinality(k.conkey) = 1
    order by 1, 3
  loop
    begin
      execute format('update %s set %I = $2 where %I = $1', reference.place, reference.field, reference.field) using gone, kept;
    exception when unique_violation or check_violation or exclusion_violation then
      return reference.name;
    end;
  end loop;
  return null;
end $$;
revoke all on function app.repoint(regclass, uuid, uuid) from public;

create function app.repoint_person(gone uuid, kept uuid) returns text
language plpgsql security definer set search_path = app, pg_temp as $$
begin
  if not (app.actor_is_house() or app.actor_account() is not null) then
    raise exception 'nobody signed in merges people' using errcode = '42501';
  end if;
  return app.repoint('app.person', gone, kept);
end $$;
revoke all on function app.repoint_person(uuid, uuid) from public;
grant execute on function app.repoint_person(uuid, uuid) to td_app;

-- A post that both rows of one person have: what stands on the second goes over to the first, and the second is no more.
create function app.merge_post(gone uuid, kept uuid) returns text
language plpgsql security definer set search_path = app, pg_temp as $$
declare clash text;
begin
  if not (app.actor_is_house() or app.actor_account() is not null) then
    raise exception 'nobody signed in merges people' using errcode = '42501';
  end if;
  clash := app.repoint('app.post', gone, kept);
  if clash is null then delete from app.post where id = gone; end if;
  return clash;
end $$;
revoke all on function app.merge_post(uuid, uuid) from public;
grant execute on function app.merge_post(uuid, uuid) to td_app;

-- ---------------------------------------------------------------- what somebody may read of the record about himself

-- Who was shown something sensitive of the one who asks, also while he was two rows; and what he did himself. The record as a whole is not
-- his to read.
create function app.looks_at_me(most integer)
returns table (at timestamptz, actor_name text, actor_capacity text, detail jsonb)
language sql stable security definer set search_path = app, pg_temp as $$
  select r.at, r.actor_name, r.actor_capacity, r.detail from app.record r
  where r.action in ('person.sensitive-seen', 'person.found-by-number')
    and r.thing_id in (select app.actor_person() union all select p.id from app.person p where p.merged_into = app.actor_person())
  order by r.at desc, r.entry_no desc limit most
$$;
create function app.my_acts(most integer)
returns table (at timestamptz, action text, thing_name text, detail jsonb)
language sql stable security definer set search_path = app, pg_temp as $$
  select r.at, r.action, r.thing_name, r.detail from app.record r
  where r.person_id = app.actor_person()
  order by r.at desc, r.entry_no desc limit most
$$;
revoke all on function app.looks_at_me(integer), app.my_acts(integer) from public;
grant execute on function app.looks_at_me(integer), app.my_acts(integer) to td_app;

-- Whose posts have all ended (or are to come): ids alone, as app.find_people gives them. Under the policies the planner asks post by post.
create function app.people_without_post(on_day date) returns setof uuid
language sql stable security definer set search_path = app, pg_temp as $$
  select p.id from app.person p
  where (app.actor_is_house() or app.actor_account() is not null)
    and not exists (
      select 1 from app.post t where t.person_id = p.id and t.valid_from <= on_day and (t.valid_to is null or t.valid_to >= on_day))
$$;
revoke all on function app.people_without_post(date) from public;
grant execute on function app.people_without_post(date) to td_app;
