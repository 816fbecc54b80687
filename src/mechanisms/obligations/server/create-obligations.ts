import { type Deadline, lastDayOnTime } from '../../../kernel/deadline.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'

export type NewObligation = {
  kind: 'confirm-receipt' | 'disseminate'
  thing: { kind: 'campaign'; id: string }
  unit: { id: string; unitNo: number }
  owedToUnitId: string
  title: string
  words: string | null
  deadline: Deadline
}

/** Writes what units owe, in one statement for a whole launch. One unit owes one kind of a thing once: a second try is an error of ours. */
export async function createObligations(tx: Tx, obligations: readonly NewObligation[]): Promise<void> {
  const rows = obligations.map((owed) => ({
    id: newId(tx.now.getTime()),
    kind: owed.kind,
    thing_kind: owed.thing.kind,
    thing_id: owed.thing.id,
    unit_id: owed.unit.id,
    unit_no: owed.unit.unitNo,
    owed_to_unit_id: owed.owedToUnitId,
    title: owed.title,
    words: owed.words,
    due_day: owed.deadline.day,
    due_relation: owed.deadline.relation,
    last_day: lastDayOnTime(owed.deadline),
    state: 'open' as const,
    created_at: tx.now,
  }))
  for (let start = 0; start < rows.length; start += 1000) {
    await tx.db
      .insertInto('obligation')
      .values(rows.slice(start, start + 1000))
      .execute()
  }
}
