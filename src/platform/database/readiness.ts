import type { Pool } from 'pg'
import { readMigrations } from './migrations.ts'

/** Says what keeps the database from serving us, or nothing: it answers, and every migration of this program has run. */
export function databaseReadiness(pool: Pool): () => Promise<string | undefined> {
  const latest = readMigrations().at(-1)?.name
  return async () => {
    const { rows } = await pool.query<{ name: string }>('select name from app.migration order by name desc limit 1')
    return rows[0]?.name === latest ? undefined : `migrated to ${rows[0]?.name}, this program wants ${latest}`
  }
}
