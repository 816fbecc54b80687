import pg from 'pg'
import type { Clock } from '../clock/clock.ts'
import { OneTimeAccess } from './one-time-access.ts'

/**
 * Making one-time codes from the command line, as the database's owner: the door's own role is known to the server alone, and the owner may
 * do what it may. `close` ends the connections.
 */
export function accessAsOwner(
  ownerUrl: string,
  secret: string,
  clock: Clock,
): { readonly access: OneTimeAccess; readonly close: () => Promise<void> } {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  return { access: new OneTimeAccess({ pool, secret, now: () => clock.now() }), close: () => pool.end() }
}
