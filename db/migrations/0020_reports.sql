-- Report forms: which of the plan's report obligations a form answers, and what is added after a unit has sent.

alter table app.report_form
  add column takes_task boolean not null default false,
  add column takes_fact_id uuid references app.document_fact (id),
  add column takes_occurrence text;
comment on column app.report_form.takes_task is 'the form answers report obligations of the plan that wait for one: those of this task and turn';

alter table app.example_note add column withdraw_reason text;
alter table app.example_note add constraint example_note_withdrawn check ((withdrawn_at is null) = (withdraw_reason is null));

-- What is owed under a form: «form:<id>», and «form:<id>:<version>» for what that version added after a unit had sent.
create index obligation_report_form on app.obligation (split_part(source_key, ':', 2), unit_no) where kind = 'report' and source_key like 'form:%';

-- A supplement knows its report and its lines by itself: units end and merge, what was sent stays, and neither may be asked for twice.
alter table app.obligation
  add column completes_id uuid references app.obligation (id),
  add column asked_lines text[],
  add constraint obligation_completes check ((completes_id is null) = (asked_lines is null));
comment on column app.obligation.completes_id is 'of a supplement: the report it completes, wherever that stands by now';
comment on column app.obligation.asked_lines is 'of a supplement: the lines it asks for, those that its report lacked when the version was published';
create index obligation_completes on app.obligation (completes_id) where completes_id is not null;

-- A form is read by whoever sees a report that is owed under it, also where the duty has gone to a successor of the unit it was sent to.
-- Asked past the duties' own policy, where the index above answers: under it, what is not leakproof would be asked of every duty there is.
create function app.is_asked_to_report(form uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  -- From the units the actor sees to their duty, not through the duties of five thousand units: most see one unit.
  select exists (
    select 1 from app.unit u
    join app.obligation o on o.unit_no = u.unit_no and o.kind = 'report' and o.source_key like 'form:%'
      and split_part(o.source_key, ':', 2) = form::text
    where get_bit((select app.seen_bits()), u.unit_no) = 1)
  or exists (
    select 1 from app.obligation o
    where o.kind = 'report' and o.source_key like 'form:%' and split_part(o.source_key, ':', 2) = form::text
      and o.assigned_person_id = app.actor_person())
  or exists (
    select 1 from app.obligation o
    where o.id = any ((select app.shared_obligations())::uuid[]) and o.kind = 'report' and o.source_key like 'form:%'
      and split_part(o.source_key, ':', 2) = form::text)
$$;
revoke all on function app.is_asked_to_report(uuid) from public;
grant execute on function app.is_asked_to_report(uuid) to td_app;
drop policy report_form_seen on app.report_form;
create policy report_form_seen on app.report_form for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1 or (state <> 'draft' and app.is_asked_to_report(id))
);
