import { sql } from 'kysely'
import { formatDate, formatMoment, parsePlainDate } from '../../kernel/plain-date.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { KeptTable } from '../domain/kept-data.ts'
import { KEPT_FACTS } from '../domain/kept-facts.ts'
import { KEPT_TABLES } from '../domain/kept-tables.ts'
import { FACT_VALUES } from './fact-values.ts'

export type KeptGroup = { title: string; rows: { term: string; value: string }[][] }

const MOST = 1000

/**
 * Everything that is kept about a person, table by table, in words: read through the same list the page «Dữ liệu cá nhân» shows, so that
 * what is kept and what is handed out cannot drift apart. As far as the actor sees: for himself. `veiled` leaves the citizen id out.
 */
export async function keptRows(tx: Tx, personId: string, { veiled }: { veiled: boolean }): Promise<KeptGroup[]> {
  const groups: KeptGroup[] = []
  for (const table of [...KEPT_TABLES, ...KEPT_FACTS]) {
    const columns = Object.keys(table.columns)
    const { rows } = await sql<Record<string, unknown>>`
      select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(`app.${table.table}`)}
      where ${sql.ref(table.of)} = ${personId}::uuid limit ${MOST}`.execute(tx.db)
    if (rows.length === 0) continue
    groups.push({
      title: table.title,
      rows: rows.map((row) => columns.flatMap((column) => cell(tx, table, column, row, veiled))),
    })
  }
  return groups
}

function cell(tx: Tx, table: KeptTable, column: string, row: Record<string, unknown>, veiled: boolean) {
  const value = row[column]
  if (value === null || value === undefined || value === '') return []
  const term = table.columns[column] ?? column
  const purpose = table.sealed?.[column]
  if (purpose === undefined) return [{ term, value: words(table.values?.[column] ?? FACT_VALUES[table.table]?.[column], value) }]
  if (veiled && table.table === 'person') return [{ term, value: 'có' }]
  return [{ term, value: tx.keys.open(purpose, value as Buffer) }]
}

function words(codes: Readonly<Record<string, string>> | undefined, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không'
  if (value instanceof Date) return formatMoment(value)
  const text = String(value)
  return codes?.[text] ?? (parsePlainDate(text) === undefined ? text : formatDate(text))
}
