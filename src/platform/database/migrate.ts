import { Client } from 'pg'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { HOUSE_LOCKS } from './house-locks.ts'
import type { Migration } from './migrations.ts'
import { isLackOfRight } from './roles.ts'

/**
 * Brings the database to the newest form, as its owner; gives the names of the migrations it ran. Each runs in a
 * transaction of its own, under a lock: two servers that start at once do it once. Refuses when a file that has run was
 * changed, when a new one stands before one that has run, and when the database is newer than the files.
 */
export async function migrate(ownerUrl: string, migrations: readonly Migration[]): Promise<Result<string[]>> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  const ran: string[] = []
  try {
    for (;;) {
      const step = await inTransaction(client, () => runNext(client, migrations))
      if (!step.ok) return step
      if (step.value === undefined) return ok(ran)
      ran.push(step.value)
    }
  } catch (error) {
    if (!isLackOfRight(error)) throw error
    return refuse('database-owner-may-not', { role: new URL(ownerUrl).username, reason: error.message })
  } finally {
    await client.end()
  }
}

/** The same inside a transaction of the caller's: all of it is there when he commits. */
export async function migrateWithin(client: Client, migrations: readonly Migration[]): Promise<Result<void>> {
  for (;;) {
    const step = await runNext(client, migrations)
    if (!step.ok) return step
    if (step.value === undefined) return ok(undefined)
  }
}

/** Runs the first migration that has not run; gives its name, or nothing when all have. */
async function runNext(client: Client, migrations: readonly Migration[]): Promise<Result<string | undefined>> {
  await client.query('select pg_advisory_xact_lock($1)', [HOUSE_LOCKS.migrating])
  await prepareLedger(client)
  const { rows: done } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from app.migration order by name',
  )
  const latest = done.at(-1)?.name ?? ''
  for (const { name, checksum } of done) {
    const file = migrations.find((migration) => migration.name === name)
    if (file === undefined) return refuse('database-newer', { name })
    if (file.checksum !== checksum) return refuse('migration-changed', { name })
  }
  const next = migrations.find(({ name }) => !done.some((row) => row.name === name))
  if (next === undefined) return ok(undefined)
  if (next.name < latest) return refuse('migration-out-of-order', { name: next.name, latest })
  await run(client, next)
  await client.query('insert into app.migration (name, checksum) values ($1, $2)', [next.name, next.checksum])
  return ok(next.name)
}

/** The list of what has run; the application reads it to know whether the database is ready for it. */
async function prepareLedger(client: Client): Promise<void> {
  const there = await client.query<{ ledger: string | null }>(`select to_regclass('app.migration') as ledger`)
  if (there.rows[0]?.ledger) return
  await client.query(`
    create schema if not exists app;
    grant usage on schema app to td_app;
    create table app.migration (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    );
    grant select on app.migration to td_app;
  `)
}

async function run(client: Client, migration: Migration): Promise<void> {
  try {
    await client.query(migration.sql)
  } catch (error) {
    if (isLackOfRight(error) || !(error instanceof Error)) throw error
    const position = Number((error as { position?: string }).position)
    const line = position > 0 ? `:${migration.sql.slice(0, position).split('\n').length}` : ''
    throw new Error(`db/migrations/${migration.name}.sql${line}: ${error.message}`, { cause: error })
  }
}

async function inTransaction<T>(client: Client, work: () => Promise<Result<T>>): Promise<Result<T>> {
  await client.query('begin')
  try {
    const result = await work()
    await client.query(result.ok ? 'commit' : 'rollback')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
