import { z } from 'zod'
import { plainDate } from '../../../kernel/plain-date.ts'
import { ok } from '../../../kernel/result.ts'
import { type SheetRow, sheetColumns } from '../../../kernel/sheet-columns.ts'
import { inGivenOrder, type ObligationThings, toObligationShape } from '../../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { type ListExport, listExport } from '../../../platform/export/list-export.ts'
import { OVERVIEW_ROWS, OVERVIEW_WORDS } from '../../domain/overview-words.ts'
import { idsOf, whyNotLeading } from './rows.ts'

const columns = sheetColumns([
  { key: 'id', head: 'Mã hệ thống', kind: 'id' },
  { key: 'unitName', head: 'Đơn vị', kind: 'text', width: 40 },
  { key: 'title', head: 'Việc', kind: 'text', width: 40, wrap: true },
  { key: 'occurrence', head: 'Lần', kind: 'text', width: 16 },
  { key: 'thing', head: 'Phong trào, việc giao', kind: 'text', width: 40, wrap: true },
  { key: 'lastDay', head: 'Ngày cuối', kind: 'day' },
  { key: 'doneOn', head: 'Ngày xong', kind: 'day' },
  { key: 'daysLate', head: 'Số ngày muộn', kind: 'whole', width: 10 },
])

const BATCH = 500

/** The rows behind a number of the page of all campaigns. */
export function exportOverviewRows(things: ObligationThings): ListExport {
  return listExport({
    name: 'overview',
    fileName: 'tong-quan',
    title: 'Việc đứng sau một con số của trang tổng quan',
    columns,
    filter: z.object({ what: z.enum(OVERVIEW_ROWS) }),
    open: async (tx, { what }) => {
      const refused = whyNotLeading(tx)
      if (refused) return refused
      const ids = await idsOf(tx, things, what)
      return ok({
        total: ids.length,
        rows: rowsOf(tx, things, ids),
        narrowedTo: OVERVIEW_WORDS[what].toLocaleLowerCase('vi'),
      })
    },
  })
}

async function* rowsOf(
  tx: Tx,
  things: ObligationThings,
  ids: readonly string[],
): AsyncGenerator<SheetRow<typeof columns>> {
  for (let start = 0; start < ids.length; start += BATCH) {
    for (const one of await inGivenOrder(tx, things, ids.slice(start, start + BATCH))) {
      const { id, unitName, title, occurrence, thingTitle, due, doneOn, daysLeft } = toObligationShape(tx, one)
      yield {
        id,
        unitName,
        title,
        occurrence,
        thing: thingTitle,
        lastDay: plainDate(due.lastDay),
        doneOn: doneOn === null ? null : plainDate(doneOn),
        daysLate: daysLeft < 0 ? -daysLeft : null,
      }
    }
  }
}
