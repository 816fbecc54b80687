import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { takeList } from '../../platform/web/take-list.ts'
import {
  ActLink,
  Empty,
  ExportButton,
  Link,
  ListTable,
  PageHeader,
  Panel,
  StatusWord,
  TwoLines,
  useListAddress,
} from '../../ui/index.ts'
import { type Assignment, type AssignmentOutputs, assignments } from './api.ts'
import { basisWords, dueWords, progressWords } from './words.ts'

type Listed = AssignmentOutputs['list']

/** `/giao-viec`: work given outside a campaign, newest first. */
export function AssignmentsPage() {
  const list = useListAddress({ filters: ['trang-thai'], pageSize: 20 })
  const state = list.filters['trang-thai']
  const input = {
    q: list.q || undefined,
    state: state === 'running' || state === 'closed' ? state : undefined,
    page: list.page,
  } as const
  const found = useQuery(
    assignments.list.queryOptions({ input, placeholderData: (before: Listed | undefined) => before }),
  )
  return (
    <>
      <PageHeader
        title="Giao việc"
        lead="Việc giao cho đơn vị ngoài phong trào, theo công văn hoặc giao trực tiếp."
        acts={
          <ActLink act={found.data?.actions.give} kind="primary" icon="plus" href="/giao-viec/moi">
            Giao việc mới
          </ActLink>
        }
      />
      <Panel flush label="Việc đã giao">
        <ListTable<Assignment>
          list={{ ...list, pageSize: found.data?.pageSize ?? list.pageSize }}
          fixedSize
          noun="việc đã giao"
          label="Việc đã giao"
          searchPlaceholder="Tên việc, số văn bản, nơi ban hành"
          filters={[
            {
              name: 'trang-thai',
              label: 'Trạng thái',
              any: 'Mọi trạng thái',
              options: [
                { value: 'running', label: 'Đang làm' },
                { value: 'closed', label: 'Đã kết thúc' },
              ],
            },
          ]}
          acts={<ExportButton count={found.data?.total} onExport={() => takeList('assignments', input)} />}
          rows={found.data?.assignments}
          total={found.data?.total ?? 0}
          rowKey={(one) => one.id}
          fetching={found.isPlaceholderData}
          problem={found.data === undefined ? answerOf(found).problem : undefined}
          onRetry={() => void found.refetch()}
          empty={
            <Empty level={2} title="Chưa giao việc nào">
              Giao việc theo công văn hoặc giao trực tiếp cho các đơn vị, có hạn và theo dõi như việc của phong trào.
            </Empty>
          }
          columns={[
            {
              key: 'title',
              head: 'Việc',
              cell: (one) => (
                <TwoLines sub={one.basis ? basisWords(one.basis) : `${one.madeByName} giao trực tiếp`}>
                  <Link strong href={`/giao-viec/${one.id}`}>
                    {one.title}
                  </Link>
                </TwoLines>
              ),
            },
            { key: 'unit', head: 'Đơn vị giao', cell: (one) => one.unitName },
            { key: 'due', head: 'Thời hạn', cell: dueWords },
            { key: 'progress', head: 'Kết quả', cell: (one) => progressWords(one.counts) },
            {
              key: 'state',
              head: 'Trạng thái',
              card: 'state',
              cell: (one) => <StatusWord small {...assignmentStatus(one)} />,
            },
          ]}
        />
      </Panel>
    </>
  )
}

/** Closed, all done, or how it stands. */
export function assignmentStatus({ closedOn, counts }: Assignment) {
  if (closedOn !== null) return { tone: 'xam', icon: 'minus', word: `Kết thúc ${formatDate(closedOn)}` } as const
  if (counts.done + counts.exempt === counts.duties) {
    return { tone: 'luc', icon: 'circle-check', word: 'Xong cả' } as const
  }
  if (counts.late > 0) return { tone: 'son', icon: 'alert-triangle', word: `${counts.late} quá hạn` } as const
  return { tone: 'cham', icon: 'clock', word: 'Đang làm' } as const
}
