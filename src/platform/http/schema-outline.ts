import type { OpenAPI } from '@orpc/openapi'

type Schema = OpenAPI.SchemaObject | OpenAPI.ReferenceObject | boolean | undefined

/** One line of a shape written for people: how deep, its name, its kind in words. */
export type OutlineLine = {
  readonly depth: number
  readonly name: string
  readonly kind: string
  readonly required: boolean
}

const DEEPEST = 6

const KINDS: Record<string, string> = {
  string: 'chữ',
  integer: 'số nguyên',
  number: 'số',
  boolean: 'có/không',
  null: 'trống',
}

/** A schema as an indented list of its fields. */
export function outline(schema: Schema, depth = 0): OutlineLine[] {
  const shape = objectOf(schema)
  if (!shape || depth > DEEPEST) return []
  const required = new Set(shape.required)
  return Object.entries(shape.properties ?? {}).flatMap(([name, property]) => [
    { depth, name, kind: kindOf(property), required: required.has(name) },
    ...outline(property, depth + 1),
  ])
}

function isObject(schema: Schema): schema is OpenAPI.SchemaObject {
  return typeof schema === 'object' && !('$ref' in schema)
}

/** The object a schema is, is a list of, or is in one of its ways. */
function objectOf(schema: Schema): OpenAPI.SchemaObject | undefined {
  if (!isObject(schema)) return undefined
  if (schema.properties) return schema
  if ('items' in schema) return objectOf(schema.items as Schema)
  for (const one of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]) {
    const found = objectOf(one)
    if (found) return found
  }
  return undefined
}

export function kindOf(schema: Schema): string {
  if (!isObject(schema)) return 'bất kỳ'
  if ('const' in schema && schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const ways = schema.anyOf ?? schema.oneOf
  if (ways) return [...new Set(ways.map(kindOf))].join(' hoặc ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => KINDS[type] ?? type).join(' hoặc ')
  if (schema.type === 'array') return `danh sách ${'items' in schema ? kindOf(schema.items as Schema) : ''}`.trim()
  if (schema.type === 'object' || schema.properties) return 'nhóm'
  return KINDS[String(schema.type)] ?? 'bất kỳ'
}
