import { ok, type Result } from '../../../kernel/result.ts'
import type { ObligationThings } from '../../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { unitPath } from '../../../platform/database/unit-tree.ts'
import type { Assembled, AssembledFigure } from '../../contract.ts'
import { isMissing, isSent, type LineTotal, type ReportPlace } from '../../domain/assembly.ts'
import { whyMayNotAssemble } from '../../domain/assembly-permissions.ts'
import { isFigure } from '../../domain/definition.ts'
import type { LoadedForm } from '../load-form.ts'
import { type Asked, type Branch, openBranch } from './branch.ts'
import { totalsOf } from './figures.ts'
import { type AskedLine, linesOfForms } from './lines-of-form.ts'
import { type ReportOfBranch, reportsOfBranch } from './reports-of-branch.ts'

const MOST_NAMED = 50

/**
 * The reports of a branch as one: every figure line with its total, last period and last year beside it, and who has not sent, by name.
 * Whoever has not sent is counted nowhere; a unit that has ended counts where it is carried on.
 */
export function assembled(things: ObligationThings) {
  return async (tx: Tx, input: Asked): Promise<Result<Assembled>> => {
    const opened = await openBranch(tx, input)
    if (!opened.ok) return opened
    const { form, branch } = opened.value
    const reports = await reportsOfBranch(tx, things, { formId: form.row.id, branch })
    const { previous, lastYear } = await before(tx, form)
    const lines = await figuresOf(tx, { form, branch, previous, lastYear })
    const edits = whyMayNotAssemble(tx.actor, 'edit', await unitPath(tx, branch.unit.id)) === undefined
    return ok({
      ...headOf(form, branch, reports),
      previous: named(previous),
      lastYear: named(lastYear),
      ...lines,
      actions: edits ? { edit: { whyNot: null } } : {},
    })
  }
}

type Head = Omit<Assembled, 'figures' | 'texts' | 'previous' | 'lastYear' | 'actions'>

function headOf({ row, campaignTitle }: LoadedForm, branch: Branch, reports: readonly ReportOfBranch[]): Head {
  const own = reports.filter((report) => report.supplementOf === null)
  const counts: Partial<Record<ReportPlace, number>> = {}
  for (const { place } of own) counts[place] = (counts[place] ?? 0) + 1
  const missing = own.filter((report) => isMissing(report.place))
  const within = new Set(branch.units.flatMap((unit) => (unit.above === null ? [] : [unit.above])))
  const right = branch.units.filter((unit) => unit.above === branch.unit.id && within.has(unit.id))
  return {
    form: {
      id: row.id,
      title: row.title,
      periodName: row.period_name,
      campaignId: row.campaign_id,
      campaignTitle,
      versionNo: row.version_no,
      state: row.state === 'closed' ? 'closed' : 'published',
    },
    unit: { id: branch.unit.id, name: branch.unit.name },
    branches: right.map(({ id, name }) => ({ id, name })),
    counts,
    owed: own.filter((report) => report.place !== 'exempt').length,
    sent: own.filter((report) => isSent(report.place)).length,
    missing: missing.length,
    supplementsMissing: reports.filter((report) => report.supplementOf !== null && isMissing(report.place)).length,
    missingNames: missing.slice(0, MOST_NAMED).map((report) => report.unitName),
    carried: own.filter((report) => report.carriedByName !== null && isSent(report.place)).length,
  }
}

type Earlier = { id: string; title: string; periodName: string }

/** The forms of last period and last year, where the office has said which and the actor sees them. */
async function before(tx: Tx, { row }: LoadedForm): Promise<{ previous: Earlier | null; lastYear: Earlier | null }> {
  const ids = [row.previous_form_id, row.last_year_form_id].filter((id) => id !== null)
  if (ids.length === 0) return { previous: null, lastYear: null }
  const found = await tx.db
    .selectFrom('report_form')
    .select(['id', 'title', 'period_name as periodName'])
    .where('id', 'in', ids)
    .where('version_no', '>', 0)
    .execute()
  const one = (id: string | null) => found.find((form) => form.id === id) ?? null
  return { previous: one(row.previous_form_id), lastYear: one(row.last_year_form_id) }
}

function named(earlier: Earlier | null): Assembled['previous'] {
  return earlier && { title: earlier.title, periodName: earlier.periodName }
}

type Compared = { form: LoadedForm; branch: Branch; previous: Earlier | null; lastYear: Earlier | null }

async function figuresOf(
  tx: Tx,
  { form, branch, previous, lastYear }: Compared,
): Promise<Pick<Assembled, 'figures' | 'texts'>> {
  const formIds = [...new Set([form.row, previous, lastYear].flatMap((one) => one?.id ?? []))]
  const totals = await totalsOf(tx, { formIds, branch })
  const lines = await linesOfForms(tx, formIds)
  const asked = lines.get(form.row.id) ?? []
  const total = (formId: string | undefined, { line }: AskedLine): LineTotal | null => {
    if (formId === undefined) return null
    const there = lines.get(formId)?.find((other) => other.line.key === line.key)
    // A line that meant something else then is not compared.
    return there?.line.kind === line.kind ? (totals.get(formId)?.get(line.key) ?? null) : null
  }
  const figures: AssembledFigure[] = asked
    .filter((one) => isFigure(one.line.kind))
    .map((one) => ({
      line: one.line,
      section: one.section,
      dropped: one.dropped,
      total: total(form.row.id, one),
      previous: total(previous?.id, one),
      lastYear: total(lastYear?.id, one),
    }))
  const texts = asked.filter((one) => !isFigure(one.line.kind))
  return {
    figures: figures.filter((figure) => !figure.dropped || figure.total !== null),
    texts: texts.map(({ line, section, dropped }) => ({ key: line.key, label: line.label, section, dropped })),
  }
}
