-- Campaigns that pause, and what follows of mergers for what units were given and sent.

-- As in 0010; while a campaign is paused nothing of it is late.
create or replace function app.campaign_progress(campaigns uuid[], on_day date)
returns table (campaign_id uuid, received integer, disseminated integer, late integer)
language sql stable security definer set search_path = app, pg_temp as $$
  select o.thing_id,
    count(*) filter (where o.kind = 'confirm-receipt' and o.state = 'done')::integer,
    count(*) filter (where o.kind = 'disseminate' and o.state = 'done')::integer,
    count(distinct o.unit_id) filter (where o.state = 'open' and o.last_day < on_day and c.paused_on is null)::integer
  from app.obligation o join app.campaign c on c.id = o.thing_id
  where o.thing_kind = 'campaign' and o.thing_id = any (campaigns) group by o.thing_id
$$;

-- What a unit kept (work it gave, forms it made, examples it noted) goes to whoever carries it on.
alter table app.unit_event_effect drop constraint unit_event_effect_kind_check;
alter table app.unit_event_effect add constraint unit_event_effect_kind_check check (kind in (
  'post-ended', 'post-begun', 'grant-ended', 'grant-begun', 'obligation-moved', 'obligation-made', 'obligation-exempted', 'owed-to-moved',
  'kept-moved', 'campaign-moved', 'recipient-moved', 'looking-after-ended', 'looking-after-begun'));

-- As in 0004; what files a unit was shown goes with it, and what its people were reminded of is theirs where they are now.
create or replace function app.remove_unit(unit uuid) returns boolean language plpgsql security definer set search_path = app, pg_temp as $$
begin
  if not app.actor_is_house() and app.actor_account() is null then return false; end if;
  if exists (select 1 from app.unit_version v where v.unit_id = unit) then return false; end if;
  delete from app.document_unit d where d.unit_id = unit
    and not exists (select 1 from app.obligation o where o.unit_id = unit);
  delete from app.file_shown s using app.unit u where u.id = unit and s.unit_no = u.unit_no;
  update app.urging_digest d set unit_no = p.unit_no from app.person p, app.unit u
  where u.id = unit and d.unit_no = u.unit_no and p.id = d.person_id and p.unit_no <> u.unit_no;
  delete from app.unit_event_unit e where e.unit_id = unit
    and exists (select 1 from app.unit_event t where t.id = e.event_id and t.taken_back_at is not null);
  delete from app.unit u where u.id = unit;
  return found;
exception when foreign_key_violation then
  return false;
end $$;
