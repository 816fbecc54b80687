import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }

/** Where the product's own migrations lie. */
const MIGRATIONS = new URL('../../../db/migrations/', import.meta.url)

/** The migration files in their order. Throws when a file is not named `NNNN_name.sql` or a number comes twice. */
export function readMigrations(folder: URL = MIGRATIONS): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  for (const [index, name] of names.entries()) {
    if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(name)) throw new Error(`not a migration's name: ${name}`)
    if (names[index - 1]?.slice(0, 4) === name.slice(0, 4)) throw new Error(`two migrations share a number: ${name}`)
  }
  return names.map((file) => {
    // The same file checked out on another system may carry other line ends.
    const sql = readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n')
    return { name: file.replace(/\.sql$/, ''), sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}
