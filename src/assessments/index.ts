/** The browser's door: domain and the contract's types. */
export type { PeriodShape, SheetShape } from './contract.ts'
export { DISCIPLINE_WORDS, REVIEW_WORDS, SIDE_WORDS } from './domain/kinds.ts'
export { LEVEL_WORDS, NOT_RATED_WORDS } from './domain/levels.ts'
export { periodName } from './domain/periods.ts'
