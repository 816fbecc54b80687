import { useQuery } from '@tanstack/react-query'
import { formatDateWithWeekday, plainDate } from '../../../kernel/plain-date.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import {
  Answer,
  ButtonLink,
  DataTable,
  Empty,
  PageHeader,
  Panel,
  useAddressParams,
  WorkList,
  WorkRow,
} from '../../../ui/index.ts'
import { OVERVIEW_ROWS } from '../../domain/overview-words.ts'
import { campaigns, type OverviewData } from '../api.ts'
import { campaignColumns } from '../campaign-columns.tsx'
import { campaignHref, campaignStatus, paperWords } from '../words.ts'
import { LatePanel } from './late-panel.tsx'
import { NotSentPanel } from './not-sent-panel.tsx'
import { RowsPanel } from './rows-panel.tsx'
import { WeekPanel } from './week-panel.tsx'

/** One page for whoever answers for all campaigns: what waits for him, who has not sent, what is late and how long, what changed since last week. */
export function OverviewPage() {
  const asked = useQuery(campaigns.overview.queryOptions({ input: {} }))
  const [params] = useAddressParams()
  const wanted = params.get('xem')
  const what = OVERVIEW_ROWS.find((one) => one === wanted)
  return (
    <Answer asked={asked} problem={asked.error ? readProblem(asked.error) : undefined} title="Tổng quan">
      {(data) => (
        <>
          <PageHeader title="Tổng quan" lead={`${formatDateWithWeekday(plainDate(data.today))}. ${summary(data)}`} />
          {what && <RowsPanel what={what} />}
          <Waiting data={data} />
          <NotSentPanel data={data} />
          <LatePanel data={data} />
          <WeekPanel data={data} />
          <All data={data} />
        </>
      )}
    </Answer>
  )
}

function summary({ campaigns: all, counts, lateUnits }: OverviewData): string {
  const running = all.filter((campaign) => campaign.state === 'launched').length
  const late = counts.late === 0 ? 'không đơn vị nào quá hạn' : `${lateUnits} đơn vị quá hạn ${counts.late} việc`
  return `${running} phong trào đang diễn ra, ${late}.`
}

function Waiting({ data }: { data: OverviewData }) {
  if (data.waitingForMe.length === 0) return null
  return (
    <Panel flush title="Chờ ý kiến" count={data.waitingForMe.length}>
      <WorkList>
        {data.waitingForMe.map((campaign, index) => (
          <WorkRow
            key={campaign.id}
            status={campaignStatus(campaign)}
            title={campaign.title}
            href={campaignHref(campaign)}
            sub={`${paperWords(campaign)}. ${campaign.hostUnitName} trình, gửi ${campaign.units} đơn vị`}
            act={
              <ButtonLink size="s" kind={index === 0 ? 'primary' : 'outline'} href={campaignHref(campaign)}>
                Xem và cho ý kiến
              </ButtonLink>
            }
          />
        ))}
      </WorkList>
    </Panel>
  )
}

function All({ data }: { data: OverviewData }) {
  return (
    <Panel flush title="Mọi phong trào" count={data.campaigns.length}>
      {data.campaigns.length === 0 ? (
        <Empty title="Chưa có phong trào nào">Phong trào hiện ở đây từ lúc bộ phận thường trực bắt đầu soạn.</Empty>
      ) : (
        <DataTable
          label="Mọi phong trào"
          columns={campaignColumns}
          rows={data.campaigns}
          rowKey={(campaign) => campaign.id}
        />
      )}
    </Panel>
  )
}
