-- Accounts: the second factor, one-time access, known devices, what a person is told at the next page, mails that really go out.

-- ---------------------------------------------------------------- at the door (schema auth, role td_auth alone)

-- As better-auth's second factor expects it; secret and recovery codes are encrypted with the sign-in secret.
alter table auth."user" add column "twoFactorEnabled" boolean not null default false;

create table auth."twoFactor" (
  "id" text primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null unique references auth."user" ("id") on delete cascade,
  "verified" boolean not null default true,
  "failedVerificationCount" integer not null default 0,
  "lockedUntil" timestamptz
);

-- A code serves once: RFC 6238, 5.2. Kept as a keyed digest for as long as the same six digits could still be right.
create table auth.used_code (
  user_id text not null references auth."user" ("id") on delete cascade,
  code_digest bytea not null,
  used_at timestamptz not null,
  primary key (user_id, code_digest)
);

-- What lets somebody in who has no password (any more), or takes away a second factor that was lost: once, for a while. The secret
-- itself is nowhere, only its keyed digest.
create table auth.one_time_access (
  id uuid primary key,
  user_id text not null references auth."user" ("id") on delete cascade,
  purpose text not null check (purpose in ('invitation', 'password', 'second-factor')),
  way text not null check (way in ('mail', 'hand')),
  secret_digest bytea not null unique,
  issued_at timestamptz not null,
  issued_by text,
  issued_by_name text,
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz
);
create index one_time_access_user on auth.one_time_access (user_id, issued_at);
comment on column auth.one_time_access.issued_by is 'account of the administrator who handed it over; null: the person asked for a mail himself';
comment on column auth.one_time_access.ended_at is 'a newer one took its place, or the account was closed';

-- A browser that was signed in from before, by a keyed digest of the cookie it keeps.
create table auth.known_device (
  user_id text not null references auth."user" ("id") on delete cascade,
  device_digest bytea not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (user_id, device_digest)
);

grant select, insert, update, delete on auth."twoFactor", auth.used_code, auth.one_time_access, auth.known_device to td_auth;

-- ---------------------------------------------------------------- in the house

alter table app.account add column activated_at timestamptz;
alter table app.account add column second_factor_at timestamptz;
update app.account set activated_at = created_at;
comment on column app.account.activated_at is 'when its owner first chose a password; before, nobody can sign in with it';
comment on column app.account.second_factor_at is 'since when its owner has a second factor; null: has none';

create table app.second_factor_rule (
  role text primary key,
  set_at timestamptz not null,
  set_by_name text not null
);
comment on table app.second_factor_rule is 'roles whose holders must have a second factor before they may do anything else';
grant select, insert, delete on app.second_factor_rule to td_app;

create table app.account_notice (
  id uuid primary key,
  account_id uuid not null references app.account (id),
  kind text not null check (kind in ('password-by-code', 'password-by-mail', 'second-factor-removed', 'new-device', 'sessions-ended')),
  detail jsonb not null,
  session_id text,
  at timestamptz not null,
  seen_at timestamptz
);
create index account_notice_unseen on app.account_notice (account_id) where seen_at is null;
comment on table app.account_notice is 'what was done to an account, told to its owner on the next page until he says he has read it';
comment on column app.account_notice.session_id is 'the session it tells of: who sits there is not the one to be warned';
grant select, insert on app.account_notice to td_app;
grant update (seen_at, session_id) on app.account_notice to td_app;

alter table app.account_notice enable row level security;
create policy account_notice_own on app.account_notice for select to td_app using (account_id = (select app.actor_account()));
create policy account_notice_written on app.account_notice for insert to td_app with check (
  (select app.actor_is_house()) or (select app.actor_account()) is not null
);
create policy account_notice_read on app.account_notice for update to td_app using (account_id = (select app.actor_account()));

-- ---------------------------------------------------------------- mails

alter table app.outbox_mail
  add column state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'stale')),
  add column attempts integer not null default 0,
  add column next_try_at timestamptz,
  add column taken_until timestamptz,
  add column last_error text,
  add column sent_at timestamptz,
  add column link_path text check (link_path like '/%'),
  add column sealed_link_path bytea,
  add column secret boolean not null default false,
  add check (link_path is null or sealed_link_path is null);
create index outbox_mail_due on app.outbox_mail (created_at) where state in ('waiting', 'sending');
create index outbox_mail_listed on app.outbox_mail (created_at desc, id desc);
comment on column app.outbox_mail.state is 'stale: waited longer than a mail is worth (no server was set up); failed: given up, an administrator may send it again';
comment on column app.outbox_mail.link_path is 'page of the product the mail leads to; the sender puts the address of the house before it';
comment on column app.outbox_mail.sealed_link_path is 'the same where it carries a secret: sealed (outbox-mail.link), and emptied as soon as the mail is out or given up';
comment on column app.outbox_mail.secret is 'its link lets somebody in: once emptied it is not sent again, another is issued instead';
grant update (state, attempts, next_try_at, taken_until, last_error, sent_at, sealed_link_path) on app.outbox_mail to td_app;

-- Does he hold one of these roles over the whole organisation today? Mails name people and what they owe, so nobody else reads them.
create function app.actor_holds_at_root(roles text[]) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (
    select 1
    from app.account a
    join app.post t on t.person_id = a.person_id
    join app.post_grant g on g.post_id = t.id and g.role = any (roles)
    join app.unit u on u.id = g.unit_id and u.parent_id is null
    where a.id = app.actor_account() and a.disabled_at is null
      and current_setting('app.today')::date between t.valid_from and coalesce(t.valid_to, 'infinity')
      and current_setting('app.today')::date between g.valid_from and coalesce(g.valid_to, 'infinity')
  )
$$;
revoke all on function app.actor_holds_at_root(text[]) from public;
grant execute on function app.actor_holds_at_root(text[]) to td_app;

alter table app.outbox_mail enable row level security;
create policy outbox_mail_seen on app.outbox_mail for select to td_app using (
  (select app.actor_is_house()) or (select app.actor_holds_at_root(array['administrator', 'auditor']))
);
create policy outbox_mail_written on app.outbox_mail for insert to td_app with check (
  (select app.actor_is_house()) or (select app.actor_account()) is not null
);
create policy outbox_mail_sent on app.outbox_mail for update to td_app using (
  (select app.actor_is_house()) or (select app.actor_holds_at_root(array['administrator']))
);
