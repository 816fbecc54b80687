import { sql } from 'kysely'
import { isId } from '../../../kernel/ids.ts'
import { plainDate } from '../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { SheetColumns, SheetRow } from '../../../kernel/sheet-columns.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { unitPath } from '../../../platform/database/unit-tree.ts'
import type { ListExport, OpenedList } from '../../../platform/export/list-export.ts'
import { unitNames } from '../unit-names.ts'
import { PEOPLE_COLUMNS } from './people-columns.ts'
import { peopleImport } from './people-kind.ts'

/** What is sensitive is opened person by person, never by a list: these columns stay out, and empty cells leave what is there. */
const SENSITIVE = ['birth', 'gender', 'ethnicity', 'partyJoinedOn', 'citizenId']
const COLUMNS: SheetColumns = PEOPLE_COLUMNS.filter((column) => !SENSITIVE.includes(column.key))
const BATCH = 1000

type Row = {
  id: string
  version: string
  staff_code: string | null
  full_name: string
  email: string | null
  recruited_on: string | null
  unit_id: string
  title: string
  valid_from: string
  leader_level: string | null
  recipient_class: string | null
  direct_worker: boolean
  party_managed: boolean
}

/**
 * The people of a unit and those below it with their posts, to be edited and brought in again: the hidden columns tell who a row is and
 * which state of him was taken away, so that what somebody else changes meanwhile is not written over.
 */
export const peopleToEdit: ListExport = {
  name: 'people-to-edit',
  fileName: 'nguoi-de-sua',
  title: 'Người và vị trí công tác',
  columns: COLUMNS,
  open: async (tx, { unitId = '' }): Promise<Result<OpenedList>> => {
    if (!isId(unitId)) return refuse('not-found')
    const path = await unitPath(tx, unitId)
    if (path.length === 0) return refuse('not-found')
    const why = peopleImport.whyMayNot(tx.actor, path)
    if (why) return { ok: false, refusal: why }
    const units = await unitNames(tx, unitId)
    const nos = [...units.byId.values()].map((unit) => unit.no)
    const { rows } = await sql<{ total: number }>`
      select count(*) as total from app.person p join app.post q on q.person_id = p.id
      where ${held(tx)} and q.unit_no = any (${nos}::int[]) and p.merged_into is null`.execute(tx.db)
    const pathOf = (id: string) => units.byId.get(id)?.path ?? ''
    return ok({ total: rows[0]?.total ?? 0, rows: people(tx, nos, pathOf), narrowedTo: pathOf(unitId) })
  },
}

const held = (tx: Tx) =>
  sql`q.kind = 'regular' and ${tx.today}::date between q.valid_from and coalesce(q.valid_to, 'infinity')`

async function* people(
  tx: Tx,
  nos: readonly number[],
  pathOf: (id: string) => string,
): AsyncGenerator<SheetRow<SheetColumns>> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<Row>`
      select p.id, p.version || '.' || q.version as version, p.staff_code, p.full_name, p.email, p.recruited_on::text as recruited_on,
        q.unit_id, q.title, q.valid_from::text as valid_from, q.leader_level, q.recipient_class, q.direct_worker, q.party_managed
      from app.person p join app.post q on q.person_id = p.id
      where ${held(tx)} and q.unit_no = any (${nos}::int[]) and p.merged_into is null and p.id > ${after}
      order by p.id limit ${BATCH}`.execute(tx.db)
    for (const row of rows) {
      after = row.id
      yield {
        id: row.id,
        version: row.version,
        staffCode: row.staff_code,
        name: row.full_name,
        email: row.email,
        recruitedOn: row.recruited_on === null ? null : plainDate(row.recruited_on),
        unit: pathOf(row.unit_id),
        title: row.title,
        from: plainDate(row.valid_from),
        leaderLevel: row.leader_level,
        recipientClass: row.recipient_class,
        directWorker: row.direct_worker,
        partyManaged: row.party_managed,
      } as SheetRow<SheetColumns>
    }
    if (rows.length < BATCH) return
  }
}
