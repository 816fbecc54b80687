import { type Actor, actingWords, onBehalfOf as delegatorOf } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { foldForSearch } from '../../../kernel/vietnamese-text.ts'
import { jsonText } from '../../../platform/database/json-text.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { type RecordAction, recordSentence } from '../domain/actions.ts'
import { type Changes, veiled } from '../domain/changes.ts'

export type RecordedThing = {
  kind:
    | 'campaign'
    | 'document'
    | 'obligation'
    | 'assignment'
    | 'submission'
    | 'unit'
    | 'person'
    | 'account'
    | 'session'
    | 'installation'
    | 'special-day'
    | 'cluster'
    | 'award-period'
    | 'rating-list'
    | 'award'
    | 'record'
    | 'mail'
    | 'import'
    | 'job'
    | 'list'
    | 'ladder'
    | 'outage'
    | 'urging-letter'
    | 'report-form'
    | 'example'
  id: string | null
  name: string
}

export type RecordDetails = {
  /** Of the row, where it is known before: by it one sees whether the act was written down. */
  id?: string
  /** The post through which the person acted: «Chánh Văn phòng, Văn phòng Sở». */
  capacity?: string
  unitId?: string
  /** Whose act it was when it is entered from paper; for whom it was, where somebody stands in, is known from the capacity. */
  onBehalfOf?: string
  /** Values for the sentence; never a password or a file's content. Kept for ever. */
  detail?: Readonly<Record<string, string | number>>
  /** What was and what is, from `changesBetween(before, after)`; of sensitive fields digests alone are kept. */
  changes?: Changes
}

/**
 * Writes who did what, in the transaction of the change itself: if the change is there, so is this row.
 * Takes the action's code, the thing it was done to, and the values its sentence needs.
 */
export async function record(
  tx: Tx,
  action: RecordAction,
  thing: RecordedThing,
  { id, capacity, unitId, onBehalfOf, detail = {}, changes = {} }: RecordDetails = {},
): Promise<void> {
  const { actor } = tx
  const acted = capacity ?? (actor.kind === 'person' ? actingWords(actor) || null : null)
  const kept = veiled(changes, (field, value) => tx.keys.digest(`record.${field}`, value))
  await tx.db
    .insertInto('record')
    .values({
      id: id ?? newId(tx.now.getTime()),
      at: tx.now,
      on_day: tx.today,
      actor_kind: tx.actor.kind,
      account_id: tx.actor.kind === 'person' ? tx.actor.accountId : null,
      person_id: tx.actor.kind === 'person' ? tx.actor.personId : null,
      actor_name: actorName(tx.actor),
      actor_capacity: acted,
      action,
      thing_kind: thing.kind,
      thing_id: thing.id,
      thing_name: thing.name,
      unit_id: unitId ?? null,
      on_behalf_of: onBehalfOf ?? (actor.kind === 'person' && acted ? delegatorOf(actor, acted) : null) ?? null,
      detail: jsonText(detail),
      changes: Object.keys(kept).length > 0 ? jsonText(kept) : null,
      request_id: tx.requestId ?? null,
      search: foldForSearch(`${actorName(actor)} ${recordSentence(action, thing.name, detail)}`),
    })
    .execute()
}

export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return actor.name
    case 'public':
      return 'Khách'
    case 'set-up':
      return 'Người thiết lập'
    case 'job':
    case 'script':
      return `Hệ thống (${actor.name})`
  }
}
