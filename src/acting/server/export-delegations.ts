import { plainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { sheetColumns } from '../../kernel/sheet-columns.ts'
import { listExport } from '../../platform/export/list-export.ts'
import { actingContract } from '../contract.ts'
import { chosenDelegations } from './list-delegations.ts'

const columns = sheetColumns([
  { key: 'id', head: 'Mã hệ thống', kind: 'id' },
  { key: 'fromName', head: 'Người ủy quyền', kind: 'text', width: 28 },
  { key: 'fromPost', head: 'Vị trí', kind: 'text', width: 34 },
  { key: 'toName', head: 'Người được ủy quyền', kind: 'text', width: 28 },
  { key: 'toPost', head: 'Vị trí của người được ủy quyền', kind: 'text', width: 34 },
  { key: 'signsAs', head: 'Ký', kind: 'text', width: 8 },
  { key: 'grants', head: 'Quyền', kind: 'text', width: 44, wrap: true },
  { key: 'from', head: 'Từ ngày', kind: 'day' },
  { key: 'to', head: 'Đến hết ngày', kind: 'day', width: 14 },
  {
    key: 'state',
    head: 'Hiệu lực',
    kind: 'choice',
    choices: [
      { code: 'coming', word: 'Sắp có hiệu lực' },
      { code: 'holding', word: 'Đang có hiệu lực' },
      { code: 'over', word: 'Đã hết' },
    ],
  },
  { key: 'documentNumber', head: 'Số văn bản', kind: 'text', width: 18 },
  { key: 'documentDay', head: 'Ngày văn bản', kind: 'day', width: 13 },
  { key: 'reason', head: 'Lý do', kind: 'text', width: 34, wrap: true },
])

export const delegationsExport = listExport({
  name: 'delegations',
  fileName: 'uy-quyen',
  title: 'Ủy quyền khi vắng mặt',
  columns,
  filter: actingContract.delegations,
  open: async (tx, { over }) => {
    const rows = (await chosenDelegations(tx, over !== undefined)).map(({ from, to, document, grants, ...one }) => ({
      ...one,
      from: plainDate(from),
      to: plainDate(to),
      grants: grants.join('; '),
      documentNumber: document?.number,
      documentDay: document?.day ? plainDate(document.day) : null,
    }))
    return ok({ total: rows.length, rows, narrowedTo: over === undefined ? 'đang và sắp có hiệu lực' : 'đã hết' })
  },
})
