import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { hasEnded, unitPaths } from '../../platform/database/unit-tree.ts'
import type { FormRow } from './load-form.ts'

export type ChosenUnit = { id: string; unitNo: number; name: string }
/** A unit that was chosen and has ended since, with who reports in its place, if anybody does. */
export type EndedUnit = { name: string; endedOn: PlainDate; successorName: string | null }

type Row = ChosenUnit & { endsOn: PlainDate | null }

/**
 * Whom a form is for today: the units that were chosen; in place of one that has ended whoever carries it on, as long as that stands below
 * the host. `ended` says which.
 */
export async function chosenUnits(
  tx: Tx,
  row: Pick<FormRow, 'id' | 'unit_id'>,
): Promise<{ units: ChosenUnit[]; ended: EndedUnit[] }> {
  const rows: Row[] = await tx.db
    .selectFrom('report_form_unit')
    .innerJoin('unit', 'unit.id', 'report_form_unit.unit_id')
    .select(['unit.id', 'unit.unit_no as unitNo', 'unit.name', 'unit.valid_to as endsOn'])
    .where('report_form_unit.form_id', '=', row.id)
    .orderBy('unit.unit_no')
    .execute()
  const over = rows.filter((unit) => hasEnded(unit.endsOn, tx.today))
  const carriers = await carriersOf(tx, row, over)
  const units = new Map<string, ChosenUnit>()
  for (const { endsOn, ...unit } of rows) {
    const today = hasEnded(endsOn, tx.today) ? carriers.get(unit.id) : unit
    if (today) units.set(today.id, today)
  }
  const ended = over.flatMap(({ id, name, endsOn }) =>
    endsOn === null ? [] : [{ name, endedOn: endsOn, successorName: carriers.get(id)?.name ?? null }],
  )
  return { units: [...units.values()], ended }
}

/** Writes who is to report; what was chosen before goes. */
export async function writeChosen(tx: Tx, formId: string, unitIds: readonly string[]): Promise<void> {
  await tx.db.deleteFrom('report_form_unit').where('form_id', '=', formId).execute()
  if (unitIds.length === 0) return
  await sql`
    insert into app.report_form_unit (form_id, unit_id, unit_no)
    select ${formId}, u.id, u.unit_no from app.unit u where u.id = any(${[...unitIds]}::uuid[])`.execute(tx.db)
}

/**
 * Who acts today for each of these units: a living one itself, for one that has ended whoever carries it on. Nobody where that has no
 * successor, or none below the host of the form.
 */
export async function carriersOf(
  tx: Tx,
  host: Pick<FormRow, 'unit_id'>,
  units: readonly { id: string }[],
): Promise<Map<string, ChosenUnit>> {
  if (units.length === 0) return new Map()
  const { rows } = await sql<ChosenUnit & { of: string }>`
    with recursive carried as materialized (
      select distinct on (unit_id) * from app.carried_on(${tx.today}::date) order by unit_id, by_unit_id
    ), walk as (
      select u.id as of, u.id from unnest(${units.map((unit) => unit.id)}::uuid[]) as u (id)
      union
      select w.of, c.by_unit_id from walk w join carried c on c.unit_id = w.id
    )
    select w.of, u.id, u.unit_no as "unitNo", u.name from walk w join app.unit u on u.id = w.id
    where u.valid_to is null or u.valid_to >= ${tx.today}::date`.execute(tx.db)
  const paths = await unitPaths(
    tx,
    rows.map((unit) => unit.id),
  )
  return new Map(
    rows.flatMap(({ of, ...unit }) => (paths.get(unit.id)?.includes(host.unit_id) ? [[of, unit] as const] : [])),
  )
}
