import { apiFor, type Outputs } from '../../platform/web/api.ts'
import type { accountsContract } from '../contract.ts'

export const accounts = apiFor<typeof accountsContract>('accounts')
export type AccountsOutputs = Outputs<typeof accountsContract>
