import { apiFor, type Outputs } from '../../platform/web/api.ts'
import type { urgingContract } from '../contract.ts'

export const urging = apiFor<typeof urgingContract>('urging')
export type UrgingOutputs = Outputs<typeof urgingContract>
export type Board = UrgingOutputs['late']
export type BoardRow = Board['rows'][number]
export type Letter = UrgingOutputs['letter']['letter']
export type Office = UrgingOutputs['ladders']['offices'][number]
export type OfKind = Office['kinds'][number]
