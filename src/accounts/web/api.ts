import { apiFor, type Outputs } from '../../platform/web/api.ts'
import type { accountsContract } from '../contract.ts'

export const accounts = apiFor<typeof accountsContract>('accounts')
export type AccountsOutputs = Outputs<typeof accountsContract>

export type Account = NonNullable<AccountsOutputs['ofPerson']['account']>
export type Grant = Account['grants'][number]
/** A post that grants may sit on, as the person's page gives it. */
export type AccountPost = { id: string; title: string; unitId: string; unitName: string }
