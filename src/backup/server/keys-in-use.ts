import type { Snapshot } from '../../platform/database/snapshot.ts'
import { SEALED_COLUMNS } from '../domain/sealed-columns.ts'
import type { Manifest } from './manifest.ts'

type KeyInUse = Manifest['keys'][number]
type Query = Snapshot['query']

/**
 * With which keys the values in this database are sealed, and what they are: by the name that stands before each value. A database from
 * before there were such columns, or such keys, has none.
 */
export async function keysInUse({ query }: { query: Query }): Promise<KeyInUse[]> {
  const [there] = await query<{ marks: string | null }>(`select to_regclass('app.key_mark')::text as marks`)
  if (!there?.marks) return []
  const used = new Map<string, { kind: KeyInUse['kind']; id: string; uses: number; what: Set<string> }>()
  const count = async (kind: KeyInUse['kind'], table: string, column: string, id: string, words: string) => {
    if (!(await hasColumn(query, table, column))) return
    const rows = await query<{ id: string; uses: number }>(
      `select ${id} as id, count(*)::int as uses from app.${table} where ${column} is not null group by 1`,
    )
    for (const row of rows) {
      const key = `${kind}:${row.id}`
      const entry = used.get(key) ?? { kind, id: row.id, uses: 0, what: new Set<string>() }
      entry.uses += row.uses
      entry.what.add(words)
      used.set(key, entry)
    }
  }
  for (const { table, sealed, digest, words } of SEALED_COLUMNS) {
    const name = `convert_from(substr(${sealed}, 1, position('\\x3a'::bytea in ${sealed}) - 1), 'UTF8')`
    await count('encryption', table, sealed, name, words)
    if (digest) await count('digest', table, digest.column, `split_part(${digest.column}, ':', 1)`, `tìm theo ${words}`)
  }
  const marks = await query<{ kind: KeyInUse['kind']; id: string; mark: string }>(
    'select kind, key_id as id, mark from app.key_mark',
  )
  const [factors] = await query<{ there: string | null }>(`select to_regclass('auth."twoFactor"')::text as there`)
  const [held] = factors?.there
    ? await query<{ uses: number }>('select count(*)::int as uses from auth."twoFactor"')
    : []
  if (held && held.uses > 0) {
    // Which of the secrets a second factor is kept with, the library writes in its own way: all of them are wanted.
    for (const { kind, id } of marks.filter((mark) => mark.kind === 'session')) {
      used.set(`${kind}:${id}`, { kind, id, uses: held.uses, what: new Set(['mã xác thực hai bước']) })
    }
  }
  return [...used.values()].map(({ what, ...entry }) => {
    const mark = marks.find(({ kind, id }) => kind === entry.kind && id === entry.id)?.mark ?? ''
    return { ...entry, mark, what: [...what] }
  })
}

async function hasColumn(query: Query, table: string, column: string): Promise<boolean> {
  const found = await query<{ there: number }>(
    `select 1 as there from information_schema.columns where table_schema = 'app' and table_name = $1 and column_name = $2`,
    [table, column],
  )
  return found.length > 0
}
