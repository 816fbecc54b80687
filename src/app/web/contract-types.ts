import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { AppContract } from '../contract.ts'

/** What each operation takes: `ContractInputs['campaigns']['launch']`. */
export type ContractInputs = InferContractRouterInputs<AppContract>
/** What each operation gives: `ContractOutputs['campaigns']['get']`. */
export type ContractOutputs = InferContractRouterOutputs<AppContract>
