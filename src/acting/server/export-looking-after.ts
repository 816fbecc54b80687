import { z } from 'zod'
import { ok } from '../../kernel/result.ts'
import { sheetColumns } from '../../kernel/sheet-columns.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import { search } from '../../platform/contract/shapes.ts'
import { listExport } from '../../platform/export/list-export.ts'
import { listLookingAfter } from './list-looking-after.ts'

const columns = sheetColumns([
  { key: 'unitName', head: 'Đơn vị', kind: 'text', width: 44 },
  { key: 'name', head: 'Đầu mối theo dõi', kind: 'text', width: 28 },
  { key: 'post', head: 'Vị trí', kind: 'text', width: 40 },
  { key: 'since', head: 'Từ ngày', kind: 'day' },
  { key: 'until', head: 'Đến hết ngày', kind: 'day', width: 14 },
])

/** The page looks for words in its whole list by itself; here the same is done with them. */
export const lookingAfterExport = listExport({
  name: 'looking-after',
  fileName: 'phan-cong-theo-doi',
  title: 'Phân công theo dõi đơn vị',
  columns,
  filter: z.object({ q: search }),
  open: async (tx, { q = '' }) => {
    const listed = await listLookingAfter(tx)
    if (!listed.ok) return listed
    const words = foldForSearch(q)
    const rows = listed.value.units
      .filter((row) => foldForSearch(`${row.unitName} ${row.contact?.name ?? ''}`).includes(words))
      .map(({ unitName, contact }) => ({ unitName, ...contact }))
    return ok({ total: rows.length, rows, narrowedTo: q ? `tìm “${q}”` : undefined })
  },
})
