import { sql } from 'kysely'
import { ok, type Result } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import type { ImportKinds } from './load-import.ts'

export type KindShape = {
  name: string
  title: string
  row: string
  guidance: string[]
  defaultDay: string | null
  /** Where the actor may import it: a unit stands for all below it. */
  units: { id: string; name: string }[]
}

/** What can be brought in by sheet, and where the actor may; kinds he may bring in nowhere are left out. */
export function listKinds(kinds: ImportKinds) {
  return async (tx: Tx, _input: object): Promise<Result<{ kinds: KindShape[] }>> => {
    if (tx.actor.kind !== 'person') return ok({ kinds: [] })
    const held = [...new Set(tx.actor.grants.map((grant) => grant.unitId))]
    const paths = await unitPaths(tx, held)
    const { rows } = await sql<{ id: string; name: string }>`
      select id, name from app.unit where id = any (${held}::uuid[]) and (valid_to is null or valid_to >= ${tx.today}::date) order by name`.execute(
      tx.db,
    )
    const shapes = kinds.map(({ name, words, whyMayNot }) => ({
      name,
      title: words.title,
      row: words.row,
      guidance: [...words.guidance],
      defaultDay: words.defaultDay ?? null,
      units: rows.filter((unit) => !whyMayNot(tx.actor, paths.get(unit.id) ?? [unit.id])),
    }))
    return ok({ kinds: shapes.filter((kind) => kind.units.length > 0) })
  }
}
