import { useQuery } from '@tanstack/react-query'
import { formatMoment } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import {
  ButtonLink,
  Empty,
  Link,
  ListTable,
  PageHeader,
  Panel,
  StatusWord,
  TwoLines,
  useListAddress,
} from '../../ui/index.ts'
import { type Import, type ImportsOutputs, imports } from './api.ts'
import { countWords, importStatus } from './words.ts'

type List = ImportsOutputs['list']

/** `/nhap`: what was brought in by sheet, newest first, each with what became of it. */
export function ImportsPage() {
  const list = useListAddress({ pageSize: 50 })
  const found = useQuery(
    imports.list.queryOptions({ input: { page: list.page }, placeholderData: (before: List | undefined) => before }),
  )
  const begin = (
    <ButtonLink kind="primary" icon="upload" href="/nhap/moi">
      Nhập từ tệp
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        title="Nhập từ tệp"
        lead="Bảng tính được đối chiếu từng dòng trước; chỉ ghi sau khi xác nhận, và hoàn tác được cả lần nhập"
        acts={begin}
      />
      <Panel flush>
        <ListTable<Import>
          list={{ ...list, pageSize: found.data?.pageSize ?? list.pageSize }}
          fixedSize
          noun="lần nhập"
          label="Các lần nhập từ tệp"
          rows={found.data?.imports}
          total={found.data?.total ?? 0}
          rowKey={(row) => row.id}
          fetching={found.isPlaceholderData}
          problem={found.data === undefined ? answerOf(found).problem : undefined}
          onRetry={() => void found.refetch()}
          empty={
            <Empty level={2} title="Chưa nhập lần nào">
              Tải mẫu, điền danh sách, rồi đưa tệp lên để đối chiếu.
            </Empty>
          }
          columns={[
            {
              key: 'file',
              head: 'Tệp',
              cell: (row) => (
                <TwoLines sub={`${row.title}, ${row.unitName}`}>
                  <Link strong href={`/nhap/${row.id}`}>
                    {row.fileName}
                  </Link>
                </TwoLines>
              ),
            },
            { key: 'rows', head: 'Các dòng', card: 'plain', cell: (row) => countWords(row.counts) },
            {
              key: 'by',
              head: 'Người đưa vào',
              card: 'plain',
              cell: (row) => <TwoLines sub={formatMoment(new Date(row.createdAt))}>{row.createdBy}</TwoLines>,
            },
            {
              key: 'state',
              head: 'Tình trạng',
              width: 220,
              card: 'state',
              cell: (row) => <StatusWord {...importStatus(row.state)} small />,
            },
          ]}
        />
      </Panel>
    </>
  )
}
