-- What units owe in full (tasks, reports, work given outside a campaign), how they are urged, and reports with evidence.

-- ---------------------------------------------------------------- work given outside a campaign

create table app.assignment (
  id uuid primary key,
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  title text not null check (title <> ''),
  title_search text not null,
  words text,
  basis_kind text,
  basis_number text,
  basis_issued_on date,
  basis_issuer text,
  basis_file_id uuid references app.file (id),
  made_by uuid references app.account (id),
  made_by_name text not null,
  made_at timestamptz not null,
  closed_on date,
  close_reason text,
  version integer not null default 1,
  check ((closed_on is null) = (close_reason is null))
);
comment on table app.assignment is 'giao viec: work that an officer gives to units by hand or from a document (cong van giao viec), outside any campaign';
comment on column app.assignment.unit_id is 'the unit it is owed to';

-- ---------------------------------------------------------------- obligations

alter table app.obligation drop constraint obligation_kind_check;
alter table app.obligation add constraint obligation_kind_check check (kind in ('confirm-receipt', 'disseminate', 'task', 'report'));
alter table app.obligation drop constraint obligation_thing_kind_check;
alter table app.obligation add constraint obligation_thing_kind_check check (thing_kind in ('campaign', 'assignment'));
alter table app.obligation
  add column source_key text not null default '',
  add column task_fact_id uuid references app.document_fact (id),
  add column occurrence text,
  add column occurrence_from date,
  add column occurrence_to date,
  add column needs_proof boolean not null default false,
  add column first_last_day date,
  add column prolonged_because text,
  add column accepted_on date,
  add column accepted_by_name text,
  add column given_by_name text;
update app.obligation set first_last_day = last_day;
alter table app.obligation alter column first_last_day set not null;
alter table app.obligation drop constraint obligation_thing_kind_thing_id_unit_id_kind_key;
create unique index obligation_source on app.obligation (thing_kind, thing_id, unit_id, kind, source_key);
create index obligation_unit on app.obligation (unit_no, last_day);
create index obligation_owed_late on app.obligation (owed_to_unit_id, last_day) where state = 'open';
create index obligation_assigned on app.obligation (assigned_person_id) where assigned_person_id is not null;
comment on column app.obligation.source_key is 'tells the obligations of one kind, thing and unit apart: the task and its turn, or the form';
comment on column app.obligation.occurrence is '«Tháng 03/2024», «Đợt thứ nhất»: which turn of what recurs; null for what is due once';
comment on column app.obligation.first_last_day is 'the last day on time as it was first set; last_day is later where it was prolonged';
comment on column app.obligation.prolonged_because is 'why last_day is later than first_last_day, newest reason';

-- Who of the unit does which part. The obligation stays the unit's.
create table app.obligation_share (
  id uuid primary key,
  obligation_id uuid not null references app.obligation (id),
  unit_no integer not null references app.unit (unit_no),
  person_id uuid not null references app.person (id),
  person_name text not null,
  post_title text not null,
  part text not null check (part <> ''),
  due_on date,
  done_on date,
  done_note text,
  file_ids uuid[] not null default '{}',
  given_by_name text not null,
  given_at timestamptz not null,
  taken_back_at timestamptz,
  version integer not null default 1
);
create index obligation_share_obligation on app.obligation_share (obligation_id);
create index obligation_share_person on app.obligation_share (person_id) where done_on is null and taken_back_at is null;

-- More time: asked by the unit, granted or not by whoever it is owed to.
create table app.extension_request (
  id uuid primary key,
  obligation_id uuid not null references app.obligation (id),
  unit_no integer not null references app.unit (unit_no),
  wanted_day date not null,
  reason text not null check (reason <> ''),
  file_ids uuid[] not null default '{}',
  asked_by_person uuid references app.person (id),
  asked_by_name text not null,
  asked_at timestamptz not null,
  state text not null check (state in ('open', 'granted', 'refused', 'withdrawn')),
  granted_day date,
  answer text,
  decided_by_name text,
  decided_at timestamptz,
  check ((state = 'granted') = (granted_day is not null)),
  check ((state in ('granted', 'refused')) = (decided_at is not null))
);
create unique index extension_request_open on app.extension_request (obligation_id) where state = 'open';
create index extension_request_obligation on app.extension_request (obligation_id);

-- One act on many rows, so that it can be shown whole and undone whole.
create table app.bulk_act (
  id uuid primary key,
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  kind text not null check (kind in ('exempt', 'assign', 'prolong', 'give')),
  words text not null,
  done_by uuid references app.account (id),
  done_by_name text not null,
  done_at timestamptz not null,
  items jsonb not null,
  undone_at timestamptz,
  undone_by_name text,
  undone_count integer
);
comment on column app.bulk_act.items is 'per obligation: its id, what stood there before, the version after; what has changed since is left when it is undone';

-- ---------------------------------------------------------------- campaigns: what a task becomes, and changes after the launch

create table app.campaign_task (
  campaign_id uuid not null references app.campaign (id),
  fact_id uuid not null references app.document_fact (id),
  becomes text not null check (becomes in ('task', 'report', 'none')),
  due_day date,
  due_relation text check (due_relation in ('before', 'by')),
  recurrence text not null default 'once' check (recurrence in ('once', 'per-period', 'monthly', 'quarterly')),
  day_rule text not null default 'as-written' check (day_rule in ('as-written', 'next-working-day', 'previous-working-day')),
  needs_proof boolean not null default false,
  primary key (campaign_id, fact_id),
  check ((due_day is null) = (due_relation is null))
);
comment on table app.campaign_task is 'what a task of the plan becomes for the units it is matched with: one obligation per unit and turn';
comment on column app.campaign_task.due_day is 'of what recurs: the day of the first turn; the others follow from it';

alter table app.campaign add column paused_on date, add column pause_reason text;
create table app.campaign_change (
  id uuid primary key,
  campaign_id uuid not null references app.campaign (id),
  kind text not null check (kind in ('prolonged', 'paused', 'resumed', 'closed')),
  on_day date not null,
  reason text not null check (reason <> ''),
  document_number text,
  document_issued_on date,
  document_issuer text,
  document_file_id uuid references app.file (id),
  detail jsonb not null default '{}',
  by_name text not null,
  at timestamptz not null
);
create index campaign_change_campaign on app.campaign_change (campaign_id, at);

-- ---------------------------------------------------------------- submissions of every kind

alter table app.submission drop constraint submission_kind_check;
alter table app.submission add constraint submission_kind_check check (kind in ('dissemination', 'completion', 'report'));
alter table app.submission add column form_version integer;
alter table app.submission_version add column form_version integer;
comment on column app.submission.form_version is 'of a report: the version of its form it is filled against';

-- The receiver's word on each line of what was sent; an accepted line stays accepted when the rest is sent again.
create table app.submission_line (
  submission_id uuid not null references app.submission (id),
  sent_no integer not null,
  line_key text not null,
  outcome text not null check (outcome in ('accepted', 'returned')),
  reason text,
  by_name text not null,
  at timestamptz not null,
  primary key (submission_id, sent_no, line_key),
  check (outcome = 'accepted' or reason is not null)
);

-- ---------------------------------------------------------------- report forms

create table app.report_form (
  id uuid primary key,
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  campaign_id uuid references app.campaign (id),
  title text not null check (title <> ''),
  title_search text not null,
  period_name text not null,
  period_from date not null,
  period_to date not null,
  previous_form_id uuid references app.report_form (id),
  last_year_form_id uuid references app.report_form (id),
  due_day date,
  due_relation text check (due_relation in ('before', 'by')),
  state text not null check (state in ('draft', 'published', 'closed')),
  definition jsonb not null,
  version_no integer not null default 0,
  version integer not null default 1,
  grace_until date,
  grace_reason text,
  made_by uuid references app.account (id),
  made_by_name text not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  closed_on date,
  close_reason text,
  check (period_to >= period_from),
  check ((state = 'draft') = (published_at is null)),
  check ((state = 'closed') = (closed_on is not null))
);
create index report_form_campaign on app.report_form (campaign_id);
comment on column app.report_form.definition is 'the form as it is being written; what units fill is report_form_version';
comment on column app.report_form.version_no is 'the newest published version, 0 before the first';

create table app.report_form_version (
  form_id uuid not null references app.report_form (id),
  version_no integer not null,
  definition jsonb not null,
  change_note text,
  must_add text[] not null default '{}',
  published_by_name text not null,
  published_at timestamptz not null,
  primary key (form_id, version_no)
);
comment on column app.report_form_version.must_add is 'keys of the lines that units who have sent already must add';

create table app.report_form_unit (
  form_id uuid not null references app.report_form (id),
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  primary key (form_id, unit_id)
);
create index report_form_unit_unit on app.report_form_unit (unit_no);

-- What stands in a unit's report now, line by line: two people may write two lines at once, and neither loses his.
create table app.report_line (
  submission_id uuid not null references app.submission (id),
  line_key text not null,
  value jsonb not null,
  file_ids uuid[] not null default '{}',
  version integer not null default 1,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (submission_id, line_key)
);
create index report_line_files on app.report_line using gin (file_ids);

-- The figures last sent, typed for adding up: there while the report is sent or accepted, gone while it is withdrawn or returned.
create table app.report_figure (
  form_id uuid not null references app.report_form (id),
  submission_id uuid not null references app.submission (id),
  line_key text not null,
  unit_no integer not null references app.unit (unit_no),
  amount numeric not null,
  base numeric,
  primary key (form_id, line_key, submission_id)
);
create index report_figure_submission on app.report_figure (submission_id);
comment on column app.report_figure.amount is 'count, amount of money, numerator of a share, 1 or 0 for yes or no';
comment on column app.report_figure.base is 'denominator of a share';

-- What staff bring to a line; the officer takes it or not.
create table app.report_contribution (
  id uuid primary key,
  obligation_id uuid not null references app.obligation (id),
  unit_no integer not null references app.unit (unit_no),
  line_key text not null,
  person_id uuid not null references app.person (id),
  person_name text not null,
  value jsonb not null,
  note text not null default '',
  file_ids uuid[] not null default '{}',
  state text not null check (state in ('offered', 'taken', 'declined', 'withdrawn')),
  made_at timestamptz not null,
  answer text,
  decided_by_name text,
  decided_at timestamptz,
  version integer not null default 1
);
create index report_contribution_obligation on app.report_contribution (obligation_id);
create index report_contribution_person on app.report_contribution (person_id);

-- The superior's own report upward, assembled and then edited; the parts are kept as they were edited.
create table app.report_assembly (
  form_id uuid not null references app.report_form (id),
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  line_key text not null,
  text text not null,
  version integer not null default 1,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (form_id, unit_id, line_key)
);

-- Examples found on the way: worth telling, kept with their evidence.
create table app.example_note (
  id uuid primary key,
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  campaign_id uuid references app.campaign (id),
  obligation_id uuid references app.obligation (id),
  kind text not null check (kind in ('person', 'collective', 'model', 'practice')),
  title text not null check (title <> ''),
  title_search text not null,
  who text not null default '',
  story text not null default '',
  file_ids uuid[] not null default '{}',
  noted_by_person uuid references app.person (id),
  noted_by_name text not null,
  noted_at timestamptz not null,
  version integer not null default 1,
  withdrawn_at timestamptz
);
create index example_note_unit on app.example_note (unit_no);
create index example_note_campaign on app.example_note (campaign_id);

-- ---------------------------------------------------------------- urging

-- The ladder of one kind of obligation at one standing office; where there is none, the house's own steps hold.
create table app.ladder (
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  kind text not null check (kind in ('confirm-receipt', 'disseminate', 'task', 'report')),
  steps jsonb not null,
  version integer not null default 1,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (unit_id, kind)
);

-- Steps the ladder took stand beside what people sent by hand. The same step of the same last day is never taken twice.
alter table app.reminder
  add column step text,
  add column for_last_day date,
  add column stage text not null default 'unit' check (stage in ('unit', 'unit-after', 'head', 'superior', 'letter')),
  add column to_person_ids uuid[] not null default '{}',
  add column urging_letter_id uuid;
create unique index reminder_step on app.reminder (obligation_id, for_last_day, step) where step is not null;
create index reminder_day on app.reminder (sent_on);
comment on column app.reminder.step is 'the ladder''s step, such as «-7» or «head+10»; null for what a person sent by hand';
comment on column app.reminder.for_last_day is 'a prolonged obligation begins its ladder anew';

-- One digest a day for one person, on the page and by mail.
create table app.urging_digest (
  id uuid primary key,
  person_id uuid not null references app.person (id),
  unit_no integer not null references app.unit (unit_no),
  on_day date not null,
  reminder_ids uuid[] not null,
  mail_id uuid references app.outbox_mail (id),
  made_at timestamptz not null,
  seen_at timestamptz,
  unique (person_id, on_day)
);

-- Days on which the system did not serve: nobody is urged, and what fell due on them is due later.
create table app.outage (
  id uuid primary key,
  from_day date not null,
  to_day date,
  reason text not null check (reason <> ''),
  document_words text,
  declared_by_name text not null,
  declared_at timestamptz not null,
  ended_by_name text,
  ended_at timestamptz,
  lengthened integer,
  check (to_day is null or to_day >= from_day),
  check ((to_day is null) = (ended_at is null))
);
create unique index outage_one_open on app.outage ((to_day is null)) where to_day is null;

create table app.urging_letter (
  id uuid primary key,
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  state text not null check (state in ('draft', 'issued', 'discarded')),
  subject text not null,
  content jsonb not null,
  number text,
  issued_on date,
  signer_name text,
  signer_title text,
  signed_file_id uuid references app.file (id),
  version integer not null default 1,
  made_by_name text not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  check ((state = 'issued') = (number is not null and issued_on is not null and signer_name is not null))
);
comment on table app.urging_letter is 'cong van don doc: drafted from the late obligations, signed on paper, numbered from the office''s book';
comment on column app.urging_letter.content is 'opening, the late units with their obligations as they stood when it was drafted, what is asked, recipients';
alter table app.reminder add constraint reminder_letter foreign key (urging_letter_id) references app.urging_letter (id);

-- ---------------------------------------------------------------- what the application may do

grant select, insert, update on
  app.assignment, app.obligation_share, app.extension_request, app.bulk_act, app.submission_line,
  app.report_form, app.report_form_version, app.report_line, app.report_figure, app.report_contribution, app.report_assembly,
  app.example_note, app.ladder, app.urging_digest, app.outage, app.urging_letter, app.campaign_task
  to td_app;
grant select, insert on app.campaign_change to td_app;
grant select, insert, delete on app.report_form_unit to td_app;
grant delete on app.campaign_task, app.report_line, app.report_figure to td_app;
-- A draft form that was never published may be thrown away.
grant delete on app.report_form to td_app;

-- ---------------------------------------------------------------- the second wall


alter table app.assignment enable row level security;
create policy assignment_seen on app.assignment for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or exists (select 1 from app.obligation o where o.thing_id = assignment.id)
);
create policy assignment_added on app.assignment for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy assignment_changed on app.assignment for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);

-- Whoever was given a part of an obligation sees it also while no grant stands on his post. Read once per statement.
create function app.shared_obligations() returns uuid[] language sql stable security definer set search_path = app, pg_temp as $$
  select coalesce(array_agg(s.obligation_id), '{}') from app.obligation_share s
  where s.person_id = app.actor_person() and s.taken_back_at is null
$$;
revoke all on function app.shared_obligations() from public;
grant execute on function app.shared_obligations() to td_app;

drop policy obligation_seen on app.obligation;
create policy obligation_seen on app.obligation for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1 or assigned_person_id = (select app.actor_person())
  or id = any ((select app.shared_obligations())::uuid[])
);

alter table app.obligation_share enable row level security;
create policy obligation_share_seen on app.obligation_share for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or person_id = (select app.actor_person())
);
create policy obligation_share_added on app.obligation_share for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or person_id = (select app.actor_person())
);
create policy obligation_share_changed on app.obligation_share for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or person_id = (select app.actor_person())
);

-- Seen with the obligation they belong to.
alter table app.extension_request enable row level security;
create policy extension_request_seen on app.extension_request for select to td_app using (
  exists (select 1 from app.obligation o where o.id = obligation_id)
);
create policy extension_request_added on app.extension_request for insert to td_app with check (
  exists (select 1 from app.obligation o where o.id = obligation_id)
);
create policy extension_request_changed on app.extension_request for update to td_app using (
  exists (select 1 from app.obligation o where o.id = obligation_id)
);

alter table app.report_contribution enable row level security;
create policy report_contribution_seen on app.report_contribution for select to td_app using (
  exists (select 1 from app.obligation o where o.id = obligation_id)
);
create policy report_contribution_added on app.report_contribution for insert to td_app with check (
  exists (select 1 from app.obligation o where o.id = obligation_id)
);
create policy report_contribution_changed on app.report_contribution for update to td_app using (
  exists (select 1 from app.obligation o where o.id = obligation_id)
);

alter table app.bulk_act enable row level security;
create policy bulk_act_seen on app.bulk_act for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy bulk_act_added on app.bulk_act for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy bulk_act_changed on app.bulk_act for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);

-- Seen with the campaign.
alter table app.campaign_task enable row level security;
create policy campaign_task_seen on app.campaign_task for select to td_app using (
  exists (select 1 from app.campaign c where c.id = campaign_id)
);
create policy campaign_task_added on app.campaign_task for insert to td_app with check (
  exists (select 1 from app.campaign c where c.id = campaign_id)
);
create policy campaign_task_changed on app.campaign_task for update to td_app using (
  exists (select 1 from app.campaign c where c.id = campaign_id)
);
create policy campaign_task_removed on app.campaign_task for delete to td_app using (
  exists (select 1 from app.campaign c where c.id = campaign_id)
);

alter table app.campaign_change enable row level security;
create policy campaign_change_seen on app.campaign_change for select to td_app using (
  exists (select 1 from app.campaign c where c.id = campaign_id)
);
create policy campaign_change_added on app.campaign_change for insert to td_app with check (
  exists (select 1 from app.campaign c where c.id = campaign_id)
);

-- Seen with the submission.
alter table app.submission_line enable row level security;
create policy submission_line_seen on app.submission_line for select to td_app using (
  exists (select 1 from app.submission s where s.id = submission_id)
);
create policy submission_line_added on app.submission_line for insert to td_app with check (
  exists (select 1 from app.submission s where s.id = submission_id)
);
create policy submission_line_changed on app.submission_line for update to td_app using (
  exists (select 1 from app.submission s where s.id = submission_id)
);

alter table app.report_line enable row level security;
create policy report_line_seen on app.report_line for select to td_app using (
  exists (select 1 from app.submission s where s.id = submission_id)
);
create policy report_line_added on app.report_line for insert to td_app with check (
  exists (select 1 from app.submission s where s.id = submission_id)
);
create policy report_line_changed on app.report_line for update to td_app using (
  exists (select 1 from app.submission s where s.id = submission_id)
);
create policy report_line_removed on app.report_line for delete to td_app using (
  exists (select 1 from app.submission s where s.id = submission_id)
);

-- A form is its host's, and of every unit it went to.
alter table app.report_form enable row level security;
create policy report_form_seen on app.report_form for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or (state <> 'draft' and exists (select 1 from app.report_form_unit u where u.form_id = id and get_bit((select app.seen_bits()), u.unit_no) = 1))
);
create policy report_form_added on app.report_form for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy report_form_changed on app.report_form for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy report_form_removed on app.report_form for delete to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);

alter table app.report_form_version enable row level security;
create policy report_form_version_seen on app.report_form_version for select to td_app using (
  exists (select 1 from app.report_form f where f.id = form_id)
);
create policy report_form_version_added on app.report_form_version for insert to td_app with check (
  exists (select 1 from app.report_form f where f.id = form_id)
);
create policy report_form_version_changed on app.report_form_version for update to td_app using (
  exists (select 1 from app.report_form f where f.id = form_id)
);

alter table app.report_figure enable row level security;
create policy report_figure_seen on app.report_figure for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy report_figure_added on app.report_figure for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy report_figure_changed on app.report_figure for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy report_figure_removed on app.report_figure for delete to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);

alter table app.report_assembly enable row level security;
create policy report_assembly_seen on app.report_assembly for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy report_assembly_added on app.report_assembly for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy report_assembly_changed on app.report_assembly for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);

alter table app.example_note enable row level security;
create policy example_note_seen on app.example_note for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or noted_by_person = (select app.actor_person())
);
create policy example_note_added on app.example_note for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or noted_by_person = (select app.actor_person())
);
create policy example_note_changed on app.example_note for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or noted_by_person = (select app.actor_person())
);

alter table app.urging_digest enable row level security;
create policy urging_digest_seen on app.urging_digest for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or person_id = (select app.actor_person())
);
create policy urging_digest_added on app.urging_digest for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or person_id = (select app.actor_person())
);
create policy urging_digest_changed on app.urging_digest for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
  or person_id = (select app.actor_person())
);

alter table app.urging_letter enable row level security;
create policy urging_letter_seen on app.urging_letter for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy urging_letter_added on app.urging_letter for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy urging_letter_changed on app.urging_letter for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);

-- ---------------------------------------------------------------- files that other units are shown

-- What a superior hangs on something is read by the units it concerns; what a unit brought is read by whoever takes over from it.
create table app.file_shown (
  file_id uuid not null references app.file (id),
  unit_no integer not null references app.unit (unit_no),
  primary key (file_id, unit_no)
);
grant select, insert on app.file_shown to td_app;
alter table app.file_shown enable row level security;
create policy file_shown_seen on app.file_shown for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
-- Only who sees a file shows it to others.
create policy file_shown_added on app.file_shown for insert to td_app with check (
  exists (select 1 from app.file f where f.id = file_id)
);

drop policy file_seen on app.file;
create policy file_seen on app.file for select to td_app using (
  uploaded_by = (select app.actor_account())
  or (for_import and (select app.keeps_all_files()))
  or (personal_of is null and not for_import and (
    (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
    or exists (select 1 from app.document_file f where f.file_id = id)
    or exists (select 1 from app.file_shown w where w.file_id = id)
    -- Brought by somebody with a further post elsewhere: the unit it was attached for sees it with what it is attached to.
    or exists (select 1 from app.submission s where s.file_ids @> array[file.id])
    or exists (select 1 from app.report_line l where l.file_ids @> array[file.id])))
  or (personal_of is not null and (
    (select app.keeps_all_files()) or personal_of = (select app.actor_person())
    or exists (select 1 from app.correction_request c where c.person_id = personal_of and c.file_ids @> array[file.id])))
);
