import { apiFor, type Outputs } from '../../platform/web/api.ts'
import type { assignmentsContract } from '../contract.ts'

export const assignments = apiFor<typeof assignmentsContract>('assignments')
export type AssignmentOutputs = Outputs<typeof assignmentsContract>
export type Assignment = AssignmentOutputs['get']['assignment']
