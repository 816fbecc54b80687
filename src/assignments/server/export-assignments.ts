import { dayOf, parsePlainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { sheetColumns } from '../../kernel/sheet-columns.ts'
import { listExport } from '../../platform/export/list-export.ts'
import { assignmentsContract } from '../contract.ts'
import { chooseAssignments, inListOrder } from './list-assignments.ts'
import { loadAssignments, toShapes } from './load-assignment.ts'

const columns = sheetColumns([
  { key: 'id', head: 'Mã hệ thống', kind: 'id' },
  { key: 'title', head: 'Việc', kind: 'text', width: 50, wrap: true },
  { key: 'unitName', head: 'Đơn vị giao', kind: 'text', width: 32 },
  { key: 'number', head: 'Số văn bản', kind: 'text', width: 18 },
  { key: 'issuedOn', head: 'Ngày văn bản', kind: 'day' },
  { key: 'issuer', head: 'Nơi ban hành', kind: 'text', width: 28 },
  { key: 'madeByName', head: 'Người giao', kind: 'text', width: 24 },
  { key: 'madeOn', head: 'Ngày giao', kind: 'day' },
  { key: 'due', head: 'Thời hạn', kind: 'text', width: 32 },
  { key: 'units', head: 'Số đơn vị', kind: 'whole', width: 10 },
  { key: 'duties', head: 'Số việc', kind: 'whole', width: 10 },
  { key: 'done', head: 'Đã xong', kind: 'whole', width: 10 },
  { key: 'exempt', head: 'Được miễn', kind: 'whole', width: 10 },
  { key: 'late', head: 'Quá hạn', kind: 'whole', width: 10 },
  { key: 'closedOn', head: 'Kết thúc', kind: 'day' },
])

/** The list of work given, without its pages. */
export const assignmentsExport = listExport({
  name: 'assignments',
  fileName: 'viec-da-giao',
  title: 'Việc đã giao',
  columns,
  filter: assignmentsContract.list,
  open: async (tx, filter) => {
    const rows = await inListOrder(await chooseAssignments(tx, filter)).execute()
    const shapes = await toShapes(tx, await loadAssignments(tx, rows))
    const day = (text: string | null | undefined) => parsePlainDate(text ?? '') ?? null
    return ok({
      total: shapes.length,
      narrowedTo: [filter.q && `tìm “${filter.q}”`, filter.state && STATE_WORDS[filter.state]]
        .filter(Boolean)
        .join(', '),
      rows: shapes.map((one) => ({
        id: one.id,
        title: one.title,
        unitName: one.unitName,
        number: one.basis?.number ?? null,
        issuedOn: day(one.basis?.issuedOn),
        issuer: one.basis?.issuer ?? null,
        madeByName: one.madeByName,
        madeOn: dayOf(new Date(one.madeAt)),
        due: one.due.words,
        ...one.counts,
        closedOn: day(one.closedOn),
      })),
    })
  },
})

const STATE_WORDS = { running: 'đang làm', closed: 'đã kết thúc' } as const
