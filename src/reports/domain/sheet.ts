import { type SheetRow, sheetColumns } from '../../kernel/sheet-columns.ts'
import type { FormDefinition, FormLine, LineValue, ListItem } from './form.ts'
import { LIST_WORDS, plannedWords, valueWords } from './value-words.ts'
import { emptyValue } from './values.ts'

/** The sheet of one report: a row for each line, several for a list. What identifies a row stays out of sight. */
export const REPORT_COLUMNS = sheetColumns([
  { key: 'key', head: 'Mã dòng', kind: 'text', hidden: true, expected: true },
  { key: 'form', head: 'Mã biểu mẫu', kind: 'text', hidden: true, expected: true },
  { key: 'version', head: 'Lần lưu', kind: 'whole', hidden: true },
  { key: 'section', head: 'Phần', kind: 'text', width: 22, wrap: true },
  { key: 'label', head: 'Nội dung', kind: 'text', width: 46, wrap: true, help: 'Không sửa cột này' },
  { key: 'unit', head: 'Đơn vị tính', kind: 'text', width: 12 },
  { key: 'planned', head: 'Kế hoạch', kind: 'text', width: 14 },
  { key: 'previous', head: 'Kỳ trước', kind: 'text', width: 18 },
  {
    key: 'number',
    head: 'Thực hiện',
    kind: 'whole',
    width: 14,
    help: 'Số đạt, số lượng hoặc số tiền. Chưa có thì để trống',
  },
  { key: 'base', head: 'Trên tổng số', kind: 'whole', width: 14, help: 'Chỉ điền ở dòng tỷ lệ' },
  { key: 'yes', head: 'Có hoặc không', kind: 'yes-no', width: 12, help: 'Chỉ điền ở dòng có hoặc không' },
  {
    key: 'listKind',
    head: 'Loại mục',
    kind: 'choice',
    width: 16,
    help: 'Chỉ điền ở dòng danh sách',
    choices: (['example', 'initiative', 'praised'] as const).map((code) => ({ code, word: LIST_WORDS[code] })),
  },
  { key: 'who', head: 'Ai', kind: 'text', width: 28, most: 300, help: 'Chỉ điền ở dòng danh sách' },
  { key: 'text', head: 'Nội dung viết', kind: 'text', width: 60, wrap: true, most: 20_000 },
  { key: 'note', head: 'Giải trình', kind: 'text', width: 30, wrap: true, most: 2000 },
])
export type ReportRow = SheetRow<typeof REPORT_COLUMNS>

/** Empty rows under each list, for what is still to be written. */
const ROOM_IN_LIST = 5

type Filled = { value: LineValue; version: number }

/** The rows of a report, prefilled with what stands on its lines. */
export function rowsOf(
  definition: FormDefinition,
  known: {
    form: string
    lines: ReadonlyMap<string, Filled>
    previous: Readonly<Record<string, LineValue>>
  },
): ReportRow[] {
  return definition.sections.flatMap((section) =>
    section.lines.flatMap((line) => {
      const there = known.lines.get(line.key)
      const before = known.previous[line.key]
      const common = {
        key: line.key,
        form: known.form,
        version: there?.version ?? 0,
        section: section.title,
        label: line.label,
        unit: line.unit,
        planned: plannedWords(line),
        previous: before === undefined ? null : valueWords(line, before).slice(0, 5000),
      }
      return cellsOf(there?.value ?? emptyValue(line.kind)).map((cells) => ({ ...common, ...cells }))
    }),
  )
}

function cellsOf(value: LineValue): ReportRow[] {
  switch (value.kind) {
    case 'count':
      return [{ number: value.count, note: value.note }]
    case 'amount':
      return [{ number: value.amount, note: value.note }]
    case 'share':
      return [{ number: value.numerator, base: value.denominator, note: value.note }]
    case 'yes-no':
      return [{ yes: value.yes, note: value.note }]
    case 'narrative':
      return [{ text: value.text }]
    case 'list':
      return [
        ...value.items.map((item) => ({ listKind: item.kind, who: item.who, text: item.what })),
        ...Array.from({ length: ROOM_IN_LIST }, () => ({})),
      ]
  }
}

/** What the rows of one line say. Cells that do not belong to its kind are passed over. */
export function valueOfRows(line: FormLine, rows: readonly ReportRow[]): LineValue {
  const [row = {}] = rows
  const note = row.note ?? ''
  switch (line.kind) {
    case 'count':
      return { kind: 'count', count: row.number ?? null, note }
    case 'amount':
      return { kind: 'amount', amount: row.number ?? null, note }
    case 'share':
      return { kind: 'share', numerator: row.number ?? null, denominator: row.base ?? null, note }
    case 'yes-no':
      return { kind: 'yes-no', yes: row.yes ?? null, note }
    case 'narrative':
      return { kind: 'narrative', text: row.text ?? '' }
    case 'list':
      return { kind: 'list', items: rows.flatMap(itemOf) }
  }
}

function itemOf(row: ReportRow): ListItem[] {
  const [who, what] = [row.who?.trim() ?? '', row.text?.trim() ?? '']
  return who === '' && what === '' ? [] : [{ kind: row.listKind ?? 'example', who, what }]
}
