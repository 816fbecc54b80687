import { useQuery } from '@tanstack/react-query'
import { formatDateWithWeekday, plainDate } from '../../../kernel/plain-date.ts'
import {
  ladderOf,
  lateWords,
  obligationStatus,
  RemindAllButton,
  RemindButton,
} from '../../../mechanisms/obligations/web/index.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import {
  Answer,
  ButtonLink,
  DataTable,
  Empty,
  LateRow,
  PageHeader,
  Panel,
  PanelBody,
  WorkList,
  WorkRow,
} from '../../../ui/index.ts'
import { campaigns, type OverviewData } from '../api.ts'
import { campaignColumns } from '../campaign-columns.tsx'
import { campaignHref, campaignStatus, paperWords } from '../words.ts'

/** One page for whoever answers for all campaigns: what waits for him, what is late, how far each has come. */
export function OverviewPage() {
  const asked = useQuery(campaigns.overview.queryOptions({ input: {} }))
  return (
    <Answer asked={asked} problem={asked.error ? readProblem(asked.error) : undefined} title="Tổng quan">
      {(data) => (
        <>
          <PageHeader title="Tổng quan" lead={`${formatDateWithWeekday(plainDate(data.today))}. ${summary(data)}`} />
          <Waiting data={data} />
          <Late data={data} />
          <All data={data} />
        </>
      )}
    </Answer>
  )
}

function summary({ campaigns: all, late, lateUnits }: OverviewData): string {
  const running = all.filter((campaign) => campaign.state === 'launched').length
  const lateWords = late.length === 0 ? 'không đơn vị nào quá hạn' : `${lateUnits} đơn vị quá hạn ${late.length} việc`
  return `${running} phong trào đang diễn ra, ${lateWords}.`
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

function Late({ data }: { data: OverviewData }) {
  const oneThing = new Set(data.late.map((owed) => owed.thingId)).size === 1
  return (
    <Panel
      flush
      title="Quá hạn ở các đơn vị"
      count={data.late.length > 0 ? data.late.length : undefined}
      acts={<RemindAllButton owed={data.late} />}
    >
      {data.late.length === 0 ? (
        <PanelBody>Không đơn vị nào quá hạn.</PanelBody>
      ) : (
        <WorkList>
          {data.late.map((owed) => (
            <LateRow
              key={owed.id}
              title={owed.unitName}
              href={`/viec/${owed.id}`}
              sub={lateWords(owed, oneThing)}
              status={obligationStatus(owed)}
              ladder={ladderOf(owed.reminders)}
              act={<RemindButton owed={owed} />}
            />
          ))}
        </WorkList>
      )}
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
