import { sql } from 'kysely'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { type Decision, openActs, STATE_WORDS } from '../domain/outcomes.ts'
import { type ImportKinds, importFor, orderOf } from './load-import.ts'
import { compareStaged, countOutcomes, keepDifferences, loadStaged, openStaging } from './staging.ts'

export type RowDecision = {
  readonly id: string
  readonly rowNo: number
  readonly decision: Decision | null
  /** Who or what it is, where it is decided that it is the same. */
  readonly thingId: string | null
}

type Possible = { id: string; newer?: boolean }

/**
 * Decides of a doubtful row: it is this one, it is none of them, leave the row out, write over what came in between; `null` takes the
 * decision back. That a pair is the same or is not is remembered, also for later sheets. The row is compared again at once.
 */
export function decideRow(kinds: ImportKinds) {
  return async (tx: Tx, { id, rowNo, decision, thingId }: RowDecision): Promise<Result<{ done: true }>> => {
    const found = await importFor(tx, kinds, id, { lock: true })
    if (!found.ok) return found
    const { row, kind } = found.value
    if (!openActs(row.state).includes('decide')) {
      return refuse('import-not-now', { state: STATE_WORDS[row.state].toLowerCase() })
    }
    if (tx.actor.kind !== 'person') return refuse('not-signed-in')
    const line = await tx.db
      .selectFrom('import_row')
      .select(['fingerprint', 'candidates', 'decision', 'decision_thing', 'outcome'])
      .where('import_id', '=', id)
      .where('row_no', '=', rowNo)
      .executeTakeFirst()
    if (!line) return refuse('not-found')
    const possible = line.candidates as Possible[]
    const known = possible.filter((one) => !one.newer).map((one) => one.id)
    if (line.decision === null && line.outcome !== 'doubtful' && decision !== null)
      return refuse('import-row-not-doubtful')
    if (decision === 'same' && !(known.includes(thingId ?? '') || (await wasDecided(tx, kind.name, line, thingId)))) {
      return refuse('import-row-not-doubtful')
    }
    await remember(tx, kind.name, line, { decision, thingId, known })
    await tx.db
      .updateTable('import_row')
      .set({ decision, decision_thing: decision === 'same' ? thingId : null })
      .where('import_id', '=', id)
      .where('row_no', '=', rowNo)
      .execute()

    const order = orderOf(row)
    await openStaging(tx, kind)
    await loadStaged(tx, kind, order, rowNo)
    await compareStaged(tx, kind, order)
    await keepDifferences(tx, order, true)
    const counts = await countOutcomes(tx, id)
    await tx.db
      .updateTable('import')
      .set({ counts: JSON.stringify(counts), version: sql`version + 1` })
      .where('id', '=', id)
      .execute()
    return ok({ done: true })
  }
}

type Line = { fingerprint: string | null; decision: Decision | null; decision_thing: string | null }
type Choice = { decision: Decision | null; thingId: string | null; known: readonly string[] }

/**
 * Once decided, a row names nobody any more: the one it was said to be, and those it was said not to be, may still be chosen. Nobody else:
 * what is applied sees the whole house.
 */
async function wasDecided(tx: Tx, kind: string, line: Line, thingId: string | null): Promise<boolean> {
  if (line.decision === null || thingId === null) return false
  if (line.decision_thing === thingId) return true
  const pair = await tx.db
    .selectFrom('import_decision')
    .select('thing_id')
    .where('kind', '=', kind)
    .where('fingerprint', '=', line.fingerprint ?? '')
    .where('thing_id', '=', thingId)
    .executeTakeFirst()
  return pair !== undefined
}

/** Forgets what was decided of this row before, and keeps what is decided now: about each pair, by the keyed digest of the row's words. */
async function remember(tx: Tx, kind: string, line: Line, { decision, thingId, known }: Choice): Promise<void> {
  const { fingerprint } = line
  if (fingerprint === null || tx.actor.kind !== 'person') return
  const keep = (thing: string, same: boolean) => sql`
    insert into app.import_decision (kind, fingerprint, thing_id, same, decided_by, decided_at)
    values (${kind}, ${fingerprint}, ${thing}, ${same}, ${tx.actor.kind === 'person' ? tx.actor.accountId : null}, ${tx.now})
    on conflict (kind, fingerprint, thing_id) do update set same = excluded.same, decided_by = excluded.decided_by, decided_at = excluded.decided_at`
  if (line.decision === 'same' || line.decision === 'new') {
    await sql`delete from app.import_decision where kind = ${kind} and fingerprint = ${fingerprint}`.execute(tx.db)
  }
  if (decision === 'same' && thingId !== null) await keep(thingId, true).execute(tx.db)
  const told = line.decision_thing === null ? known : [...known, line.decision_thing]
  if (decision === 'new') for (const thing of new Set(told)) await keep(thing, false).execute(tx.db)
}
