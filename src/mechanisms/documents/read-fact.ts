import type { FactKind, WireFactValue } from './fact-values.ts'

/** A fact as a reading gives it: `key` names it within the reading, `parent` is the key of the period it belongs to. */
export type ReadFact = {
  key: string
  parent: string | null
  kind: FactKind
  value: WireFactValue
  source: { start: number; end: number } | null
  confidence: 'sure' | 'look'
}
