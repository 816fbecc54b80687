import { apiFor, type Outputs } from '../../platform/web/api.ts'
import type { urgingContract } from '../contract.ts'

export const urging = apiFor<typeof urgingContract>('urging')
export type UrgingOutputs = Outputs<typeof urgingContract>
export type Board = UrgingOutputs['late']
export type BoardRow = Board['rows'][number]
