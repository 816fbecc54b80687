import { apiFor, type Outputs } from '../../../platform/web/api.ts'
import type { obligationsContract } from '../contract.ts'

export const obligations = apiFor<typeof obligationsContract>('obligations')
export type MyWork = Outputs<typeof obligationsContract>['mine']
export type ObligationDetails = Outputs<typeof obligationsContract>['get']
export type ObligationOutputs = Outputs<typeof obligationsContract>
