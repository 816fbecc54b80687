import { z } from 'zod'
import { plainDate } from '../../kernel/plain-date.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { type SheetRow, sheetColumns } from '../../kernel/sheet-columns.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { type ListExport, listExport, MOST_EXPORTED } from '../../platform/export/list-export.ts'
import { boardFilter } from '../contract.ts'
import type { LadderKind } from '../domain/ladder.ts'
import { KIND_NAMES } from '../domain/ladder-words.ts'
import { type BoardFilter, countLate, lateRowsOf, lateSource, toLateRows } from './late-board.ts'
import { officesSeen, officesUrging } from './offices.ts'

const columns = sheetColumns([
  { key: 'id', head: 'Mã hệ thống', kind: 'id' },
  { key: 'unitName', head: 'Đơn vị', kind: 'text', width: 40 },
  { key: 'thingTitle', head: 'Phong trào, việc được giao', kind: 'text', width: 50, wrap: true },
  {
    key: 'kind',
    head: 'Loại việc',
    kind: 'choice',
    width: 13,
    choices: (Object.keys(KIND_NAMES) as LadderKind[]).map((code) => ({ code, word: capital(KIND_NAMES[code]) })),
  },
  { key: 'title', head: 'Việc', kind: 'text', width: 50, wrap: true },
  { key: 'due', head: 'Thời hạn', kind: 'text', width: 40 },
  { key: 'lastDay', head: 'Ngày cuối', kind: 'day' },
  { key: 'daysLate', head: 'Số ngày quá hạn', kind: 'whole', width: 10 },
  { key: 'reminders', head: 'Số lần nhắc', kind: 'whole', width: 9 },
  { key: 'height', head: 'Bậc nhắc', kind: 'whole', width: 9 },
  { key: 'lastOn', head: 'Nhắc lần cuối', kind: 'day', width: 13 },
  { key: 'lastBy', head: 'Người nhắc', kind: 'text', width: 28 },
  { key: 'letter', head: 'Công văn đôn đốc', kind: 'text', width: 22 },
])

const BATCH = 1000
type Followed = (tx: Tx) => Promise<ReadonlySet<string> | undefined>

/** The board as a sheet, under its filters, longest late first. */
export function lateExport(followed: Followed): ListExport {
  return listExport({
    name: 'late-board',
    fileName: 'don-vi-qua-han',
    title: 'Đơn vị quá hạn',
    columns,
    filter: z.object(boardFilter),
    open: async (tx, { mine, ...asked }) => {
      const offices = await officesSeen(tx)
      if (offices.length === 0) return refuse('not-yours-to-see', { who: 'bộ phận thường trực và người có thẩm quyền' })
      const filter: BoardFilter = { ...asked, mine: mine === 'yes' }
      const late = await lateSource(tx, offices, filter, await followed(tx))
      const urging = await officesUrging(tx)
      const total = await countLate(tx, late, MOST_EXPORTED + 1)
      async function* rows(): AsyncGenerator<SheetRow<typeof columns>> {
        for (let offset = 0; offset < total; offset += BATCH) {
          const found = await lateRowsOf(tx, late, { limit: BATCH, offset })
          for (const { reminders, letter, lastDay, ...row } of await toLateRows(tx, found, urging)) {
            const { count, height, lastOn, lastBy } = reminders
            yield {
              ...row,
              lastDay: plainDate(lastDay),
              reminders: count,
              height,
              lastOn,
              lastBy,
              letter: letter === null ? null : (letter.number ?? 'dự thảo'),
            }
          }
        }
      }
      return ok({ total, rows: rows(), narrowedTo: filter.q ? `tìm “${filter.q}”` : undefined })
    },
  })
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
}
