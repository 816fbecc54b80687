import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { actions, fileShape, id, line, pageNumber, search } from '../platform/contract/shapes.ts'

export const EXAMPLE_KINDS = ['person', 'collective', 'model', 'practice'] as const

export const exampleShape = z.object({
  id: z.string(),
  kind: z.enum(EXAMPLE_KINDS),
  title: z.string(),
  who: z.string(),
  story: z.string(),
  files: z.array(fileShape),
  unitId: z.string(),
  unitName: z.string(),
  campaignId: z.string().nullable(),
  campaignTitle: z.string().nullable(),
  obligationId: z.string().nullable(),
  notedByName: z.string(),
  notedAt: z.string(),
  version: z.number(),
  withdrawn: z.boolean(),
  actions: actions(['change', 'withdraw']),
})
export type ExampleShape = z.infer<typeof exampleShape>

const tag = 'Điển hình'
const written = {
  kind: z.enum(EXAMPLE_KINDS),
  title: line(300, 'tên điển hình, mô hình, cách làm'),
  who: z.string().trim().max(500).default(''),
  story: z.string().trim().max(20_000).default(''),
  fileIds: z.array(id).max(20, { error: 'Nhiều nhất 20 tệp' }).default([]),
}

export const examplesContract = {
  listExamples: operation({
    method: 'GET',
    path: '/examples',
    tag,
    summary: 'Danh sách điển hình, mô hình mới, cách làm hay đã ghi',
  })
    .input(
      z.object({
        q: search,
        kind: z.enum(EXAMPLE_KINDS).optional(),
        campaignId: id.optional(),
        unitId: id.optional(),
        page: pageNumber,
      }),
    )
    .output(
      z.object({
        examples: z.array(exampleShape),
        total: z.number(),
        page: z.number(),
        pageSize: z.number(),
        campaigns: z.array(z.object({ id: z.string(), title: z.string() })),
        /** The actor's own units, for which he may note one; and those of which he may note one for any unit below. */
        units: z.array(z.object({ id: z.string(), name: z.string() })),
        below: z.array(z.string()),
        actions: actions(['note']),
      }),
    ),
  noteExample: operation({
    method: 'POST',
    path: '/examples',
    tag,
    summary: 'Ghi một điển hình, mô hình mới, cách làm hay',
    refusals: ['not-yours-to-do', 'file-not-found', 'id-taken'],
  })
    .input(
      z.object({
        id,
        unitId: id,
        campaignId: id.nullable().default(null),
        obligationId: id.nullable().default(null),
        ...written,
      }),
    )
    .output(z.object({ example: exampleShape })),
  changeExample: operation({
    method: 'PUT',
    path: '/examples/{id}',
    tag,
    summary: 'Sửa điển hình đã ghi',
    refusals: ['not-yours-to-do', 'changed-meanwhile', 'example-withdrawn', 'file-not-found'],
  })
    .input(z.object({ id, version: z.int(), ...written }))
    .output(z.object({ example: exampleShape })),
  withdrawExample: operation({
    method: 'POST',
    path: '/examples/{id}/withdraw',
    tag,
    summary: 'Rút điển hình đã ghi, nêu lý do',
    refusals: ['not-yours-to-do', 'example-withdrawn'],
  })
    .input(z.object({ id, reason: line(1000, 'lý do rút') }))
    .output(z.object({ example: exampleShape })),
}
