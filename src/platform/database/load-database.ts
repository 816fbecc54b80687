import type { Writable } from 'node:stream'
import { Client, escapeIdentifier } from 'pg'
import copyStreams from 'pg-copy-streams'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { restoreHere } from './house-locks.ts'
import { migrateWithin } from './migrate.ts'
import type { Migration } from './migrations.ts'
import { type CopiedTable, quoted, type SequencePosition } from './snapshot.ts'

/** A database that is being filled: nothing of it is there for others until all of it is. */
export type LoadingDatabase = {
  /** Takes what `copyOut` gave; `rows()` once it has finished. */
  readonly copyIn: (table: CopiedTable) => { readonly sink: Writable; readonly rows: () => number }
  readonly query: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>
  readonly setSequences: (positions: readonly SequencePosition[]) => Promise<void>
}

type Plan = {
  /** Those that had run where the rows come from: the tables are made as they were there. */
  readonly loadedAt: readonly { readonly name: string; readonly checksum: string }[]
  /** Every migration of this program: those that are newer run over the loaded rows. */
  readonly migrations: readonly Migration[]
}

/**
 * Makes the tables anew in a database in which nobody has been set up yet, lets `fill` copy the rows in, then brings everything to the newest
 * form; in one transaction. Foreign keys and triggers stand aside while rows come in, in whatever order, and the keys are checked
 * when they return. Refuses a database somebody lives in or is setting up, one that is in use, rows of a newer program, and whatever `fill` refuses; then all is as before.
 */
export async function loadDatabase(
  ownerUrl: string,
  { loadedAt, migrations }: Plan,
  fill: (database: LoadingDatabase) => Promise<Result<void>>,
  /** What lies beside the database and has to be in place when the rows are. */
  beforeCommit: () => Promise<void>,
): Promise<Result<void>> {
  const unknown = loadedAt.find(({ name }) => !migrations.some((migration) => migration.name === name))
  if (unknown) return refuse('database-newer', { name: unknown.name })
  const changed = loadedAt.find((one) =>
    migrations.some((own) => own.name === one.name && own.checksum !== one.checksum),
  )
  if (changed) return refuse('migration-changed', { name: changed.name })

  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin')
    // Before anything is looked at: what is not there yet may be about to be written.
    const alone = await restoreHere(client)
    if (!alone.ok) return alone
    const used = await nameInUse(client)
    if (used !== undefined) return refuse('restore-not-empty', { name: used })
    await client.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
    await client.query(
      'drop schema if exists jobs cascade; drop schema if exists auth cascade; drop schema if exists app cascade',
    )
    const there = new Set(loadedAt.map(({ name }) => name))
    const made = await migrateWithin(
      client,
      migrations.filter(({ name }) => there.has(name)),
    )
    if (!made.ok) return made
    const putBack = await standAside(client)
    const filled = await fill(loadingOn(client))
    if (!filled.ok) return filled
    for (const statement of putBack) await client.query(statement)
    const newer = await migrateWithin(client, migrations)
    if (!newer.ok) return newer
    await client.query('set constraints all immediate')
    await beforeCommit()
    await client.query('commit')
    return ok(undefined)
  } finally {
    // Where nothing was committed, the end of the connection takes everything back.
    await client.end()
  }
}

/** Whose data is here already; nothing where the product was at most started once and nobody set it up. */
async function nameInUse(client: Client): Promise<string | undefined> {
  const { rows: tables } = await client.query<{ unit: string | null }>(`select to_regclass('app.unit')::text as unit`)
  if (!tables[0]?.unit) return undefined
  const { rows } = await client.query<{ name: string }>(
    'select name from app.unit order by parent_id nulls first limit 1',
  )
  return rows[0]?.name
}

/** Takes foreign keys off, stops triggers, empties what migrations filled; gives the statements that put it all back as it was. */
async function standAside(client: Client): Promise<string[]> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(`
    select n.nspname || '.' || c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and n.nspname in ('app', 'auth') order by 1, 2`)
  const { rows: triggers } = await client.query<{ table: string; name: string; enabled: string }>(`
    select n.nspname || '.' || c.relname as table, t.tgname as name, t.tgenabled::text as enabled
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and t.tgenabled <> 'D' and t.tgparentid = 0 and n.nspname in ('app', 'auth') order by 1, 2`)
  const { rows: tables } = await client.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ('app', 'auth') and not (n.nspname = 'app' and c.relname = 'migration')`)
  const change = (table: string, what: string) => `alter table ${quoted(table)} ${what}`
  for (const { table, name } of keys) await client.query(change(table, `drop constraint ${escapeIdentifier(name)}`))
  for (const { table, name } of triggers) await client.query(change(table, `disable trigger ${escapeIdentifier(name)}`))
  await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`)
  return [
    ...keys.map(({ table, name, definition }) =>
      change(table, `add constraint ${escapeIdentifier(name)} ${definition}`),
    ),
    ...triggers.map(({ table, name, enabled }) =>
      change(table, `${ENABLE[enabled] ?? 'enable'} trigger ${escapeIdentifier(name)}`),
    ),
  ]
}

const ENABLE: Readonly<Record<string, string>> = { O: 'enable', R: 'enable replica', A: 'enable always' }

function loadingOn(client: Client): LoadingDatabase {
  return {
    copyIn: ({ name, columns }) => {
      const stream = client.query(
        copyStreams.from(`copy ${quoted(name)} (${columns.map(escapeIdentifier).join(', ')}) from stdin`),
      )
      return { sink: stream, rows: () => stream.rowCount }
    },
    query: async <Row extends object>(text: string, values: unknown[] = []) =>
      (await client.query<Row>(text, values)).rows,
    setSequences: async (positions) => {
      for (const { name, last, called } of positions) {
        await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), last, called])
      }
    },
  }
}
