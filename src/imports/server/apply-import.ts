import { sql } from 'kysely'
import type { Who } from '../../kernel/actor.ts'
import { formatDate } from '../../kernel/plain-date.ts'
import { ok, type Refusal, type Result, refusal, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { loadPersonActor } from '../../platform/database/load-actor.ts'
import type { Tx, UnitOfWork } from '../../platform/database/unit-of-work.ts'
import { hasEnded, unitPath } from '../../platform/database/unit-tree.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { isDiskFull } from './disk-full.ts'
import { findImport, getKind, type ImportKinds, type ImportRow, orderOf } from './load-import.ts'
import { progressTeller } from './read-import.ts'
import { compareStaged, countOutcomes, keepDifferences, loadStaged, openStaging } from './staging.ts'

export const APPLY_IMPORT = 'apply-import'
export const UNDO_IMPORT = 'undo-import'
const WRITER: Who = { kind: 'job', name: 'nhập từ tệp' }

type Done = 'applied' | 'undone' | 'shown-again' | 'moved-on'

/** Applies a whole import in one transaction, or nothing of it. Before that it is compared again: what came out otherwise is shown first. */
export function applyImportJob(kinds: ImportKinds): Job {
  return {
    name: APPLY_IMPORT,
    words: 'Áp dụng tệp nhập',
    run: ({ id = '' }, { work, signal }) =>
      run(work, id, signal, 'applying', (tx, row, tell) => apply(tx, kinds, row, tell)),
  }
}

/** Undoes a whole import in one transaction; what has been changed or used since is left and listed. */
export function undoImportJob(kinds: ImportKinds): Job {
  return {
    name: UNDO_IMPORT,
    words: 'Hoàn tác tệp nhập',
    run: ({ id = '' }, { work, signal }) =>
      run(work, id, signal, 'undoing', (tx, row, tell) => undo(tx, kinds, row, tell)),
  }
}

type Tell = ReturnType<typeof progressTeller>
type Act = (tx: Tx, row: ImportRow, tell: Tell) => Promise<Result<Done>>

async function run(
  work: UnitOfWork,
  id: string,
  signal: AbortSignal,
  state: 'applying' | 'undoing',
  act: Act,
): Promise<void> {
  const back = state === 'applying' ? 'ready' : 'applied'
  try {
    const tell = progressTeller(work, id)
    const done = await work.write(WRITER, async (tx) => {
      // One import writes at a time: the next compares with what this one has left.
      await sql`select pg_advisory_xact_lock(hashtext('app.import'))`.execute(tx.db)
      const row = await findImport(tx, id)
      if (row?.state !== state) return ok('moved-on' as const)
      tell(0.1)
      const acted = await act(tx, row, tell)
      signal.throwIfAborted()
      return acted
    })
    if (!done.ok) await putBack(work, id, state, back, done.refusal)
  } catch (fault) {
    if (signal.aborted) throw fault
    await putBack(work, id, state, back, refusal(isDiskFull(fault) ? 'import-disk-full' : 'import-fault'))
    throw fault
  }
}

async function apply(tx: Tx, kinds: ImportKinds, row: ImportRow, tell: Tell): Promise<Result<Done>> {
  const kind = getKind(kinds, row.kind)
  const order = orderOf(row)
  const acting = await asOrderer(tx, row.ordered_by)
  if (!acting) return refuse('import-orderer-gone', { who: row.ordered_by_name ?? '' })
  const why = kind.whyMayNot(acting.actor, await unitPath(tx, row.unit_id))
  if (why) return { ok: false, refusal: why }
  await kind.lock(tx)
  const unit = await tx.db
    .selectFrom('unit')
    .select(['name', 'valid_to'])
    .where('id', '=', row.unit_id)
    .executeTakeFirstOrThrow()
  // It was there when the sheet was brought; it may have ended since.
  if (hasEnded(unit.valid_to, tx.today)) {
    return refuse('unit-ended', { unit: unit.name, day: formatDate(unit.valid_to ?? '') })
  }
  await openStaging(tx, kind)
  await loadStaged(tx, kind, order)
  tell(0.3)
  await compareStaged(tx, kind, order)
  const differs = await keepDifferences(tx, order, false)
  const counts = await countOutcomes(tx, row.id)
  if (differs > 0) {
    await settle(tx, row.id, tell, {
      state: 'ready',
      differs,
      counts: JSON.stringify(counts),
      compared_at: tx.now,
      problem: null,
    })
    return ok('shown-again')
  }
  tell(0.5)
  const applied = await kind.apply(acting, order)
  if (!applied.ok) return applied
  await settle(tx, row.id, tell, { state: 'applied', differs: 0, applied_at: tx.now, problem: null, progress: 1 })
  const detail = { what: kind.words.title, new: counts.new ?? 0, changed: counts.changed ?? 0 }
  const thing = { kind: 'import', id: row.id, name: row.file_name } as const
  await record(acting, 'import.applied', thing, { unitId: row.unit_id, detail })
  return ok('applied')
}

async function undo(tx: Tx, kinds: ImportKinds, row: ImportRow, tell: Tell): Promise<Result<Done>> {
  const kind = getKind(kinds, row.kind)
  const order = orderOf(row)
  const acting = await asOrderer(tx, row.undone_by)
  if (!acting) return refuse('import-orderer-gone', { who: row.undone_by_name ?? '' })
  const why = kind.whyMayNot(acting.actor, await unitPath(tx, row.unit_id))
  if (why) return { ok: false, refusal: why }
  await kind.lock(tx)
  await kind.undo(acting, order)
  const { left } = await tx.db
    .selectFrom('import_effect')
    .select(sql<number>`count(distinct row_no)`.as('left'))
    .where('import_id', '=', row.id)
    .where('state', '=', 'left')
    .executeTakeFirstOrThrow()
  await settle(tx, row.id, tell, { state: 'undone', undone_at: tx.now, left_rows: left, problem: null, progress: 1 })
  const thing = { kind: 'import', id: row.id, name: row.file_name } as const
  await record(acting, 'import.undone', thing, { unitId: row.unit_id, detail: { what: kind.words.title, left } })
  return ok('undone')
}

/** The transaction with the sight of the house and the name of whoever ordered this: the record tells of him. Nothing once he is gone. */
async function asOrderer(tx: Tx, accountId: string | null): Promise<Tx | undefined> {
  const loaded = accountId === null ? undefined : await loadPersonActor(tx.db, accountId, tx.today)
  return loaded && loaded.actor.posts.length > 0 ? { ...tx, actor: loaded.actor } : undefined
}

/**
 * Says in the import's row how it came out. Whoever tells of the progress writes the same row from beside: he is waited for before the row
 * is ours. After it he would wait for this transaction, and this one for him, which no database finds out.
 */
async function settle(
  tx: Tx,
  id: string,
  tell: Tell,
  values: Partial<Record<keyof ImportRow, unknown>>,
): Promise<void> {
  await tell.settled()
  await tx.db
    .updateTable('import')
    .set({ ...(values as object), version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** As it was before it was ordered, with the reason; everything the attempt had written is undone by then. */
async function putBack(work: UnitOfWork, id: string, from: string, to: string, why: Refusal): Promise<void> {
  await work.write(WRITER, async (tx) => {
    await tx.db
      .updateTable('import')
      .set({
        state: to as 'ready',
        problem: JSON.stringify({ code: why.code, values: why.values }),
        version: sql`version + 1`,
      })
      .where('id', '=', id)
      .where('state', '=', from as 'applying')
      .execute()
    return ok(undefined)
  })
}
