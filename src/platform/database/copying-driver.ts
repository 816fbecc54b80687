import { type DatabaseConnection, PostgresDialect, PostgresDriver, type Transaction } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import type { Database } from './tables.ts'

const clients = new WeakMap<DatabaseConnection, PoolClient>()
const drivers = new WeakMap<PoolClient, PostgresDriver>()

/** PostgreSQL as Kysely speaks it, remembering the client behind each connection: COPY needs it, and only `copyRows` reaches it. */
export class CopyingDialect extends PostgresDialect {
  readonly #pool: Pool
  constructor(pool: Pool) {
    super({ pool })
    this.#pool = pool
  }
  override createDriver(): CopyingDriver {
    return new CopyingDriver(this.#pool)
  }
}

class CopyingDriver extends PostgresDriver {
  readonly #pool: Pool
  constructor(pool: Pool) {
    super({ pool })
    this.#pool = pool
  }

  /** A driver of its own for each client, so that a connection is known to be this client's. */
  override async acquireConnection(): Promise<DatabaseConnection> {
    const client = await this.#pool.connect()
    let driver = drivers.get(client)
    if (!driver) {
      driver = new PostgresDriver({
        pool: { options: this.#pool.options, connect: async () => client, end: async () => {} },
      })
      await driver.init()
      drivers.set(client, driver)
      // A connection that breaks while it is used tells so twice: by the statement, which is heard, and by an event nobody would hear,
      // which ends the process.
      client.on('error', () => undefined)
    }
    const connection = await driver.acquireConnection()
    clients.set(connection, client)
    return connection
  }
}

/** The client a transaction runs on; for `copyRows` alone. */
export function clientOf(db: Transaction<Database>): Promise<PoolClient> {
  return db.getExecutor().provideConnection(async (connection) => {
    const client = clients.get(connection)
    if (!client) throw new Error('a transaction without a client of ours')
    return client
  })
}
