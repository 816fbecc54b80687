import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Clock } from '../clock/clock.ts'
import type { Config } from '../config/config.ts'
import type { Keyring } from '../keys/keyring.ts'
import { type DirectoryLock, lockDirectory } from '../process/directory-lock.ts'
import { checkApplicationRole, checkServer } from './check-server.ts'
import { keepPasswords } from './embedded-passwords.ts'
import { type Addresses, openAddresses } from './open-database.ts'
import { openPools } from './pools.ts'
import { readPostmaster } from './postmaster.ts'
import { prepareQueue } from './queue-schema.ts'
import { EMBEDDED_APPLICATION, EMBEDDED_DATABASE, EMBEDDED_OWNER, SIGN_IN_ROLE } from './roles.ts'
import { createUnitOfWork, type UnitOfWork } from './unit-of-work.ts'

export type { Addresses } from './open-database.ts'

export type Reached = {
  readonly ownerUrl: string
  readonly applicationUrl: string
  readonly signInUrl: string
  /** Ends what was started for the caller; a server that was running goes on. */
  readonly leave: () => Promise<void>
}

/**
 * The database of these settings as it is, for a command beside a running server: nothing is migrated. An embedded database that runs is
 * used as it runs; one that does not is started, and stopped by `leave`. Refuses what cannot be reached.
 */
export async function reachDatabase(config: Config): Promise<Result<Reached>> {
  if (config.database.kind === 'server') {
    const { ownerUrl, applicationUrl } = config.database
    const there = await checkServer('DATABASE_OWNER_URL', ownerUrl)
    if (!there.ok) return there
    // Signing in has its own role, whose address is made by the start; no command signs anybody in.
    return ok({ ownerUrl, applicationUrl, signInUrl: applicationUrl, leave: async () => {} })
  }
  if (!existsSync(join(config.dataDir, 'database', 'cluster')))
    return refuse('database-not-here', { folder: config.dataDir })
  const taken = lockDirectory(config.dataDir)
  if ('heldBy' in taken) return ok(runningAddresses(config.dataDir))
  return startedFor(config, taken)
}

async function startedFor(config: Config, lock: DirectoryLock): Promise<Result<Reached>> {
  try {
    const opened = await openAddresses(config, () => {})
    if (!opened.ok) {
      lock.release()
      return opened
    }
    const { stop, ...addresses } = opened.value
    const leave = async () => {
      await stop()
      lock.release()
    }
    return ok({ ...addresses, leave })
  } catch (fault) {
    lock.release()
    throw fault
  }
}

/** Where the embedded database of a running server listens: its port is in PostgreSQL's own file, the passwords lie beside it. */
export function runningAddresses(dataDir: string): Reached {
  const directory = join(dataDir, 'database')
  const cluster = join(directory, 'cluster')
  const port = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[3])
  if (!readPostmaster(cluster)?.ready || !Number.isInteger(port)) throw new Error(`no database answers at ${cluster}`)
  const passwords = keepPasswords(directory)
  const url = (role: string, password: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${EMBEDDED_DATABASE}`
  return {
    ownerUrl: url(EMBEDDED_OWNER, passwords.owner),
    applicationUrl: url(EMBEDDED_APPLICATION, passwords.application),
    signInUrl: url(SIGN_IN_ROLE, passwords.signIn),
    leave: async () => {},
  }
}

/** The database of the settings, running and with its roles, and nothing done to it yet: a restore fills it. The caller holds the data directory. */
export function startAddresses(config: Config): Promise<Result<Addresses>> {
  return openAddresses(config, () => {})
}

/** What a start does after migrating: the queue's tables, and a look at the application's role. */
export async function makeReady({ ownerUrl, applicationUrl }: Addresses): Promise<Result<void>> {
  await prepareQueue(ownerUrl)
  return checkApplicationRole(applicationUrl)
}

/** A unit of work for a command: as the server's own, with connections that end with it. */
export function workOn(
  { applicationUrl, signInUrl }: Pick<Reached, 'applicationUrl' | 'signInUrl'>,
  ground: { clock: Clock; keys: Keyring },
): { readonly work: UnitOfWork; readonly close: () => Promise<void> } {
  const pools = openPools({ applicationUrl, signInUrl })
  return { work: createUnitOfWork({ pool: pools.application, ...ground }), close: pools.close }
}
