import { sql } from 'kysely'
import { daysBetween, type PlainDate } from '../../../kernel/plain-date.ts'
import type { ObligationThings } from '../../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { AssembledReport } from '../../contract.ts'
import { isMissing, placeOf } from '../../domain/assembly.ts'
import { readSourceKey } from '../load-form.ts'
import type { Branch } from './branch.ts'

type Row = {
  id: string
  unitNo: number
  sourceKey: string
  completes: string | null
  state: 'open' | 'done' | 'exempt'
  lastDay: PlainDate
  doneOn: PlainDate | null
  exemptReason: string | null
  asOf: PlainDate
  submissionId: string | null
  submissionState: 'draft' | 'for-signature' | 'submitted' | 'returned' | 'accepted' | null
  sentCount: number | null
}

/** One report that a unit of the branch owes under the form, and how far it has come. */
export type ReportOfBranch = AssembledReport & {
  readonly submissionId: string | null
  readonly sentNo: number
  /** The report its figures stand with: that which it completes where the branch has it, else itself. */
  readonly of: string
}

/** Every report of the branch under the form, in the order of the tree; of a unit that has ended, where it is carried on. */
export async function reportsOfBranch(
  tx: Tx,
  things: ObligationThings,
  { formId, branch }: { formId: string; branch: Branch },
): Promise<ReportOfBranch[]> {
  const { rows } = await sql<Row>`
    select o.id, o.unit_no as "unitNo", o.source_key as "sourceKey", o.completes_id as completes, o.state, o.last_day as "lastDay", o.done_on as "doneOn",
      o.exempt_reason as "exemptReason", coalesce(t.closed_on, t.paused_on, ${tx.today}::date) as "asOf",
      s.id as "submissionId", s.state as "submissionState", s.sent_count as "sentCount"
    from app.obligation o left join app.submission s on s.obligation_id = o.id left join ${things.table} as t on t.id = o.thing_id
    where o.kind = 'report' and o.source_key like 'form:%' and split_part(o.source_key, ':', 2) = ${formId}
      and o.unit_no = any(${branch.units.map((unit) => unit.no)}::int[])`.execute(tx.db)
  const there = new Set(rows.map((row) => row.id))
  const at = new Map(branch.units.map((unit, order) => [unit.no, { ...unit, order }]))
  const found = rows.flatMap((row) => {
    const unit = at.get(row.unitNo)
    return unit ? [{ order: unit.order, key: row.sourceKey, report: toReport(row, unit, there) }] : []
  })
  found.sort((a, b) => a.order - b.order || a.key.length - b.key.length || (a.key < b.key ? -1 : 1))
  return found.map((one) => one.report)
}

function toReport(
  row: Row,
  unit: { id: string; name: string; carriedByName: string | null },
  there: ReadonlySet<string>,
): ReportOfBranch {
  const source = readSourceKey(row.sourceKey)
  const place = placeOf(row.state, row.submissionState)
  const by = isMissing(place) ? row.asOf : row.doneOn
  return {
    obligationId: row.id,
    unitId: unit.id,
    unitName: unit.name,
    carriedByName: unit.carriedByName,
    supplementOf: source?.supplementOf ?? null,
    place,
    lastDay: row.lastDay,
    daysLate: by === null || place === 'exempt' ? 0 : Math.max(0, daysBetween(row.lastDay, by)),
    doneOn: row.doneOn,
    exemptReason: row.exemptReason,
    submissionId: row.submissionId,
    sentNo: row.sentCount ?? 0,
    of: row.completes !== null && there.has(row.completes) ? row.completes : row.id,
  }
}
