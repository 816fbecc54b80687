import { apiFor, type Outputs } from '../../platform/web/api.ts'
import type { assessmentsContract } from '../contract.ts'

export const assessments = apiFor<typeof assessmentsContract>('assessments')
export type AssessmentsOutputs = Outputs<typeof assessmentsContract>

export type Sheet = AssessmentsOutputs['sheet']
export type SheetRow = Sheet['rows'][number]
type PersonFacts = AssessmentsOutputs['ofPerson']
export type Rating = NonNullable<PersonFacts['facts']>['ratings'][number]
export type Discipline = NonNullable<PersonFacts['facts']>['disciplines'][number]
export type Review = NonNullable<PersonFacts['facts']>['reviews'][number]
