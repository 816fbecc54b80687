import { unitMatcher } from '../domain/unit-matcher.ts'
import type { Branch } from './unit-outline.ts'

type Findable = { name: string; shortName: string | null; symbol: string | null; kind: string }

/** The branches with a unit of these words and this kind in them, each with what stands above it; and how many units match. */
export function findUnits<One extends Findable>(
  branches: readonly Branch<One>[],
  wanted: { q: string; kind: string },
): { branches: Branch<One>[]; found: number } {
  let found = 0
  const matches = unitMatcher(wanted)
  const keep = (all: readonly Branch<One>[]): Branch<One>[] =>
    all.flatMap(({ unit, children }) => {
      const own = matches(unit)
      if (own) found += 1
      const below = keep(children)
      return own || below.length > 0 ? [{ unit, children: below }] : []
    })
  return { branches: keep(branches), found }
}
