-- The ledger of what units owe: searched without accents, listed by day.

alter table app.obligation add column title_search text not null default '';
comment on column app.obligation.title_search is 'title, the plan''s words and the turn, folded for search';
update app.obligation set title_search = case kind when 'confirm-receipt' then 'xac nhan tiep nhan' else 'quan triet ke hoach' end;
alter table app.obligation alter column title_search drop default;
create index obligation_day on app.obligation (last_day, id);
create index obligation_owed on app.obligation (owed_to_unit_id, last_day, id);

-- Whoever has left the unit no longer sees what he had a part of.
create or replace function app.shared_obligations() returns uuid[] language sql stable security definer set search_path = app, pg_temp as $$
  select coalesce(array_agg(s.obligation_id), '{}') from app.obligation_share s
  where s.person_id = app.actor_person() and s.taken_back_at is null and exists (
    select 1 from app.post p join app.unit u on u.id = p.unit_id
    where p.person_id = s.person_id and u.unit_no = s.unit_no and p.valid_from <= current_setting('app.today')::date
      and (p.valid_to is null or p.valid_to >= current_setting('app.today')::date))
$$;

-- An answer that came on paper and was entered.
alter table app.extension_request
  add column paper_on date,
  add column paper_scan_id uuid references app.file (id),
  add column entered_by_name text,
  add constraint extension_request_paper check ((paper_on is null) = (entered_by_name is null));
comment on column app.extension_request.paper_on is 'the day on the paper; null where it was answered in the product';

-- A policy of file_shown that reads file, whose policy reads file_shown, would never end: asked by a function, it is planned apart.
create function app.sees_file(wanted uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select 1 from app.file f where f.id = wanted);
end
$$;
revoke all on function app.sees_file(uuid) from public;
grant execute on function app.sees_file(uuid) to td_app;
drop policy file_shown_added on app.file_shown;
create policy file_shown_added on app.file_shown for insert to td_app with check (app.sees_file(file_id));
