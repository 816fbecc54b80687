import type { Pool, PoolClient } from 'pg'
import type { Result } from '../../kernel/result.ts'
import type { Config } from '../config/config.ts'
import type { KeyMark } from '../keys/keyring.ts'
import { type HouseKeys, openKeys } from '../keys/open-keys.ts'
import { HOUSE_LOCKS } from './house-locks.ts'
import { inTransaction } from './pool-transaction.ts'

/**
 * The keys of the installation whose database this is, made at the first start. Refuses where the file is lost or another's: what the
 * database was written with is marked in it.
 */
export function openHouseKeys(config: Config, pool: Pool): Promise<Result<HouseKeys>> {
  return inTransaction(pool, async (client) => {
    // Of two machines that start at once on one new database the second finds the first one's marks, and makes no keys of its own.
    await client.query('select pg_advisory_xact_lock($1)', [HOUSE_LOCKS.openingKeys])
    const keys = await openKeys(config, await readKeyMarks(client))
    if (keys.ok) await writeKeyMarks(client, keys.value.marks)
    return keys
  })
}

/** The marks of the keys this database was written with; none where it is older than they are. */
async function readKeyMarks(client: PoolClient): Promise<KeyMark[]> {
  const { rows } = await client.query<KeyMark>(
    'select kind, key_id as id, mark from app.key_mark order by kind, key_id',
  )
  return rows
}

/** Writes down with which keys things are kept from now on; those that are there stay as they are. */
async function writeKeyMarks(client: PoolClient, marks: readonly KeyMark[]): Promise<void> {
  for (const { kind, id, mark } of marks) {
    await client.query(
      `insert into app.key_mark (kind, key_id, mark) values ($1, $2, $3)
       on conflict (kind, key_id) do update set mark = excluded.mark, seen_at = now()
         where app.key_mark.kind = 'session' and app.key_mark.mark <> excluded.mark`,
      [kind, id, mark],
    )
  }
}
