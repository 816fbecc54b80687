import type { Tx } from '../../platform/database/unit-of-work.ts'

/** Above about so many units the list of them costs more than it saves; the policy alone is then as fast. */
const WORTH_NAMING = 1000

/**
 * The units a person sees, for a list's own filter: the policy protects, but the planner cannot see how few rows it lets through
 * and walks everybody for somebody who sees twenty. `undefined` when naming them would not help.
 */
export async function seenUnitNos(tx: Tx): Promise<number[] | undefined> {
  if (tx.actor.kind !== 'person') return undefined
  const scope = await tx.db
    .selectFrom('account_scope')
    .select(['wide', 'bits'])
    .where('account_id', '=', tx.actor.accountId)
    .executeTakeFirst()
  if (!scope || scope.wide) return undefined
  const seen: number[] = []
  // As PostgreSQL's get_bit counts: the lowest bit of the first byte is number 0.
  for (const [index, byte] of scope.bits.entries()) {
    for (let bit = 0; bit < 8; bit += 1) if ((byte >> bit) & 1) seen.push(index * 8 + bit)
  }
  return seen.length <= WORTH_NAMING ? seen : undefined
}
