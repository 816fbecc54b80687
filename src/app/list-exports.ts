import { join } from 'node:path'
import { actingExports, followedUnits } from '../acting/server/index.ts'
import { assignmentsExport } from '../assignments/server/index.ts'
import { campaignExports } from '../campaigns/server/index.ts'
import { clustersExport } from '../clusters/server/index.ts'
import { importExports } from '../imports/server/index.ts'
import { ledgerExport } from '../mechanisms/obligations/server/index.ts'
import { record, recordExport } from '../mechanisms/record/server/index.ts'
import { organisationExports } from '../organisation/server/index.ts'
import type { UnitOfWork } from '../platform/database/unit-of-work.ts'
import type { ExportRoutesOptions } from '../platform/export/export-routes.ts'
import type { ListExport } from '../platform/export/list-export.ts'
import { awardsExport } from '../registry/server/index.ts'
import { reportExports } from '../reports/server/index.ts'
import { systemExports } from '../system/server/index.ts'
import { writeSheet, XLSX_MEDIA_TYPE } from '../typeset/index.ts'
import { urgingExports } from '../urging/server/index.ts'
import { IMPORT_KINDS } from './imports.ts'
import { DESK, THINGS } from './what-is-owed.ts'

/** Every list of the product that can be taken away as a sheet. */
export const LIST_EXPORTS: readonly ListExport[] = [
  ...organisationExports,
  ...campaignExports(THINGS),
  assignmentsExport,
  ledgerExport(THINGS),
  ...reportExports(DESK),
  ...actingExports,
  clustersExport,
  awardsExport,
  recordExport,
  ...systemExports,
  ...importExports(IMPORT_KINDS),
  ...urgingExports(followedUnits),
]

/** Lists, the room that writes sheets, and the record, put together. */
export function listExports(work: UnitOfWork, dataDir: string): Omit<ExportRoutesOptions, 'contextOf'> {
  return {
    lists: LIST_EXPORTS,
    work,
    folder: join(dataDir, 'exports'),
    mediaType: XLSX_MEDIA_TYPE,
    writeSheet,
    record: (tx, { title, narrowedTo, rows }) =>
      record(
        tx,
        'list.taken-away',
        { kind: 'list', id: null, name: title },
        { detail: { rows: rows.toLocaleString('vi-VN'), narrowedTo: narrowedTo ? ` (${narrowedTo})` : '' } },
      ),
  }
}
