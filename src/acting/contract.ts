import { delegationsContract } from './delegations-contract.ts'

export const actingContract = { ...delegationsContract }
