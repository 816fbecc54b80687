import { useQuery } from '@tanstack/react-query'
import { answerOf } from '../../platform/web/answer-of.ts'
import { takeList } from '../../platform/web/take-list.ts'
import { ActLink, Empty, ExportButton, ListTable, PageHeader, Panel, useListAddress } from '../../ui/index.ts'
import { type ListedAward, organisation, type RegistryOutputs, registry, unitChoices } from './api.ts'
import { ACHIEVED_COLUMN, AWARD_COLUMN, DECISION_COLUMN, MATCH_COLUMN, RECIPIENT_COLUMN } from './award-columns.tsx'
import { AWARD_OPTIONS } from './words.ts'

type Listed = RegistryOutputs['list']

/** Every award that is known to have been given: honours are read by all colleagues. */
export function RegistryPage() {
  const list = useListAddress({ filters: ['loai', 'nam', 'don-vi', 'ai', 'xac-dinh'], pageSize: 50 })
  const { filters } = list
  const input = {
    q: list.q || undefined,
    code: filters.loai || undefined,
    year: /^\d{4}$/.test(filters.nam ?? '') ? Number(filters.nam) : undefined,
    unitId: filters['don-vi'] || undefined,
    kind: oneOf(['person', 'unit'] as const, filters.ai),
    matched: oneOf(['yes', 'no'] as const, filters['xac-dinh']),
    page: list.page,
  }
  const found = useQuery(registry.list.queryOptions({ input, placeholderData: (before: Listed | undefined) => before }))
  const tree = useQuery(organisation.tree.queryOptions({ input: {} }))
  return (
    <>
      <PageHeader
        title="Sổ khen thưởng"
        lead="Danh hiệu thi đua, hình thức khen thưởng đã được tặng, từ trước khi có hệ thống."
        acts={
          <>
            <ActLink act={found.data?.actions.enter} icon="file-upload" href="/nhap/moi">
              Nhập từ tệp
            </ActLink>
            <ActLink act={found.data?.actions.enter} kind="primary" icon="plus" href="/so-khen-thuong/them">
              Ghi khen thưởng
            </ActLink>
          </>
        }
      />
      <Panel flush label="Sổ khen thưởng">
        <ListTable<ListedAward>
          list={{ ...list, pageSize: found.data?.pageSize ?? list.pageSize }}
          fixedSize
          noun="khen thưởng"
          label="Sổ khen thưởng"
          searchPlaceholder="Tên người, tập thể, số quyết định"
          filters={[
            { name: 'loai', label: 'Khen thưởng', any: 'Mọi loại', options: AWARD_OPTIONS },
            {
              name: 'nam',
              label: 'Năm',
              any: 'Mọi năm',
              options: (found.data?.years ?? []).map((year) => ({ value: String(year), label: String(year) })),
            },
            { name: 'don-vi', label: 'Đơn vị', any: 'Mọi đơn vị', options: unitChoices(tree.data?.units ?? []) },
            {
              name: 'ai',
              label: 'Được khen là',
              any: 'Cá nhân và tập thể',
              options: [
                { value: 'person', label: 'Cá nhân' },
                { value: 'unit', label: 'Tập thể' },
              ],
            },
            {
              name: 'xac-dinh',
              label: 'Xác định',
              any: 'Đã và chưa xác định',
              options: [
                { value: 'yes', label: 'Đã xác định' },
                { value: 'no', label: 'Chưa xác định' },
              ],
            },
          ]}
          acts={
            <ExportButton
              count={found.data?.total}
              totalIsMore={found.data?.totalIsMore}
              onExport={() => takeList('awards', input)}
            />
          }
          rows={found.data?.awards}
          total={found.data?.total ?? 0}
          totalIsMore={found.data?.totalIsMore ?? false}
          rowKey={(award) => award.id}
          fetching={found.isPlaceholderData}
          problem={found.data === undefined ? answerOf(found).problem : undefined}
          onRetry={() => void found.refetch()}
          empty={
            <Empty level={2} title="Sổ chưa có khen thưởng nào">
              Ghi từng khen thưởng đã có quyết định, hoặc nhập cả danh sách từ tệp.
            </Empty>
          }
          columns={[RECIPIENT_COLUMN, AWARD_COLUMN, ACHIEVED_COLUMN, DECISION_COLUMN, MATCH_COLUMN]}
        />
      </Panel>
    </>
  )
}

function oneOf<Value extends string>(values: readonly Value[], wanted: string | undefined): Value | undefined {
  return values.find((value) => value === wanted)
}
