import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../platform/database/unit-tree.ts'

export type HandoverShape = {
  id: string
  organisationName: string
  fromName: string
  fromPost: string
  onDay: string
  reason: string
  madeByName: string
  items: { kind: string; title: string; note: string | null; due: string | null; toName: string; toPost: string }[]
}

/** The list of one handover, for whoever gave, received or stands above. */
export async function readHandover(tx: Tx, input: { id: string }): Promise<Result<{ handover: HandoverShape }>> {
  const found = await findHandover(tx, input.id)
  return found ? ok({ handover: found }) : refuse('not-found')
}

export async function getHandover(tx: Tx, id: string): Promise<HandoverShape> {
  const found = await findHandover(tx, id)
  if (!found) throw new Error(`no handover ${id}`)
  return found
}

async function findHandover(tx: Tx, id: string): Promise<HandoverShape | undefined> {
  const row = await tx.db.selectFrom('handover').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const items = await tx.db
    .selectFrom('handover_item')
    .select(['kind', 'title', 'note', 'due', 'to_name as toName', 'to_post as toPost'])
    .where('handover_id', '=', id)
    .orderBy('item_no')
    .execute()
  return {
    id: row.id,
    organisationName: (await rootUnit(tx)).name,
    fromName: row.from_name,
    fromPost: row.from_post,
    onDay: row.on_day,
    reason: row.reason,
    madeByName: row.made_by_name,
    items,
  }
}

export type HandoverLine = { id: string; fromName: string; onDay: string; items: number; toNames: string[] }

/** Handovers to or from a person, newest first; without a person, those the actor gave or took. */
export async function listHandovers(
  tx: Tx,
  input: { personId?: string },
): Promise<Result<{ handovers: HandoverLine[] }>> {
  if (tx.actor.kind !== 'person') return refuse('not-signed-in')
  const personId = input.personId ?? tx.actor.personId
  const rows = await tx.db
    .selectFrom('handover')
    .innerJoin('handover_item', 'handover_item.handover_id', 'handover.id')
    .select(['handover.id', 'handover.from_name as fromName', 'handover.on_day as onDay'])
    .select((eb) => eb.fn.countAll<number>().as('items'))
    .select((eb) => eb.fn.agg<string[]>('array_agg', ['handover_item.to_name']).distinct().as('toNames'))
    .where((eb) => eb.or([eb('from_person_id', '=', personId), eb(eb.val(personId), '=', eb.fn.any('to_person_ids'))]))
    .groupBy(['handover.id', 'handover.from_name', 'handover.on_day', 'handover.made_at'])
    .orderBy('handover.made_at', 'desc')
    .limit(100)
    .execute()
  return ok({ handovers: rows.map((row) => ({ ...row, items: Number(row.items) })) })
}
