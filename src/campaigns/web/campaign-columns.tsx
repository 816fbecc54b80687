import { type Column, Link, StatusWord, TwoLines } from '../../ui/index.ts'
import type { CampaignSummary } from '../contract.ts'
import { campaignHref, campaignStatus, lateStatus, paperWords, timeWords } from './words.ts'

/** A campaign on one row, in the list of all and on the page of whoever answers for them. */
export const campaignColumns: readonly Column<CampaignSummary>[] = [
  {
    key: 'title',
    head: 'Phong trào',
    cell: (campaign) => (
      <TwoLines sub={`${paperWords(campaign)}. ${campaign.hostUnitName}`}>
        <Link strong href={campaignHref(campaign)}>
          {campaign.title}
        </Link>
      </TwoLines>
    ),
  },
  { key: 'time', head: 'Thời gian', width: 210, cell: timeWords },
  {
    key: 'received',
    head: 'Tiếp nhận',
    end: true,
    width: 96,
    cell: (campaign) => taken(campaign, campaign.received),
  },
  {
    key: 'disseminated',
    head: 'Quán triệt',
    end: true,
    width: 96,
    cell: (campaign) => taken(campaign, campaign.disseminated),
  },
  {
    key: 'state',
    head: 'Trạng thái',
    card: 'state',
    width: 170,
    cell: (campaign) => {
      const late = lateStatus(campaign.late)
      return (
        <>
          <div>
            <StatusWord {...campaignStatus(campaign)} />
          </div>
          {late && (
            <div>
              <StatusWord {...late} small />
            </div>
          )}
        </>
      )
    },
  },
]

/** «7/9»; before the launch nobody owes anything. */
function taken({ state, units }: CampaignSummary, done: number): string {
  return state === 'launched' || state === 'closed' ? `${done}/${units}` : 'chưa có'
}
