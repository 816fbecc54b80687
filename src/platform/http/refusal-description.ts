import type { OpenAPI } from '@orpc/openapi'
import { REFUSALS, type RefusalCode } from '../../kernel/refusals.ts'

/** The shape every refusal has, whatever operation gives it. */
export const REFUSAL_SCHEMA: OpenAPI.SchemaObject = {
  type: 'object',
  description: 'Lời từ chối: mã, câu tiếng Việt, và chỗ sai khi có',
  required: ['code', 'status', 'message', 'defined'],
  properties: {
    defined: { type: 'boolean' },
    code: { type: 'string' },
    status: { type: 'integer' },
    message: { type: 'string' },
    data: {
      type: 'object',
      properties: {
        values: { type: 'object', additionalProperties: { type: 'string' } },
        field: { type: 'string' },
        data: {},
      },
    },
  },
}

/** One response of the description, for refusals that share a status. */
export function refusalResponse(codes: readonly RefusalCode[]): OpenAPI.ResponseObject {
  return {
    description: codes.map((code) => `${code}: ${REFUSALS[code].text}`).join('\n'),
    content: {
      'application/json': {
        schema: { allOf: [{ $ref: '#/components/schemas/Refusal' }, { properties: { code: { enum: [...codes] } } }] },
      },
    },
  }
}

function isRefusalCode(code: string): code is RefusalCode {
  return code in REFUSALS
}

/** The codes a response of an operation may carry. */
export function refusalCodesOf(response: OpenAPI.ResponseObject | OpenAPI.ReferenceObject): RefusalCode[] {
  if ('$ref' in response) return []
  const schema = response.content?.['application/json']?.schema
  const parts = schema && 'allOf' in schema ? (schema.allOf ?? []) : []
  return parts
    .flatMap((part) => ('properties' in part ? [part.properties?.code] : []))
    .flatMap((code) => (code && 'enum' in code ? (code.enum as string[]) : []))
    .filter(isRefusalCode)
}
