import { sql } from 'kysely'
import { grantFor } from '../../../kernel/actor.ts'
import { formatDate } from '../../../kernel/plain-date.ts'
import { ok, type Result, refusal } from '../../../kernel/result.ts'
import { UNIT_KIND_WORDS, UNIT_LEVEL_WORDS } from '../../../organisation/index.ts'
import { createUnit, lockOrganisation, takeBackUnitEvent } from '../../../organisation/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { Candidate, ImportKind, ImportOrder } from '../import-kind.ts'
import { compareUnits } from './compare-units.ts'
import { UNIT_STAGING, unitStager } from './stage-unit.ts'
import { UNIT_COLUMNS } from './unit-columns.ts'

/** New units below those that are there. What a unit becomes later is an event with its paper, entered at the unit, not by sheet. */
export const unitsImport: ImportKind<typeof UNIT_COLUMNS> = {
  name: 'units',
  words: {
    title: 'Đơn vị mới',
    row: 'đơn vị',
    defaultDay: 'Ngày bắt đầu, cho dòng để trống cột “Từ ngày”',
    guidance: [
      'Mỗi dòng là một đơn vị mới, đứng dưới một đơn vị đã có hoặc một đơn vị ở dòng phía trên',
      'Đơn vị đã có cùng tên dưới cùng đơn vị cấp trên thì được giữ nguyên',
      'Đổi tên, chuyển, hợp nhất, giải thể là sự kiện có văn bản: ghi ở trang của đơn vị',
    ],
  },
  columns: UNIT_COLUMNS,
  staging: UNIT_STAGING,
  whyMayNot: (actor, unit) =>
    grantFor(actor, ['administrator'], unit) ? undefined : refusal('not-yours-to-do', { who: 'quản trị viên' }),
  lock: lockOrganisation,
  reader: unitStager,
  compare: compareUnits,
  apply: applyUnits,
  undo: undoUnits,
  show: (row) => ({
    name: text(row.unit_name),
    parent: text(row.parent_said),
    shortName: text(row.short_name),
    symbol: text(row.symbol),
    kind: typeof row.kind === 'string' ? UNIT_KIND_WORDS[row.kind as 'other'] : null,
    level: typeof row.level === 'string' ? UNIT_LEVEL_WORDS[row.level as 'tinh'] : null,
    legalPerson: row.legal_person === null || row.legal_person === undefined ? null : row.legal_person ? 'có' : 'không',
    orderNo: text(row.order_no),
    from: typeof row.valid_from === 'string' ? formatDate(row.valid_from) : null,
  }),
  hiddenValues: () => ({}),
  showChange: (_key, was) => was,
  leftWords: () => 'Đã được dùng từ khi nhập',
  candidates: async (): Promise<Candidate[]> => [],
}

const text = (value: unknown) => (value === null || value === undefined ? null : String(value))

type NewRow = {
  row_no: number
  thing_id: string
  unit_name: string
  parent_id: string
  short_name: string | null
  symbol: string | null
  kind: 'other' | null
  level: 'tinh' | null
  legal_person: boolean | null
  order_no: number | null
  valid_from: string
}

/** One after the other by the event every new unit is: units above stand before those below them. The first that is refused refuses all. */
async function applyUnits(tx: Tx, order: ImportOrder): Promise<Result<void>> {
  const { rows } = await sql<NewRow>`
    select s.*, s.valid_from::text as valid_from, r.thing_id from import_staged s join import_result r using (row_no)
    where r.outcome = 'new' order by s.row_no`.execute(tx.db)
  for (const row of rows) {
    const made = await createUnit(tx, {
      id: row.thing_id,
      name: row.unit_name,
      shortName: row.short_name,
      symbol: row.symbol,
      kind: row.kind ?? 'other',
      level: row.level,
      legalPerson: row.legal_person ?? false,
      parentId: row.parent_id,
      orderNo: row.order_no ?? row.row_no,
      from: row.valid_from,
    })
    if (!made.ok) return made
    await sql`
      insert into app.import_effect (import_id, thing_id, thing_kind, row_no, act, version)
      values (${order.id}, ${row.thing_id}, 'unit', ${row.row_no}, 'created', 1)`.execute(tx.db)
  }
  return ok(undefined)
}

/** From below: the event of each is taken back while nothing stands on the unit; otherwise it is left. */
async function undoUnits(tx: Tx, order: ImportOrder): Promise<void> {
  const { rows } = await sql<{ thing_id: string; event_id: string }>`
    select e.thing_id, v.id as event_id from app.import_effect e
    join app.unit_event_unit u on u.unit_id = e.thing_id and u.role = 'subject'
    join app.unit_event v on v.id = u.event_id and v.kind = 'created' and v.taken_back_at is null
    where e.import_id = ${order.id} and e.state = 'done' order by e.row_no desc`.execute(tx.db)
  for (const { thing_id, event_id } of rows) {
    await sql`savepoint one_unit`.execute(tx.db)
    const undone = await takeBackUnitEvent(tx, { id: event_id, reason: 'Hoàn tác lần nhập từ tệp' })
    if (!undone.ok) await sql`rollback to savepoint one_unit`.execute(tx.db)
    await sql`
      update app.import_effect set state = ${undone.ok ? 'undone' : 'left'}, reason = ${undone.ok ? null : 'used'}
      where import_id = ${order.id} and thing_id = ${thing_id}`.execute(tx.db)
  }
  await sql`
    update app.import_effect set state = 'left', reason = 'gone' where import_id = ${order.id} and state = 'done'`.execute(
    tx.db,
  )
}
