import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { Client } from 'pg'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Tx } from './unit-of-work.ts'

/** What concerns a whole database is taken by number, each of its own: two that shared one would wait for each other without reason. */
export const HOUSE_LOCKS = {
  migrating: 7_208_202_207,
  preparingQueue: 7_208_202_208,
  copyingOut: 7_208_202_209,
  /** Shared by whoever lives in the database or sets it up, held alone by a restore. */
  place: 7_208_202_210,
  changingKeys: 7_208_202_211,
  openingKeys: 7_208_202_212,
} as const

const TRY_AGAIN_MS = 1000

/**
 * Says for as long as a server runs that the database is lived in: nobody restores into it meanwhile, not from another machine either. Refuses
 * while it is being restored. `onLost` is told where the connection broke and a restore began before it was back.
 */
export async function liveIn(ownerUrl: string, onLost: (reason: Error) => void): Promise<Result<() => Promise<void>>> {
  let left = false
  const takePlace = async (): Promise<Client | undefined> => {
    const taken = await connected(ownerUrl)
    if (await holdsOf(taken, 'select pg_try_advisory_lock_shared($1) as held', HOUSE_LOCKS.place)) {
      taken.once('end', () => void comeBack())
      return taken
    }
    await taken.end()
    return undefined
  }
  const comeBack = async (): Promise<void> => {
    while (!left) {
      await wait(TRY_AGAIN_MS, undefined, { ref: false })
      if (left) return
      const again = await takePlace().catch(() => null)
      if (again === null) continue
      if (again === undefined) return onLost(new Error('the database is being restored by another process'))
      client = again
      if (left) await again.end()
      return
    }
  }
  let client = await takePlace()
  if (!client) return refuse('database-being-restored')
  return ok(async () => {
    left = true
    await client?.end()
  })
}

/** Keeps a restore out until the end of the transaction in which the organisation is set up. Refuses while one runs. */
export async function setUpHere(tx: Tx): Promise<Result<void>> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock_shared(${HOUSE_LOCKS.place}) as held`.execute(tx.db)
  return rows[0]?.held ? ok(undefined) : refuse('database-being-restored')
}

/** Keeps everybody out who lives here or sets up here, until the end of the restore's transaction. Refuses where somebody is in. */
export async function restoreHere(client: Client): Promise<Result<void>> {
  const held = await holdsOf(client, 'select pg_try_advisory_xact_lock($1) as held', HOUSE_LOCKS.place)
  return held ? ok(undefined) : refuse('restore-place-in-use')
}

/** Does what only one process at a time may do with this database; nothing where another is at it. */
export async function oneAtATime<T>(
  ownerUrl: string,
  lock: (typeof HOUSE_LOCKS)[keyof typeof HOUSE_LOCKS],
  act: () => Promise<T>,
): Promise<T | undefined> {
  const client = await connected(ownerUrl)
  try {
    const held = await holdsOf(client, 'select pg_try_advisory_lock($1) as held', lock)
    return held ? await act() : undefined
  } finally {
    await client.end()
  }
}

async function holdsOf(client: Client, text: string, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(text, [lock])
  return rows[0]?.held ?? false
}

async function connected(ownerUrl: string): Promise<Client> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  return client
}
