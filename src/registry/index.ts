/** The browser's door: domain and the contract's types. */
export type { AwardShape } from './contract.ts'
export { METHOD_WORDS } from './domain/award-codes.ts'
