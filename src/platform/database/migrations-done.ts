import { Client } from 'pg'
import { readMigrations } from './migrations.ts'

/** How far this database has been migrated, and whether that is as far as this program goes. */
export async function migratedTo(ownerUrl: string): Promise<{ name: string | undefined; current: boolean }> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const there = await client.query<{ ledger: string | null }>(`select to_regclass('app.migration')::text as ledger`)
    if (!there.rows[0]?.ledger) return { name: undefined, current: false }
    const { rows } = await client.query<{ name: string | null }>('select max(name) as name from app.migration')
    const name = rows[0]?.name ?? undefined
    return { name, current: name !== undefined && name === readMigrations().at(-1)?.name }
  } finally {
    await client.end()
  }
}
