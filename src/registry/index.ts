/** The browser's door: domain and the contract's types. */
export type { AwardShape } from './contract.ts'
export { AWARDS, findAward, METHOD_WORDS, METHODS } from './domain/award-codes.ts'
