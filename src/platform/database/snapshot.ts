import { Client, escapeIdentifier } from 'pg'
import copyStreams from 'pg-copy-streams'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { HOUSE_LOCKS } from './house-locks.ts'

/** A table as it is copied: computed columns are left to the database that takes it in. */
export type CopiedTable = { readonly name: string; readonly columns: readonly string[] }
export type SequencePosition = { readonly name: string; readonly last: string; readonly called: boolean }

/** The whole database at one moment, while people go on working. */
export type Snapshot = {
  readonly postgresVersion: string
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[]
  readonly tables: readonly CopiedTable[]
  readonly query: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>
  /** The rows in PostgreSQL's own text form, in the order of their key; `rows()` once all was read. */
  readonly copyOut: (table: CopiedTable) => { readonly bytes: AsyncIterable<Buffer>; readonly rows: () => number }
  /** To be asked last: a number given out since is skipped, never given twice. */
  readonly sequences: () => Promise<SequencePosition[]>
  readonly close: () => Promise<void>
}

/** The schemas whose rows are the installation; jobs that wait are kept apart from their queue's tables. */
const SCHEMAS = ['app', 'auth']

/**
 * Opens a snapshot as the owner, whom row-level security does not bind. Refuses while another one is open: two backups at once would
 * each be slower than both in turn.
 */
export async function openSnapshot(ownerUrl: string): Promise<Result<Snapshot>> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
      HOUSE_LOCKS.copyingOut,
    ])
    if (!rows[0]?.free) {
      await client.end()
      return refuse('backup-running')
    }
    return ok(await snapshotOn(client))
  } catch (error) {
    await client.end()
    throw error
  }
}

async function snapshotOn(client: Client): Promise<Snapshot> {
  await client.query('begin transaction isolation level repeatable read, read only')
  await client.query(
    `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
     set local bytea_output = 'hex'; set local extra_float_digits = 1; set local statement_timeout = 0;
     set local idle_in_transaction_session_timeout = 0; set local client_encoding = 'UTF8'`,
  )
  const query = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await client.query<Row>(text, values)).rows
  const tables = await query<{ name: string; columns: string[]; key: string[] | null }>(TABLES, [SCHEMAS])
  const keys = new Map(tables.map(({ name, key }) => [name, key ?? []]))
  let open = true
  const [server] = await query<{ version: string }>(`select current_setting('server_version') as version`)
  return {
    postgresVersion: server?.version ?? '',
    migrations: await query('select name, checksum from app.migration order by name'),
    tables: tables.map(({ name, columns }) => ({ name, columns })),
    query,
    copyOut: (table) => {
      const order = (keys.get(table.name) ?? []).map(escapeIdentifier).join(', ')
      const columns = table.columns.map(escapeIdentifier).join(', ')
      const text = `copy (select ${columns} from ${quoted(table.name)}${order ? ` order by ${order}` : ''}) to stdout`
      const stream = client.query(copyStreams.to(text))
      return { bytes: stream as AsyncIterable<Buffer>, rows: () => stream.rowCount }
    },
    sequences: async () => {
      const names = await query<{ name: string }>(SEQUENCES, [SCHEMAS])
      const positions: SequencePosition[] = []
      for (const { name } of names) {
        const [at] = await query<{ last: string; called: boolean }>(
          `select last_value::text as last, is_called as called from ${quoted(name)}`,
        )
        if (at) positions.push({ name, ...at })
      }
      return positions
    },
    close: async () => {
      if (open) await client.end()
      open = false
    },
  }
}

/** `app.person` as SQL takes it. */
export function quoted(name: string): string {
  const point = name.indexOf('.')
  return `${escapeIdentifier(name.slice(0, point))}.${escapeIdentifier(name.slice(point + 1))}`
}

/** Ordinary tables, and partitioned ones as a whole; the list of migrations is written by the migrations themselves. */
const TABLES = `
  select n.nspname || '.' || c.relname as name,
    array_agg(a.attname::text order by a.attnum) as columns,
    (select array_agg(k.attname::text order by p.place)
     from pg_index i cross join unnest(i.indkey::int2[]) with ordinality p (attnum, place)
     join pg_attribute k on k.attrelid = i.indrelid and k.attnum = p.attnum
     where i.indrelid = c.oid and i.indisprimary) as key
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where n.nspname = any ($1::text[]) and c.relkind in ('r', 'p') and not c.relispartition
    and not (n.nspname = 'app' and c.relname = 'migration')
  group by c.oid, n.nspname, c.relname
  order by 1`

const SEQUENCES = `
  select n.nspname || '.' || c.relname as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any ($1::text[]) and c.relkind = 'S' order by 1`
