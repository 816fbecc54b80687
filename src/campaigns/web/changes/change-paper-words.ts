import { formatDate } from '../../../kernel/plain-date.ts'
import type { CampaignChange } from '../../contract.ts'

/** «Văn bản 70/TB-SNV ngày 12/07/2022 của Sở Nội vụ»; nothing for a change without a paper. */
export function changePaperWords({ document }: Pick<CampaignChange, 'document'>): string | undefined {
  if (document === null) return undefined
  const issuer = document.issuer === null ? '' : ` của ${document.issuer}`
  return `Văn bản ${document.number} ngày ${formatDate(document.issuedOn)}${issuer}`
}
