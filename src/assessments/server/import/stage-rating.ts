import { hash } from 'node:crypto'
import {
  type ImportOrder,
  type RowProblem,
  type StagedRow,
  type UnitNames,
  unitNames,
} from '../../../imports/server/index.ts'
import { newId } from '../../../kernel/ids.ts'
import type { SheetRow } from '../../../kernel/sheet-columns.ts'
import { foldForSearch, tidyName } from '../../../kernel/vietnamese-text.ts'
import { parsePartialDate, staffCodeKey } from '../../../organisation/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { whyNotRated } from '../../domain/levels.ts'
import { periodsOf } from '../periods.ts'
import type { RATING_COLUMNS } from './rating-columns.ts'

type Row = SheetRow<typeof RATING_COLUMNS>

export const RATING_STAGING = {
  subject_kind: 'text',
  new_id: 'uuid',
  staff_code: 'text',
  staff_code_key: 'text',
  full_name: 'text',
  name_search: 'text',
  birth_on: 'date',
  birth_precision: 'text',
  unit_id: 'uuid',
  unit_no: 'integer',
  unit_name: 'text',
  period_id: 'uuid',
  period_code: 'text',
  period_from: 'date',
  period_to: 'date',
  level: 'text',
  not_rated: 'text',
  note: 'text',
  source_words: 'text',
} as const

const MOST_NAMED = 3

/** Makes a staged row of a row of the sheet: every cell judged by itself; who is meant comes with the comparison. */
export async function ratingStager(tx: Tx, order: ImportOrder): Promise<(row: Row) => StagedRow> {
  const units = await unitNames(tx, order.unitId)
  const periods = new Map((await periodsOf(tx)).map((period) => [period.code, period]))
  const secret = tx.keys.digest('import.ratings', '')
  return (row) => {
    const problems: RowProblem[] = []
    const wrong = (key: string, code: RowProblem['code'], values: Record<string, string> = {}) =>
      problems.push({ key, code, values })
    const kind = row.kind ?? 'person'
    const unit = findOne(units, row.unit ?? '', wrong)
    const code = (row.period ?? '').replace(/\s*[–-]\s*/, '-').trim()
    const period = periods.get(code)
    if (row.period && !period) wrong('period', 'import-no-period', { found: row.period })
    const name = kind === 'unit' ? (unit?.name ?? tidyName(row.unit ?? '')) : tidyName(row.name ?? '')
    if (kind === 'person' && name === '') wrong('name', 'cell-required', { column: 'họ và tên' })
    const rated = { level: row.level ?? null, notRated: row.notRated ?? null, note: tidyName(row.note ?? '') }
    const problem = whyNotRated(rated)
    if (problem) wrong('level', 'wrong-rating', { name, problem })
    else if (rated.level === null && rated.notRated === null) wrong('level', 'cell-required', { column: 'xếp loại' })
    const birth = row.birth ? parsePartialDate(row.birth) : undefined
    if (birth && period && birth.on > period.to) wrong('birth', 'rating-before-birth', { name, period: period.code })
    const staffCode = row.staffCode ? tidyName(row.staffCode) : null
    const search = foldForSearch(name)
    const identity = [kind, search, row.birth ?? '', staffCode ?? '', unit?.id ?? ''].join('\n')
    return {
      name: name || '(không có tên)',
      fingerprint: hash('sha256', `${secret}\n${identity}`),
      problems,
      values: {
        subject_kind: kind,
        new_id: newId(tx.now.getTime()),
        staff_code: staffCode,
        staff_code_key: staffCode === null ? null : staffCodeKey(staffCode) || null,
        full_name: name,
        name_search: search,
        birth_on: birth?.on,
        birth_precision: birth?.precision,
        unit_id: unit?.id,
        unit_no: unit?.no,
        unit_name: unit?.name ?? row.unit,
        period_id: period?.id,
        period_code: period?.code ?? row.period,
        period_from: period?.from,
        period_to: period?.to,
        level: rated.level,
        not_rated: rated.notRated,
        note: rated.note,
        source_words: row.source ? tidyName(row.source) : null,
      },
    }
  }
}

type Wrong = (key: string, code: RowProblem['code'], values?: Record<string, string>) => void

function findOne(units: UnitNames, text: string, wrong: Wrong) {
  const found = units.find(text)
  if (found.length === 1) return found[0]
  if (found.length === 0) wrong('unit', 'import-no-unit', { found: text })
  else {
    const named = found.slice(0, MOST_NAMED).map(({ path }) => `“${path}”`)
    wrong('unit', 'import-units-alike', { found: text, candidates: named.join(', ') })
  }
  return undefined
}
