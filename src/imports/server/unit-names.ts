import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'

export type NamedUnit = {
  readonly id: string
  readonly no: number
  readonly name: string
  /** From the top of what is looked in down to the unit: «Sở Nội vụ / Văn phòng». */
  readonly path: string
  readonly from: PlainDate
}

/** What a sheet may call a unit, and which units that may be. */
export type UnitNames = {
  readonly find: (text: string) => readonly NamedUnit[]
  readonly byId: ReadonlyMap<string, NamedUnit>
}

/**
 * The units under this one (itself too) that have not ended, by every name a sheet may use: name, short name, symbol, and the name behind
 * those of units above it, as far up as somebody writes. A name that is spelt exactly so wins over one that is alike without marks.
 */
export async function unitNames(tx: Tx, top: string): Promise<UnitNames> {
  const { rows } = await sql<NamedUnit & { short: string | null; symbol: string | null; above: string[] }>`
    with recursive tree as (
      select u.id, u.unit_no, u.name, u.short_name, u.symbol, u.valid_from, array[]::text[] collate "vi-x-icu" as above from app.unit u where u.id = ${top}
      union all
      select u.id, u.unit_no, u.name, u.short_name, u.symbol, u.valid_from, t.above || t.name from tree t join app.unit u on u.parent_id = t.id
      where u.valid_to is null or u.valid_to >= ${tx.today}::date
    )
    select id, unit_no as no, name, short_name as short, symbol, valid_from as "from", above, array_to_string(above || name, ' / ') as path
    from tree`.execute(tx.db)
  const known = new Map<string, NamedUnit[]>()
  const learn = (words: string, unit: NamedUnit) => {
    const key = foldForSearch(words)
    const same = known.get(key)
    if (!same) known.set(key, [unit])
    else if (!same.includes(unit)) same.push(unit)
  }
  for (const { short, symbol, above, ...unit } of rows) {
    for (let from = above.length; from >= 0; from -= 1) learn([...above.slice(from), unit.name].join(' '), unit)
    if (short) learn(short, unit)
    if (symbol) learn(symbol, unit)
  }
  const exact = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
  const asked = new Map<string, readonly NamedUnit[]>()
  const look = (text: string): readonly NamedUnit[] => {
    const alike = known.get(foldForSearch(text)) ?? []
    if (alike.length < 2) return alike
    const spelt = alike.filter((unit) => exact(unit.path) === exact(text) || exact(unit.name) === exact(text))
    return spelt.length > 0 ? spelt : alike
  }
  return {
    byId: new Map(rows.map((unit) => [unit.id, unit])),
    // A sheet names the same few units in every row.
    find: (text) => {
      const before = asked.get(text)
      if (before) return before
      const found = look(text)
      asked.set(text, found)
      return found
    },
  }
}
