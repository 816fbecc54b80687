import { hash } from 'node:crypto'
import { formatDate } from '../../../kernel/plain-date.ts'
import type { SheetRow } from '../../../kernel/sheet-columns.ts'
import { foldForSearch, tidyName } from '../../../kernel/vietnamese-text.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { idMaker } from '../id-maker.ts'
import type { ImportOrder, RowProblem, StagedRow } from '../import-kind.ts'
import { unitNames } from '../unit-names.ts'
import type { UNIT_COLUMNS } from './unit-columns.ts'

type Row = SheetRow<typeof UNIT_COLUMNS>

/** The staging table of units. A parent may be a unit that is there, or one an earlier row of the sheet makes. */
export const UNIT_STAGING = {
  new_unit: 'uuid',
  unit_name: 'text',
  name_search: 'text',
  parent_id: 'uuid',
  parent_said: 'text',
  short_name: 'text',
  symbol: 'text',
  kind: 'text',
  level: 'text',
  legal_person: 'boolean',
  order_no: 'integer',
  valid_from: 'date',
} as const

/** Makes a staged row of a row of the sheet; rows are given in their order, so that one may stand under another. */
export async function unitStager(tx: Tx, order: ImportOrder): Promise<(row: Row) => StagedRow> {
  const units = await unitNames(tx, order.unitId)
  const makeId = idMaker(tx.now)
  const above = new Map<string, string[]>()
  return (row) => {
    const problems: RowProblem[] = []
    const wrong = (key: string, code: RowProblem['code'], values: Record<string, string> = {}) => {
      problems.push({ key, code, values })
    }
    const name = tidyName(row.name ?? '')
    const id = makeId()
    const said = row.parent ?? ''
    const there = units.find(said)
    const made = above.get(foldForSearch(said)) ?? []
    const [parent] = [...there.map((unit) => unit.id), ...made]
    if (said !== '' && there.length + made.length === 0) wrong('parent', 'import-no-unit', { found: said })
    if (there.length + made.length > 1) {
      const candidates = there.slice(0, 3).map(({ path }) => `“${path}”`)
      wrong('parent', 'import-units-alike', {
        found: said,
        candidates: [...candidates, ...made.map(() => 'trong tệp')].join(', '),
      })
    }
    const from = row.from ?? order.defaultDay
    if (from === null) wrong('from', 'cell-required', { column: 'từ ngày' })
    const [first] = there
    if (first && from !== null && from < first.from) {
      wrong('from', 'day-before-start', { day: formatDate(from), start: formatDate(first.from) })
    }
    const folded = foldForSearch(name)
    above.set(folded, [...(above.get(folded) ?? []), id])
    return {
      name: name || '(không có tên)',
      fingerprint: hash('sha256', `${folded}\n${parent ?? said}`),
      problems,
      values: {
        new_unit: id,
        unit_name: name,
        name_search: folded,
        parent_id: parent,
        parent_said: said,
        short_name: row.shortName ? tidyName(row.shortName) : null,
        symbol: row.symbol ? tidyName(row.symbol) : null,
        kind: row.kind,
        level: row.level,
        legal_person: row.legalPerson,
        order_no: row.orderNo,
        valid_from: from,
      },
    }
  }
}
