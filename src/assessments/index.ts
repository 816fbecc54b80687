/** The browser's door: domain and the contract's types. */
export type { PeriodShape, SheetShape } from './contract.ts'
export { LEVEL_WORDS, NOT_RATED, NOT_RATED_WORDS, RATING_LEVELS, ratedWords } from './domain/levels.ts'
export { periodName } from './domain/periods.ts'
