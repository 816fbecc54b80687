-- Signing in: a schema of its own, which only the role td_auth may use. The application's role sees none of it.
-- Tables and columns named in camelCase are those better-auth expects; a test compares them with the library's own.

create schema if not exists auth;
revoke all on schema auth from public;
grant usage on schema auth to td_auth;

-- The id is the account's id, given by the application.
create table auth."user" (
  "id" text primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null default false,
  "image" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "username" text unique,
  "displayUsername" text,
  "disabled" boolean not null default false,
  check ("email" = lower("email")),
  check ("username" = lower("username"))
);

create table auth."session" (
  "id" text primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  -- when it was last used; a session left alone too long ends
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" ("id") on delete cascade
);
create index "session_userId_idx" on auth."session" ("userId");
create index "session_expiresAt_idx" on auth."session" ("expiresAt");

create table auth."account" (
  "id" text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  unique ("userId", "providerId")
);
create index "account_userId_idx" on auth."account" ("userId");

create table auth."verification" (
  "id" text primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index "verification_identifier_idx" on auth."verification" ("identifier");

create table auth."rateLimit" (
  "id" text primary key,
  "key" text not null unique,
  "count" integer not null,
  "lastRequest" bigint not null
);

-- Wrong attempts by name, also for names that do not exist. A keyed digest, because people type passwords into the name field.
create table auth.sign_in_pause (
  name_digest bytea primary key,
  failures integer not null,
  first_at timestamptz not null,
  paused_until timestamptz
);
create index on auth.sign_in_pause (first_at);

grant select, insert, update, delete on all tables in schema auth to td_auth;
