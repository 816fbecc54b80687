import { refusalSentence } from '../../kernel/refusals.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { consentsOf, giversOn } from '../../mechanisms/consents/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { LIST_ACTIONS, type SheetShape } from '../contract.ts'
import { type RatingListAct, whyMayNotRate } from '../domain/permissions.ts'
import { findList, type LoadedList, type Place, thingOf } from './load-list.ts'
import { sheetRows } from './sheet.ts'

/** A unit's list of one period, as it is written and as it was confirmed. */
export async function readSheet(tx: Tx, place: Place): Promise<Result<SheetShape>> {
  const list = await findList(tx, place)
  // Whoever may not read the facts of the unit gets the same answer to every question about it.
  if (!list || whyMayNotRate(tx.actor, 'write', thingOf(list))?.code === 'not-found') return refuse('not-found')
  return ok(await sheetOf(tx, list))
}

/** As it is after an act of its own transaction. */
export async function sheetAfter(tx: Tx, place: Place): Promise<Result<SheetShape>> {
  const list = await findList(tx, place)
  if (!list) throw new Error(`the rating list of ${place.unitId} is gone after its change`)
  return ok(await sheetOf(tx, list))
}

async function sheetOf(tx: Tx, list: LoadedList): Promise<SheetShape> {
  const { unit, period, row } = list
  const rows = await sheetRows(tx, list)
  const shownActions = actionsOf(tx, list)
  return {
    unit: { id: unit.id, name: unit.name },
    period,
    list: row
      ? {
          id: row.id,
          state: row.state,
          version: row.version,
          correctionReason: row.correction_reason,
          returnReason: row.return_reason,
          preparedByName: row.prepared_by_name,
          preparedAt: row.prepared_at.toISOString(),
          proposedAt: row.proposed_at?.toISOString() ?? null,
          decidedAt: row.decided_at?.toISOString() ?? null,
          decidedByName: row.decided_by_name,
          consents: await consentsOf(tx, { kind: 'rating-list', id: row.id }),
        }
      : null,
    rows: rows.map(({ stray: _, unborn, inForce, hint, ...shown }) => ({
      ...shown,
      hint: unborn ? 'Sinh sau kỳ này: kiểm tra lại ngày sinh' : hint,
      inForce: inForce && { level: inForce.level, notRated: inForce.notRated, note: inForce.note },
    })),
    givers: shownActions['confirm-from-paper'] ? await giversOn(tx, ['head'], list.path, tx.today) : [],
    actions: shownActions,
  }
}

/** Why he may not confirm what waits to be confirmed: it is another's, or he prepared it himself. */
const WAITED_FOR: ReadonlySet<string> = new Set(['not-yours-to-do', 'two-people-needed'])

/** What is not his is not shown; what is out of order is shown only where its time comes by itself. */
function actionsOf(tx: Tx, list: LoadedList): SheetShape['actions'] {
  const shown: SheetShape['actions'] = {}
  for (const act of LIST_ACTIONS) {
    const refused = whyMayNotRate(tx.actor, act satisfies RatingListAct, thingOf(list))
    if (!refused) shown[act] = { whyNot: null }
    else if (WAITED_FOR.has(refused.code) && act === 'confirm' && list.row?.state === 'proposed') {
      shown[act] = { whyNot: refusalSentence(refused.code, refused.values) }
    }
  }
  return shown
}
