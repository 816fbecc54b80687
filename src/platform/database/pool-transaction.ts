import type { Pool, PoolClient } from 'pg'

/** One transaction outside the unit of work, of the door and of a start: all of it or nothing. */
export async function inTransaction<T>(pool: Pool, act: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const value = await act(client)
    await client.query('commit')
    return value
  } catch (fault) {
    await client.query('rollback').catch(() => undefined)
    throw fault
  } finally {
    client.release()
  }
}
