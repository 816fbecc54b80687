import type { PlainDate } from '../../kernel/plain-date.ts'
import { compareVietnamese, sameWords } from '../../kernel/vietnamese-text.ts'

/** A stretch of days; `to` is the last of them, null while it has no end. */
export type Span = { readonly from: PlainDate; readonly to: PlainDate | null }

export function overlap(a: Span, b: Span): boolean {
  return (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to)
}

/** Is there somebody on every single day from this one on, for ever? */
export function heldForEver(spans: readonly Span[], from: PlainDate, nextDay: (day: PlainDate) => PlainDate): boolean {
  let uncovered = from
  for (const span of spans.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (span.from > uncovered) return false
    if (span.to === null) return true
    if (span.to >= uncovered) uncovered = nextDay(span.to)
  }
  return false
}

/** Two units under one parent may bear one name only on different days: one was dissolved before the other began. */
export function nameTaken(name: string, span: Span, siblings: readonly (Span & { name: string })[]): boolean {
  return siblings.some((sibling) => overlap(sibling, span) && sameWords(sibling.name, name))
}

type Placed = { readonly id: string; readonly parentId: string | null; readonly orderNo: number; readonly name: string }

/** Protocol order: every unit before the units below it, brothers by their number, then by name. */
export function inProtocolOrder<T extends Placed>(units: readonly T[]): T[] {
  const below = new Map<string | null, T[]>()
  const known = new Set(units.map((unit) => unit.id))
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null
    below.set(parent, [...(below.get(parent) ?? []), unit])
  }
  const ordered: T[] = []
  const walk = (parent: string | null) => {
    const children = below.get(parent) ?? []
    children.sort((a, b) => a.orderNo - b.orderNo || compareVietnamese(a.name, b.name))
    for (const child of children) {
      ordered.push(child)
      walk(child.id)
    }
  }
  walk(null)
  return ordered
}
