import { z } from 'zod'
import { plainDate } from '../../../kernel/plain-date.ts'
import { ok } from '../../../kernel/result.ts'
import { type SheetColumn, type SheetColumns, type SheetRow, sheetColumns } from '../../../kernel/sheet-columns.ts'
import type { ObligationThings } from '../../../mechanisms/obligations/server/index.ts'
import { id } from '../../../platform/contract/shapes.ts'
import { listExport } from '../../../platform/export/list-export.ts'
import { type ReportRow, reportsContract } from '../../contract.ts'
import { type LineTotal, PLACE_WORDS, partWords, REPORT_PLACES } from '../../domain/assembly.ts'
import { isFigure } from '../../domain/definition.ts'
import { findText, partsOfLine } from './assembled-line.ts'
import { listReports, withFigures } from './assembled-reports.ts'
import { openBranch } from './branch.ts'
import { totalsOf } from './figures.ts'
import { type AskedLine, linesOfForms } from './lines-of-form.ts'

/** What stands before the figures: which unit, and how far its report has come. */
const OF_UNIT = [
  { key: 'unitName', head: 'Đơn vị', kind: 'text', width: 40, wrap: true },
  { key: 'carriedByName', head: 'Nay thuộc', kind: 'text', width: 30, wrap: true },
  {
    key: 'place',
    head: 'Tình trạng',
    kind: 'choice',
    width: 24,
    choices: REPORT_PLACES.map((code) => ({ code, word: PLACE_WORDS[code] })),
  },
  { key: 'lastDay', head: 'Hạn nộp', kind: 'day' },
  { key: 'doneOn', head: 'Ngày nhận', kind: 'day' },
  { key: 'daysLate', head: 'Số ngày quá hạn', kind: 'whole', width: 12 },
] as const

/** The figures of a branch, a row for each unit and a last one with the whole; what was not sent stays empty. */
export function assembledFiguresExport(things: ObligationThings) {
  const columns: SheetColumns = sheetColumns(OF_UNIT)
  return listExport({
    name: 'assembled-figures',
    fileName: 'tong-hop-so-lieu',
    title: 'Tổng hợp số liệu báo cáo',
    columns,
    filter: reportsContract.assembledReports,
    open: async (tx, { page: _page, ...filter }) => {
      const opened = await openBranch(tx, filter)
      if (!opened.ok) return opened
      const { form, branch } = opened.value
      const listed = await listReports(tx, things, filter)
      if (!listed.ok) return listed
      const formId = form.row.id
      const lines = ((await linesOfForms(tx, [formId])).get(formId) ?? []).filter((one) => isFigure(one.line.kind))
      const totals = (await totalsOf(tx, { formIds: [formId], branch })).get(formId) ?? new Map<string, LineTotal>()
      const reports = await withFigures(tx, listed.value.all, listed.value.shown)
      const rows = reports.map((report) => rowOf(report, lines))
      const whole = filter.q === undefined && filter.show === 'all'
      if (whole) rows.push({ unitName: `Cộng ${branch.unit.name}`, ...figuresIn(lines, Object.fromEntries(totals)) })
      return ok({
        total: rows.length,
        rows,
        columns: [...columns, ...columnsFor(lines)],
        narrowedTo: `${form.row.title}, ${branch.unit.name}`,
      })
    },
  })
}

type Row = SheetRow<SheetColumns>

function rowOf(report: ReportRow, lines: readonly AskedLine[]): Row {
  const { unitName, carriedByName, place, lastDay, doneOn, daysLate } = report
  return {
    unitName,
    carriedByName,
    place,
    lastDay: plainDate(lastDay),
    doneOn: doneOn === null ? null : plainDate(doneOn),
    daysLate,
    ...figuresIn(lines, report.figures),
  }
}

/** A column for each figure, two for a share; heads are told apart by the number of the line. */
function columnsFor(lines: readonly AskedLine[]): SheetColumn[] {
  return lines.flatMap(({ line }, at): SheetColumn[] => {
    const head = `${at + 1}. ${line.label}`
    const one = { key: `f${at}`, head, kind: 'decimal', width: 18 } as const
    if (line.kind !== 'share') return [one]
    return [
      { ...one, head: `${head}: số đạt` },
      { ...one, key: `f${at}-base`, head: `${head}: tổng số` },
    ]
  })
}

function figuresIn(
  lines: readonly AskedLine[],
  figures: Readonly<Record<string, { amount: number; base: number | null }>>,
): Record<string, number | null> {
  return Object.fromEntries(
    lines.flatMap(({ line }, at) => {
      const figure = figures[line.key]
      const amount = [`f${at}`, figure?.amount ?? null] as const
      return line.kind === 'share' ? [amount, [`f${at}-base`, figure?.base ?? null] as const] : [amount]
    }),
  )
}

const TEXT_COLUMNS = sheetColumns([
  { key: 'section', head: 'Phần', kind: 'text', width: 24, wrap: true },
  { key: 'line', head: 'Dòng', kind: 'text', width: 34, wrap: true },
  { key: 'unit', head: 'Đơn vị', kind: 'text', width: 30, wrap: true },
  { key: 'text', head: 'Nội dung', kind: 'text', width: 90, wrap: true },
])

/** The texts of a branch, each line with what every unit wrote, and last what was made of them. */
export function assembledTextsExport(things: ObligationThings) {
  return listExport({
    name: 'assembled-texts',
    fileName: 'tong-hop-phan-loi',
    title: 'Tổng hợp phần lời báo cáo',
    columns: TEXT_COLUMNS,
    filter: z.object({ id, unitId: id.optional() }),
    open: async (tx, filter) => {
      const opened = await openBranch(tx, filter)
      if (!opened.ok) return opened
      const { form, branch } = opened.value
      const lines = (await linesOfForms(tx, [form.row.id])).get(form.row.id) ?? []
      const rows: SheetRow<typeof TEXT_COLUMNS>[] = []
      for (const asked of lines.filter((one) => !isFigure(one.line.kind))) {
        const place = { section: asked.section, line: asked.line.label }
        const opensLine = { ...opened.value, asked }
        for (const part of await partsOfLine(tx, things, opensLine)) {
          const text = partWords(null, part.value)
          if (text !== null) rows.push({ ...place, unit: part.unitName, text })
        }
        const edited = (await findText(tx, opensLine))?.text.text
        if (edited !== undefined && edited.trim() !== '') {
          rows.push({ ...place, unit: `Bản tổng hợp của ${branch.unit.name}`, text: edited })
        }
      }
      return ok({ total: rows.length, rows, narrowedTo: `${form.row.title}, ${branch.unit.name}` })
    },
  })
}
