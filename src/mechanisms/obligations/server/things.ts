import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'

/** What an obligation must know of the thing it comes from. */
export type ObligationThing = {
  id: string
  title: string
  /** Its last day, once it is closed: what is still open is owed no more. */
  closedOn: PlainDate | null
  /** While it is paused nothing is urged and nothing becomes late. */
  pausedOn: PlainDate | null
  launchedOn: PlainDate | null
}

/** The capability whose things make obligations tells the ledger about them; the ledger knows none of them. */
export type ObligationThings = {
  readonly describe: (tx: Tx, ids: readonly string[]) => Promise<Map<string, ObligationThing>>
  /**
   * Holds the thing against being closed while an obligation of it changes: shared, so that units do not wait for each other. Gives the
   * thing as it stands, held; nothing for an id of another kind, which is left for whoever knows it.
   */
  readonly lock: (tx: Tx, id: string) => Promise<ObligationThing | undefined>
  /** For long lists, as a query inside theirs: `id, title, title_search, closed_on, paused_on` of every thing the actor sees. */
  readonly table: RawBuilder<unknown>
}

/** The things of several capabilities as one: each knows its own, an id is of one of them only, so that the next is asked for the rest. */
export function combineThings(...all: readonly ObligationThings[]): ObligationThings {
  return {
    describe: async (tx, ids) => {
      const described = new Map<string, ObligationThing>()
      for (const things of all) {
        const rest = ids.filter((id) => !described.has(id))
        for (const [id, thing] of await things.describe(tx, rest)) described.set(id, thing)
      }
      return described
    },
    lock: async (tx, id) => {
      for (const things of all) {
        const held = await things.lock(tx, id)
        if (held) return held
      }
      return undefined
    },
    table: sql`(${sql.join(
      all.map((things) => sql`select * from ${things.table} as one`),
      sql` union all `,
    )})`,
  }
}
