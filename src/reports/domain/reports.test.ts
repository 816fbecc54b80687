import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { reportContent } from '../../mechanisms/submissions/content-values.ts'
import { formChanges, sameForm } from './changes.ts'
import { linesOf, onlyLines, problemsOf } from './definition.ts'
import { moveLine, withProposed } from './edit-form.ts'
import type { FormDefinition, FormLine, LineKind, LineValue, ReportContent } from './form.ts'
import { type PlanFact, proposedLines } from './propose.ts'
import { rowsOf, valueOfRows } from './sheet.ts'
import { percentWords, plannedWords, valueWords } from './value-words.ts'
import { doubtsOf, emptyValue, figuresOf, isExplained, isFilled, missingIn, sameValue, whyWrong } from './values.ts'

/** The wire's report and the domain's are one type: whichever is changed alone, this no longer compiles. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
type Writable<T> = T extends readonly (infer Item)[]
  ? Writable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T
const ONE_TYPE: Same<Omit<z.infer<typeof reportContent>, 'kind'>, Writable<ReportContent>> = true

it('reports are of one type on the wire and in the house', () => {
  const content: ReportContent = { formVersion: 1, lines: { a: { value: share(1, 2), fileIds: [] } } }
  expect(ONE_TYPE && reportContent.parse({ kind: 'report', ...content })).toMatchObject(content)
})

const LINE: FormLine = {
  key: 'a',
  label: 'Số người dự',
  help: '',
  required: true,
  evidence: 'none',
  kind: 'count',
  unit: 'người',
  planned: null,
  plannedWords: '',
}
const KINDS: readonly LineKind[] = ['count', 'share', 'amount', 'yes-no', 'narrative', 'list']
const share = (numerator: number | null, denominator: number | null, note = ''): LineValue => ({
  kind: 'share',
  numerator,
  denominator,
  note,
})
const form = (...lines: FormLine[]): FormDefinition => ({ sections: [{ key: 's', title: 'Phần', lines }] })

const number = fc.oneof(fc.constant(null), fc.integer(), fc.maxSafeInteger())
const text = fc.string({ unit: 'grapheme', maxLength: 40 })
const anyValue: fc.Arbitrary<LineValue> = fc.oneof(
  fc.record({ kind: fc.constant('count' as const), count: number, note: text }),
  fc.record({ kind: fc.constant('share' as const), numerator: number, denominator: number, note: text }),
  fc.record({ kind: fc.constant('amount' as const), amount: number, note: text }),
  fc.record({ kind: fc.constant('yes-no' as const), yes: fc.option(fc.boolean()), note: text }),
  fc.record({ kind: fc.constant('narrative' as const), text }),
  fc.record({
    kind: fc.constant('list' as const),
    items: fc.array(fc.record({ kind: fc.constantFrom('example', 'initiative', 'praised'), who: text, what: text }), {
      maxLength: 4,
    }),
  }),
)
const anyLine: fc.Arbitrary<FormLine> = fc.record({
  key: fc.string({ unit: fc.constantFrom(...'abcdef0123456789-'), minLength: 1, maxLength: 8 }),
  label: text,
  help: text,
  required: fc.boolean(),
  evidence: fc.constantFrom('none', 'optional', 'required'),
  kind: fc.constantFrom(...KINDS),
  unit: text,
  planned: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  plannedWords: text,
})
const anyForm = fc
  .uniqueArray(anyLine, { selector: (line) => line.key, maxLength: 12 })
  .map((lines) => ({ sections: [{ key: 's', title: 'Phần', lines }] }))

describe('any value on any line', () => {
  it('is put into words, doubted, asked for and added up without ever failing', () => {
    fc.assert(
      fc.property(anyForm, fc.array(anyValue, { maxLength: 12 }), (definition, values) => {
        const lines = linesOf(definition)
        const content = {
          formVersion: 1,
          lines: Object.fromEntries(
            lines.flatMap((line, at) => {
              const value = values[at]
              return value ? [[line.key, { value, fileIds: [] }]] : []
            }),
          ),
        }
        const missing = missingIn(definition, content)
        const figures = figuresOf(definition, content)
        problemsOf(definition)
        for (const line of lines) {
          const value = content.lines[line.key]?.value ?? emptyValue(line.kind)
          expect(valueWords(line, value)).not.toBe('')
          doubtsOf(line, value, { headcount: 12 })
          plannedWords(line)
        }
        // A figure is there exactly where the value is of the line's kind and complete: nothing missing counts as zero.
        for (const figure of figures) {
          const value = content.lines[figure.lineKey]?.value
          expect(value !== undefined && isFilled(value)).toBe(true)
        }
        for (const one of missing) expect(one.field.startsWith('lines.')).toBe(true)
      }),
    )
  })

  it('goes into a sheet and comes back the same, where it can stand on its line', () => {
    fc.assert(
      fc.property(anyLine, anyValue, (line, value) => {
        fc.pre(value.kind === line.kind && whyWrong(line, value) === undefined)
        const rows = rowsOf(form(line), {
          form: 'f:1',
          lines: new Map([[line.key, { value, version: 3 }]]),
          previous: {},
        })
        const back = valueOfRows(line, rows)
        const tidy = value.kind === 'list' ? { ...value, items: value.items.flatMap(written) } : value
        expect(sameValue(back, tidy)).toBe(true)
        expect(rows.every((row) => row.version === 3)).toBe(true)
      }),
    )
  })
})

function written(item: { kind: 'example' | 'initiative' | 'praised'; who: string; what: string }) {
  const [who, what] = [item.who.trim(), item.what.trim()]
  return who === '' && what === '' ? [] : [{ ...item, who, what }]
}

describe('odd figures', () => {
  const line: FormLine = { ...LINE, kind: 'share' }
  it.each([
    ['0 of 0', share(0, 0), 'Tổng số bằng 0'],
    ['12 of 10', share(12, 10), 'lớn hơn tổng số'],
    ['another whole than the staff list', share(8, 9), 'Đơn vị có 12 người'],
  ])('%s: shown, and nothing is missing for it', (_what, value, words) => {
    expect(doubtsOf(line, value, { headcount: 12 }).join(' ')).toContain(words)
    expect(missingIn(form(line), { formVersion: 1, lines: { a: { value, fileIds: [] } } })).toEqual([])
    expect(whyWrong(line, value)).toBeUndefined()
  })

  it('an item of a list half typed is kept, and named as missing when the report is sent', () => {
    const list: FormLine = { ...LINE, kind: 'list' }
    const item = (what: string) => ({ kind: 'example' as const, who: 'Nguyễn Văn An', what })
    const value = { kind: 'list' as const, items: [item('Sáng kiến một cửa'), item(' ')] }
    expect(whyWrong(list, value)).toBeUndefined()
    const missing = missingIn(form(list), { formVersion: 1, lines: { a: { value, fileIds: [] } } })
    expect(missing.map((one) => one.what).join()).toContain('mục 2: ghi việc đã làm')
  })

  it('a negative one is refused in words', () => {
    expect(whyWrong(line, share(-1, 2))).toContain('không thể âm')
  })

  it('the staff list is not asked about what is not counted in people', () => {
    expect(doubtsOf({ ...line, unit: 'nhiệm vụ' }, share(8, 9), { headcount: 12 })).toEqual([])
  })

  it('nearly all is never written as all', () => {
    expect([percentWords(9999, 10_000), percentWords(8, 9), percentWords(9, 9), percentWords(12, 10)]).toEqual([
      '99,9%',
      '88,9%',
      '100%',
      '120%',
    ])
    expect(valueWords(line, share(0, 0))).toBe('0/0 người')
  })
})

describe('what is missing', () => {
  const proven: FormLine = { ...LINE, kind: 'share', evidence: 'required' }
  const of = (line: FormLine, value: LineValue, fileIds: string[] = []) =>
    missingIn(form(line), { formVersion: 1, lines: { a: { value, fileIds } } }).map((one) => one.field)

  it('a required line, half a share also where it is not required, evidence once there is something to prove', () => {
    expect(of(LINE, emptyValue('count'))).toEqual(['lines.a'])
    expect(of({ ...proven, required: false }, share(1, null))).toEqual(['lines.a'])
    expect(of(proven, share(1, 2))).toEqual(['lines.a.files'])
    expect(of(proven, share(1, 2), ['f'])).toEqual([])
  })

  it('«chưa có» with a reason is an answer, without evidence and without a figure', () => {
    const value = share(null, null, 'Chưa công bố')
    expect(isExplained(value)).toBe(true)
    expect(of(proven, value)).toEqual([])
    expect(figuresOf(form(proven), { formVersion: 1, lines: { a: { value, fileIds: [] } } })).toEqual([])
  })
})

describe('a form changed after it was published', () => {
  it('asks those who have sent for what is new or newly required, and for nothing else', () => {
    const before = form(LINE, { ...LINE, key: 'b', required: false }, { ...LINE, key: 'c' })
    const after = form(
      { ...LINE, label: 'Khác', evidence: 'required' },
      { ...LINE, key: 'b', required: true },
      { ...LINE, key: 'd' },
      { ...LINE, key: 'e', required: false },
    )
    const changes = formChanges(before, after)
    expect(changes.mustAdd).toEqual(['d', 'b'])
    expect(changes.removed.map((line) => line.key)).toEqual(['c'])
    expect(changes.changed.map(({ line, what }) => [line.key, what])).toEqual([
      ['a', ['tên dòng', 'minh chứng']],
      ['b', ['bắt buộc']],
    ])
  })

  it('is not changed by being read back', () => {
    fc.assert(
      fc.property(anyForm, (definition) => {
        expect(sameForm(definition, JSON.parse(JSON.stringify(definition)) as FormDefinition)).toBe(true)
        expect(formChanges(definition, definition)).toMatchObject({ added: [], removed: [], mustAdd: [], turned: [] })
      }),
    )
  })
})

describe('designing', () => {
  it('moves a line through every place of every section and back, losing none', () => {
    const two: FormDefinition = {
      sections: [
        { key: 's', title: 'Một', lines: [LINE, { ...LINE, key: 'b' }] },
        { key: 't', title: 'Hai', lines: [{ ...LINE, key: 'c' }] },
      ],
    }
    let moved = two
    for (let step = 0; step < 5; step += 1) moved = moveLine(moved, 'a', 1)
    expect(moved.sections.map((section) => section.lines.map((line) => line.key))).toEqual([['b'], ['c', 'a']])
    for (let step = 0; step < 5; step += 1) moved = moveLine(moved, 'a', -1)
    expect(moved).toEqual(two)
  })

  it('takes a plan’s targets and tasks once, in the plan’s own words, inventing no number', () => {
    const target = { subject: 'individual', text: '100% công chức chấp hành kỷ cương', comparator: '>=', value: 100 }
    const facts: PlanFact[] = [
      { id: '1', kind: 'target', state: 'read', value: { ...target, max: null, unit: '%' } },
      { id: '2', kind: 'task', state: 'read', value: { text: 'tổ chức quán triệt;', assignee: null } },
      { id: '3', kind: 'task', state: 'removed', value: { text: 'Bỏ' } },
    ]
    const proposed = proposedLines(facts)
    expect(linesOf(proposed).map((line) => [line.label, line.kind, line.planned, line.unit])).toEqual([
      ['100% công chức chấp hành kỷ cương', 'share', 100, 'người'],
      ['Tổ chức quán triệt', 'narrative', null, ''],
    ])
    const once = withProposed({ sections: [] }, proposed)
    expect(withProposed(once, proposed)).toEqual(once)
    expect(linesOf(onlyLines(once, new Set(['ke-hoach-2'])))).toHaveLength(1)
  })
})
