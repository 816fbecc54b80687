import { DISCIPLINE_WORDS, LEVEL_WORDS, NOT_RATED_WORDS, REVIEW_WORDS, SIDE_WORDS } from '../../assessments/index.ts'
import { METHOD_WORDS } from '../../registry/index.ts'

type Words = Readonly<Record<string, string>>

const LEVELS: Words = Object.fromEntries(Object.entries(LEVEL_WORDS).map(([level, { long }]) => [level, long]))
const DISCIPLINES: Words = Object.fromEntries(Object.entries(DISCIPLINE_WORDS).map(([kind, { word }]) => [kind, word]))

/** What the codes of yearly facts and awards mean, by table and column: the words those rooms show on their own screens. */
export const FACT_VALUES: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  rating: { level: LEVELS, not_rated: NOT_RATED_WORDS },
  rating_entry: { level: LEVELS, not_rated: NOT_RATED_WORDS },
  discipline: { kind: DISCIPLINES, side: SIDE_WORDS },
  pending_review: { kind: REVIEW_WORDS },
  award: { method: METHOD_WORDS },
}
