import { formatDate, type PlainDate } from '../../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/database/unit-of-work.ts'
import { record } from '../../../record/server/index.ts'
import { peopleOfUnit } from '../assign.ts'
import { findObligation, type LoadedObligation, loadObligations, lockObligation } from '../load-obligations.ts'
import type { OpenWork } from '../open-work.ts'
import type { ObligationThings } from '../things.ts'

type OpenShare = {
  id: string
  part: string
  dueOn: PlainDate | null
  givenAt: Date
  version: number
  owed: LoadedObligation
}

/** The open parts of a person: not done, not taken back, of what is still owed. */
export async function openSharesOf(tx: Tx, things: ObligationThings, personId: string): Promise<OpenShare[]> {
  const rows = await tx.db
    .selectFrom('obligation_share')
    .select(['id', 'obligation_id', 'part', 'due_on', 'given_at', 'version'])
    .where('person_id', '=', personId)
    .where('done_on', 'is', null)
    .where('taken_back_at', 'is', null)
    .execute()
  if (rows.length === 0) return []
  const owing = await loadObligations(tx, things, (query) =>
    query
      .where(
        'obligation.id',
        'in',
        rows.map((row) => row.obligation_id),
      )
      .where('obligation.state', '=', 'open'),
  )
  const byId = new Map(owing.map((one) => [one.id, one]))
  return rows
    .flatMap((row) => {
      const owed = byId.get(row.obligation_id)
      if (!owed || owed.thing.closedOn !== null) return []
      return [{ id: row.id, part: row.part, dueOn: row.due_on, givenAt: row.given_at, version: row.version, owed }]
    })
    .sort((a, b) => ((a.dueOn ?? a.owed.lastDay) < (b.dueOn ?? b.owed.lastDay) ? -1 : 1))
}

/** Parts a person was given: each goes to another with a post in the same unit. */
export function sharedWork(things: ObligationThings): OpenWork {
  return {
    kind: 'shared',
    words: 'Phần việc được chia',
    openWorkOf: async (tx, personId) =>
      (await openSharesOf(tx, things, personId)).map(({ id, part, dueOn, owed }) => ({
        id,
        title: part,
        note: `${owed.title}: ${owed.thing.title}. ${owed.unitName}`,
        due: dueOn ?? owed.lastDay,
        unitId: owed.unitId,
        stays: null,
      })),
    handOver: async (tx, itemIds, from, to) => {
      for (const id of [...itemIds].sort()) {
        const handed = await handOn(tx, things, id, from, to)
        if (!handed.ok) return handed
      }
      return ok(undefined)
    },
  }
}

type Person = { id: string; name: string }

async function handOn(tx: Tx, things: ObligationThings, id: string, from: Person, to: Person): Promise<Result<void>> {
  const share = await tx.db.selectFrom('obligation_share').selectAll().where('id', '=', id).executeTakeFirst()
  const before = share && (await findObligation(tx, things, share.obligation_id))
  if (!share || !before) return refuse('not-found')
  await things.lock(tx, before.thingId)
  await lockObligation(tx, before.id)
  const open = (await openSharesOf(tx, things, from.id)).find((one) => one.id === id)
  if (!open) return refuse('handover-item-changed', { title: share.part })
  const receiver = (await peopleOfUnit(tx, open.owed.unitId)).find((one) => one.id === to.id)
  if (!receiver) {
    return refuse('receiver-not-there', { name: to.name, unit: open.owed.unitName, title: share.part })
  }
  await tx.db
    .updateTable('obligation_share')
    .set({ person_id: to.id, person_name: to.name, post_title: receiver.post, version: open.version + 1 })
    .where('id', '=', id)
    .execute()
  await record(
    tx,
    'obligation.share-handed-on',
    { kind: 'obligation', id: open.owed.id, name: open.owed.thing.title },
    {
      unitId: open.owed.unitId,
      detail: {
        from: from.name,
        person: to.name,
        part: share.part,
        title: open.owed.title,
        unit: open.owed.unitName,
      },
    },
  )
  return ok(undefined)
}

/** «Hạn 12/07»: of a part, its own day or the unit's. */
export function shareDueWords({ dueOn, owed }: Pick<OpenShare, 'dueOn' | 'owed'>): string {
  return `Hạn ${formatDate(dueOn ?? owed.lastDay).slice(0, 5)}`
}
