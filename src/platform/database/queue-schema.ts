import { Client } from 'pg'
import bossPackage from 'pg-boss/package.json' with { type: 'json' }
import { HOUSE_LOCKS } from './house-locks.ts'
import { APPLICATION_GROUP } from './roles.ts'

/** Where the queue's tables lie: pg-boss makes and changes them, nobody else. */
export const QUEUE_SCHEMA = 'jobs'

/**
 * Makes or renews the queue's tables as their owner, as part of migrating, and lets the application work with the rows in them. Throws when the
 * queue there is newer than this program. The server itself never changes their shape: it starts the queue with `migrate: false`.
 */
export async function prepareQueue(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [HOUSE_LOCKS.preparingQueue])
    const found = await versionOf(client)
    const wanted = bossPackage.pgboss.schema
    if (found === wanted) return
    if (found !== undefined && found > wanted) {
      throw new Error(`the queue's tables are of version ${found}, this program knows ${wanted}`)
    }
    // Read only here: the library takes a tenth of a second, and an ordinary start needs none of it.
    const { getConstructionPlans, getMigrationPlans } = await import('pg-boss')
    const plan = found === undefined ? getConstructionPlans(QUEUE_SCHEMA) : getMigrationPlans(QUEUE_SCHEMA, found)
    await client.query(plan)
    await client.query(`
      grant usage on schema ${QUEUE_SCHEMA} to ${APPLICATION_GROUP};
      grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${APPLICATION_GROUP};
      revoke insert, delete on ${QUEUE_SCHEMA}.version from ${APPLICATION_GROUP};
    `)
  } finally {
    await client.end()
  }
}

/**
 * Undefined where there is no queue yet, and where its making broke off before the application was let in: that is a schema without
 * grants, which is done away with and made anew, because nobody can have put anything into it.
 */
async function versionOf(client: Client): Promise<number | undefined> {
  const { rows: there } = await client.query<{ table: string | null; open: boolean | null }>(
    `select to_regclass('${QUEUE_SCHEMA}.version') as table,
       has_table_privilege('${APPLICATION_GROUP}', to_regclass('${QUEUE_SCHEMA}.version'), 'select') as open`,
  )
  if (!there[0]?.table) return undefined
  if (!there[0].open) {
    await client.query(`drop schema ${QUEUE_SCHEMA} cascade`)
    return undefined
  }
  const { rows } = await client.query<{ version: number }>(`select version from ${QUEUE_SCHEMA}.version`)
  return rows[0]?.version
}
