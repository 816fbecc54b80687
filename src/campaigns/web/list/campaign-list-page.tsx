import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { readProblem } from '../../../platform/web/problem.ts'
import { takeList } from '../../../platform/web/take-list.ts'
import { ButtonLink, Empty, ExportButton, ListTable, PageHeader, Panel, useListAddress } from '../../../ui/index.ts'
import { campaigns } from '../api.ts'
import { campaignColumns } from '../campaign-columns.tsx'
import { CAMPAIGN_STATE_OPTIONS, isCampaignState } from '../words.ts'

/** Every campaign the person may see: search without accents, by state, in the address bar. */
export function CampaignListPage() {
  const list = useListAddress({ filters: ['state'] })
  const state = list.filters.state ?? ''
  const input = {
    q: list.q === '' ? undefined : list.q,
    state: isCampaignState(state) ? state : undefined,
    page: list.page,
  }
  const asked = useQuery({ ...campaigns.list.queryOptions({ input }), placeholderData: keepPreviousData })
  const create = asked.data?.actions.create && (
    <ButtonLink kind="primary" icon="file-upload" href="/phong-trao/tao">
      Tạo phong trào từ văn bản
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title="Phong trào thi đua" acts={create} />
      <Panel flush label="Các phong trào">
        <ListTable
          list={list}
          noun="phong trào"
          label="Danh sách phong trào"
          searchPlaceholder="Tìm tên, chủ đề, số văn bản"
          filters={[{ name: 'state', label: 'Trạng thái', any: 'Mọi trạng thái', options: CAMPAIGN_STATE_OPTIONS }]}
          acts={<ExportButton count={asked.data?.total} onExport={() => takeList('campaigns', input)} />}
          columns={campaignColumns}
          rows={asked.data?.campaigns}
          rowKey={(campaign) => campaign.id}
          total={asked.data?.total ?? 0}
          fixedSize
          fetching={asked.isPlaceholderData}
          problem={asked.error ? readProblem(asked.error) : undefined}
          onRetry={() => void asked.refetch()}
          empty={
            <Empty level={2} title="Chưa có phong trào nào" acts={create}>
              Phong trào hiện ở đây khi được phát động đến đơn vị.
            </Empty>
          }
        />
      </Panel>
    </>
  )
}
