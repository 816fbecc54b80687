import { type OpenAPI, oc } from '@orpc/contract'
import { z } from 'zod'
import { REFUSALS, type RefusalCode } from '../../kernel/refusals.ts'

/** What a refusal carries over the wire beside its code and sentence. */
export const refusalData = z.object({
  values: z.record(z.string(), z.string()),
  field: z.string().optional(),
  data: z.unknown().optional(),
})

/** Refusals that any operation may give; an operation lists only its own. */
const COMMON = [
  'not-signed-in',
  'not-found',
  'invalid-input',
  'malformed-request',
  'internal',
  'capacity-not-held',
  'not-in-this-capacity',
] as const satisfies readonly RefusalCode[]

/** What the server needs to know of an operation beside its schemas. */
export type OperationMeta = {
  /** `signed-in` unless the contract says that anybody may call it. */
  readonly access?: 'signed-in' | 'anybody'
  /** How many bytes its input may have, when the usual limit is too little. */
  readonly bodyLimit?: number
}

type RefusalErrors<Code extends RefusalCode> = {
  [K in Code]: { status: number; message: string; data: typeof refusalData }
}

function errorsFor<Code extends RefusalCode>(codes: readonly Code[]): RefusalErrors<Code | (typeof COMMON)[number]> {
  const all = new Set<RefusalCode>([...COMMON, ...codes])
  return Object.fromEntries(
    [...all].map((code) => [code, { status: REFUSALS[code].status, message: REFUSALS[code].text, data: refusalData }]),
  ) as RefusalErrors<Code | (typeof COMMON)[number]>
}

/**
 * Starts the contract of one operation: `operation({ … }).input(schema).output(schema)`.
 * `refusals` are the codes this operation may give beside the common ones; they become part of the OpenAPI page.
 */
export function operation<const Code extends RefusalCode = never>(described: {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: `/${string}`
  /** One Vietnamese line: what a person does with it. */
  summary: string
  tag: string
  refusals?: readonly Code[]
  /** Who may call it at all; without it, only somebody who is signed in. */
  access?: 'signed-in' | 'anybody'
  /** Bytes of input, where 1 MB is too little. */
  bodyLimit?: number
}) {
  return oc
    .$meta<OperationMeta>({ access: described.access ?? 'signed-in', bodyLimit: described.bodyLimit })
    .route({
      method: described.method,
      path: described.path,
      summary: described.summary,
      tags: [described.tag],
      // In the description an empty list says: nobody has to be signed in.
      ...(described.access === 'anybody'
        ? { spec: (shown: OpenAPI.OperationObject) => ({ ...shown, security: [] }) }
        : {}),
    })
    .errors(errorsFor(described.refusals ?? []))
}
