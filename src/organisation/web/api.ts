import { apiFor, type Inputs, type Outputs } from '../../platform/web/api.ts'
import type { organisationContract } from '../contract.ts'

export const organisation = apiFor<typeof organisationContract>('organisation')
export type OrganisationInputs = Inputs<typeof organisationContract>
export type OrganisationOutputs = Outputs<typeof organisationContract>

export type EventPreview = OrganisationOutputs['previewUnitEvent']
export type UnitPageData = OrganisationOutputs['unit']
export type PersonPageData = OrganisationOutputs['person']
export type Post = PersonPageData['posts'][number]
