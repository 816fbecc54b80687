-- Submissions of every kind: what was sent stands by itself, lines are judged one by one, papers are typed in by the office.

alter table app.submission_version add column unit_id uuid references app.unit (id);
update app.submission_version v set unit_id = s.unit_id from app.submission s where s.id = v.submission_id;
alter table app.submission_version alter column unit_id set not null;
comment on column app.submission_version.unit_id is 'the unit that sent it: stands in the receipt, and stays when the obligation goes to a successor';

alter table app.submission add column set_aside jsonb;
comment on column app.submission.set_aside is 'what the unit was writing when the office typed in its paper: nothing is lost unseen';

-- A mark on a line that was set by mistake is taken away again while nothing has been decided.
grant delete on app.submission_line to td_app;
create policy submission_line_removed on app.submission_line for delete to td_app using (
  exists (select 1 from app.submission s where s.id = submission_id)
);

-- Asked of the one form, each time: `offset 0` keeps the planner from asking first who may see any form there is, with every version read.
drop policy report_form_version_seen on app.report_form_version;
create policy report_form_version_seen on app.report_form_version for select to td_app using (
  exists (select 1 from app.report_form f where f.id = form_id offset 0)
);
