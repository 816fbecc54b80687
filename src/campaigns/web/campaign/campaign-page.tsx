import { useQuery } from '@tanstack/react-query'
import { RecordEntries } from '../../../mechanisms/record/web/index.ts'
import { usePageParam } from '../../../platform/web/page-route.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import { Answer, Empty, Note, PageHeader, Panel, Tabs, useAddressParams } from '../../../ui/index.ts'
import { type CampaignDetails, campaigns } from '../api.ts'
import classes from './campaign.module.css'
import { CampaignActs } from './campaign-acts.tsx'
import { DocumentTab } from './document-tab.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { StateNote } from './state-note.tsx'
import { TakeUpTab } from './take-up-tab.tsx'
import { TasksTab } from './tasks-tab.tsx'

const PARTS = ['tong-quan', 'nhiem-vu', 'trien-khai', 'van-ban', 'lich-su'] as const
type Part = (typeof PARTS)[number]

/** One campaign: its plan, who has taken it up, its document, its history. The open part stands in the address. */
export function CampaignPage() {
  const id = usePageParam('id')
  const [params] = useAddressParams()
  const asked = useQuery(campaigns.get.queryOptions({ input: { id } }))
  const wanted = params.get('phan')
  const part = PARTS.find((one) => one === wanted) ?? 'tong-quan'
  return (
    <Answer asked={asked} problem={asked.error ? readProblem(asked.error) : undefined} title="Phong trào">
      {(details) => (
        <>
          <PageHeader
            title={details.campaign.title}
            crumbs={[{ href: '/phong-trao', word: 'Phong trào thi đua' }]}
            lead={details.campaign.theme === null ? undefined : `“${details.campaign.theme}”`}
            acts={<CampaignActs details={details} />}
          />
          <div className={classes.note}>
            <StateNote details={details} />
          </div>
          <Tabs label="Các phần của phong trào" tabs={tabsOf(details)} current={hrefOf(id, part)} />
          <OpenPart part={part} details={details} />
        </>
      )}
    </Answer>
  )
}

function OpenPart({ part, details }: { part: Part; details: CampaignDetails }) {
  switch (part) {
    case 'tong-quan':
      return <OverviewTab details={details} />
    case 'nhiem-vu':
      return <TasksTab details={details} />
    case 'trien-khai':
      return <TakeUpTab details={details} />
    case 'van-ban':
      return <DocumentTab details={details} />
    case 'lich-su':
      return <HistoryTab details={details} />
  }
}

function tabsOf({ campaign, facts }: CampaignDetails) {
  const { id } = campaign
  const tasks = facts.filter((fact) => fact.kind === 'task' && fact.state !== 'removed').length
  return [
    { href: hrefOf(id, 'tong-quan'), word: 'Tổng quan' },
    { href: hrefOf(id, 'nhiem-vu'), word: 'Nhiệm vụ', count: tasks },
    { href: hrefOf(id, 'trien-khai'), word: 'Triển khai', count: campaign.units },
    ...(campaign.actions.close ? [{ href: `/bao-cao/bieu-mau?phong-trao=${id}`, word: 'Báo cáo' }] : []),
    { href: hrefOf(id, 'van-ban'), word: 'Văn bản' },
    { href: hrefOf(id, 'lich-su'), word: 'Lịch sử' },
  ]
}

function hrefOf(id: string, part: Part): string {
  return part === 'tong-quan' ? `/phong-trao/${id}` : `/phong-trao/${id}?phan=${part}`
}

function HistoryTab({ details }: { details: CampaignDetails }) {
  if (details.entries.length === 0) {
    return (
      <Panel label="Lịch sử">
        <Empty title="Chưa có dòng nào">Việc làm với phong trào này hiện ở đây, mới nhất đứng đầu.</Empty>
      </Panel>
    )
  }
  return (
    <Panel title="Lịch sử" count={details.entries.length}>
      {details.campaign.actions.review === undefined && details.consents.length === 0 && (
        <Note tone="xam">Đơn vị thấy những dòng về việc của đơn vị mình.</Note>
      )}
      <RecordEntries label="Lịch sử của phong trào" entries={details.entries} />
    </Panel>
  )
}
