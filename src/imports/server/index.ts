import { implement } from '@orpc/server'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { ContentStore } from '../../platform/files/content-store.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { handlersFor } from '../../platform/http/use-cases.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { importsContract } from '../contract.ts'
import { applyImportJob, undoImportJob } from './apply-import.ts'
import { cancelImport, orderApply, orderUndo } from './change-import.ts'
import { decideRow } from './decide-row.ts'
import { listKinds } from './list-kinds.ts'
import type { ImportKinds } from './load-import.ts'
import { readImportJob } from './read-import.ts'
import { getImport, listImports, listRows } from './show-import.ts'
import { startImport } from './start-import.ts'

export { importExports } from './export-rows.ts'
export type { Candidate, ImportKind, ImportOrder, RowProblem, StagedRow } from './import-kind.ts'
export type { ImportKinds } from './load-import.ts'
export { peopleImport } from './people/people-kind.ts'
export { mountTemplates } from './templates.ts'
export { type NamedUnit, type UnitNames, unitNames } from './unit-names.ts'
export { unitsImport } from './units/units-kind.ts'

/** What an import does by itself: reading, applying, undoing. */
export function importJobs(store: ContentStore, kinds: ImportKinds): readonly Job[] {
  return [readImportJob(store, kinds), applyImportJob(kinds), undoImportJob(kinds)]
}

/** The operations of bringing things in by sheet, for the kinds the product has. */
export function importsRouter(work: UnitOfWork, kinds: ImportKinds) {
  const os = implement(importsContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  return os.router({
    kinds: os.kinds.handler(read(listKinds(kinds))),
    list: os.list.handler(read(listImports(kinds))),
    get: os.get.handler(read(getImport(kinds))),
    rows: os.rows.handler(read(listRows(kinds))),
    start: os.start.handler(write(startImport(kinds))),
    decide: os.decide.handler(write(decideRow(kinds))),
    apply: os.apply.handler(write(orderApply(kinds))),
    cancel: os.cancel.handler(write(cancelImport(kinds))),
    undo: os.undo.handler(write(orderUndo(kinds))),
  })
}
