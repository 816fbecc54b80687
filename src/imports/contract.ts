import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, done, id, pageNumber } from '../platform/contract/shapes.ts'
import { DECISIONS, IMPORT_STATES, OUTCOMES } from './domain/outcomes.ts'

const tag = 'Nhập từ tệp'
const moment = z.string()

const kind = z.object({
  name: z.string(),
  title: z.string(),
  row: z.string(),
  guidance: z.array(z.string()),
  defaultDay: z.string().nullable(),
  units: z.array(z.object({ id: z.string(), name: z.string() })),
})

const shape = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  row: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  fileId: z.string(),
  fileName: z.string(),
  state: z.enum(IMPORT_STATES),
  progress: z.number(),
  counts: z.record(z.enum(OUTCOMES), z.number()),
  differs: z.number(),
  leftRows: z.number(),
  problem: z.string().nullable(),
  unknownHeads: z.array(z.object({ cell: z.string(), head: z.string() })),
  createdBy: z.string(),
  createdAt: moment,
  orderedBy: z.string().nullable(),
  appliedAt: moment.nullable(),
  undoneBy: z.string().nullable(),
  undoneAt: moment.nullable(),
  version: z.number(),
  actions: actions(['apply', 'cancel', 'undo', 'decide']),
})

const values = z.record(z.string(), z.string().nullable())
const row = z.object({
  no: z.number(),
  name: z.string(),
  outcome: z.enum(OUTCOMES),
  values,
  before: values,
  problems: z.array(z.object({ cell: z.string().nullable(), head: z.string().nullable(), sentence: z.string() })),
  candidates: z.array(z.object({ id: z.string(), name: z.string(), values, newer: z.boolean() })),
  decision: z.enum(DECISIONS).nullable(),
  differs: z.boolean(),
  left: z.string().nullable(),
})

const which = z.enum([...OUTCOMES, 'differs', 'left'])

export const importsContract = {
  kinds: operation({ method: 'GET', path: '/imports/kinds', tag, summary: 'Nhập được những gì, cho đơn vị nào' })
    .input(z.object({}))
    .output(z.object({ kinds: z.array(kind) })),
  list: operation({ method: 'GET', path: '/imports', tag, summary: 'Các lần nhập từ tệp' })
    .input(z.object({ page: pageNumber }))
    .output(z.object({ imports: z.array(shape), total: z.number(), page: z.number(), pageSize: z.number() })),
  get: operation({
    method: 'GET',
    path: '/imports/{id}',
    tag,
    summary: 'Một lần nhập: đang đến đâu, kết quả đối chiếu',
  })
    .input(z.object({ id }))
    .output(z.object({ import: shape })),
  rows: operation({
    method: 'GET',
    path: '/imports/{id}/rows',
    tag,
    summary: 'Từng dòng của một lần nhập, theo kết quả',
  })
    .input(z.object({ id, outcome: which, page: pageNumber }))
    .output(
      z.object({
        columns: z.array(z.object({ key: z.string(), head: z.string() })),
        rows: z.array(row),
        total: z.number(),
        page: z.number(),
        pageSize: z.number(),
      }),
    ),
  start: operation({
    method: 'POST',
    path: '/imports',
    tag,
    summary: 'Đưa một bảng tính vào để đối chiếu, chưa ghi gì',
    refusals: ['not-yours-to-do', 'import-not-a-sheet', 'file-too-large', 'file-not-found', 'unit-ended', 'id-taken'],
  })
    .input(z.object({ id, kind: z.string().max(50), unitId: id, fileId: id, defaultDay: day.nullable().default(null) }))
    .output(z.object({ id: z.string() })),
  decide: operation({
    method: 'POST',
    path: '/imports/{id}/rows/{rowNo}/decision',
    tag,
    summary: 'Chọn cho một dòng cần xem',
    refusals: ['import-not-now', 'import-row-not-doubtful'],
  })
    .input(
      z.object({
        id,
        rowNo: z.coerce.number().int().min(1).max(1_048_576),
        decision: z.enum(DECISIONS).nullable(),
        thingId: id.nullable().default(null),
      }),
    )
    .output(done),
  apply: operation({
    method: 'POST',
    path: '/imports/{id}/apply',
    tag,
    summary: 'Áp dụng các dòng mới và thay đổi, tất cả hoặc không dòng nào',
    refusals: ['import-not-now', 'import-changed', 'import-nothing'],
  })
    .input(z.object({ id, version: z.number().int(), rows: z.number().int().min(0) }))
    .output(done),
  cancel: operation({
    method: 'POST',
    path: '/imports/{id}/cancel',
    tag,
    summary: 'Bỏ một lần nhập chưa áp dụng',
    refusals: ['import-not-now'],
  })
    .input(z.object({ id }))
    .output(done),
  undo: operation({
    method: 'POST',
    path: '/imports/{id}/undo',
    tag,
    summary: 'Hoàn tác cả lần nhập; dòng đã sửa hoặc đã dùng từ đó được để lại',
    refusals: ['import-not-now'],
  })
    .input(z.object({ id }))
    .output(done),
}
