import { useQuery } from '@tanstack/react-query'
import { formatMoment } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { Empty, Link, ListTable, PageHeader, Panel, StatusWord, TwoLines, useListAddress } from '../../ui/index.ts'
import { LEVEL_WORDS, RATING_LEVELS } from '../domain/levels.ts'
import { periodName } from '../domain/periods.ts'
import { type AssessmentsOutputs, assessments } from './api.ts'
import { listStatus } from './words.ts'

type Lists = AssessmentsOutputs['lists']
type Listed = Lists['units'][number]
type State = 'none' | 'draft' | 'proposed' | 'returned' | 'confirmed'

const STATES: readonly { value: State; label: string }[] = [
  { value: 'none', label: 'Chưa ghi' },
  { value: 'draft', label: 'Đang ghi' },
  { value: 'proposed', label: 'Chờ xác nhận' },
  { value: 'returned', label: 'Bị trả lại' },
  { value: 'confirmed', label: 'Đã xác nhận' },
]

/** How far each unit one reads has come with its ratings of one period. */
export function ListsPage() {
  const list = useListAddress({ filters: ['ky', 'trang-thai'], pageSize: 50 })
  const state = STATES.find((one) => one.value === list.filters['trang-thai'])?.value
  const input = { q: list.q || undefined, periodId: list.filters.ky || undefined, state, page: list.page }
  const found = useQuery(
    assessments.lists.queryOptions({ input, placeholderData: (before: Lists | undefined) => before }),
  )
  const { period, periods = [], units = [] } = found.data ?? {}
  const severalParents = new Set(units.map((unit) => unit.parentName)).size > 2
  return (
    <>
      <PageHeader
        title="Kết quả xếp loại"
        lead={
          period
            ? `${periodName(period)}. Công chức phụ trách ghi, người đứng đầu đơn vị xác nhận.`
            : 'Công chức phụ trách ghi, người đứng đầu đơn vị xác nhận.'
        }
      />
      <Panel flush label="Danh sách xếp loại của các đơn vị">
        <ListTable<Listed>
          list={{ ...list, pageSize: found.data?.pageSize ?? list.pageSize }}
          fixedSize
          noun="đơn vị"
          label="Danh sách xếp loại của các đơn vị"
          searchPlaceholder="Tên đơn vị, có dấu hoặc không dấu"
          filters={[
            {
              name: 'ky',
              label: 'Kỳ xét',
              any: 'Kỳ gần nhất',
              options: periods.map((one) => ({ value: one.id, label: periodName(one) })),
            },
            { name: 'trang-thai', label: 'Trạng thái', any: 'Mọi trạng thái', options: STATES },
          ]}
          rows={found.data?.units}
          total={found.data?.total ?? 0}
          rowKey={(unit) => unit.unitId}
          fetching={found.isPlaceholderData}
          problem={found.data === undefined ? answerOf(found).problem : undefined}
          onRetry={() => void found.refetch()}
          empty={
            period ? (
              <Empty level={2} title={`Chưa có đơn vị nào để xếp loại ${periodName(period).toLocaleLowerCase('vi')}`}>
                Danh sách này gồm các đơn vị mà công chức phụ trách, người đứng đầu hoặc bộ phận thường trực được xem.
              </Empty>
            ) : (
              <Empty level={2} title="Chưa có kỳ xét nào">
                Quản trị viên thêm năm hoặc năm học ở mục Kỳ xét khen thưởng, rồi đơn vị ghi được kết quả xếp loại.
              </Empty>
            )
          }
          columns={[
            {
              key: 'unit',
              head: 'Đơn vị',
              cell: (unit) => (
                <TwoLines sub={severalParents ? (unit.parentName ?? '') : ''}>
                  <Link strong href={`/xep-loai/${unit.unitId}/${period?.id ?? ''}`}>
                    {unit.unitName}
                  </Link>
                </TwoLines>
              ),
            },
            {
              key: 'state',
              head: 'Trạng thái',
              width: 210,
              card: 'state',
              cell: (unit) => (
                <TwoLines sub={unit.changedAt === null ? '' : formatMoment(new Date(unit.changedAt))}>
                  <StatusWord {...listStatus(unit.state, unit.inCorrection)} small />
                </TwoLines>
              ),
            },
            { key: 'people', head: 'Số người', end: true, width: 92, cell: (unit) => unit.people },
            ...RATING_LEVELS.map((level) => ({
              key: level,
              head: LEVEL_WORDS[level].short,
              end: true,
              width: 84,
              card: 'hide' as const,
              cell: (unit: Listed) => (unit.state === null ? '' : unit.counts[level]),
            })),
            {
              key: 'notRated',
              head: 'Chưa xếp loại',
              end: true,
              width: 124,
              card: 'hide',
              cell: (unit) => (unit.state === null ? '' : unit.counts.notRated),
            },
          ]}
        />
      </Panel>
    </>
  )
}
