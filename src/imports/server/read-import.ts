import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { readSheet } from '../../intake/xlsx/index.ts'
import type { Who } from '../../kernel/actor.ts'
import type { RefusalCode } from '../../kernel/refusals.ts'
import { ok, type Refusal, type Result, refusal, refuse } from '../../kernel/result.ts'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { ContentStore } from '../../platform/files/content-store.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { isDiskFull } from './disk-full.ts'
import type { RowProblem, StagedRow } from './import-kind.ts'
import { findImport, getKind, type ImportKinds, orderOf } from './load-import.ts'
import { compareStaged, copyStaged, countOutcomes, keepRows, openStaging } from './staging.ts'
import { READ_IMPORT } from './start-import.ts'

const READER: Who = { kind: 'job', name: 'đọc tệp nhập' }
/** Of the bar, reading is this much; what follows is one statement after the other. */
const READING_PART = 0.7
const TELL_EVERY_MS = 500
/** Of the 300 MB an import may take: enough for the strings of 200,000 rows, and what is more is cleared away sooner. */
const READER_MEGABYTES = 96

/**
 * Reads the sheet of an import, compares it with what is there and keeps how every row came out: all in one transaction, so that an import
 * is either read or not. Cancelled meanwhile, it stops at the next rows. What cannot be read says so in the import itself.
 */
export function readImportJob(store: ContentStore, kinds: ImportKinds): Job {
  return {
    name: READ_IMPORT,
    words: 'Đọc tệp nhập',
    run: async ({ id = '' }, { work, signal }) => {
      try {
        const read = await readImport({ work, store, kinds, id, signal })
        if (!read.ok && read.refusal.code !== 'import-moved-on') await fail(work, id, read.refusal)
      } catch (fault) {
        // Broken off by the stop of the server: the next one begins again.
        if (signal.aborted) throw fault
        if (fault instanceof Cancelled) return
        await fail(work, id, refusal(isDiskFull(fault) ? 'import-disk-full' : 'import-fault'))
        throw fault
      }
    },
  }
}

/** Somebody has left the import while it was read. */
class Cancelled extends Error {}

type Reading = { work: UnitOfWork; store: ContentStore; kinds: ImportKinds; id: string; signal: AbortSignal }

async function readImport({ work, store, kinds, id, signal }: Reading): Promise<Result<void>> {
  const found = await work.read(READER, async (tx) => ok(await findImport(tx, id)))
  if (!found.ok || found.value?.state !== 'reading') return refuse('import-moved-on')
  const row = found.value
  const file = await work.read(READER, async (tx) =>
    ok(await tx.db.selectFrom('file').select('sha256').where('id', '=', row.file_id).executeTakeFirstOrThrow()),
  )
  if (!file.ok) return file
  const tell = progressTeller(work, id)
  return work.write(READER, async (tx) => {
    const kind = getKind(kinds, row.kind)
    const order = orderOf(row)
    const stage = await kind.reader(tx, order)
    await openStaging(tx, kind)
    const copying = await copyStaged(tx, kind)
    let head: { columns: unknown; unknown: unknown } | undefined
    const read = await readSheet({
      source: { stream: await store.open(file.value.sha256) },
      columns: kind.columns,
      onHead: (found) => {
        head = found
        return ok(undefined)
      },
      onRows: async (rows) => {
        signal.throwIfAborted()
        if (tell.cancelled()) throw new Cancelled()
        // Rows and database answer so fast that nothing else would ever get its turn: everybody's requests wait in this process too.
        await setImmediate()
        await copying.write(
          rows.map(({ no, values, problems }): [number, StagedRow] => {
            const staged = stage(values)
            return [
              no,
              problems.length === 0 ? staged : { ...staged, problems: [...problems.map(told), ...staged.problems] },
            ]
          }),
        )
      },
      onProgress: (part) => tell(part * READING_PART),
      limits: { megabytes: READER_MEGABYTES },
    }).catch(async (fault: unknown) => {
      await copying.abort()
      throw fault
    })
    if (!read.ok) {
      await copying.abort()
      return read
    }
    await copying.end()
    await compareStaged(tx, kind, order)
    tell(0.9)
    await keepRows(tx, kind, order)
    const counts = await countOutcomes(tx, id)
    await tell.settled()
    const { numUpdatedRows } = await tx.db
      .updateTable('import')
      .set({
        state: 'ready',
        progress: 1,
        columns: JSON.stringify(head?.columns ?? []),
        unknown_heads: JSON.stringify(head?.unknown ?? []),
        counts: JSON.stringify(counts),
        compared_at: tx.now,
        version: sql`version + 1`,
      })
      .where('id', '=', id)
      .where('state', '=', 'reading')
      .executeTakeFirstOrThrow()
    return numUpdatedRows === 1n ? ok(undefined) : refuse('import-moved-on')
  })
}

const told = ({ key, refusal }: { key: string; refusal: Refusal }): RowProblem => ({
  key,
  code: refusal.code,
  values: refusal.values,
})

/** Writes how far it has come, beside the transaction, and hears from it whether somebody has cancelled. */
export function progressTeller(work: UnitOfWork, id: string) {
  let last = 0
  let under: Promise<void> = Promise.resolve()
  let gone = false
  const tell = (part: number) => {
    if (Date.now() - last < TELL_EVERY_MS) return
    last = Date.now()
    const write = () =>
      work.write(READER, async (tx) => {
        const { numUpdatedRows } = await tx.db
          .updateTable('import')
          .set({ progress: Math.min(1, part) })
          .where('id', '=', id)
          .where('state', 'in', ['reading', 'applying', 'undoing'])
          .executeTakeFirstOrThrow()
        gone ||= numUpdatedRows === 0n
        return ok(undefined)
      })
    // One after the other, so that whoever waits for the last has waited for all. A bar that stands still harms nobody.
    under = under.then(write).then(
      () => undefined,
      () => undefined,
    )
  }
  return Object.assign(tell, { cancelled: () => gone, settled: () => under })
}

/** The import says why it is not read: in a transaction of its own, after everything else was undone. */
export async function fail(work: UnitOfWork, id: string, why: Refusal): Promise<void> {
  await work.write(READER, async (tx) => {
    const problem = { code: why.code satisfies RefusalCode, values: why.values }
    await tx.db
      .updateTable('import')
      .set({ state: 'failed', problem: JSON.stringify(problem), version: sql`version + 1` })
      .where('id', '=', id)
      .where('state', '=', 'reading')
      .execute()
    return ok(undefined)
  })
}
