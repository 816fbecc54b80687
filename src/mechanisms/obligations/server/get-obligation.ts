import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { ConsentShape } from '../../consents/contract.ts'
import { consentsOf, type Giver, giversOn } from '../../consents/server/index.ts'
import type { RecordEntry } from '../../record/contract.ts'
import { entriesOf } from '../../record/server/index.ts'
import type { ObligationShape, RequestShape, ShareShape } from '../contract.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { peopleOfUnit } from './assign.ts'
import { findObligation, owedThing, toShape } from './load-obligations.ts'
import { sharesOf } from './shares/load-shares.ts'
import type { ObligationThings } from './things.ts'
import { requestsOf } from './time/load-requests.ts'

export type ObligationPage = {
  obligation: ObligationShape
  consents: ConsentShape[]
  reminderList: { at: string; byName: string; toNames: string[]; message: string }[]
  shares: ShareShape[]
  requests: RequestShape[]
  history: RecordEntry[]
  people: { id: string; name: string; post: string }[]
  givers: Giver[]
}

/** One obligation with its consents, every reminder sent, and the people its acts may name. */
export function getObligation(things: ObligationThings) {
  return async (tx: Tx, input: { id: string }): Promise<Result<ObligationPage>> => {
    const loaded = await findObligation(tx, things, input.id)
    if (!loaded) return refuse('not-found')
    const refused = whyMayNot(tx.actor, 'see', owedThing(loaded))
    if (refused) return { ok: false, refusal: refused }
    const reminders = await tx.db
      .selectFrom('reminder')
      .selectAll()
      .where('obligation_id', '=', loaded.id)
      .orderBy('sent_at', 'desc')
      .execute()
    const shape = toShape(tx, loaded)
    return ok({
      obligation: shape,
      consents: await consentsOf(tx, { kind: 'obligation', id: loaded.id }),
      reminderList: reminders.map((row) => ({
        at: row.sent_at.toISOString(),
        byName: row.sent_by_name,
        toNames: row.to_names,
        message: row.message,
      })),
      shares: await sharesOf(tx, loaded),
      requests: await requestsOf(tx, loaded),
      history: await entriesOf(tx, [loaded.id]),
      people:
        shape.actions.assign || shape.actions.share || shape.actions.confirm
          ? await peopleOfUnit(tx, loaded.unitId)
          : [],
      givers: shape.actions['confirm-from-paper'] ? await giversOn(tx, ['head'], loaded.unitPath, tx.today) : [],
    })
  }
}
