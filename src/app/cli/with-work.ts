import type { Result } from '../../kernel/result.ts'
import { systemClock } from '../../platform/clock/clock.ts'
import { readConfig } from '../../platform/config/config.ts'
import { reachDatabase, workOn } from '../../platform/database/reach-database.ts'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import { Keyring } from '../../platform/keys/keyring.ts'

/**
 * Lends a command a unit of work on the database of the settings, beside a running server or without one. For commands that open nothing
 * sealed: no key is read.
 */
export async function withWork<T>(act: (work: UnitOfWork) => Promise<Result<T>>): Promise<Result<T>> {
  const config = readConfig(process.env, { dataDir: './var' })
  if (!config.ok) return config
  const reached = await reachDatabase(config.value)
  if (!reached.ok) return reached
  try {
    const { work, close } = workOn(reached.value, {
      clock: systemClock,
      keys: new Keyring({ encryption: [], digest: [] }),
    })
    try {
      return await act(work)
    } finally {
      await close()
    }
  } finally {
    await reached.value.leave()
  }
}
