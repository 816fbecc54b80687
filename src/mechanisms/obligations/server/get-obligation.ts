import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { ConsentShape } from '../../consents/contract.ts'
import { consentsOf, type Giver, giversOn } from '../../consents/server/index.ts'
import type { ObligationShape } from '../contract.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { peopleOfUnit } from './assign.ts'
import { findObligation, owedThing, toShape } from './load-obligations.ts'
import type { ObligationThings } from './things.ts'

export type ObligationPage = {
  obligation: ObligationShape
  consents: ConsentShape[]
  reminderList: { at: string; byName: string; toNames: string[]; message: string }[]
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
      people: shape.actions.assign || shape.actions.confirm ? await peopleOfUnit(tx, loaded.unitId) : [],
      givers: shape.actions['confirm-from-paper'] ? await giversOn(tx, ['head'], loaded.unitPath, tx.today) : [],
    })
  }
}
