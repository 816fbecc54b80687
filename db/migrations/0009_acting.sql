-- Acting for each other: delegation during absence, handover of open work, who looks after which units, and which steps ask for two people.

-- ---------------------------------------------------------------- a grant changes under a version

alter table app.post_grant add column version integer not null default 1;
comment on column app.post_grant.version is 'goes up with every change of its dates: the second of two administrators sees the first one''s change before his own';

-- Whoever changes it, by whatever act: a post that ends, a unit that goes, an administrator.
create function app.count_grant_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
create trigger post_grant_version before update on app.post_grant for each row
  when (old.valid_from is distinct from new.valid_from or old.valid_to is distinct from new.valid_to)
  execute function app.count_grant_version();

-- Who may sign for a unit is asked by the unit: 58 ms among 100,000 grants without it, 8 ms with it.
create index post_grant_unit on app.post_grant (unit_id);

-- ---------------------------------------------------------------- who prepares, who has it in hand

alter table app.submission add column prepared_by uuid references app.person (id);
alter table app.rating_list add column prepared_by uuid references app.person (id);
alter table app.campaign add column proposed_by uuid references app.person (id);
alter table app.campaign add column in_charge uuid references app.person (id);
alter table app.campaign add column in_charge_name text;
create index campaign_in_charge on app.campaign (in_charge) where in_charge is not null;
comment on column app.submission.prepared_by is 'who wrote the words that are there now; whether he may sign them himself is the step''s rule';
comment on column app.campaign.in_charge is 'who has it in hand since a handover; null: whoever made it';

-- ---------------------------------------------------------------- delegation (uy quyen)

create table app.delegation (
  id uuid primary key,
  from_post_id uuid not null references app.post (id),
  from_person_id uuid not null references app.person (id),
  from_unit_no integer not null references app.unit (unit_no),
  to_post_id uuid not null references app.post (id),
  to_person_id uuid not null references app.person (id),
  to_unit_no integer not null references app.unit (unit_no),
  from_name text not null,
  from_post text not null,
  to_name text not null,
  to_post text not null,
  signs_as text not null check (signs_as in ('KT.', 'TL.', 'TUQ.')),
  valid_from date not null,
  valid_to date not null,
  until date not null,
  document_number text,
  document_day date,
  file_id uuid references app.file (id),
  reason text not null,
  way text not null check (way in ('product', 'paper')),
  ended_at timestamptz,
  ended_by_name text,
  end_reason text,
  version integer not null default 1,
  created_by uuid references app.account (id),
  created_by_name text not null,
  created_at timestamptz not null,
  check (from_person_id <> to_person_id),
  check (until >= valid_from),
  check (valid_to <= until),
  check ((ended_at is null) = (ended_by_name is null))
);
create index delegation_from on app.delegation (from_post_id);
create index delegation_to on app.delegation (to_post_id);
create index delegation_file on app.delegation (file_id) where file_id is not null;
comment on table app.delegation is 'a holder of grants lets another post act with them for some days; the other cannot delegate them on';
comment on column app.delegation.from_name is 'names and posts as they stood on the paper: whoever sees one side may not see the other side''s file';
comment on column app.delegation.until is 'last day as it was given; valid_to is the last day on which it holds, earlier once it was ended early';
comment on column app.delegation.signs_as is 'the letters before the delegator''s title, ND 30/2020/ND-CP annex I';

create table app.delegation_grant (
  delegation_id uuid not null references app.delegation (id),
  grant_id uuid not null references app.post_grant (id),
  primary key (delegation_id, grant_id)
);
create index delegation_grant_grant on app.delegation_grant (grant_id);

-- Who holds what from when to when, by his own posts and by delegation: one place, from which scopes and signers follow. A delegation
-- never outlives the grant, the delegator's post or the delegate's. Owner's eyes: read by definer's functions alone.
create view app.held_grant as
  select t.person_id, t.id as post_id, g.unit_id, g.role,
    greatest(t.valid_from, g.valid_from) as held_from, least(t.valid_to, g.valid_to) as held_to, null::uuid as delegation_id
  from app.post_grant g join app.post t on t.id = g.post_id
  union all
  select t.person_id, t.id, g.unit_id, g.role,
    greatest(d.valid_from, t.valid_from, o.valid_from, g.valid_from), least(d.valid_to, t.valid_to, o.valid_to, g.valid_to), d.id
  from app.delegation d
  join app.delegation_grant x on x.delegation_id = d.id
  join app.post_grant g on g.id = x.grant_id
  join app.post o on o.id = d.from_post_id
  join app.post t on t.id = d.to_post_id;
comment on view app.held_grant is 'held_to null: no end; held_to before held_from: never held. Delegated rows name their delegation; post_id is the post of the one who acts';
revoke all on app.held_grant from public, td_app;

-- What a person holds by delegation on a day, with whose it is: for himself alone, past his own scope. The unit of work asks at every request.
create function app.delegated_to(person uuid, on_day date)
returns table (delegation_id uuid, post_id uuid, signs_as text, of_post text, of_unit_id uuid, of_unit text, of_name text, until date, role text, unit_id uuid)
language sql stable security definer set search_path = app, pg_temp as $$
  select h.delegation_id, h.post_id, d.signs_as, o.title, ou.id, ou.name, op.full_name, h.held_to, h.role, h.unit_id
  from app.held_grant h
  join app.delegation d on d.id = h.delegation_id
  join app.post o on o.id = d.from_post_id
  join app.unit ou on ou.id = o.unit_id
  join app.person op on op.id = o.person_id
  where h.person_id = person and h.delegation_id is not null
    and on_day >= h.held_from and (h.held_to is null or on_day <= h.held_to)
    and (app.actor_is_house() or person = app.actor_person())
  order by d.valid_from, h.delegation_id, h.role, h.unit_id
$$;
revoke all on function app.delegated_to(uuid, date) from public;
grant execute on function app.delegated_to(uuid, date) to td_app;

-- From when to when delegations really hold: not beyond either post, whoever of the two the asker may see.
create function app.delegation_days(delegations uuid[]) returns table (id uuid, held_from date, held_to date)
language sql stable security definer set search_path = app, pg_temp as $$
  select d.id, greatest(d.valid_from, t.valid_from, o.valid_from), least(d.valid_to, t.valid_to, o.valid_to)
  from app.delegation d join app.post o on o.id = d.from_post_id join app.post t on t.id = d.to_post_id
  where (app.actor_is_house() or app.actor_account() is not null) and d.id = any (delegations)
$$;
revoke all on function app.delegation_days(uuid[]) from public;
grant execute on function app.delegation_days(uuid[]) to td_app;

-- As in 0001, with those who hold a role for somebody else: they are told as they sign, «KT. Giam doc, Pho Giam doc, So Noi vu».
create or replace function app.holders_of(roles text[], unit_ids uuid[], on_day date)
returns table (person_id uuid, full_name text, post_title text, email text)
language sql stable security definer set search_path = app, pg_temp as $$
  select id, name, post, mail from (
  select distinct on (p.id) p.id, p.full_name as name,
    case when o.id is null then t.title || ', ' || u.name
      when o.unit_id = t.unit_id then d.signs_as || ' ' || o.title || ', ' || t.title || ', ' || u.name
      else d.signs_as || ' ' || o.title || ' ' || ou.name || ', ' || t.title || ', ' || u.name end as post,
    case when app.sees_all() or get_bit(app.seen_bits(), t.unit_no) = 1 then coalesce(a.email, p.email) end as mail,
    array_position(unit_ids, g.unit_id) as depth, d.id as delegation
  from app.held_grant g
  join app.post t on t.id = g.post_id
  join app.unit u on u.id = t.unit_id
  join app.person p on p.id = g.person_id
  left join app.delegation d on d.id = g.delegation_id
  left join app.post o on o.id = d.from_post_id
  left join app.unit ou on ou.id = o.unit_id
  left join app.account a on a.person_id = p.id and a.disabled_at is null
  where (app.actor_is_house() or app.actor_account() is not null)
    and g.role = any (roles) and g.unit_id = any (unit_ids)
    and on_day >= g.held_from and (g.held_to is null or on_day <= g.held_to)
  order by p.id, array_position(unit_ids, g.unit_id), d.id nulls first
  ) nearest order by depth, delegation nulls first, name
$$;

-- As in 0001, with what is reached by delegation: a branch's administrator must not become somebody who stands in for the whole.
create or replace function app.reach_of(person uuid, on_day date) returns setof uuid
language sql stable security definer set search_path = app, pg_temp as $$
  select t.unit_id from app.post t
  where (app.actor_is_house() or app.actor_account() is not null) and t.person_id = person and coalesce(t.valid_to, 'infinity') >= on_day
  union
  select h.unit_id from app.held_grant h join app.post t on t.id = h.post_id
  where (app.actor_is_house() or app.actor_account() is not null) and h.person_id = person and coalesce(t.valid_to, 'infinity') >= on_day
    and coalesce(h.held_to, 'infinity') >= greatest(on_day, h.held_from)
$$;

-- The stored scopes read what is held, by post and by delegation alike.
create or replace function app.refresh_scopes(on_day date, only_account uuid default null) returns void
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
        select distinct h.unit_id, h.role <> 'staff' as deep
        from app.held_grant h
        where h.person_id = acc.person_id and on_day >= h.held_from and (h.held_to is null or on_day <= h.held_to)
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

-- ---------------------------------------------------------------- handover (ban giao)

create table app.handover (
  id uuid primary key,
  from_person_id uuid not null references app.person (id),
  from_name text not null,
  from_post text not null,
  unit_no integer not null references app.unit (unit_no),
  to_person_ids uuid[] not null,
  on_day date not null,
  reason text not null,
  made_by uuid references app.account (id),
  made_by_name text not null,
  made_at timestamptz not null
);
create index handover_from on app.handover (from_person_id);
create index handover_to on app.handover using gin (to_person_ids);
comment on table app.handover is 'one act by which a person''s open work went to others; names as they were on that day';

create table app.handover_item (
  handover_id uuid not null references app.handover (id),
  item_no integer not null,
  kind text not null,
  thing_id uuid not null,
  title text not null,
  note text,
  due date,
  to_person_id uuid not null references app.person (id),
  to_name text not null,
  to_post text not null,
  primary key (handover_id, item_no)
);

-- ---------------------------------------------------------------- who looks after which unit (phu trach theo doi)

create table app.looking_after (
  id uuid primary key,
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  post_id uuid not null references app.post (id),
  person_id uuid not null references app.person (id),
  valid_from date not null,
  valid_to date,
  created_by_name text not null,
  created_at timestamptz not null
);
create index looking_after_unit on app.looking_after (unit_id, valid_from);
create index looking_after_person on app.looking_after (person_id);
comment on table app.looking_after is 'one officer of the standing office per unit and day; for the units below it too, unless they have their own';
comment on column app.looking_after.valid_to is 'last day; before valid_from: never held';

-- Who looks after these units on a day, or has ever (no day), told to everybody signed in: a unit may know whom to ask, beside whose file
-- it may not read.
create function app.lookers_after(unit_ids uuid[], on_day date)
returns table (id uuid, unit_id uuid, person_id uuid, full_name text, post_title text, since date, until date)
language sql stable security definer set search_path = app, pg_temp as $$
  select l.id, l.unit_id, l.person_id, p.full_name, t.title || ', ' || u.name, l.valid_from, least(l.valid_to, t.valid_to)
  from app.looking_after l
  join app.post t on t.id = l.post_id
  join app.unit u on u.id = t.unit_id
  join app.person p on p.id = l.person_id
  where (app.actor_is_house() or app.actor_account() is not null) and l.unit_id = any (unit_ids)
    and l.valid_from <= coalesce(l.valid_to, 'infinity')
    and (on_day is null or on_day between l.valid_from and coalesce(least(l.valid_to, t.valid_to), 'infinity'))
  order by l.valid_from desc, l.id
$$;
revoke all on function app.lookers_after(uuid[], date) from public;
grant execute on function app.lookers_after(uuid[], date) to td_app;

-- ---------------------------------------------------------------- separation of duties (phan tach trach nhiem)

create table app.step_rule (
  unit_id uuid not null references app.unit (id),
  step text not null,
  rule text not null check (rule in ('forbidden', 'allowed')),
  basis text,
  version integer not null default 1,
  set_by_name text not null,
  set_at timestamptz not null,
  primary key (unit_id, step)
);
comment on table app.step_rule is 'may one person prepare and sign at this step, for the unit and all below it; the nearest unit above decides';

-- ---------------------------------------------------------------- consents from paper may be about a delegation

do $$
declare old_check text;
begin
  select pg_get_constraintdef(oid) into old_check from pg_constraint
  where conrelid = 'app.consent'::regclass and conname = 'consent_thing_kind_check';
  if old_check is not null and old_check not like '%''delegation''%' then
    alter table app.consent drop constraint consent_thing_kind_check;
    execute 'alter table app.consent add constraint consent_thing_kind_check '
      || replace(old_check, 'ARRAY[', 'ARRAY[''delegation''::text, ');
  end if;
end $$;

-- ---------------------------------------------------------------- what the application may do, and the second wall

grant select, insert, update on app.delegation, app.looking_after, app.step_rule to td_app;
grant select, insert on app.delegation_grant, app.handover, app.handover_item to td_app;
grant delete on app.step_rule to td_app;

alter table app.delegation enable row level security;
create policy delegation_seen on app.delegation for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), from_unit_no) = 1 or get_bit((select app.seen_bits()), to_unit_no) = 1
  or from_person_id = (select app.actor_person()) or to_person_id = (select app.actor_person())
);
create policy delegation_added on app.delegation for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), from_unit_no) = 1 or from_person_id = (select app.actor_person())
);
-- Whoever stands in may give it back.
create policy delegation_changed on app.delegation for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), from_unit_no) = 1
  or from_person_id = (select app.actor_person()) or to_person_id = (select app.actor_person())
);
alter table app.delegation_grant enable row level security;
create policy delegation_grant_seen on app.delegation_grant for select to td_app using (
  exists (select 1 from app.delegation d where d.id = delegation_id)
);
create policy delegation_grant_added on app.delegation_grant for insert to td_app with check (
  exists (select 1 from app.delegation d where d.id = delegation_id)
);
-- The paper of a delegation is read by whoever sees the delegation: added to what 0005 says, whatever that is.
do $$
declare seen text;
begin
  select qual into seen from pg_policies where schemaname = 'app' and tablename = 'file' and policyname = 'file_seen';
  execute 'alter policy file_seen on app.file using ((' || seen || ') or (personal_of is null and exists ('
    || 'select 1 from app.delegation d where d.file_id = file.id)))';
end $$;

alter table app.handover enable row level security;
create policy handover_seen on app.handover for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or from_person_id = (select app.actor_person()) or (select app.actor_person()) = any (to_person_ids)
);
create policy handover_added on app.handover for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1 or from_person_id = (select app.actor_person())
);
alter table app.handover_item enable row level security;
create policy handover_item_seen on app.handover_item for select to td_app using (
  exists (select 1 from app.handover h where h.id = handover_id)
);
create policy handover_item_added on app.handover_item for insert to td_app with check (
  exists (select 1 from app.handover h where h.id = handover_id)
);

alter table app.looking_after enable row level security;
create policy looking_after_seen on app.looking_after for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1 or person_id = (select app.actor_person())
);
create policy looking_after_added on app.looking_after for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy looking_after_changed on app.looking_after for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1 or person_id = (select app.actor_person())
);
