-- Who reads everything and changes nothing; the second wall around all that is personal; scopes for a hundred thousand people.

alter table app.post_grant drop constraint post_grant_role_check;
alter table app.post_grant add constraint post_grant_role_check
  check (role in ('administrator', 'standing-office', 'authority', 'head', 'officer', 'staff', 'auditor'));

-- ---------------------------------------------------------------- scopes, in sets

-- One bit per unit_no of the list, in so many bytes.
create function app.bits_of(nos integer[], room integer) returns bytea language plpgsql immutable as $$
declare
  bits bytea := decode(repeat('00', room), 'hex');
  no integer;
begin
  foreach no in array nos loop
    bits := set_bit(bits, no, 1);
  end loop;
  return bits;
end $$;

drop function app.refresh_scopes(date, uuid);
drop function app.refresh_person_units(date, uuid);

-- Recomputes what accounts see on a day: all of them, or those of some people and of everybody who stands in for them. Every unit where
-- something is held is walked once, however many hold it; whoever holds the whole gets `wide`, and no bit is asked for.
create function app.refresh_scopes(on_day date, persons uuid[] default null) returns void
language plpgsql security definer set search_path = app, pg_temp as $$
declare
  room integer := app.scope_bytes();
  whom uuid[] := persons || array(select d.to_person_id from app.delegation d where d.from_person_id = any (persons));
begin
  insert into app.account_scope (account_id, wide, bits, computed_for)
  with recursive held as materialized (
    select distinct a.id as account_id, h.unit_id, h.role <> 'staff' as deep
    from app.account a join app.held_grant h on h.person_id = a.person_id
    where (persons is null or a.person_id = any (whom))
      and on_day >= h.held_from and (h.held_to is null or on_day <= h.held_to)
  ), tree as (
    select s.unit_id as start, s.deep, u.id, u.unit_no, s.deep and u.parent_id is null as whole
    from (select distinct unit_id, deep from held) s join app.unit u on u.id = s.unit_id
    union all
    select t.start, t.deep, u.id, u.unit_no, false
    from tree t join app.unit u on u.parent_id = t.id where t.deep and not t.whole
  ), seen as (
    select h.account_id, bool_or(t.whole) as wide, array_agg(distinct t.unit_no) as nos
    from held h join tree t on t.start = h.unit_id and t.deep = h.deep
    group by h.account_id
  )
  select a.id, coalesce(s.wide, false), app.bits_of(case when s.wide then '{}' else coalesce(s.nos, '{}') end, room), on_day
  from app.account a left join seen s on s.account_id = a.id
  where persons is null or a.person_id = any (whom)
  order by a.id
  on conflict (account_id) do update set wide = excluded.wide, bits = excluded.bits, computed_for = excluded.computed_for;
end $$;
revoke all on function app.refresh_scopes(date, uuid[]) from public;
grant execute on function app.refresh_scopes(date, uuid[]) to td_app;

-- A person's place for the policies follows from his posts of the day: the earliest begun is the main one. Only what changed is written.
create function app.refresh_person_units(on_day date, persons uuid[] default null) returns void
language sql security definer set search_path = app, pg_temp as $$
  update app.person p
  set unit_no = w.main_no, other_unit_nos = w.others
  from (
    select q.id, coalesce(n.nos[1], l.unit_no) as main_no, nullif(n.nos[2:], '{}') as others
    from (select unnest(persons) as id union all select id from app.person where persons is null) q
    left join lateral (
      select array_agg(t.unit_no order by t.valid_from, t.id) as nos from app.post t
      where t.person_id = q.id and on_day between t.valid_from and coalesce(t.valid_to, 'infinity')
    ) n on true
    left join lateral (
      select t.unit_no from app.post t where t.person_id = q.id and n.nos is null
      order by coalesce(t.valid_to, 'infinity') desc, t.id limit 1
    ) l on true
  ) w
  where p.id = w.id and w.main_no is not null and (p.unit_no, p.other_unit_nos) is distinct from (w.main_no, w.others)
$$;
revoke all on function app.refresh_person_units(date, uuid[]) from public;
grant execute on function app.refresh_person_units(date, uuid[]) to td_app;

-- ---------------------------------------------------------------- finding people by name

create extension if not exists pg_trgm;
create index person_name_search on app.person using gin (name_search gin_trgm_ops);

-- As in 0001; the first pattern stands alone because an index cannot answer «like all».
create or replace function app.find_people(patterns text[]) returns setof uuid
language sql stable security definer set search_path = app, pg_temp as $$
  select p.id from app.person p
  where (app.actor_is_house() or app.actor_account() is not null) and p.name_search like patterns[1] and p.name_search like all (patterns)
$$;

-- ---------------------------------------------------------------- who sees whom, so that a count needs the index alone

-- Asked of the few who hold posts in several units. `cost 1`: the planner takes a subquery in the policy for so dear that nothing else
-- counts for it any more, and walks the table where it could walk the index.
create function app.sees_any(bits bytea, nos integer[]) returns boolean language plpgsql immutable cost 1 as $$
declare no integer;
begin
  foreach no in array nos loop
    if get_bit(bits, no) = 1 then return true; end if;
  end loop;
  return false;
end $$;

drop policy person_seen on app.person;
create policy person_seen on app.person for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or (other_unit_nos is not null and app.sees_any((select app.seen_bits()), other_unit_nos))
  or id = (select app.actor_person())
);

drop index app.person_unit;
create index person_unit on app.person (unit_no) include (id, other_unit_nos);

-- ---------------------------------------------------------------- the second wall around grants, duties, what was said of them

-- A grant is seen with the post it stands on.
alter table app.post_grant enable row level security;
create policy post_grant_seen on app.post_grant for select to td_app using (
  exists (select 1 from app.post t where t.id = post_id)
);
create policy post_grant_added on app.post_grant for insert to td_app with check (
  exists (select 1 from app.post t where t.id = post_id)
);
create policy post_grant_changed on app.post_grant for update to td_app using (
  exists (select 1 from app.post t where t.id = post_id)
);

-- What a unit owes is its own and its superiors'; whoever it was given to sees it also while no grant stands on his post.
alter table app.obligation enable row level security;
create policy obligation_seen on app.obligation for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1 or assigned_person_id = (select app.actor_person())
);
create policy obligation_added on app.obligation for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy obligation_changed on app.obligation for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1 or assigned_person_id = (select app.actor_person())
);

-- How far the units of a campaign have come is told to everybody who sees the campaign, the public page too: numbers, never which unit.
create function app.campaign_progress(campaigns uuid[], on_day date)
returns table (campaign_id uuid, received integer, disseminated integer, late integer)
language sql stable security definer set search_path = app, pg_temp as $$
  select thing_id,
    count(*) filter (where kind = 'confirm-receipt' and state = 'done')::integer,
    count(*) filter (where kind = 'disseminate' and state = 'done')::integer,
    count(distinct unit_id) filter (where state = 'open' and last_day < on_day)::integer
  from app.obligation where thing_kind = 'campaign' and thing_id = any (campaigns) group by thing_id
$$;
revoke all on function app.campaign_progress(uuid[], date) from public;
grant execute on function app.campaign_progress(uuid[], date) to td_app;

alter table app.reminder enable row level security;
create policy reminder_seen on app.reminder for select to td_app using (
  exists (select 1 from app.obligation o where o.id = obligation_id)
);
create policy reminder_added on app.reminder for insert to td_app with check (
  exists (select 1 from app.obligation o where o.id = obligation_id)
);

-- What somebody agreed to is seen with the thing he agreed to.
alter table app.consent enable row level security;
-- Named in full: a duty has a `thing_id` of its own.
create policy consent_seen on app.consent for select to td_app using (
  case consent.thing_kind
    when 'campaign' then exists (select 1 from app.campaign c where c.id = consent.thing_id)
    when 'obligation' then exists (select 1 from app.obligation o where o.id = consent.thing_id)
    when 'submission' then exists (select 1 from app.submission s where s.id = consent.thing_id)
    when 'rating-list' then exists (select 1 from app.rating_list l where l.id = consent.thing_id)
    when 'delegation' then exists (select 1 from app.delegation d where d.id = consent.thing_id)
    else (select app.sees_all())
  end
);
create policy consent_added on app.consent for insert to td_app with check (
  (select app.actor_is_house()) or (select app.actor_account()) is not null
);
create policy consent_changed on app.consent for update to td_app using (
  (select app.actor_is_house()) or (select app.actor_account()) is not null
);
