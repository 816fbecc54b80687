import { apiFor, type Outputs } from '../../platform/web/api.ts'
import type { reportsContract } from '../contract.ts'

export const reports = apiFor<typeof reportsContract>('reports')
export type ReportsOutputs = Outputs<typeof reportsContract>
/** What a unit reports for one obligation, with everything shown beside it. */
export type ReportPageData = ReportsOutputs['page']
/** One form with what its designer needs. */
export type FormPageData = ReportsOutputs['getForm']
export type Definition = FormPageData['form']['definition']
export type Line = Definition['sections'][number]['lines'][number]
export type Value = ReportPageData['lines'][number]['value']
export type Contribution = ReportPageData['contributions'][number]
export type DraftFile = { id: string; name: string; size: number; mediaType: string }
/** The reports of a branch as one, and what stands behind it. */
export type Assembled = ReportsOutputs['assembled']
export type AssembledFigure = Assembled['figures'][number]
export type ReportRow = ReportsOutputs['assembledReports']['rows'][number]
export type LineOfReport = ReportsOutputs['assembledLine']['rows'][number]
