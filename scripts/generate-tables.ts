import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { Client } from 'pg'
import { startThrowAwayCluster } from '../test/throw-away-cluster.ts'

/**
 * Writes `src/platform/database/tables.ts` from the migrated schema `app`, so that the code's idea of a table is the
 * database's. With `--check` it writes nothing and fails when the file is not what it would write.
 */

type Column = {
  table: string
  name: string
  type: string
  nullable: boolean
  hasDefault: boolean
  generated: boolean
  checks: string[]
}

const TARGET = new URL('../src/platform/database/tables.ts', import.meta.url)

/** What the driver gives for each type, as the pools read it. */
const TYPES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Buffer',
  citext: 'string',
  date: 'PlainDate',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  jsonb: 'Json',
  numeric: 'string',
  text: 'string',
  timestamptz: 'Date',
  uuid: 'string',
}

const COLUMNS = `
  select c.relname as table, a.attname as name, t.typname as type, not a.attnotnull as nullable,
    d.oid is not null and a.attgenerated = '' as "hasDefault",
    a.attidentity = 'a' or a.attgenerated <> '' as generated,
    array(
      select pg_get_constraintdef(k.oid) from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
    ) as checks
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where n.nspname = 'app' and c.relkind in ('r', 'v', 'p') and c.relname <> 'migration'
  order by c.relname, a.attnum`

function typeOf(column: Column): string {
  const isList = column.type.startsWith('_')
  const base = TYPES[isList ? column.type.slice(1) : column.type]
  if (base === undefined) throw new Error(`no TypeScript type for ${column.table}.${column.name}: ${column.type}`)
  const plain = column.type === 'text' ? (unionOf(column) ?? base) : base
  const type = `${plain}${isList ? '[]' : ''}${column.nullable ? ' | null' : ''}`
  if (column.generated) return `GeneratedAlways<${type}>`
  return column.hasDefault ? `Generated<${type}>` : type
}

/** A text that may only be one of a few words is a union of them: `check (state in ('open', 'done'))`. */
function unionOf(column: Column): string | undefined {
  for (const check of column.checks) {
    const words = new RegExp(`^CHECK \\(\\(${column.name} = ANY \\(ARRAY\\[(.+)\\]\\)\\)\\)$`).exec(check)?.[1]
    if (words) return [...words.matchAll(/'([^']+)'::text/g)].map((word) => `'${word[1]}'`).join(' | ')
  }
  return undefined
}

function pascal(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

async function readColumns(): Promise<Column[]> {
  const cluster = await startThrowAwayCluster('generate')
  const client = new Client({ connectionString: cluster.ownerUrl })
  try {
    await client.connect()
    return (await client.query<Column>(COLUMNS)).rows
  } finally {
    await client.end()
    await cluster.stop()
  }
}

function written(columns: readonly Column[]): string {
  const tables = Map.groupBy(columns, ({ table }) => table)
  const bodies = [...tables].map(
    ([table, own]) =>
      `export type ${pascal(table)}Table = {\n${own.map((column) => `  ${column.name}: ${typeOf(column)}\n`).join('')}}\n`,
  )
  const all = bodies.join('\n')
  const fromKysely = ['ColumnType', 'Generated', 'GeneratedAlways'].filter((name) =>
    name === 'ColumnType' ? /\bJson\b/.test(all) : all.includes(`${name}<`),
  )
  return [
    '// Made by scripts/generate-tables.ts from db/migrations; change those and run «npm run generate».',
    `import type { ${fromKysely.join(', ')} } from 'kysely'`,
    `import type { PlainDate } from '../../kernel/plain-date.ts'`,
    '',
    '/** Read as whatever was stored; written as text (`JSON.stringify`), since the driver would take a list for an SQL array. */',
    'export type Json = ColumnType<unknown, string, string>',
    '',
    all,
    '/** The schema `app`, as the unit of work sees it. */',
    'export type Database = {',
    ...[...tables.keys()].map((table) => `  ${table}: ${pascal(table)}Table`),
    '}',
    '',
  ].join('\n')
}

const generated = execFileSync('biome', ['format', '--stdin-file-path=tables.ts'], {
  input: written(await readColumns()),
  encoding: 'utf8',
})
if (!process.argv.includes('--check')) writeFileSync(TARGET, generated)
else if (readFileSync(TARGET, 'utf8') !== generated) {
  console.error('src/platform/database/tables.ts không khớp db/migrations: chạy «npm run generate»')
  process.exitCode = 1
}
