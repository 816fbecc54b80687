import { sql } from 'kysely'
import { holds } from '../../kernel/actor.ts'
import { cellName } from '../../kernel/cell-name.ts'
import { type RefusalCode, refusalSentence } from '../../kernel/refusals.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { SheetColumn } from '../../kernel/sheet-columns.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import { type Counts, type Decision, NO_ROWS, OUTCOMES, type Outcome, openActs } from '../domain/outcomes.ts'
import type { Candidate, ImportKind, RowProblem } from './import-kind.ts'
import { findKind, type ImportKinds, type ImportRow, importFor } from './load-import.ts'

const PAGE_SIZE = 50

type Problem = { code: RefusalCode; values: Record<string, string> }
export type ImportShape = {
  id: string
  kind: string
  title: string
  row: string
  unitId: string
  unitName: string
  fileId: string
  fileName: string
  state: ImportRow['state']
  progress: number
  counts: Counts
  differs: number
  leftRows: number
  problem: string | null
  unknownHeads: { cell: string; head: string }[]
  createdBy: string
  createdAt: string
  orderedBy: string | null
  appliedAt: string | null
  undoneBy: string | null
  undoneAt: string | null
  version: number
  actions: Partial<Record<'apply' | 'cancel' | 'undo' | 'decide', { whyNot: string | null }>>
}

/** The imports the actor may import for himself, newest first. */
export function listImports(kinds: ImportKinds) {
  return async (
    tx: Tx,
    { page }: { page: number },
  ): Promise<Result<{ imports: ImportShape[]; total: number; page: number; pageSize: number }>> => {
    const all = await tx.db
      .selectFrom('import')
      .select(['id', 'kind', 'unit_id'])
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute()
    const paths = await unitPaths(
      tx,
      all.map((row) => row.unit_id),
    )
    const mine = all.filter(({ kind, unit_id }) => {
      const path = paths.get(unit_id) ?? []
      const known = findKind(kinds, kind)
      return known && (!known.whyMayNot(tx.actor, path) || holds(tx.actor, 'auditor', path))
    })
    const ids = mine.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((row) => row.id)
    const rows = ids.length === 0 ? [] : await withUnits(tx, ids)
    const imports = ids
      .flatMap((id) => rows.find((row) => row.id === id) ?? [])
      .flatMap((row) => {
        const kind = findKind(kinds, row.kind)
        return kind ? [shapeOf(row, kind, !kind.whyMayNot(tx.actor, paths.get(row.unit_id) ?? []))] : []
      })
    return ok({ imports, total: mine.length, page, pageSize: PAGE_SIZE })
  }
}

async function withUnits(tx: Tx, ids: readonly string[]) {
  return tx.db
    .selectFrom('import')
    .innerJoin('unit', 'unit.id', 'import.unit_id')
    .selectAll('import')
    .select('unit.name as unit_name')
    .where('import.id', 'in', [...ids])
    .execute()
}

export function getImport(kinds: ImportKinds) {
  return async (tx: Tx, { id }: { id: string }): Promise<Result<{ import: ImportShape }>> => {
    const found = await importFor(tx, kinds, id, { reading: true })
    if (!found.ok) return found
    const [row] = await withUnits(tx, [id])
    if (!row) throw new Error(`no import ${id}`)
    return ok({ import: shapeOf(row, found.value.kind, found.value.mine) })
  }
}

function shapeOf(row: ImportRow & { unit_name: string }, kind: ImportKind, mine: boolean): ImportShape {
  const problem = row.problem as Problem | null
  return {
    id: row.id,
    kind: kind.name,
    title: kind.words.title,
    row: kind.words.row,
    unitId: row.unit_id,
    unitName: row.unit_name,
    fileId: row.file_id,
    fileName: row.file_name,
    state: row.state,
    progress: row.progress,
    counts: { ...NO_ROWS, ...(row.counts as Partial<Counts>) },
    differs: row.differs,
    leftRows: row.left_rows,
    problem: problem && refusalSentence(problem.code, problem.values),
    unknownHeads: row.unknown_heads as { cell: string; head: string }[],
    createdBy: row.created_by_name,
    createdAt: row.created_at.toISOString(),
    orderedBy: row.ordered_by_name,
    appliedAt: row.applied_at?.toISOString() ?? null,
    undoneBy: row.undone_by_name,
    undoneAt: row.undone_at?.toISOString() ?? null,
    version: row.version,
    actions: Object.fromEntries((mine ? openActs(row.state) : []).map((act) => [act, { whyNot: null }])),
  }
}

export type RowShape = {
  no: number
  name: string
  outcome: Outcome
  /** By key, as people read them, in the order of the columns. */
  values: Record<string, string | null>
  /** What is there instead, for the values that differ. */
  before: Record<string, string | null>
  problems: { cell: string | null; head: string | null; sentence: string }[]
  candidates: (Candidate & { newer: boolean })[]
  decision: Decision | null
  differs: boolean
  left: string | null
}

export type RowsInput = { id: string; outcome: Outcome | 'differs' | 'left'; page: number }
type Rows = {
  columns: { key: string; head: string }[]
  rows: RowShape[]
  total: number
  page: number
  pageSize: number
}

/** A page of the rows that came out so; «left» are those an undoing has left, with the reason. */
export function listRows(kinds: ImportKinds) {
  return async (tx: Tx, { id, outcome, page }: RowsInput): Promise<Result<Rows>> => {
    const found = await importFor(tx, kinds, id, { reading: true })
    if (!found.ok) return found
    const { row, kind } = found.value
    const which = (OUTCOMES as readonly string[]).includes(outcome)
      ? sql<boolean>`r.outcome = ${outcome}`
      : outcome === 'differs'
        ? sql<boolean>`r.differs`
        : sql<boolean>`exists (select 1 from app.import_effect e where e.import_id = r.import_id and e.row_no = r.row_no and e.state = 'left')`
    const { rows: counted } = await sql<{ total: number }>`
      select count(*) as total from app.import_row r where r.import_id = ${id} and ${which}`.execute(tx.db)
    const { rows } = await sql<KeptRow>`
      select r.*, (select e.reason from app.import_effect e where e.import_id = r.import_id and e.row_no = r.row_no and e.state = 'left' limit 1) as left
      from app.import_row r where r.import_id = ${id} and ${which}
      order by r.row_no limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`.execute(tx.db)
    const places = placesOf(row)
    const people = new Map(
      (
        await kind.candidates(
          tx,
          rows.flatMap((one) => one.candidates.map((candidate) => candidate.id)),
        )
      ).map((one) => [one.id, one]),
    )
    return ok({
      columns: kind.columns.filter((column) => !column.hidden).map(({ key, head }) => ({ key, head })),
      rows: rows.map((kept) => rowShape(kind, kept, places, people)),
      total: counted[0]?.total ?? 0,
      page,
      pageSize: PAGE_SIZE,
    })
  }
}

export type KeptRow = {
  row_no: number
  name: string
  outcome: Outcome
  staged: Record<string, unknown>
  problems: RowProblem[]
  changes: Record<string, [string | null, string | null]>
  candidates: { id: string; newer?: boolean }[]
  decision: Decision | null
  differs: boolean
  left: string | null
}

/** Where each column stood in the sheet: key → its place, counted from 0. */
export function placesOf(row: Pick<ImportRow, 'columns'>): ReadonlyMap<string, number> {
  return new Map((row.columns as { key: string; column: number }[]).map(({ key, column }) => [key, column]))
}

function rowShape(
  kind: ImportKind,
  kept: KeptRow,
  places: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, Candidate>,
): RowShape {
  return {
    no: kept.row_no,
    name: kept.name,
    outcome: kept.outcome,
    values: { ...kind.show(kept.staged) },
    before: Object.fromEntries(
      Object.entries(kept.changes).map(([key, [was]]) => [key, was === null ? null : kind.showChange(key, was)]),
    ),
    problems: kept.problems.map((problem) => problemShape(kind.columns, kept.row_no, problem, places)),
    candidates: kept.candidates.flatMap(({ id, newer = false }) => {
      const candidate = known.get(id)
      return candidate ? [{ ...candidate, values: { ...candidate.values }, newer }] : []
    }),
    decision: kept.decision,
    differs: kept.differs,
    left: kept.left === null ? null : kind.leftWords(kept.left),
  }
}

/** A problem with its cell («D12») where the sheet has its column, and its sentence. */
export function problemShape(
  columns: readonly SheetColumn[],
  rowNo: number,
  { key, code, values }: RowProblem,
  places: ReadonlyMap<string, number>,
) {
  const place = key === null ? undefined : places.get(key)
  return {
    cell: place === undefined ? null : cellName(place, rowNo),
    head: columns.find((column) => column.key === key)?.head ?? null,
    sentence: refusalSentence(code, values),
  }
}
