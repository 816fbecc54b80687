import { apiFor, type Outputs } from '../../platform/web/api.ts'
import type { campaignsContract } from '../contract.ts'

export const campaigns = apiFor<typeof campaignsContract>('campaigns')
/** One campaign with its plan, take-up, consents and history. */
export type CampaignDetails = Outputs<typeof campaignsContract>['get']
export type OverviewData = Outputs<typeof campaignsContract>['overview']
export type TakeUpPage = Outputs<typeof campaignsContract>['takeUp']
