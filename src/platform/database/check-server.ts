import { Client } from 'pg'
import { ok, type Result, refuse } from '../../kernel/result.ts'

const OLDEST = 150_000

/** Refuses a server we cannot reach, older than PostgreSQL 15, or whose database is not UTF-8. */
export async function checkServer(name: string, url: string): Promise<Result<void>> {
  const client = await connected(name, url)
  if (!client.ok) return client
  const { rows } = await client.value.query<{ number: string; version: string; encoding: string; database: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as version,
            current_setting('server_encoding') as encoding, current_database() as database`,
  )
  await client.value.end()
  const server = rows[0]
  if (server === undefined || Number(server.number) < OLDEST) {
    return refuse('database-too-old', { version: server?.version ?? '?' })
  }
  if (server.encoding !== 'UTF8') {
    return refuse('database-not-utf8', { database: server.database, encoding: server.encoding })
  }
  return ok(undefined)
}

/**
 * Refuses an application role for which row-level security would be no wall: a superuser, one that bypasses it, one that
 * may make itself into others, or one that owns (itself or through a group) what the migrations made. After migrating.
 */
export async function checkApplicationRole(applicationUrl: string): Promise<Result<void>> {
  const client = await connected('DATABASE_URL', applicationUrl)
  if (!client.ok) return client
  const { rows } = await client.value.query<{ role: string; reason: string | null; migrated: boolean }>(`
    with reachable as (
      select r.* from pg_roles r where pg_has_role(current_user, r.oid, 'member')
    )
    select current_user as role, to_regclass('app.migration') is not null as migrated, case
      when exists (select 1 from reachable where rolsuper) then 'có quyền superuser'
      when exists (select 1 from reachable where rolbypassrls) then 'bỏ qua được bảo vệ theo dòng (BYPASSRLS)'
      when exists (select 1 from reachable where rolcreaterole) then 'tạo được tài khoản khác (CREATEROLE)'
      when exists (
        select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('app', 'auth', 'jobs') and c.relowner in (select oid from reachable)
      ) then 'sở hữu bảng của chương trình'
      when exists (
        select 1 from pg_namespace where nspname in ('app', 'auth', 'jobs') and nspowner in (select oid from reachable)
      ) then 'sở hữu lược đồ của chương trình'
      when exists (
        select 1 from pg_database where datname = current_database() and datdba in (select oid from reachable)
      ) then 'sở hữu cơ sở dữ liệu'
    end as reason`)
  await client.value.end()
  const found = rows[0]
  if (!found?.migrated) return refuse('database-not-the-same')
  if (found.reason === null) return ok(undefined)
  return refuse('database-role-too-strong', { role: found.role, reason: found.reason })
}

async function connected(name: string, url: string): Promise<Result<Client>> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    return ok(client)
  } catch (error) {
    return refuse('database-unreachable', { name, reason: reasonOf(error) })
  }
}

/** A refused connection to a name with two addresses comes as an error without a message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
