import { join } from 'node:path'
import { ok, type Result } from '../../kernel/result.ts'
import type { Config } from '../config/config.ts'
import { checkApplicationRole, checkServer } from './check-server.ts'
import { liveIn } from './house-locks.ts'
import { startEmbeddedPostgres } from './launcher.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './migrations.ts'
import { prepareQueue } from './queue-schema.ts'
import {
  EMBEDDED_APPLICATION,
  EMBEDDED_DATABASE,
  EMBEDDED_OWNER,
  prepareEmbeddedRoles,
  prepareServerRoles,
  SIGN_IN_ROLE,
} from './roles.ts'

export type OpenedDatabase = {
  readonly applicationUrl: string
  readonly signInUrl: string
  /** The migrations that ran now. */
  readonly migrated: readonly string[]
  /** Stops the embedded database; a server of the house's own is left alone. */
  readonly stop: () => Promise<void>
}

export type Addresses = { applicationUrl: string; ownerUrl: string; signInUrl: string; stop: () => Promise<void> }

/**
 * Gives a database that is ready for us, and is nobody's to restore into while we live in it: running, with its roles, migrated, and with an application role that
 * row-level security holds for. `onLost` is told when the embedded one died for good.
 */
export async function openDatabase(config: Config, onLost: (reason: Error) => void): Promise<Result<OpenedDatabase>> {
  const found = await openAddresses(config, onLost)
  if (!found.ok) return found
  const { applicationUrl, ownerUrl, signInUrl } = found.value
  let stop = found.value.stop
  try {
    const living = await liveIn(ownerUrl, onLost)
    if (!living.ok) {
      await stop()
      return living
    }
    stop = async () => {
      await living.value()
      await found.value.stop()
    }
    const migrated = await migrate(ownerUrl, readMigrations())
    if (migrated.ok) await prepareQueue(ownerUrl)
    const fit = migrated.ok ? await checkApplicationRole(applicationUrl) : migrated
    if (migrated.ok && fit.ok) return ok({ applicationUrl, signInUrl, migrated: migrated.value, stop })
    await stop()
    return fit as Result<never>
  } catch (error) {
    await stop()
    throw error
  }
}

/** The database running and with its roles, in whatever form it is: what a restore begins with. */
export function openAddresses(config: Config, onLost: (reason: Error) => void): Promise<Result<Addresses>> {
  return config.database.kind === 'embedded' ? embedded(config.dataDir, onLost) : ownServer(config.database)
}

async function embedded(dataDir: string, onLost: (reason: Error) => void): Promise<Result<Addresses>> {
  const server = await startEmbeddedPostgres({ directory: join(dataDir, 'database'), onLost })
  if (!server.ok) return server
  const { url, passwords, stop } = server.value
  try {
    await prepareEmbeddedRoles(url('postgres', passwords.superuser, 'postgres'), passwords, EMBEDDED_DATABASE)
  } catch (error) {
    await stop()
    throw error
  }
  return ok({
    applicationUrl: url(EMBEDDED_APPLICATION, passwords.application, EMBEDDED_DATABASE),
    ownerUrl: url(EMBEDDED_OWNER, passwords.owner, EMBEDDED_DATABASE),
    signInUrl: url(SIGN_IN_ROLE, passwords.signIn, EMBEDDED_DATABASE),
    stop,
  })
}

async function ownServer({ applicationUrl, ownerUrl }: { applicationUrl: string; ownerUrl: string }) {
  const reached = await checkServer('DATABASE_OWNER_URL', ownerUrl)
  if (!reached.ok) return reached
  const reachedToo = await checkServer('DATABASE_URL', applicationUrl)
  if (!reachedToo.ok) return reachedToo
  const signInUrl = await prepareServerRoles(ownerUrl, applicationUrl)
  if (!signInUrl.ok) return signInUrl
  return ok({ applicationUrl, ownerUrl, signInUrl: signInUrl.value, stop: async () => {} })
}
