import { sql } from 'kysely'
import { formatDate, formatMoment, parsePlainDate, plainDate } from '../../kernel/plain-date.ts'
import { partialDateWords } from '../../organisation/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { ALL_KEPT } from '../domain/all-kept.ts'
import type { KeptTable } from '../domain/kept-data.ts'
import { FACT_VALUES } from './fact-values.ts'

export type KeptGroup = { title: string; rows: { term: string; value: string }[][] }

const MOST = 1000

/**
 * Everything that is kept about a person, table by table, in words: read through the same list the page «Dữ liệu cá nhân» shows, so that
 * what is kept and what is handed out cannot drift apart. As far as the actor sees: for himself. `veiled` leaves the citizen id out.
 */
export async function keptRows(tx: Tx, personId: string, { veiled }: { veiled: boolean }): Promise<KeptGroup[]> {
  const groups: KeptGroup[] = []
  const units = new Map(
    (await tx.db.selectFrom('unit').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  )
  for (const table of ALL_KEPT) {
    const columns = Object.keys(table.columns).filter((column) => !table.withheld?.includes(column))
    const read = [...columns, ...Object.values(table.partial ?? {})]
    const { rows } = await sql<Record<string, unknown>>`
      select ${sql.join(read.map((column) => sql.ref(column)))} from ${sql.table(`app.${table.table}`)}
      where ${sql.ref(table.of)} = ${personId}::uuid limit ${MOST}`.execute(tx.db)
    if (rows.length === 0) continue
    groups.push({
      title: table.title,
      rows: rows.map((row) => columns.flatMap((column) => cell(tx, { table, column, row, units, veiled }))),
    })
  }
  return groups
}

type Place = {
  table: KeptTable
  column: string
  row: Record<string, unknown>
  units: ReadonlyMap<string, string>
  veiled: boolean
}

function cell(tx: Tx, { table, column, row, units, veiled }: Place) {
  const value = row[column]
  if (value === null || value === undefined || value === '') return []
  const term = table.columns[column] ?? column
  if (column === 'unit_id') return [{ term, value: units.get(String(value)) ?? 'đơn vị khác' }]
  const precision = row[table.partial?.[column] ?? ''] as 'day' | 'month' | 'year' | undefined
  if (precision) return [{ term, value: partialDateWords({ on: plainDate(String(value)), precision }) }]
  const purpose = table.sealed?.[column]
  if (purpose === undefined)
    return [{ term, value: words(table.values?.[column] ?? FACT_VALUES[table.table]?.[column], value) }]
  if (veiled && table.table === 'person') return [{ term, value: 'có' }]
  return [{ term, value: tx.keys.open(purpose, value as Buffer) }]
}

function words(codes: Readonly<Record<string, string>> | undefined, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không'
  if (value instanceof Date) return formatMoment(value)
  const text = String(value)
  return codes?.[text] ?? (parsePlainDate(text) === undefined ? text : formatDate(text))
}
