-- The door (schema auth) and the house (schema app) commit apart. What the door has done for its owner is written beside it, in one
-- transaction, until the house has written it into the record: a server that dies between the two leaves nothing unsaid.

create table auth.door_act (
  id uuid primary key,
  user_id text not null references auth."user" ("id") on delete cascade,
  action text not null,
  detail jsonb not null,
  notice text,
  done_at timestamptz not null
);
create index door_act_done on auth.door_act (done_at);
comment on column auth.door_act.id is 'of the row in app.record that says it';
comment on column auth.door_act.notice is 'what its owner is told on his next page, with the same detail';
grant select, insert, delete on auth.door_act to td_auth;
