-- Backups that were made of this installation, and the marks of the keys its sealed values were made with.

create table app.backup (
  id uuid primary key,
  way text not null check (way in ('scheduled', 'by-hand', 'command', 'export')),
  state text not null check (state in ('running', 'good', 'failed')),
  started_at timestamptz not null,
  ended_at timestamptz,
  -- where the file lies on the machine that made it
  path text not null,
  size bigint,
  encrypted boolean not null,
  row_count bigint,
  file_count integer,
  missing_files integer,
  -- the sentence that says why it failed
  error text,
  asked_by uuid references app.account (id),
  -- taken away because newer ones are enough
  removed_at timestamptz,
  check ((state = 'running') = (ended_at is null)),
  check ((state = 'failed') = (error is not null)),
  check (state <> 'good' or size is not null)
);
create index backup_started on app.backup (started_at desc);
comment on table app.backup is 'ban sao luu: speaks of files on one machine, so a backup does not hold these rows';
grant select, insert, update on app.backup to td_app;

-- A keyed digest of a fixed text for each key in use: tells whether the keys at hand are those of this database, and not what they are.
create table app.key_mark (
  kind text not null check (kind in ('encryption', 'digest', 'session')),
  key_id text not null,
  mark text not null,
  seen_at timestamptz not null default now(),
  primary key (kind, key_id)
);
grant select, insert, update, delete on app.key_mark to td_app;
