import { useQuery } from '@tanstack/react-query'
import { formatDate, parsePlainDate } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { takeList } from '../../platform/web/take-list.ts'
import { useToday } from '../../platform/web/today.ts'
import {
  ActLink,
  Answer,
  Cell,
  DataTable,
  DateField,
  Empty,
  ExportButton,
  FieldGrid,
  Link,
  PageHeader,
  Panel,
  PanelBody,
  TwoLines,
  useAddressParams,
} from '../../ui/index.ts'
import { type ClustersOutputs, clusters, type ListedCluster } from './api.ts'
import { kindAndLevel } from './words.ts'

/** The clusters and blocks of a day, with who leads them in its year. */
export function ClustersPage() {
  const today = useToday()
  const [params, change] = useAddressParams()
  const on = parsePlainDate(params.get('on') ?? '') ?? today
  const list = useQuery(
    clusters.list.queryOptions({
      input: { on },
      placeholderData: (before: ClustersOutputs['list'] | undefined) => before,
    }),
  )
  return (
    <>
      <PageHeader
        title="Cụm, khối thi đua"
        lead="Các đơn vị có chức năng gần nhau thi đua cùng nhau; đơn vị đứng đầu luân phiên theo năm."
        acts={
          <>
            <ExportButton count={list.data?.clusters.length} onExport={() => takeList('clusters', { on })} />
            <ActLink act={list.data?.actions.create} kind="primary" icon="plus" href="/cum-khoi/them">
              Lập cụm, khối
            </ActLink>
          </>
        }
      />
      <Panel flush label="Cụm, khối thi đua">
        <PanelBody>
          <FieldGrid>
            <Cell span={3}>
              <DateField
                label="Xem ngày"
                value={on}
                onChange={(day) => day && change({ on: day === today ? undefined : day }, { replace: true })}
              />
            </Cell>
          </FieldGrid>
        </PanelBody>
        <Answer {...answerOf(list)} lines={4}>
          {(data) => <ShownClusters rows={data.clusters} on={on} />}
        </Answer>
      </Panel>
    </>
  )
}

function ShownClusters({ rows, on }: { rows: readonly ListedCluster[]; on: string }) {
  if (rows.length === 0) {
    return (
      <Empty level={2} title={`Ngày ${formatDate(on)} chưa có cụm, khối nào`}>
        Bộ phận thường trực lập cụm, khối và chọn các đơn vị thành viên.
      </Empty>
    )
  }
  return (
    <DataTable
      label="Cụm, khối thi đua"
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          head: 'Cụm, khối',
          cell: (row) => (
            <TwoLines sub={kindAndLevel(row)}>
              <Link strong href={`/cum-khoi/${row.id}`}>
                {row.name}
              </Link>
            </TwoLines>
          ),
        },
        { key: 'members', head: 'Đơn vị', width: 110, end: true, cell: (row) => `${row.members} đơn vị` },
        { key: 'head', head: `Đứng đầu năm ${on.slice(0, 4)}`, cell: (row) => row.head?.headName ?? 'chưa ghi' },
        { key: 'vice', head: 'Cấp phó', cell: (row) => row.head?.viceName ?? 'chưa ghi' },
      ]}
    />
  )
}
