import { formatDate } from '../../kernel/plain-date.ts'
import { type PlainStatus, STATUS } from '../../ui/status-word/status-words.ts'
import type { CampaignSummary } from '../contract.ts'
import type { CampaignState } from '../domain/states.ts'

/** The state of a campaign as a list shows it. */
const CAMPAIGN_STATUS: Readonly<Record<CampaignState, PlainStatus>> = {
  draft: { tone: 'xam', icon: 'pencil', word: 'Đang soạn' },
  proposed: { tone: 'cham', icon: 'hourglass', word: 'Chờ ý kiến' },
  returned: STATUS.returned,
  agreed: { tone: 'cam', icon: 'clock', word: 'Chờ phát động' },
  launched: { tone: 'luc', icon: 'circle-check', word: 'Đang diễn ra' },
  closed: { tone: 'xam', icon: 'flag', word: 'Đã kết thúc' },
}

const PAUSED: PlainStatus = { tone: 'cam', icon: 'player-pause', word: 'Tạm dừng' }

/** The state of a campaign, and that it is paused. */
export function campaignStatus({ state, pausedOn }: Pick<CampaignSummary, 'state' | 'pausedOn'>): PlainStatus {
  return pausedOn === null ? CAMPAIGN_STATUS[state] : PAUSED
}

/** The states for a filter, in the order a campaign goes through them. */
export const CAMPAIGN_STATE_OPTIONS = (Object.keys(CAMPAIGN_STATUS) as CampaignState[]).map((value) => ({
  value,
  label: CAMPAIGN_STATUS[value].word,
}))

export function isCampaignState(text: string): text is CampaignState {
  return Object.hasOwn(CAMPAIGN_STATUS, text)
}

/** A campaign that is still being prepared opens where it is prepared. */
export function campaignHref({ id, state }: Pick<CampaignSummary, 'id' | 'state'>): string {
  return state === 'launched' || state === 'closed' ? `/phong-trao/${id}` : `/phong-trao/${id}/ra-soat`
}

/** «Kế hoạch số 05/KH-SNV, 05/01/2022»; what is missing is said. */
export function paperWords({ number, issuedOn }: Pick<CampaignSummary, 'number' | 'issuedOn'>): string {
  if (number === null) return 'Chưa có số'
  return issuedOn === null ? `Số ${number}` : `Số ${number}, ${formatDate(issuedOn)}`
}

/** «01/01/2022 đến 31/12/2022». */
export function timeWords({ startsOn, endsOn }: Pick<CampaignSummary, 'startsOn' | 'endsOn'>): string {
  if (startsOn === null && endsOn === null) return 'Chưa rõ'
  if (startsOn === null) return `đến ${formatDate(endsOn ?? '')}`
  return endsOn === null ? `từ ${formatDate(startsOn)}` : `${formatDate(startsOn)} đến ${formatDate(endsOn)}`
}

/** «7/9 đơn vị, 77,8%». */
export function shareWords(done: number, all: number): string {
  if (all === 0) return 'chưa có đơn vị'
  return `${done}/${all} đơn vị, ${percent(done, all)}`
}

function percent(done: number, all: number): string {
  return `${((done / all) * 100).toLocaleString('vi-VN', { maximumFractionDigits: 1 })}%`
}

/** Late units as a state, when there are any. */
export function lateStatus(late: number): PlainStatus | undefined {
  return late === 0 ? undefined : { tone: 'son', icon: 'alert-triangle', word: `${late} đơn vị quá hạn` }
}
