import { type RawBuilder, sql } from 'kysely'
import { followedUnits } from '../../../acting/server/index.ts'
import { daysBetween, type PlainDate } from '../../../kernel/plain-date.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import {
  loadObligations,
  type ObligationShape,
  timelinessOf,
  toObligationShape,
} from '../../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { MatrixCellShape, MatrixColumnShape, TakeUpBranch, TakeUpFilter, TakeUpRow } from '../../contract.ts'
import { type LoadedCampaign, leadsCampaign, readCampaign } from '../load-campaign.ts'
import { campaignThings } from '../obligation-things.ts'
import { branchesBelow, pathTo } from './branches.ts'
import { BASE_KEY, lateFrom, narrowed, ofCampaign, type UnitOwing, unitsOwing } from './units-owing.ts'

const PAGE_SIZE = 50
/** Rows of what is still owed under the map; the ledger has them all. */
const OPEN_SHOWN = 30

type TakeUpPage = {
  today: string
  columns: MatrixColumnShape[]
  path: { unitId: string; unitName: string }[]
  branches: TakeUpBranch[]
  rows: TakeUpRow[]
  total: number
  page: number
  pageSize: number
  mine: number
  open: ObligationShape[]
  openTotal: number
  duties: number
}

/**
 * How the units have taken it up, as far as the actor sees: counted by branch first, then fifty units at a time against everything they
 * owe. Of five thousand units only the page's cells are loaded.
 */
export async function takeUp(tx: Tx, input: TakeUpFilter & { page: number }): Promise<Result<TakeUpPage>> {
  const opened = await readCampaign(tx, input.id, 'see')
  if (!opened.ok) return opened
  const loaded = opened.value
  const units = await unitsOwing(tx, loaded, input)
  const start = (input.page - 1) * PAGE_SIZE
  const shown = units.slice(start, start + PAGE_SIZE)
  const mine = (await followedUnits(tx)) ?? new Set<string>()
  const leads = leadsCampaign(tx, loaded)
  return ok({
    today: tx.today,
    columns: await columnsOf(tx, input),
    path: await pathTo(tx, loaded, input.branchId),
    branches: leads ? await branchesBelow(tx, input.branchId ?? loaded.row.unit_id, units) : [],
    rows: await rowsOf(tx, loaded, input, shown),
    total: units.length,
    page: input.page,
    pageSize: PAGE_SIZE,
    mine: units.filter((unit) => mine.has(unit.unitId)).length,
    open: leads ? await stillOpen(tx, loaded, input, shown) : [],
    openTotal: units.reduce((sum, unit) => sum + unit.open, 0),
    duties: units.reduce((sum, unit) => sum + unit.all, 0),
  })
}

async function columnsOf(tx: Tx, filter: TakeUpFilter): Promise<MatrixColumnShape[]> {
  const all: RawBuilder<boolean>[] = [await ofCampaign(tx, filter.id), ...narrowed(filter)]
  const { rows } = await sql<MatrixColumnShape>`
    select ${BASE_KEY} as key, obligation.kind, min(obligation.title) as title, min(obligation.occurrence) as occurrence,
      min(obligation.first_last_day) as "lastDay", min(obligation.task_fact_id::text) as "factId"
    from app.obligation where ${sql.join(all, sql` and `)}
    group by 1, obligation.kind order by min(obligation.first_last_day), 1`.execute(tx.db)
  return rows
}

type CellRow = {
  key: string
  id: string
  unitId: string
  kind: MatrixCellShape['kind']
  state: MatrixCellShape['state']
  lastDay: PlainDate
  doneOn: PlainDate | null
  submissionState: MatrixCellShape['submissionState']
}

async function rowsOf(
  tx: Tx,
  loaded: LoadedCampaign,
  filter: TakeUpFilter,
  units: readonly UnitOwing[],
): Promise<TakeUpRow[]> {
  const ids = units.map((unit) => unit.unitId)
  const all: RawBuilder<boolean>[] = [await ofCampaign(tx, filter.id), ...narrowed(filter)]
  const { rows } = await sql<CellRow>`
    select ${BASE_KEY} as key, obligation.id, obligation.unit_id as "unitId", obligation.kind, obligation.state,
      obligation.last_day as "lastDay", obligation.done_on as "doneOn", s.state as "submissionState"
    from app.obligation left join app.submission s on s.obligation_id = obligation.id
    where obligation.unit_id = any(${ids}::uuid[]) and ${sql.join(all, sql` and `)}
    order by obligation.state = 'open' desc, obligation.last_day, obligation.id`.execute(tx.db)
  const { branchId, kind } = filter
  const timely = await timelinessOf(tx, campaignThings, { thingId: filter.id, unitId: branchId, kind }, 'unit')
  const byUnit = new Map(timely.map((one) => [one.unitId, one]))
  const cells = cellsByUnit(rows, loaded, tx)
  return units.map(({ unitId, unitName, owed, done, late, open }) => {
    const { onTime = 0, doneLate = 0, notDone = 0 } = byUnit.get(unitId) ?? {}
    const counted = { owed, done, late, open, onTime, due: onTime + doneLate + notDone }
    return { unitId, unitName, ...counted, cells: [...(cells.get(unitId)?.values() ?? [])] }
  })
}

/** Of two of the same the one still open, first due, stands in the cell. */
function cellsByUnit(
  rows: readonly CellRow[],
  loaded: LoadedCampaign,
  tx: Tx,
): Map<string, Map<string, MatrixCellShape>> {
  const { closed_on: closedOn, paused_on: pausedOn } = loaded.row
  const cells = new Map<string, Map<string, MatrixCellShape>>()
  for (const { unitId, lastDay, doneOn, ...row } of rows) {
    const own = cells.get(unitId) ?? new Map<string, MatrixCellShape>()
    cells.set(unitId, own)
    const there = own.get(row.key)
    if (there) there.count += 1
    else {
      const daysLeft = daysBetween(doneOn ?? lateFrom(tx, loaded), lastDay)
      own.set(row.key, { ...row, daysLeft, closedOn, pausedOn, count: 1 })
    }
  }
  return cells
}

async function stillOpen(
  tx: Tx,
  loaded: LoadedCampaign,
  filter: TakeUpFilter,
  units: readonly UnitOwing[],
): Promise<ObligationShape[]> {
  if (loaded.row.state !== 'launched' || units.length === 0) return []
  const all: RawBuilder<boolean>[] = [await ofCampaign(tx, filter.id), ...narrowed(filter)]
  const open = await loadObligations(tx, campaignThings, (query) =>
    query
      .where(
        'obligation.unit_id',
        'in',
        units.map((unit) => unit.unitId),
      )
      .where('obligation.state', '=', 'open')
      .where(sql<boolean>`${sql.join(all, sql` and `)}`)
      .orderBy('obligation.last_day')
      .orderBy('obligation.unit_no')
      .limit(OPEN_SHOWN),
  )
  return open.map((one) => toObligationShape(tx, one))
}
