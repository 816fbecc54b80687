import type { organisationContract } from '../../organisation/contract.ts'
import { apiFor, type Outputs } from '../../platform/web/api.ts'
import type { actingContract } from '../contract.ts'

export const acting = apiFor<typeof actingContract>('acting')
/** Units and the people in them, to choose from. */
export const organisation = apiFor<typeof organisationContract>('organisation')

type ActingOutputs = Outputs<typeof actingContract>
export type Delegation = ActingOutputs['delegations']['delegations'][number]
export type DelegablePost = ActingOutputs['delegable']['posts'][number]
export type OpenWorkPage = ActingOutputs['openWork']
export type OpenItem = OpenWorkPage['parts'][number]['items'][number]
export type Handover = ActingOutputs['handover']['handover']
export type Sharing = ActingOutputs['lookingAfter']
export type StepRules = ActingOutputs['stepRules']
export type StepRule = StepRules['rules'][number]
export type Newcomer = ActingOutputs['newcomer']
