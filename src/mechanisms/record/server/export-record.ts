import { formatDate } from '../../../kernel/plain-date.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { type SheetRow, sheetColumns } from '../../../kernel/sheet-columns.ts'
import { readInBatches } from '../../../platform/database/read-in-batches.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { listExport } from '../../../platform/export/list-export.ts'
import { type RecordEntry, recordContract } from '../contract.ts'
import { inListOrder, matching, type RecordFilter, toEntry } from './list-record.ts'
import { readsRecord } from './seals.ts'

const columns = sheetColumns([
  { key: 'at', head: 'Lúc', kind: 'moment' },
  { key: 'actorName', head: 'Người làm', kind: 'text', width: 28 },
  { key: 'actorCapacity', head: 'Tư cách', kind: 'text', width: 36, wrap: true },
  { key: 'onBehalfOf', head: 'Thay mặt', kind: 'text', width: 26 },
  { key: 'sentence', head: 'Việc đã làm', kind: 'text', width: 70, wrap: true },
  { key: 'changes', head: 'Thay đổi', kind: 'text', width: 50, wrap: true },
])

export const recordExport = listExport({
  name: 'record',
  fileName: 'nhat-ky',
  title: 'Nhật ký',
  columns,
  filter: recordContract.list,
  open: async (tx, filter) => {
    if (!(await readsRecord(tx))) return refuse('not-yours-to-see', { who: 'quản trị viên, người kiểm tra' })
    const found = matching(tx, filter)
    const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    async function* rows(): AsyncGenerator<SheetRow<typeof columns>> {
      for await (const batch of readInBatches(tx, inListOrder(found))) {
        for (const entry of batch.map(toEntry)) yield { ...entry, changes: entry.changes.map(changeWords).join('\n') }
      }
    }
    return ok({ total, rows: rows(), narrowedTo: await narrowedTo(tx, filter) })
  },
})

function changeWords({ words, before, after, hidden }: RecordEntry['changes'][number]): string {
  return hidden ? `${words}: đã đổi` : `${words}: ${before ?? 'chưa có'} → ${after ?? 'chưa có'}`
}

async function narrowedTo(tx: Tx, filter: RecordFilter): Promise<string | undefined> {
  const person = filter.personId
    ? await tx.db.selectFrom('person').select('full_name as name').where('id', '=', filter.personId).executeTakeFirst()
    : undefined
  const words = [
    filter.q ? `tìm “${filter.q}”` : '',
    person?.name ?? '',
    filter.thingId ? 'về một việc' : '',
    filter.from ? `từ ${formatDate(filter.from)}` : '',
    filter.to ? `đến ${formatDate(filter.to)}` : '',
  ]
  return words.filter(Boolean).join(', ') || undefined
}
