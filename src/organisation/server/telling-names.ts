import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'

/**
 * For each unit of today the shortest name that tells it from the others: its own, or behind those of units above it
 * («Chi cục A / Văn phòng»), as a sheet that comes back may name it. By id.
 */
export async function tellingNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const units = await tx.db
    .selectFrom('unit')
    .select(['id', 'name', 'parent_id'])
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', tx.today)]))
    .execute()
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const above = (id: string | null) => (id === null ? undefined : byId.get(id))
  let unsettled = units.map((unit) => ({ id: unit.id, name: unit.name, next: above(unit.parent_id) }))
  const names = new Map<string, string>()
  while (unsettled.length > 0) {
    const alike = Map.groupBy(unsettled, ({ name }) => foldForSearch(name))
    const doubled = new Set([...alike.values()].filter((same) => same.length > 1).flat())
    for (const { id, name } of unsettled) names.set(id, name)
    unsettled = unsettled.flatMap((one) => {
      if (!doubled.has(one) || one.next === undefined) return []
      return [{ id: one.id, name: `${one.next.name} / ${one.name}`, next: above(one.next.parent_id) }]
    })
  }
  return names
}
