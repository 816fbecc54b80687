import type { ContentOf } from '../../../mechanisms/submissions/contract.ts'
import type { Outputs } from '../../../platform/web/api.ts'
import type { reportsContract } from '../../contract.ts'

/** A report's form with what is shown beside its lines: as whoever receives it, or reads what was sent, needs it. */
export type ReportPage = Outputs<typeof reportsContract>['page']
export type SentReport = ContentOf<'report'>
