import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'

/** What an obligation must know of the thing it comes from. */
export type ObligationThing = { id: string; title: string; closedOn: PlainDate | null; launchedOn: PlainDate | null }

/** The capability whose things make obligations tells the ledger about them; the ledger knows none of them. */
export type ObligationThings = {
  readonly describe: (tx: Tx, ids: readonly string[]) => Promise<Map<string, ObligationThing>>
  /** Locks the thing against being closed while an obligation of it changes. */
  readonly lock: (tx: Tx, id: string) => Promise<void>
}
