import { apiFor, type Outputs } from '../../platform/web/api.ts'
import type { importsContract } from '../contract.ts'

export const imports = apiFor<typeof importsContract>('imports')
export type ImportsOutputs = Outputs<typeof importsContract>
export type Import = ImportsOutputs['get']['import']
export type Rows = ImportsOutputs['rows']
export type Row = Rows['rows'][number]
export type Kind = ImportsOutputs['kinds']['kinds'][number]
