import { z } from 'zod'
import { operation } from '../../platform/contract/operation.ts'
import { day, id, pageNumber } from '../../platform/contract/shapes.ts'

/** One entry of the record, already written as a sentence. */
export const recordEntry = z.object({
  id: z.string(),
  at: z.string(),
  actorName: z.string(),
  actorCapacity: z.string().nullable(),
  /** «phát động phong trào “…” đến 9 đơn vị»: begins with the verb, follows the name. */
  sentence: z.string(),
  thingKind: z.string(),
  thingId: z.string().nullable(),
  thingName: z.string(),
  onBehalfOf: z.string().nullable(),
})
export type RecordEntry = z.infer<typeof recordEntry>

const tag = 'Nhật ký'

export const recordContract = {
  list: operation({
    method: 'GET',
    path: '/record',
    tag,
    summary: 'Xem nhật ký, lọc theo người, theo việc, theo ngày',
    refusals: ['not-yours-to-see'],
  })
    .input(
      z.object({
        personId: id.optional(),
        thingId: id.optional(),
        day: day.optional(),
        page: pageNumber,
      }),
    )
    .output(
      z.object({
        entries: z.array(recordEntry),
        total: z.number(),
        page: z.number(),
        pageSize: z.number(),
        /** People who appear in the record, for the filter. */
        people: z.array(z.object({ id: z.string(), name: z.string() })),
        /** The thing filtered by, when one is. */
        thingName: z.string().nullable(),
      }),
    ),
}
