import { z } from 'zod'
import { operation } from '../../platform/contract/operation.ts'
import { id } from '../../platform/contract/shapes.ts'
import { FACT_KINDS, factValue } from './fact-values.ts'

/** A fact read from a document or added by a person; `source` points into the document's text, in UTF-16 units. */
export const factShape = z.object({
  id: z.string(),
  kind: z.enum(FACT_KINDS),
  parentId: z.string().nullable(),
  value: factValue,
  readValue: factValue.nullable(),
  source: z.object({ start: z.number(), end: z.number() }).nullable(),
  confidence: z.enum(['sure', 'look']),
  state: z.enum(['read', 'confirmed', 'corrected', 'added', 'removed']),
  version: z.number(),
  changedBy: z.string().nullable(),
  changedAt: z.string().nullable(),
})
export type FactShape = z.infer<typeof factShape>

const tag = 'Văn bản'
const changeRefusals = ['fact-changed', 'document-closed', 'wrong-fact-value', 'not-yours-to-do'] as const

/** What comes back after a change: the fact as it is now, and whether a consent fell because of it. */
const changed = z.object({ fact: factShape, consentVoided: z.boolean() })

export const documentsContract = {
  changeFact: operation({
    method: 'PUT',
    path: '/documents/{documentId}/facts/{factId}',
    tag,
    summary: 'Sửa một dữ kiện đọc từ văn bản',
    refusals: changeRefusals,
  })
    // `version` is the one the person saw: when another has changed the fact since, the refusal carries what stands there now.
    .input(z.object({ documentId: id, factId: id, version: z.int(), value: factValue }))
    .output(changed),
  setFactState: operation({
    method: 'POST',
    path: '/documents/{documentId}/facts/{factId}/state',
    tag,
    summary: 'Xác nhận, bỏ hoặc lấy lại một dữ kiện',
    refusals: changeRefusals,
  })
    .input(
      z.object({ documentId: id, factId: id, version: z.int(), state: z.enum(['confirmed', 'removed', 'restored']) }),
    )
    .output(changed),
  addFact: operation({
    method: 'POST',
    path: '/documents/{documentId}/facts',
    tag,
    summary: 'Thêm một dữ kiện',
    refusals: [...changeRefusals, 'id-taken'],
  })
    .input(
      z.object({
        documentId: id,
        /** Made by the caller: sent twice it is one fact. */
        factId: id,
        kind: z.enum(FACT_KINDS),
        parentId: id.nullable().default(null),
        value: factValue,
        source: z
          .object({ start: z.int().min(0), end: z.int().min(1) })
          .nullable()
          .default(null),
      }),
    )
    .output(changed),
}
