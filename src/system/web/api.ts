import { apiFor, type Outputs } from '../../platform/web/api.ts'
import type { systemContract } from '../contract.ts'

export const system = apiFor<typeof systemContract>('system')
export type SystemOutputs = Outputs<typeof systemContract>
