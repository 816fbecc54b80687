import { ok, type Refusal, type Result, refusal, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/database/unit-of-work.ts'
import { actorName, record } from '../../../record/server/index.ts'
import type { BulkShape, LeftOut } from '../../contract.ts'
import { type ObligationAction, whyMayNot } from '../../domain/permissions.ts'
import { recorded } from '../act.ts'
import { personOfUnit } from '../assign.ts'
import { undoExemption } from '../exempt.ts'
import { inGivenOrder } from '../ledger/list-ledger.ts'
import { type LoadedObligation, owedThing, takeObligation } from '../load-obligations.ts'
import { setBack } from '../prolong.ts'
import type { ObligationThings } from '../things.ts'
import { type BulkItem, leftOut } from './bulk-act.ts'

const SHOWN = 20

/** The actor's own acts on many obligations, newest first, each to be undone whole. */
export async function listBulkActs(tx: Tx, _input: Record<string, never>): Promise<Result<{ acts: BulkShape[] }>> {
  if (tx.actor.kind !== 'person') return ok({ acts: [] })
  const rows = await tx.db
    .selectFrom('bulk_act')
    .selectAll()
    .where('done_by', '=', tx.actor.accountId)
    .where('kind', '<>', 'give')
    .orderBy('done_at', 'desc')
    .limit(SHOWN)
    .execute()
  return ok({
    acts: rows.flatMap((row) => {
      if (row.kind === 'give') return []
      return {
        id: row.id,
        kind: row.kind,
        words: row.words,
        doneByName: row.done_by_name,
        doneAt: row.done_at.toISOString(),
        count: (row.items as BulkItem[]).length,
        undone:
          row.undone_at === null
            ? null
            : { at: row.undone_at.toISOString(), byName: row.undone_by_name ?? '', count: row.undone_count ?? 0 },
        actions: row.undone_at === null ? { undo: { whyNot: null } } : {},
      }
    }),
  })
}

const UNDOING: Readonly<Record<'exempt' | 'assign' | 'prolong', ObligationAction>> = {
  exempt: 'undo-exemption',
  assign: 'assign',
  prolong: 'prolong',
}

/** Undoes an act on many as a whole, by whoever did it: what has changed since, or is no longer his to change, is left and told. */
export function undoBulk(things: ObligationThings) {
  return async (tx: Tx, input: { id: string }): Promise<Result<{ back: number; left: LeftOut }>> => {
    const row = await tx.db.selectFrom('bulk_act').selectAll().where('id', '=', input.id).forUpdate().executeTakeFirst()
    if (!row || row.kind === 'give') return refuse('not-found')
    if (tx.actor.kind !== 'person' || row.done_by !== tx.actor.accountId) {
      return refuse('not-yours-to-do', { who: `người đã làm, ${row.done_by_name}` })
    }
    if (row.undone_at !== null) return refuse('bulk-undone', { back: row.undone_count ?? 0 })
    const { kind } = row
    const items = new Map((row.items as BulkItem[]).map((item) => [item.id, item]))
    const left: LeftOut = []
    let back = 0
    for (const before of await inGivenOrder(tx, things, [...items.keys()])) {
      const item = items.get(before.id)
      const owed = await takeObligation(tx, things, before)
      if (!owed || !item) continue
      const why = whyMayNot(tx.actor, UNDOING[kind], owedThing(owed)) ?? whyChanged(owed, item)
      const undone = why ? { ok: false as const, refusal: why } : await undoOne(tx, things, kind, owed, item)
      if (undone.ok) back += 1
      else left.push(leftOut(owed, undone.refusal))
    }
    await tx.db
      .updateTable('bulk_act')
      .set({ undone_at: tx.now, undone_by_name: actorName(tx.actor), undone_count: back })
      .where('id', '=', row.id)
      .execute()
    await record(
      tx,
      'obligation.bulk-undone',
      { kind: 'obligation', id: null, name: row.words },
      { detail: { back, left: left.length } },
    )
    return ok({ back, left })
  }
}

function whyChanged(owed: LoadedObligation, item: BulkItem): Refusal | undefined {
  return owed.version === item.version ? undefined : refusal('changed-meanwhile')
}

const REASON = 'Hoàn tác thao tác hàng loạt'

async function undoOne(
  tx: Tx,
  things: ObligationThings,
  kind: 'exempt' | 'assign' | 'prolong',
  owed: LoadedObligation,
  { before, version }: BulkItem,
): Promise<Result<unknown>> {
  switch (kind) {
    case 'exempt':
      // Refused of a unit that has ended since: nobody would be there to do it.
      return undoExemption(things)(tx, { id: owed.id, reason: REASON })
    case 'prolong':
      await setBack(
        tx,
        [
          {
            id: owed.id,
            kind: owed.kind,
            unitNo: owed.unitNo,
            lastDay: before.lastDay,
            prolongedBecause: before.because,
            to: owed.lastDay,
            version,
          },
        ],
        REASON,
      )
      return ok(undefined)
    case 'assign': {
      const gone = await whyGone(tx, owed, before)
      if (gone) return gone
      await tx.db
        .updateTable('obligation')
        .set({
          assigned_person_id: before.assignedPersonId,
          assigned_name: before.assignedName,
          version: owed.version + 1,
        })
        .where('id', '=', owed.id)
        .execute()
      await record(tx, before.assignedName === null ? 'obligation.unassigned' : 'obligation.assigned', recorded(owed), {
        unitId: owed.unitId,
        detail: { person: before.assignedName ?? owed.assignedName ?? '', title: owed.title, unit: owed.unitName },
      })
      return ok(undefined)
    }
  }
}

/** Whoever had it before has left the unit since: it is not given to him again. */
async function whyGone(tx: Tx, owed: LoadedObligation, before: BulkItem['before']) {
  if (before.assignedPersonId === null) return undefined
  const there = await personOfUnit(tx, before.assignedPersonId, owed.unitId)
  return there.ok ? undefined : refuse('person-left-unit', { person: before.assignedName ?? '' })
}
