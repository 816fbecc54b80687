import { z } from 'zod'
import { operation } from '../../platform/contract/operation.ts'
import { actions, day, done, id, pageNumber, search } from '../../platform/contract/shapes.ts'

/** A field that became another: its name in words, what it was and what it is. */
const changedField = z.object({
  words: z.string(),
  /** Null where there was nothing. Of a sensitive field neither is told. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  hidden: z.boolean(),
})

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
  changes: z.array(changedField),
})
export type RecordEntry = z.infer<typeof recordEntry>

const head = z.object({ sealNo: z.number(), hash: z.string() })

const seals = z.object({
  sealed: z.number(),
  waiting: z.number(),
  head: head.nullable(),
  heads: z.array(head.extend({ day: z.string() })),
  readers: z.array(z.string()),
  actions: actions(['set-readers']),
})
export type Seals = z.infer<typeof seals>

const verification = z.object({
  sealed: z.number(),
  waiting: z.number(),
  head: head.nullable(),
  /** What is wrong and where, as a sentence; null when everything is as it was sealed. */
  broken: z.string().nullable(),
})
export type VerificationShape = z.infer<typeof verification>

const tag = 'Nhật ký'

export const recordContract = {
  list: operation({
    method: 'GET',
    path: '/record',
    tag,
    summary: 'Xem nhật ký, lọc theo người, theo việc, theo ngày, theo chữ',
    refusals: ['not-yours-to-see'],
  })
    .input(
      z.object({
        personId: id.optional(),
        thingId: id.optional(),
        from: day.optional(),
        to: day.optional(),
        q: search,
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
  seals: operation({
    method: 'GET',
    path: '/record/seals',
    tag,
    summary: 'Nhật ký đã niêm phong đến đâu, đầu chuỗi từng ngày, gửi cho ai',
    refusals: ['not-yours-to-see'],
  })
    .input(z.object({}))
    .output(seals),
  verify: operation({
    method: 'POST',
    path: '/record/verify',
    tag,
    summary: 'Kiểm tra toàn bộ nhật ký có còn như lúc niêm phong',
    refusals: ['not-yours-to-see'],
  })
    .input(
      z.object({
        /** A head that was printed or mailed: its number and at least the first eight digits of its hash. */
        head: z
          .object({
            sealNo: z.int({ error: 'Nhập số thứ tự bằng chữ số' }).min(1).max(Number.MAX_SAFE_INTEGER),
            hash: z
              .string()
              .trim()
              .toLowerCase()
              .regex(/^[0-9a-f]{8,64}$/, { error: 'Mã gồm từ 8 đến 64 ký tự 0–9, a–f. Chép lại từ bản đã in' }),
          })
          .nullable()
          .default(null),
      }),
    )
    .output(verification),
  setHeadReaders: operation({
    method: 'PUT',
    path: '/record/head-readers',
    tag,
    summary: 'Đặt địa chỉ nhận đầu chuỗi nhật ký hằng ngày',
    refusals: ['not-yours-to-do'],
  })
    .input(
      z.object({
        emails: z
          .array(z.email({ error: 'Địa chỉ thư chưa đúng. Ví dụ: lan@hatinh.gov.vn' }).max(200))
          .max(20, { error: 'Nhiều nhất 20 địa chỉ' }),
      }),
    )
    .output(done),
}
