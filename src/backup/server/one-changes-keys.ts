import { type Result, refuse } from '../../kernel/result.ts'
import { HOUSE_LOCKS, oneAtATime } from '../../platform/database/house-locks.ts'
import type { KeysGround } from './ground.ts'

/**
 * Changes the keys while nobody else does: two at once would each write the file as they first read it, and the key one of them has just
 * sealed with would be gone for good. Refuses while another is at it.
 */
export async function oneChangesKeys<T>(
  { ownerUrl }: KeysGround,
  change: () => Promise<Result<T>>,
): Promise<Result<T>> {
  return (await oneAtATime(ownerUrl, HOUSE_LOCKS.changingKeys, change)) ?? refuse('keys-being-changed')
}
