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

-- What was given, as it was given: turns are counted from it again when it is changed.
alter table app.assignment
  add column due_day date not null,
  add column due_relation text not null check (due_relation in ('before', 'by')),
  add column recurrence text not null check (recurrence in ('once', 'monthly', 'quarterly')),
  add column until_day date,
  add column day_rule text not null check (day_rule in ('as-written', 'next-working-day', 'previous-working-day')),
  add column needs_proof boolean not null,
  add constraint assignment_until check ((until_day is null) = (recurrence = 'once')),
  add constraint assignment_basis check (basis_kind is not null or (basis_number is null and basis_issued_on is null and basis_issuer is null));
create index assignment_made on app.assignment (made_at desc, id);

-- Whoever owes something of it sees it.
drop policy assignment_seen on app.assignment;
create policy assignment_seen on app.assignment for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or exists (select 1 from app.obligation o where o.thing_kind = 'assignment' and o.thing_id = assignment.id)
);

-- A duty of work given by hand that nobody has touched goes when the giver takes the unit or the turn out again: for who sees the giver's unit.
create function app.withdraw_obligation(obligation uuid) returns boolean
language plpgsql security definer set search_path = app, pg_temp as $$
begin
  delete from app.obligation o where o.id = obligation and o.thing_kind = 'assignment' and o.state = 'open'
    and exists (select 1 from app.assignment a
      where a.id = o.thing_id and (app.sees_all() or get_bit(app.seen_bits(), a.unit_no) = 1));
  return found;
exception when foreign_key_violation then
  return false;
end $$;
revoke all on function app.withdraw_obligation(uuid) from public;
grant execute on function app.withdraw_obligation(uuid) to td_app;
