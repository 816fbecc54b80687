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
