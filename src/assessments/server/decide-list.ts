import { dayOf, formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { type Result, refuse } from '../../kernel/result.ts'
import type { ConsentGiven } from '../../mechanisms/consents/contract.ts'
import { whyNotBoth } from '../../mechanisms/consents/domain/separation.ts'
import {
  type GivenConsent,
  giveConsent,
  recordIfOneDidBoth,
  voidConsents,
} from '../../mechanisms/consents/server/index.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { SheetShape } from '../contract.ts'
import { periodName } from '../domain/periods.ts'
import { putInForce } from './in-force.ts'
import { type ListRow, type LoadedList, openList, type Place, preparingCapacity, recordedList } from './load-list.ts'
import { whyNotComplete } from './propose-list.ts'
import { sheetAfter } from './read-list.ts'
import { sheetRows } from './sheet.ts'

type Decision = Place & {
  version: number
  outcome: 'agreed' | 'returned'
  reason: string | null
  consent: ConsentGiven
}

/**
 * The head of the unit confirms the list or returns it with a reason: himself, or on paper entered by the officer. He confirms what he
 * saw: a list that has changed meanwhile is not confirmed. What he confirms is in force from that moment.
 */
export async function decideList(tx: Tx, input: Decision): Promise<Result<SheetShape>> {
  const onPaper = input.consent.way === 'paper'
  const opened = await openList(tx, input, onPaper ? 'confirm-from-paper' : 'confirm')
  if (!opened.ok) return opened
  const { row } = opened.value
  if (!row || row.version !== input.version) return refuse('changed-meanwhile')
  const list = { ...opened.value, row }
  const { reason } = input
  if (input.outcome === 'returned' && reason === null) return refuse('reason-required', {}, { field: 'reason' })
  const rows = await sheetRows(tx, list)
  if (input.outcome === 'agreed') {
    const incomplete = whyNotComplete(rows)
    if (incomplete) return { ok: false, refusal: incomplete }
    if (list.period.from > tx.today) {
      return refuse('period-not-begun', { code: list.period.code, day: formatDate(list.period.from) })
    }
    const unborn = rows.find((one) => one.unborn && one.level !== null)
    if (unborn) return refuse('rating-before-birth', { name: unborn.name, period: periodName(list.period) })
  }
  // On paper too it is two people's.
  const both = input.consent.way === 'paper' && whyNotBoth(input.consent.givenByPersonId, list.separation)
  if (both) return { ok: false, refusal: { ...both, field: 'consent.givenByPersonId' } }
  // The confirmation of what is being corrected stands until the corrected list has one of its own.
  if (input.outcome === 'agreed') {
    await voidConsents(tx, { kind: 'rating-list', id: row.id }, row.correction_reason ?? 'xác nhận lại')
  }
  const consent = await giveConsent(tx, {
    thing: { kind: 'rating-list', id: row.id, version: row.version },
    outcome: input.outcome,
    reason: input.outcome === 'returned' ? reason : null,
    given: input.consent,
    roles: ['head'],
    unit: list.path,
    notBefore: paperNotBefore(list.period.from, row, tx.today),
  })
  if (!consent.ok) return consent
  let changed = 0
  if (input.outcome === 'agreed') {
    const forced = await putInForce(tx, list, rows, consent.value.id)
    if (!forced.ok) return forced
    changed = forced.value
  }
  await tx.db
    .updateTable('rating_list')
    .set({
      decided_at: tx.now,
      decided_by_name: consent.value.byName,
      ...(input.outcome === 'agreed'
        ? { state: 'confirmed', correction_reason: null, return_reason: null, confirmed_count: row.confirmed_count + 1 }
        : { state: 'returned', return_reason: reason }),
    })
    .where('id', '=', row.id)
    .execute()
  await recordDecision(tx, list, consent.value, {
    reason: reason ?? '',
    rows: rows.length,
    changed,
    outcome: input.outcome,
  })
  await recordIfOneDidBoth(tx, 'rating-confirm', recordedList(list), {
    by: { personId: consent.value.byPersonId, name: consent.value.byName },
    separation: list.separation,
    unitId: list.unit.id,
    capacity: onPaper ? preparingCapacity(tx, list) : consent.value.byCapacity,
  })
  return sheetAfter(tx, input)
}

/** A paper of a period long past is signed long before somebody enters it: it cannot be older than the period, nor than its correction. */
function paperNotBefore(periodBegins: PlainDate, row: ListRow, today: PlainDate): PlainDate {
  const begun = row.correction_reason === null ? periodBegins : dayOf(row.prepared_at)
  return begun > today ? today : begun
}

async function recordDecision(
  tx: Tx,
  list: LoadedList,
  consent: GivenConsent,
  said: { outcome: 'agreed' | 'returned'; reason: string; rows: number; changed: number },
): Promise<void> {
  const { outcome, ...rest } = said
  const onPaper = consent.way === 'paper'
  const action = `rating-list.${outcome === 'agreed' ? 'confirmed' : 'returned'}${onPaper ? '-on-paper' : ''}` as const
  await record(tx, action, recordedList(list), {
    capacity: onPaper ? preparingCapacity(tx, list) : consent.byCapacity,
    unitId: list.unit.id,
    ...(onPaper ? { onBehalfOf: consent.byName } : {}),
    detail: { by: consent.byName, on: formatDate(consent.on), ...rest },
  })
}
