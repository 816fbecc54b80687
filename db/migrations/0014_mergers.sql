-- What a unit leaves behind when it is merged or divided: who carries it on, and who is looked after by whom from that day on.

-- ---------------------------------------------------------------- who carries on

-- Of each unit that has ended with a successor, the one that carries on what it had in hand: the unit it was merged into, the first of those
-- it was divided into. One step: a successor that has itself ended stands here with its own. A unit that goes on carries on by itself.
create function app.carried_on(today date) returns table (unit_id uuid, by_unit_id uuid)
language sql stable set search_path = app, pg_temp as $$
  select b.unit_id, a.unit_id
  from app.unit_event e
  join app.unit_event_unit b on b.event_id = e.id and b.role = 'before'
  join app.unit u on u.id = b.unit_id and u.valid_to = e.on_day - 1
  join app.unit_event_unit a on a.event_id = e.id and a.role = 'after'
  where e.taken_back_at is null and e.on_day <= carried_on.today and e.kind in ('merged', 'split')
    and (e.kind = 'merged' or a.unit_id = (e.input #>> '{change,into,0,id}')::uuid)
$$;
grant execute on function app.carried_on(date) to td_app;

-- As in 0006, with the units that ended into these: whoever reads the facts of the successor reads those it has taken over, and those that
-- stood below them to the end.
create or replace function app.fact_units() returns setof integer language plpgsql stable security definer set search_path = app, pg_temp as $$
declare today date := current_setting('app.today')::date;
begin
  return query
    with recursive below as (
      select u.id, u.unit_no, u.parent_id as above from app.unit u
      union all
      select u.id, u.unit_no, c.by_unit_id from app.carried_on(today) c join app.unit u on u.id = c.unit_id
    ), tree as (
      select u.id, u.unit_no from app.held_grant h
      join app.account a on a.person_id = h.person_id and a.id = app.actor_account() and a.disabled_at is null
      join app.unit u on u.id = h.unit_id
      where h.role in ('head', 'officer', 'standing-office', 'authority', 'auditor')
        and today between h.held_from and coalesce(h.held_to, 'infinity')
      union
      select u.id, u.unit_no from tree t join below u on u.above = t.id
    )
    select t.unit_no from tree t;
end $$;

-- ---------------------------------------------------------------- looking after follows the event

alter table app.unit_event_effect drop constraint unit_event_effect_kind_check;
alter table app.unit_event_effect add constraint unit_event_effect_kind_check check (kind in (
  'post-ended', 'post-begun', 'grant-ended', 'grant-begun', 'obligation-moved', 'obligation-made', 'obligation-exempted', 'owed-to-moved',
  'campaign-moved', 'recipient-moved', 'looking-after-ended', 'looking-after-begun'));

-- Taking back an event takes away what it began, as app.remove_post does.
create function app.remove_looking_after(held uuid) returns boolean language plpgsql security definer set search_path = app, pg_temp as $$
begin
  if not exists (select 1 from app.unit_event_effect e where e.kind = 'looking-after-begun' and e.thing_id = held) then return false; end if;
  delete from app.looking_after l where l.id = held;
  return found;
end $$;
revoke all on function app.remove_looking_after(uuid) from public;
grant execute on function app.remove_looking_after(uuid) to td_app;

-- ---------------------------------------------------------------- two rows of one person

-- As in 0005; before that, what was decided of both rows about the same words is said once: that it is he outweighs that it is not. And what
-- names people beside the foreign keys names the one who remains.
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
  return app.repoint('app.person', gone, kept);
end $$;

-- ---------------------------------------------------------------- looking after, until now

-- Until now nobody ended it with the unit: it is over, as the unit is. What a day ahead will end is left to that day.
update app.looking_after l set valid_to = u.valid_to
from app.unit u
where u.id = l.unit_id and coalesce(l.valid_to, 'infinity') > u.valid_to
  and exists (
    select 1 from app.unit_event e join app.unit_event_unit p on p.event_id = e.id
    where p.unit_id = u.id and e.taken_back_at is null and e.applied_at is not null and e.on_day = u.valid_to + 1);
