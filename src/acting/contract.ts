import { delegationsContract } from './delegations-contract.ts'
import { handoverContract } from './handover-contract.ts'
import { sharingContract } from './sharing-contract.ts'

export const actingContract = { ...delegationsContract, ...handoverContract, ...sharingContract }
