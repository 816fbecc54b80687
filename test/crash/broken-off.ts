import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { keepPasswords } from '../../src/platform/database/embedded-passwords.ts'
import { readPostmaster } from '../../src/platform/database/postmaster.ts'
import { isAlive, waitUntilGone } from '../../src/platform/process/process-identity.ts'
import { call, type RunningProduct, startProduct } from '../product.ts'
import { PASSWORD } from './prepare.ts'

/** The processes on one data directory, watched and killed from outside: what a crash leaves is asked of the database itself. */
export function crashesOn(dataDir: () => string) {
  const databasePid = () => readPostmaster(join(dataDir(), 'database', 'cluster'))?.pid

  /** The database itself, asked by its superuser: the product does not know that it is watched. One that is just coming back is waited for. */
  async function watch(): Promise<Client> {
    const until = Date.now() + 10_000
    for (;;) {
      try {
        return await connected()
      } catch (refused) {
        if (Date.now() > until) throw refused
        await sleep(50)
      }
    }
  }

  async function connected(): Promise<Client> {
    const { superuser } = keepPasswords(join(dataDir(), 'database'))
    // The fourth line of postmaster.pid is the port it listens at.
    const pidFile = readFileSync(join(dataDir(), 'database', 'cluster', 'postmaster.pid'), 'utf8')
    const [, , , port] = pidFile.split('\n')
    const client = new Client({
      host: '127.0.0.1',
      port: Number(port),
      user: 'postgres',
      password: superuser,
      database: 'thi_dua',
    })
    client.on('error', () => undefined)
    await client.connect()
    return client
  }

  /** Is the product inside a transaction that has written something? */
  async function isWriting(watcher: Client): Promise<boolean> {
    const { rows } = await watcher.query(
      `select 1 from pg_stat_activity where usename = 'td_application' and backend_xid is not null`,
    )
    return rows.length > 0
  }

  /** Asks for one act and kills in the middle; says whether the transaction was open and whether the act was acknowledged. */
  async function crashInside(
    product: RunningProduct,
    act: { operation: string; input: unknown; cookie: string },
    kill: () => void,
    within = 12,
  ) {
    const watcher = await watch()
    const asked = call(product, act.operation, act.input, act.cookie)
    let settled = false
    void asked.then(() => {
      settled = true
    })
    while (!settled && !(await isWriting(watcher))) await sleep(1)
    await sleep(Math.random() * within)
    const inside = !settled && (await isWriting(watcher))
    kill()
    const answer = await asked
    await watcher.end().catch(() => undefined)
    return { inside, acknowledged: answer?.status === 200 }
  }

  /** The server starts its database again by itself, or ends and is started anew. */
  async function backUp(product: RunningProduct): Promise<RunningProduct> {
    const until = Date.now() + 60_000
    while (Date.now() < until) {
      if (product.child.exitCode !== null) return startProduct(dataDir())
      const ready = await fetch(new URL('/health/ready', product.address)).catch(() => undefined)
      if (ready?.status === 200) return product
      await sleep(50)
    }
    throw new Error('the server did not come back within a minute')
  }

  /** Ends whatever is left of it. */
  async function cleanUp(running: RunningProduct | undefined): Promise<void> {
    running?.child.kill('SIGKILL')
    const database = databasePid()
    if (database && isAlive(database)) process.kill(database, 'SIGKILL')
    if (database) await waitUntilGone(database, 10_000)
  }

  return { databasePid, watch, isWriting, crashInside, backUp, cleanUp }
}

export async function signIn(product: RunningProduct, name: string): Promise<string> {
  const answer = await call(product, 'accounts/signIn', { name, password: PASSWORD })
  if (answer?.status !== 200) throw new Error(`${name} could not sign in: ${JSON.stringify(answer?.body)}`)
  return answer.cookies.join('; ')
}
