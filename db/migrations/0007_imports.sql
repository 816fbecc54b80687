-- Imports: a sheet that is read, compared row by row with what is there, looked at, applied as a whole and undone as a whole.

create table app.import (
  id uuid primary key,
  kind text not null,
  unit_id uuid not null references app.unit (id),
  unit_no integer not null references app.unit (unit_no),
  file_id uuid not null references app.file (id),
  file_name text not null check (file_name <> ''),
  options jsonb not null,
  state text not null check (state in ('reading', 'ready', 'applying', 'applied', 'undoing', 'undone', 'cancelled', 'failed')),
  progress float8 not null default 0 check (progress between 0 and 1),
  columns jsonb not null,
  unknown_heads jsonb not null,
  counts jsonb not null,
  differs integer not null default 0,
  problem jsonb,
  created_by uuid not null references app.account (id),
  created_by_name text not null,
  created_at timestamptz not null,
  ordered_by uuid references app.account (id),
  ordered_by_name text,
  ordered_capacity text,
  ordered_at timestamptz,
  compared_at timestamptz,
  applied_at timestamptz,
  undone_by uuid references app.account (id),
  undone_by_name text,
  undone_at timestamptz,
  left_rows integer not null default 0,
  version integer not null default 1
);
create index import_newest on app.import (created_at desc, id);
create index import_unit on app.import (unit_no);
comment on table app.import is 'a sheet brought in: who, where to, what became of it';
comment on column app.import.unit_id is 'rows are taken for this unit and those below it, nowhere else';
comment on column app.import.columns is 'which column of the sheet holds which value, to name the cell a fault stands in';
comment on column app.import.differs is 'how many rows came out otherwise when it was to be applied than they had been shown';
comment on column app.import.problem is 'why it failed: a refusal''s code and values';

create table app.import_row (
  import_id uuid not null,
  row_no integer not null,
  unit_no integer not null,
  name text not null,
  outcome text not null check (outcome in ('new', 'changed', 'same', 'doubtful', 'wrong', 'skipped')),
  staged jsonb not null,
  problems jsonb not null,
  changes jsonb not null,
  candidates jsonb not null,
  fingerprint text,
  thing_id uuid,
  decision text check (decision in ('same', 'new', 'skip', 'overwrite')),
  decision_thing uuid,
  differs boolean not null default false,
  primary key (import_id, row_no)
);
create index import_row_outcome on app.import_row (import_id, outcome, row_no);
comment on table app.import_row is 'one row of the sheet as it was read and as it compares; a citizen id stands here sealed, never as digits';
comment on column app.import_row.import_id is 'no foreign key: a hundred thousand rows of one sheet would each ask for the same one row';
comment on column app.import_row.row_no is 'the number Excel shows beside the row';
comment on column app.import_row.changes is 'per field what is there and what the sheet says; of the citizen id only that it differs';
comment on column app.import_row.fingerprint is 'keyed digest of what the row says of the identity: the same words in a later sheet are the same question';

create table app.import_decision (
  kind text not null,
  fingerprint text not null,
  thing_id uuid not null,
  same boolean not null,
  decided_by uuid not null references app.account (id),
  decided_at timestamptz not null,
  primary key (kind, fingerprint, thing_id)
);
comment on table app.import_decision is 'what somebody has decided of a pair, so that it is never asked again: keyed digests and ids, no name';

create table app.import_effect (
  import_id uuid not null references app.import (id),
  thing_id uuid not null,
  thing_kind text not null,
  row_no integer not null,
  act text not null check (act in ('created', 'changed')),
  version integer not null,
  before jsonb,
  state text not null default 'done' check (state in ('done', 'undone', 'left')),
  reason text,
  primary key (import_id, thing_id)
);
create index import_effect_left on app.import_effect (import_id, row_no) where state = 'left';
comment on table app.import_effect is 'what an import did to each thing, to be undone while the thing is as it was left; what it created for a new row is known from that row, and written here when it is to be undone';
comment on column app.import_effect.version is 'the thing''s version after the import: another one later says that somebody has changed it since';
comment on column app.import_effect.before is 'of a changed thing the columns as they were';

grant select, insert, update on app.import, app.import_row, app.import_effect, app.import_decision to td_app;
-- A decision is taken back.
grant delete on app.import_decision to td_app;

alter table app.import enable row level security;
create policy import_seen on app.import for select to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy import_added on app.import for insert to td_app with check (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
create policy import_changed on app.import for update to td_app using (
  (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
);
-- Rows hold what a plain colleague is not to see of others: they are for those who keep the files of the unit.
alter table app.import_row enable row level security;
create policy import_row_seen on app.import_row for select to td_app using (
  (select app.keeps_all_files()) or get_bit((select app.kept_bits()), unit_no) = 1
);
create policy import_row_added on app.import_row for insert to td_app with check ((select app.actor_is_house()));
create policy import_row_changed on app.import_row for update to td_app using (
  (select app.keeps_all_files()) or get_bit((select app.kept_bits()), unit_no) = 1
);
alter table app.import_effect enable row level security;
create policy import_effect_seen on app.import_effect for select to td_app using (
  exists (select 1 from app.import i where i.id = import_id)
);
create policy import_effect_added on app.import_effect for insert to td_app with check ((select app.actor_is_house()));
create policy import_effect_changed on app.import_effect for update to td_app using ((select app.actor_is_house()));

-- A sheet that is brought in holds citizen ids as digits: it is for who brought it and for who keeps everybody's files, for nobody else.
alter table app.file add column for_import boolean not null default false;
drop policy file_seen on app.file;
create policy file_seen on app.file for select to td_app using (
  uploaded_by = (select app.actor_account())
  or (for_import and (select app.keeps_all_files()))
  or (personal_of is null and not for_import and (
    (select app.sees_all()) or get_bit((select app.seen_bits()), unit_no) = 1
    or exists (select 1 from app.document_file f where f.file_id = id)
    -- Brought by somebody with a further post elsewhere: the unit it was attached for sees it with what it is attached to.
    or exists (select 1 from app.submission s where s.file_ids @> array[file.id])))
  or (personal_of is not null and (
    (select app.keeps_all_files()) or personal_of = (select app.actor_person())
    or exists (select 1 from app.correction_request c where c.person_id = personal_of and c.file_ids @> array[file.id])))
);

-- Which of these people or posts something else has come to stand on: an account, a grant, an absence, a rating, whatever names them.
-- Found through the foreign keys, so that a table added later is not forgotten. What the import itself made does not count.
create function app.import_bound(import uuid, named text) returns table (thing_id uuid, by_table text)
language plpgsql stable security definer set search_path = app, pg_temp as $$
declare reference record;
begin
  if not app.actor_is_house() then return; end if;
  for reference in
    select k.conrelid::regclass as place, t.relname::text as name, a.attname as field
    from pg_constraint k
    join pg_class t on t.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = ('app.' || quote_ident(named))::regclass and cardinality(k.conkey) = 1
  loop
    if exists (select 1 from pg_attribute where attrelid = reference.place and attname = 'id' and not attisdropped) then
      return query execute format(
        'select distinct e.thing_id, %L::text from app.import_effect e join %s r on r.%I = e.thing_id
         where e.import_id = $1 and e.thing_kind = %L and e.act = ''created'' and e.state = ''done''
           and not exists (select 1 from app.import_effect o where o.import_id = $1 and o.act = ''created'' and o.thing_id = r.id)',
        reference.name, reference.place, reference.field, named) using import;
    else
      return query execute format(
        'select distinct e.thing_id, %L::text from app.import_effect e join %s r on r.%I = e.thing_id
         where e.import_id = $1 and e.thing_kind = %L and e.act = ''created'' and e.state = ''done''',
        reference.name, reference.place, reference.field, named) using import;
    end if;
  end loop;
end $$;
revoke all on function app.import_bound(uuid, text) from public;
grant execute on function app.import_bound(uuid, text) to td_app;

-- Takes away what an import made and nobody has used since; asked for by the job that undoes it, after it has marked these as undone.
create function app.remove_imported(import uuid, named text) returns integer
language plpgsql security definer set search_path = app, pg_temp as $$
declare gone integer;
begin
  if not app.actor_is_house() or named not in ('person', 'post') then return 0; end if;
  execute format(
    'delete from app.%I t using app.import_effect e
     where e.import_id = $1 and e.thing_kind = %L and e.act = ''created'' and e.state = ''undone'' and e.thing_id = t.id', named, named)
  using import;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke all on function app.remove_imported(uuid, text) from public;
grant execute on function app.remove_imported(uuid, text) to td_app;
