-- Units through time: what a unit was called, where it stood and what it was on any day; the events that made it so; clusters and blocks.
-- app.unit keeps the values of today, which scopes and lists read; app.unit_version has them for every day; app.unit_event says why.

alter table app.unit
  add column symbol text,
  add column kind text not null default 'other' check (kind in (
    'province', 'district', 'commune', 'department', 'public-service', 'enterprise', 'school', 'division', 'team',
    'party-organisation', 'trade-union', 'youth-union', 'women-union', 'veterans', 'front', 'other')),
  add column level text check (level in ('tinh', 'huyen', 'xa', 'co-so')),
  add column legal_person boolean not null default false,
  add column beside boolean not null default false,
  add column area_marks text[] not null default '{}'
    check (area_marks <@ array['remote', 'border', 'island', 'extremely-difficult']);
comment on column app.unit.symbol is 'ky hieu: as in the number of its papers, «12/KH-SNV»';
comment on column app.unit.kind is 'a district is of a day up to 30/06/2025: the two-tier change ended that level';
comment on column app.unit.legal_person is 'tu cach phap nhan: decides who may grant what';
comment on column app.unit.beside is 'a Party organisation or a mass organisation beside the unit it belongs to: no division under it';

create table app.unit_event (
  id uuid primary key,
  kind text not null check (kind in ('created', 'renamed', 'moved', 'changed', 'merged', 'split', 'dissolved')),
  on_day date not null,
  document_kind text,
  document_number text,
  document_issued_on date,
  document_issuer text,
  document_title text,
  note text,
  input jsonb not null,
  entered_by uuid references app.account (id),
  entered_by_name text not null,
  entered_at timestamptz not null,
  applied_at timestamptz,
  taken_back_at timestamptz,
  taken_back_by_name text,
  taken_back_reason text,
  check ((taken_back_at is null) = (taken_back_reason is null))
);
create index unit_event_due on app.unit_event (on_day) where applied_at is null and taken_back_at is null;
comment on column app.unit_event.on_day is 'the first day of the new state; a unit that ends is there for the last time the day before';
comment on column app.unit_event.input is 'as it was entered, with what was chosen for posts, obligations and units below: done again on the day when the day lies ahead';
comment on column app.unit_event.applied_at is 'when duties and lists followed; null while the day lies ahead';

create table app.unit_event_unit (
  event_id uuid not null references app.unit_event (id),
  unit_id uuid not null references app.unit (id),
  role text not null check (role in ('subject', 'before', 'after', 'along')),
  primary key (event_id, unit_id, role)
);
create index unit_event_unit_unit on app.unit_event_unit (unit_id);
comment on table app.unit_event_unit is 'before and after make predecessors and successors; along: moved with it because it stood below';

create table app.unit_event_effect (
  event_id uuid not null references app.unit_event (id),
  step integer not null,
  kind text not null check (kind in (
    'post-ended', 'post-begun', 'grant-ended', 'grant-begun', 'obligation-moved', 'obligation-made', 'obligation-exempted', 'owed-to-moved',
    'campaign-moved', 'recipient-moved')),
  thing_id uuid not null,
  before jsonb not null,
  after jsonb not null,
  primary key (event_id, step)
);
comment on table app.unit_event_effect is 'what followed, with what stood before: an event is taken back by undoing these, and only while each is as it was left';

create table app.unit_version (
  unit_id uuid not null references app.unit (id),
  valid_from date not null,
  valid_to date,
  name text collate "vi-x-icu" not null check (name <> ''),
  short_name text,
  name_search text not null,
  symbol text,
  kind text not null,
  level text,
  legal_person boolean not null,
  beside boolean not null,
  area_marks text[] not null,
  parent_id uuid references app.unit (id),
  order_no integer not null,
  begun_by uuid not null references app.unit_event (id),
  ended_by uuid references app.unit_event (id),
  primary key (unit_id, valid_from),
  check (valid_to is null or valid_to >= valid_from),
  check ((valid_to is null) = (ended_by is null)),
  check (parent_id is distinct from unit_id)
);
create unique index unit_version_last on app.unit_version (unit_id) where valid_to is null;
create index unit_version_parent on app.unit_version (parent_id);
create index unit_version_begun on app.unit_version (begun_by);
create index unit_version_ended on app.unit_version (ended_by);
comment on table app.unit_version is 'a unit''s values from a day to its last day, one after the other without a gap; the tree on any day is read from here';

-- Units that are there already: their first version and the event it comes from; of one that has ended, that event too.
insert into app.unit_event (id, kind, on_day, note, input, entered_by_name, entered_at, applied_at)
select gen_random_uuid(), 'created', valid_from, null, jsonb_build_object('unitId', id), 'Hệ thống (nâng cấp)', created_at, created_at from app.unit;
insert into app.unit_event_unit (event_id, unit_id, role)
select id, (input ->> 'unitId')::uuid, 'subject' from app.unit_event;
insert into app.unit_event (id, kind, on_day, note, input, entered_by_name, entered_at, applied_at)
select gen_random_uuid(), 'dissolved', valid_to + 1, null, jsonb_build_object('unitId', id), 'Hệ thống (nâng cấp)', now(), now()
from app.unit where valid_to is not null;
insert into app.unit_event_unit (event_id, unit_id, role)
select id, (input ->> 'unitId')::uuid, 'subject' from app.unit_event where kind = 'dissolved';
insert into app.unit_version (unit_id, valid_from, valid_to, name, short_name, name_search, symbol, kind, level, legal_person, beside, area_marks,
  parent_id, order_no, begun_by, ended_by)
select u.id, u.valid_from, u.valid_to, u.name, u.short_name, u.name_search, u.symbol, u.kind, u.level, u.legal_person, u.beside, u.area_marks,
  u.parent_id, u.order_no, b.id, e.id
from app.unit u
join app.unit_event b on b.kind = 'created' and b.input ->> 'unitId' = u.id::text
left join app.unit_event e on e.kind = 'dissolved' and e.input ->> 'unitId' = u.id::text;

grant select, insert, update on app.unit_event to td_app;
grant select, insert on app.unit_event_unit to td_app;
grant select, insert, delete on app.unit_event_effect, app.unit_version to td_app;
grant update on app.unit_version to td_app;

-- The row of today follows the version of the day, where that day has one; a unit to come has its first, one that is over its last.
create function app.refresh_units(on_day date) returns integer language sql as $$
  with today as (
    select distinct on (v.unit_id) v.* from app.unit_version v
    order by v.unit_id, (on_day between v.valid_from and coalesce(v.valid_to, 'infinity')) desc,
      case when v.valid_to < on_day then v.valid_from end desc nulls last, v.valid_from
  ), changed as (
    update app.unit u
    set name = t.name, short_name = t.short_name, name_search = t.name_search, symbol = t.symbol, kind = t.kind, level = t.level, legal_person = t.legal_person,
      beside = t.beside, area_marks = t.area_marks, parent_id = t.parent_id, order_no = t.order_no
    from today t
    where t.unit_id = u.id
      and (u.name, u.short_name, u.symbol, u.kind, u.level, u.legal_person, u.beside, u.area_marks, u.parent_id, u.order_no)
        is distinct from (t.name, t.short_name, t.symbol, t.kind, t.level, t.legal_person, t.beside, t.area_marks, t.parent_id, t.order_no)
    returning 1
  ) select count(*)::integer from changed
$$;
grant execute on function app.refresh_units(date) to td_app;

-- Taking back an event takes away what it made: a unit on which nothing stands, a post that began with it. False when something stands on it.
create function app.remove_unit(unit uuid) returns boolean language plpgsql security definer set search_path = app, pg_temp as $$
begin
  if not app.actor_is_house() and app.actor_account() is null then return false; end if;
  if exists (select 1 from app.unit_version v where v.unit_id = unit) then return false; end if;
  delete from app.document_unit d where d.unit_id = unit
    and not exists (select 1 from app.obligation o where o.unit_id = unit);
  delete from app.unit_event_unit e where e.unit_id = unit
    and exists (select 1 from app.unit_event t where t.id = e.event_id and t.taken_back_at is not null);
  delete from app.unit u where u.id = unit;
  return found;
exception when foreign_key_violation then
  return false;
end $$;
create function app.remove_post(post uuid) returns boolean language plpgsql security definer set search_path = app, pg_temp as $$
begin
  if not exists (select 1 from app.unit_event_effect e where e.kind = 'post-begun' and e.thing_id = post) then return false; end if;
  delete from app.post_grant g where g.post_id = post
    and exists (select 1 from app.unit_event_effect e where e.kind = 'grant-begun' and e.thing_id = g.id);
  delete from app.post p where p.id = post;
  return found;
exception when foreign_key_violation then
  return false;
end $$;
create function app.remove_obligation(obligation uuid) returns boolean
language plpgsql security definer set search_path = app, pg_temp as $$
begin
  if not exists (select 1 from app.unit_event_effect e where e.kind = 'obligation-made' and e.thing_id = obligation) then return false; end if;
  delete from app.obligation o where o.id = obligation and o.state = 'open';
  return found;
exception when foreign_key_violation then
  return false;
end $$;
revoke all on function app.remove_unit(uuid), app.remove_post(uuid), app.remove_obligation(uuid) from public;
grant execute on function app.remove_unit(uuid), app.remove_post(uuid), app.remove_obligation(uuid) to td_app;

-- ---------------------------------------------------------------- clusters and blocks (cum, khoi thi dua)

create table app.cluster (
  id uuid primary key,
  kind text not null check (kind in ('cum', 'khoi')),
  name text collate "vi-x-icu" not null check (name <> ''),
  level text not null check (level in ('tinh', 'huyen', 'xa', 'co-so')),
  unit_id uuid not null references app.unit (id),
  valid_from date not null,
  valid_to date,
  basis text,
  version integer not null default 1,
  created_at timestamptz not null,
  check (valid_to is null or valid_to >= valid_from)
);
create index cluster_unit on app.cluster (unit_id);
comment on column app.cluster.unit_id is 'whose council divides its units so';
comment on column app.cluster.level is 'a unit is in one cluster of a level at a time unless a reason is given';

create table app.cluster_member (
  id uuid primary key,
  cluster_id uuid not null references app.cluster (id),
  unit_id uuid not null references app.unit (id),
  valid_from date not null,
  valid_to date,
  also_elsewhere text,
  check (valid_to is null or valid_to >= valid_from)
);
create index cluster_member_cluster on app.cluster_member (cluster_id);
create index cluster_member_unit on app.cluster_member (unit_id);
create unique index cluster_member_once on app.cluster_member (cluster_id, unit_id) where valid_to is null;
comment on column app.cluster_member.also_elsewhere is 'why this unit is in a second cluster of the same level';

create table app.cluster_head (
  cluster_id uuid not null references app.cluster (id),
  year integer not null check (year between 2000 and 2100),
  head_unit_id uuid not null references app.unit (id),
  vice_unit_id uuid references app.unit (id),
  basis text,
  primary key (cluster_id, year),
  check (vice_unit_id is distinct from head_unit_id)
);
comment on table app.cluster_head is 'cum truong, cum pho of a year: elected in rotation at the yearly review';

grant select, insert, update on app.cluster, app.cluster_member, app.cluster_head to td_app;
