import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Outcome } from '../src/imports/domain/outcomes.ts'
import { orderApply, orderUndo } from '../src/imports/server/change-import.ts'
import { type ImportKind, importJobs } from '../src/imports/server/index.ts'
import { getImport, listRows } from '../src/imports/server/show-import.ts'
import { startImport } from '../src/imports/server/start-import.ts'
import { newId } from '../src/kernel/ids.ts'
import type { SheetColumns, SheetRow } from '../src/kernel/sheet-columns.ts'
import type { UnitOfWork } from '../src/platform/database/unit-of-work.ts'
import { DiskStore } from '../src/platform/files/content-store.ts'
import { registerFile } from '../src/platform/files/file-rows.ts'
import { writeSheet, XLSX_MEDIA_TYPE } from '../src/typeset/index.ts'
import { runWaitingJobs } from './jobs.ts'
import { codeOf, must, type Name, type OpenedWorld } from './world.ts'

/** Sheets brought into the world, read, applied and undone through the use cases and their jobs; `by` does it where nobody is named. */
export function importSheets(opened: OpenedWorld, kinds: readonly ImportKind[], by: Name) {
  const { work, world } = opened
  const folder = mkdtempSync(join(tmpdir(), 'thi-dua-sheets-'))
  const store = new DiskStore(folder)
  /** The jobs that wait; with another unit of work, by that one. */
  const run = (through: UnitOfWork = work) =>
    runWaitingJobs({ database: opened.database, work: through }, importJobs(store, kinds))
  const seen = async (id: string) => (await must(work.read(world.as(by), (tx) => getImport(kinds)(tx, { id })))).import

  async function brought<Columns extends SheetColumns>(
    kind: ImportKind<Columns>,
    rows: SheetRow<Columns>[],
    { name = by, unitId = world.units.root }: { name?: Name; unitId?: string } = {},
  ) {
    const { bytes } = writeSheet({ name: 'Danh sách', columns: kind.columns, rows })
    const received = await must(store.receive(bytes, 20_000_000))
    await received.keep()
    const stored = { sha256: received.sha256, size: received.size, mediaType: XLSX_MEDIA_TYPE, name: 'danh-sach.xlsx' }
    const file = await must(work.write(world.as(name), (tx) => registerFile(tx, { id: newId(), ...stored })))
    const input = { id: newId(), kind: kind.name, unitId, fileId: file.id, defaultDay: null }
    const started = await work.write(world.as(name), (tx) => startImport(kinds)(tx, input))
    if (started.ok) await run()
    return { id: input.id, code: codeOf(started) }
  }

  /** Ordered with what is seen of it, not yet run. */
  async function ordered(id: string): Promise<void> {
    const { version, counts } = await seen(id)
    const order = { id, version, rows: (counts.new ?? 0) + (counts.changed ?? 0) }
    await must(work.write(world.as(by), (tx) => orderApply(kinds)(tx, order)))
  }

  async function undone(id: string, through: UnitOfWork = work) {
    await must(work.write(world.as(by), (tx) => orderUndo(kinds)(tx, { id })))
    await run(through)
    return seen(id)
  }

  return {
    brought,
    ordered,
    undone,
    run,
    seen,
    rowsOf: async (id: string, outcome: Outcome | 'left') =>
      (await must(work.read(world.as(by), (tx) => listRows(kinds)(tx, { id, outcome, page: 1 })))).rows,
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
