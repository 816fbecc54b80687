import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Door } from './states.ts'

/** One thing still missing, in words that follow «Còn thiếu:», with the field of the review screen to go to. */
export type Missing = { what: string; field: string }

export type Prepared = {
  door: Door
  title: string
  units: number
  receiptDue: PlainDate | null
  disseminateDue: PlainDate | null
  subject: string | null
  number: string | null
  issuedOn: PlainDate | null
  signerName: string | null
  signedFile: boolean
  /** Tasks given to units whose days cannot be counted: what to look at, and the field that shows them. */
  openTasks: readonly { factId: string; title: string }[]
  /** Units that a task was given to, though the plan does not go to them. */
  unitsNotSentTo: readonly string[]
}

/** What must be there before the authority is asked. Only an issued document must already bear number, date and signer. */
export function missingForProposal(campaign: Prepared): Missing[] {
  const missing: Missing[] = []
  if (campaign.subject === null) missing.push({ what: 'trích yếu', field: 'subject' })
  if (campaign.title.trim() === '') missing.push({ what: 'tên phong trào', field: 'title' })
  if (campaign.units === 0) missing.push({ what: 'đơn vị nhận', field: 'units' })
  if (campaign.receiptDue === null) missing.push({ what: 'hạn tiếp nhận', field: 'receiptDue' })
  if (campaign.disseminateDue === null) missing.push({ what: 'hạn quán triệt', field: 'disseminateDue' })
  for (const task of campaign.openTasks) missing.push({ what: `hạn của “${task.title}”`, field: `task:${task.factId}` })
  if (campaign.unitsNotSentTo.length > 0) missing.push({ what: notSentTo(campaign.unitsNotSentTo), field: 'units' })
  return campaign.door === 'issued' ? [...missing, ...missingOfIssued(campaign)] : missing
}

/** «nơi nhận cho 3 đơn vị được giao nhiệm vụ: Phòng A, Phòng B …» */
function notSentTo(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ')
  return `nơi nhận cho ${names.length} đơn vị được giao nhiệm vụ: ${shown}${names.length > 3 ? ' …' : ''}`
}

/** What must be there before the launch: the same, and whatever makes a draft an issued document. */
export function missingForLaunch(campaign: Prepared): Missing[] {
  const missing = missingForProposal({ ...campaign, door: 'draft' })
  const issued = missingOfIssued(campaign)
  const signed =
    campaign.door === 'draft' && !campaign.signedFile ? [{ what: 'tệp văn bản đã ký', field: 'signedFile' }] : []
  return [...missing, ...issued, ...signed]
}

function missingOfIssued(campaign: Prepared): Missing[] {
  const missing: Missing[] = []
  if (campaign.number === null) missing.push({ what: 'số, ký hiệu', field: 'number' })
  if (campaign.issuedOn === null) missing.push({ what: 'ngày ký (đủ ngày, tháng, năm)', field: 'date' })
  if (campaign.signerName === null) missing.push({ what: 'người ký', field: 'signer' })
  return missing
}
