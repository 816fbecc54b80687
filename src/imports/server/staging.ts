import { sql } from 'kysely'
import { type Copying, startCopy } from '../../platform/database/copy-rows.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { ImportKind, ImportOrder, StagedRow } from './import-kind.ts'

const COMMON = ['row_no', 'name', 'fingerprint', 'problems'] as const

/** Makes the two temporary tables of a comparison; they go with the transaction. */
export async function openStaging(tx: Tx, kind: ImportKind): Promise<void> {
  // Statistics of a sheet are wanted roughly and at once.
  await sql`set local default_statistics_target = 20`.execute(tx.db)
  // A sheet of this size is joined and grouped whole: in memory, for this transaction alone.
  await sql`set local work_mem = '48MB'`.execute(tx.db)
  const typed = Object.entries(kind.staging).map(([name, type]) => `${name} ${type}`)
  await sql
    .raw(
      `create temp table import_staged (
         row_no integer not null, name text not null, fingerprint text, problems jsonb not null default '[]',
         decision text, decision_thing uuid, ${typed.join(', ')}
       ) on commit drop`,
    )
    .execute(tx.db)
  await sql`
    create temp table import_result (
      row_no integer not null, outcome text not null, thing_id uuid, changes jsonb not null default '{}', candidates jsonb not null default '[]',
      problems jsonb not null default '[]'
    ) on commit drop`.execute(tx.db)
}

/** The way into the staging table: rows as they are read. */
export async function copyStaged(
  tx: Tx,
  kind: ImportKind,
): Promise<Omit<Copying, 'write'> & { write: (rows: [number, StagedRow][]) => Promise<void> }> {
  const columns = Object.keys(kind.staging)
  const copying = await startCopy(tx, 'import_staged', [...COMMON, ...columns])
  return {
    ...copying,
    write: (rows) =>
      copying.write(
        rows.map(([no, row]) => [
          no,
          row.name,
          row.fingerprint,
          JSON.stringify(row.problems),
          ...columns.map((column) => row.values[column]),
        ]),
      ),
  }
}

/** The staging table filled again from the rows that are kept, with what has been decided of them meanwhile. */
export async function loadStaged(
  tx: Tx,
  kind: ImportKind,
  order: ImportOrder,
  only: number | null = null,
): Promise<void> {
  const columns = Object.keys(kind.staging)
  await sql`
    insert into import_staged (row_no, name, fingerprint, problems, decision, decision_thing, ${sql.raw(columns.join(', '))})
    select r.row_no, r.name, r.fingerprint, r.staged -> 'problems', r.decision, r.decision_thing, ${sql.raw(columns.map((one) => `p.${one}`).join(', '))}
    from app.import_row r cross join lateral jsonb_populate_record(null::import_staged, r.staged) p
    where r.import_id = ${order.id} and (${only}::integer is null or r.row_no = ${only})`.execute(tx.db)
}

/** Lets the kind compare, and makes every row with a problem wrong. */
export async function compareStaged(tx: Tx, kind: ImportKind, order: ImportOrder): Promise<void> {
  await sql`analyze import_staged`.execute(tx.db)
  await kind.compare(tx, order)
  await sql`
    update import_result r
    set problems = s.problems || r.problems, outcome = 'wrong'
    from import_staged s
    where s.row_no = r.row_no and (s.problems <> '[]' or (r.problems <> '[]' and r.outcome <> 'wrong'))`.execute(tx.db)
}

/** Keeps what was read and how it compares. Sensitive values stand in it as they were staged: sealed. */
export async function keepRows(tx: Tx, kind: ImportKind, order: ImportOrder): Promise<void> {
  const staged = Object.keys(kind.staging).map((name) => `'${name}', s.${name}`)
  await sql`
    insert into app.import_row (import_id, row_no, unit_no, name, outcome, staged, problems, changes, candidates, fingerprint, thing_id)
    select ${order.id}::uuid, s.row_no, ${order.unitNo}, s.name, r.outcome,
      jsonb_strip_nulls(jsonb_build_object(${sql.raw(staged.join(', '))})) || jsonb_build_object('problems', s.problems),
      r.problems, r.changes, r.candidates, s.fingerprint, r.thing_id
    from import_staged s join import_result r using (row_no) order by s.row_no`.execute(tx.db)
}

/**
 * Brings the rows that compare otherwise than they were shown up to date and marks them; gives how many. What a person has just decided
 * of a row is no surprise to him: `decided` rows are brought up to date and not counted.
 */
export async function keepDifferences(tx: Tx, order: ImportOrder, decided: boolean): Promise<number> {
  const { rows } = await sql<{ differs: boolean }>`
    update app.import_row k
    set outcome = r.outcome, thing_id = r.thing_id, changes = r.changes, candidates = r.candidates, problems = r.problems, differs = ${!decided}
    from import_result r
    where k.import_id = ${order.id} and k.row_no = r.row_no
      and (k.outcome, k.thing_id, k.changes, k.candidates, k.problems) is distinct from (r.outcome, r.thing_id, r.changes, r.candidates, r.problems)
    returning k.differs`.execute(tx.db)
  return rows.length
}

/** How many rows came out how, from the rows that are kept. */
export async function countOutcomes(tx: Tx, importId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ outcome: string; count: number }>`
    select outcome, count(*) as count from app.import_row where import_id = ${importId} group by outcome`.execute(tx.db)
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]))
}
