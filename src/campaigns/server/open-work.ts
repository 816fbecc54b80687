import { sql } from 'kysely'
import { ok, refuse } from '../../kernel/result.ts'
import { giversOn } from '../../mechanisms/consents/server/index.ts'
import type { OpenWork } from '../../mechanisms/obligations/server/index.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { STATE_WORDS } from '../domain/states.ts'
import { capitalised } from '../domain/title.ts'
import { findCampaign, loadCampaigns, lockCampaign } from './load-campaign.ts'

/** The campaigns a person has in hand, made by him or given to him; they go to another of the standing office that runs them. */
export const campaignsInHand: OpenWork = {
  kind: 'campaign',
  words: 'Phong trào đang phụ trách',
  openWorkOf: async (tx, personId) =>
    (await inHand(tx, personId)).map((one) => ({
      id: one.row.id,
      title: one.row.title,
      note: `${one.hostUnitName}. ${capitalised(STATE_WORDS[one.row.state])}`,
      due: one.row.ends_on,
      unitId: one.row.unit_id,
      stays: null,
    })),
  handOver: async (tx, itemIds, from, to) => {
    for (const id of [...itemIds].sort()) {
      await lockCampaign(tx, id)
      const loaded = await findCampaign(tx, id)
      if (!loaded) return refuse('not-found')
      const title = loaded.row.title
      const still = (await inHand(tx, from.id)).some((one) => one.row.id === id)
      if (!still) return refuse('handover-item-changed', { title })
      const officers = await giversOn(tx, ['standing-office'], loaded.hostPath, tx.today)
      if (!officers.some((one) => one.personId === to.id)) {
        const who = `bộ phận thường trực của ${loaded.hostUnitName}`
        return refuse('receiver-has-no-right', { name: to.name, who, title })
      }
      await tx.db
        .updateTable('campaign')
        .set({ in_charge: to.id, in_charge_name: to.name })
        .where('id', '=', id)
        .execute()
      const thing = { kind: 'campaign', id, name: title } as const
      await record(tx, 'campaign.in-charge', thing, { unitId: loaded.row.unit_id, detail: { person: to.name } })
    }
    return ok(undefined)
  },
}

async function inHand(tx: Tx, personId: string) {
  return loadCampaigns(tx, (query) =>
    query
      .where('campaign.state', '<>', 'closed')
      .where((eb) =>
        eb.or([
          eb('campaign.in_charge', '=', personId),
          eb.and([
            eb('campaign.in_charge', 'is', null),
            sql<boolean>`campaign.created_by = (select a.id from app.account a where a.person_id = ${personId}::uuid)`,
          ]),
        ]),
      )
      .orderBy('campaign.created_at'),
  )
}
