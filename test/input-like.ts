import fc from 'fast-check'

/** As much of JSON Schema as our contracts come to. */
export type JsonSchema = {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly format?: string
  readonly pattern?: string
}

/** What people and their programs really send, and what they should not. */
const AWKWARD_TEXT = ['\ud800', '%', '_', "'; drop table app.unit; --", '\u202e', ' ', '0', '-1', 'null', 'Đỗ Bích Lan']
const AWKWARD_DAYS = ['2022-02-31', '0001-01-01', '9999-12-31', '2022-07-12', '2100-06-30', '', '12/07/2022']
const AWKWARD_NUMBERS = [0, -1, 1, 2_147_483_647, 2_147_483_648, -2_147_483_649, Number.MAX_SAFE_INTEGER, 0.5, 1e300]

/** A text without any bound in its schema is nearly always a day. */
const day = fc
  .oneof(
    fc.integer({ min: 0, max: 900 }).map((days) => new Date(Date.UTC(2021, 6, 1) + days * 86_400_000)),
    fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
  )
  .map((moment) => moment.toISOString().slice(0, 10))

/** Makes inputs that mostly fit a schema; here and there a part does not. `known` are ids of things that exist. */
export function inputLike(schema: JsonSchema, known: readonly string[] = []): fc.Arbitrary<unknown> {
  const id = fc.oneof(
    { weight: known.length > 0 ? 5 : 0, arbitrary: fc.constantFrom('', ...known) },
    fc.uuid({ version: 7 }),
  )

  function textLike({ format, minLength = 0, maxLength = 300, ...more }: JsonSchema): fc.Arbitrary<unknown> {
    if (format === 'uuid') return fc.oneof({ weight: 15, arbitrary: id }, { weight: 1, arbitrary: fc.string() })
    if (format === 'email') return fc.emailAddress()
    const most = Math.max(minLength, Math.min(maxLength, 300))
    const looksLikeDay = minLength === 0 && maxLength === 300 && more.pattern === undefined
    return fc.oneof(
      { weight: 4, arbitrary: fc.string({ minLength, maxLength: most, unit: 'grapheme' }) },
      { weight: 2, arbitrary: id },
      { weight: looksLikeDay ? 40 : 2, arbitrary: day },
      { weight: 2, arbitrary: fc.constantFrom(...AWKWARD_DAYS) },
      { weight: 4, arbitrary: fc.constantFrom(...AWKWARD_TEXT, 'a'.repeat(most), 'ten-dang-nhap') },
    )
  }

  function objectLike({ properties, required = [] }: JsonSchema): fc.Arbitrary<unknown> {
    if (!properties) return fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 })
    const fields = Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, like(field)]))
    return fc.record(fields, { requiredKeys: [...required] })
  }

  function fitting(wanted: JsonSchema): fc.Arbitrary<unknown> {
    if ('const' in wanted) return fc.constant(wanted.const)
    if (wanted.enum) return fc.constantFrom(...wanted.enum)
    const ways = wanted.anyOf ?? wanted.oneOf
    if (ways) return fc.oneof(...ways.map(like))
    switch (Array.isArray(wanted.type) ? wanted.type[0] : wanted.type) {
      case 'string':
        return textLike(wanted)
      case 'integer':
      case 'number':
        return fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(...AWKWARD_NUMBERS))
      case 'boolean':
        return fc.boolean()
      case 'null':
        return fc.constant(null)
      case 'array':
        return fc.array(like(wanted.items ?? {}), { minLength: wanted.minItems ?? 0, maxLength: 4 })
      case 'object':
        return objectLike(wanted)
      default:
        return fc.jsonValue({ maxDepth: 2 })
    }
  }

  function like(wanted: JsonSchema): fc.Arbitrary<unknown> {
    const wrong = fc.constantFrom<unknown>(null, '', -1, [], {}, 'x')
    return fc.oneof({ weight: 60, arbitrary: fitting(wanted) }, { weight: 1, arbitrary: wrong })
  }

  return like(schema)
}
