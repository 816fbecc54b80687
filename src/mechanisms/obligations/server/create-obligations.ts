import { type Deadline, lastDayOnTime } from '../../../kernel/deadline.ts'
import { newId } from '../../../kernel/ids.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { foldForSearch } from '../../../kernel/vietnamese-text.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { ObligationShape } from '../contract.ts'

export type NewObligation = {
  kind: ObligationShape['kind']
  thing: { kind: ObligationShape['thingKind']; id: string }
  unit: { id: string; unitNo: number }
  owedToUnitId: string
  title: string
  words: string | null
  deadline: Deadline
  /** Tells apart what one unit owes several times of one thing: the task and its turn, or the form. Empty for what it owes once. */
  sourceKey?: string
  taskFactId?: string
  /** Of what recurs: which turn it is, in words and days. */
  occurrence?: { words: string; from: PlainDate; to: PlainDate }
  needsProof?: boolean
  givenByName?: string
  /** Of what completes another that was met before: that one, and the lines that are asked for. */
  completes?: { id: string; lines: readonly string[] }
}

/**
 * Writes what units owe, in one statement for a whole launch. One unit owes one kind of a thing once for each `sourceKey`: a second try is
 * an error of ours.
 */
export async function createObligations(tx: Tx, obligations: readonly NewObligation[]): Promise<void> {
  // A launch writes the same few words for thousands of units: each is folded once.
  const folded = new Map<string, string>()
  const search = (words: string) => {
    const known = folded.get(words) ?? foldForSearch(words)
    folded.set(words, known)
    return known
  }
  const rows = obligations.map((owed) => ({
    id: newId(tx.now.getTime()),
    kind: owed.kind,
    thing_kind: owed.thing.kind,
    thing_id: owed.thing.id,
    unit_id: owed.unit.id,
    unit_no: owed.unit.unitNo,
    owed_to_unit_id: owed.owedToUnitId,
    title: owed.title,
    title_search: search(`${owed.title} ${owed.occurrence?.words ?? ''} ${owed.words ?? ''}`),
    words: owed.words,
    due_day: owed.deadline.day,
    due_relation: owed.deadline.relation,
    last_day: lastDayOnTime(owed.deadline),
    first_last_day: lastDayOnTime(owed.deadline),
    source_key: owed.sourceKey ?? '',
    task_fact_id: owed.taskFactId ?? null,
    occurrence: owed.occurrence?.words ?? null,
    occurrence_from: owed.occurrence?.from ?? null,
    occurrence_to: owed.occurrence?.to ?? null,
    needs_proof: owed.needsProof ?? false,
    given_by_name: owed.givenByName ?? null,
    completes_id: owed.completes?.id ?? null,
    asked_lines: owed.completes ? [...owed.completes.lines] : null,
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
