import { z } from 'zod'
import { operation } from '../../platform/contract/operation.ts'
import { actions, day, id, line, pageNumber, search } from '../../platform/contract/shapes.ts'
import { MOST_AT_ONCE } from './domain/at-once.ts'
import { LEDGER_STATES, OBLIGATION_KINDS } from './domain/kind-words.ts'
import { obligationShape } from './obligation-contract.ts'

const tag = 'Sổ việc'

export const ledgerFilter = z.object({
  q: search,
  thingId: id.optional(),
  /** The unit and everything below it. */
  unitId: id.optional(),
  /** Named for it, or with a part of it. */
  personId: id.optional(),
  kind: z.enum(OBLIGATION_KINDS).optional(),
  state: z.enum(LEDGER_STATES).optional(),
  /** The last day lies between these. */
  from: day.optional(),
  to: day.optional(),
})
export type LedgerFilter = z.infer<typeof ledgerFilter>

const bulkAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exempt'), reason: line(1000, 'lý do miễn') }),
  z.object({ kind: z.literal('assign'), personId: id }),
  z.object({ kind: z.literal('prolong'), lastDay: day, reason: line(1000, 'lý do gia hạn') }),
  z.object({ kind: z.literal('remind'), message: z.string().trim().max(1000).default('') }),
])
export type BulkAct = z.infer<typeof bulkAct>
const obligationIds = z
  .array(id)
  .min(1, { error: 'Chọn ít nhất một việc' })
  .max(MOST_AT_ONCE, { error: `Chọn nhiều nhất ${MOST_AT_ONCE} việc một lượt` })

const leftOut = z.array(z.object({ id: z.string(), unitName: z.string(), title: z.string(), why: z.string() }))
export type LeftOut = z.infer<typeof leftOut>

const bulkShape = z.object({
  id: z.string(),
  kind: z.enum(['exempt', 'assign', 'prolong']),
  words: z.string(),
  doneByName: z.string(),
  doneAt: z.string(),
  count: z.number(),
  undone: z.object({ at: z.string(), byName: z.string(), count: z.number() }).nullable(),
  actions: actions(['undo']),
})
export type BulkShape = z.infer<typeof bulkShape>

export const ledgerContract = {
  ledger: operation({ method: 'GET', path: '/obligations', tag, summary: 'Sổ việc: mọi việc phải làm được xem' })
    .input(ledgerFilter.extend({ sort: z.enum(['day', '-day']).optional(), page: pageNumber }))
    .output(
      z.object({
        today: z.string(),
        rows: z.array(obligationShape),
        total: z.number(),
        totalIsMore: z.boolean(),
        page: z.number(),
        pageSize: z.number(),
      }),
    ),
  ledgerIds: operation({
    method: 'GET',
    path: '/obligations/ids',
    tag,
    summary: 'Mã của các việc khớp điều kiện lọc, để chọn cả',
  })
    .input(ledgerFilter)
    .output(z.object({ ids: z.array(z.string()), isMore: z.boolean() })),
  ledgerThings: operation({
    method: 'GET',
    path: '/obligations/things',
    tag,
    summary: 'Phong trào và việc giao có việc trong sổ, để lọc',
  })
    .input(z.object({}))
    .output(z.object({ things: z.array(z.object({ id: z.string(), title: z.string() })) })),
  ledgerMonth: operation({
    method: 'GET',
    path: '/obligations/month',
    tag,
    summary: 'Sổ việc theo ngày trong một tháng',
  })
    .input(ledgerFilter.extend({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'Tháng không đúng' }) }))
    .output(
      z.object({
        today: z.string(),
        days: z.array(
          z.object({
            day: z.string(),
            open: z.number(),
            late: z.number(),
            done: z.number(),
            exempt: z.number(),
            rows: z.array(z.object({ id: z.string(), title: z.string(), unitName: z.string() })),
          }),
        ),
      }),
    ),
  bulkPreview: operation({
    method: 'POST',
    path: '/obligations/bulk/preview',
    tag,
    summary: 'Xem trước thao tác với nhiều việc: làm được bao nhiêu, việc nào không và vì sao',
  })
    .input(z.object({ obligationIds, act: bulkAct }))
    .output(z.object({ will: z.number(), left: leftOut })),
  bulk: operation({
    method: 'POST',
    path: '/obligations/bulk',
    tag,
    summary: 'Làm một thao tác với nhiều việc; việc không làm được thì nêu vì sao',
    refusals: ['nothing-to-do', 'id-taken'],
  })
    .input(z.object({ id, obligationIds, act: bulkAct }))
    .output(z.object({ done: z.number(), left: leftOut, canUndo: z.boolean() })),
  bulkActs: operation({ method: 'GET', path: '/obligations/bulk', tag, summary: 'Các thao tác hàng loạt gần đây' })
    .input(z.object({}))
    .output(z.object({ acts: z.array(bulkShape) })),
  undoBulk: operation({
    method: 'POST',
    path: '/obligations/bulk/{id}/undo',
    tag,
    summary: 'Hoàn tác cả một thao tác hàng loạt; việc đã thay đổi từ đó thì để nguyên',
    refusals: ['not-yours-to-do', 'bulk-undone'],
  })
    .input(z.object({ id }))
    .output(z.object({ back: z.number(), left: leftOut })),
}
