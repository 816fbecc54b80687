import { sql } from 'kysely'
import { z } from 'zod'
import { plainDate } from '../../../kernel/plain-date.ts'
import { ok } from '../../../kernel/result.ts'
import { type SheetRow, sheetColumns } from '../../../kernel/sheet-columns.ts'
import { type ObligationThings, timelinessOf } from '../../../mechanisms/obligations/server/index.ts'
import { id } from '../../../platform/contract/shapes.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { listExport } from '../../../platform/export/list-export.ts'
import { figureWords, PLACE_WORDS } from '../../domain/assembly.ts'
import { isFigure } from '../../domain/definition.ts'
import { EXAMPLE_KIND_WORDS } from '../../domain/value-words.ts'
import { isOwn, withFigures } from './assembled-reports.ts'
import { type Branch, openBranch } from './branch.ts'
import { linesOfForms } from './lines-of-form.ts'
import { reportsOfBranch } from './reports-of-branch.ts'

const COLUMNS = sheetColumns([
  { key: 'no', head: 'STT', kind: 'whole', width: 6 },
  { key: 'unit', head: 'Đơn vị', kind: 'text', width: 40, wrap: true },
  { key: 'report', head: 'Báo cáo', kind: 'text', width: 24 },
  { key: 'doneOn', head: 'Ngày nhận báo cáo', kind: 'day' },
  { key: 'onTime', head: 'Việc đúng hạn', kind: 'whole', width: 12 },
  { key: 'doneLate', head: 'Việc xong muộn', kind: 'whole', width: 12 },
  { key: 'notDone', head: 'Việc quá hạn chưa xong', kind: 'whole', width: 12 },
  { key: 'figures', head: 'Số liệu báo cáo', kind: 'text', width: 70, wrap: true },
  { key: 'examples', head: 'Điển hình đã ghi', kind: 'text', width: 50, wrap: true },
])

/**
 * What the standing office hands to the council when it appraises: of each unit its report, what it did in time in this campaign, its
 * figures and the examples noted. Facts only: nobody is ranked here.
 */
export function handOverExport(things: ObligationThings) {
  return listExport({
    name: 'report-hand-over',
    fileName: 'ket-qua-chuyen-hoi-dong',
    title: 'Kết quả tổng hợp chuyển hội đồng',
    columns: COLUMNS,
    filter: z.object({ id, unitId: id.optional() }),
    open: async (tx, filter) => {
      const opened = await openBranch(tx, filter)
      if (!opened.ok) return opened
      const { form, branch } = opened.value
      const formId = form.row.id
      const all = await reportsOfBranch(tx, things, { formId, branch })
      const own = await withFigures(tx, all, all.filter(isOwn))
      const lines = ((await linesOfForms(tx, [formId])).get(formId) ?? []).filter((one) => isFigure(one.line.kind))
      const thingId = form.row.campaign_id ?? formId
      const counted = await timelinessOf(tx, things, { thingId, unitId: branch.unit.id }, 'unit')
      const timely = new Map(counted.map((row) => [row.unitId, row]))
      const examples = await examplesOf(tx, branch, form.row.campaign_id)
      const rows = own.map((report, at): SheetRow<typeof COLUMNS> => {
        const done = timely.get(report.unitId)
        const figures = lines.flatMap(({ line }) => {
          const figure = report.figures[line.key]
          const told = figure && figureWords(line, figure)
          return told ? [`${line.label}: ${told}`] : []
        })
        return {
          no: at + 1,
          unit:
            report.carriedByName === null ? report.unitName : `${report.unitName} (nay thuộc ${report.carriedByName})`,
          report: PLACE_WORDS[report.place],
          doneOn: report.doneOn === null ? null : plainDate(report.doneOn),
          onTime: done?.onTime ?? null,
          doneLate: done?.doneLate ?? null,
          notDone: done?.notDone ?? null,
          figures: figures.join('\n') || null,
          examples: examples.get(report.unitId)?.join('\n') ?? null,
        }
      })
      return ok({ total: rows.length, rows, narrowedTo: `${form.row.title}, ${branch.unit.name}` })
    },
  })
}

async function examplesOf(tx: Tx, branch: Branch, campaignId: string | null): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ unitId: string; kind: keyof typeof EXAMPLE_KIND_WORDS; title: string; who: string }>`
    select unit_id as "unitId", kind, title, who from app.example_note
    where withdrawn_at is null and campaign_id is not distinct from ${campaignId}::uuid
      and unit_id = any(${branch.units.map((unit) => unit.id)}::uuid[])
    order by noted_at, id`.execute(tx.db)
  const found = new Map<string, string[]>()
  for (const { unitId, kind, title, who } of rows) {
    const told = `${EXAMPLE_KIND_WORDS[kind]}: ${[who.trim(), title].filter(Boolean).join(', ')}`
    found.set(unitId, [...(found.get(unitId) ?? []), told])
  }
  return found
}
