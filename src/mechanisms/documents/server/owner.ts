import type { Refusal } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'

/** The owning thing as the record names it, and the post through which the actor changes it. */
export type OwningThing = { id: string; name: string; capacity: string }

/**
 * What a document hangs on (a campaign's plan, later a decision, a minute) decides who may change its facts and what a change does.
 * The capability gives this to the documents mechanism, which knows none of them.
 */
export type DocumentOwner = {
  /** Locks the owning thing for this transaction; the refusal when the actor may not change facts of the document now. */
  readonly lockForChange: (tx: Tx, documentId: string) => Promise<{ refused: Refusal } | OwningThing>
  /** After a change of a fact, in the same transaction. Says whether a standing consent fell because of it. */
  readonly changed: (tx: Tx, documentId: string) => Promise<{ consentVoided: boolean }>
}
