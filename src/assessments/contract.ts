import { factsContract } from './facts-contract.ts'
import { ratingsContract } from './ratings-contract.ts'

export type { PeriodShape } from './rating-values.ts'
export { LIST_ACTIONS, type SheetShape } from './ratings-contract.ts'

export const assessmentsContract = { ...ratingsContract, ...factsContract }
