export { consentsOf, consentsOfMany, type GivenConsent, giveConsent, voidConsents } from './consent.ts'
export { type Giver, giversOn } from './givers.ts'
export { recordIfOneDidBoth, separationAt, stepRule } from './separation.ts'
