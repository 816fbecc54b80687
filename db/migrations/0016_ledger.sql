-- The ledger of what units owe: searched without accents, listed by day.

alter table app.obligation add column title_search text not null default '';
comment on column app.obligation.title_search is 'title, the plan''s words and the turn, folded for search';
update app.obligation set title_search = case kind when 'confirm-receipt' then 'xac nhan tiep nhan' else 'quan triet ke hoach' end;
alter table app.obligation alter column title_search drop default;
create index obligation_day on app.obligation (last_day, id);
create index obligation_owed on app.obligation (owed_to_unit_id, last_day, id);
