import { useQuery } from '@tanstack/react-query'
import { formatMoment } from '../../kernel/plain-date.ts'
import { DataTable, Empty, Link, Panel, StatusWord, TwoLines } from '../../ui/index.ts'
import { periodName } from '../domain/periods.ts'
import { assessments, type Rating } from './api.ts'
import { ratedStatus } from './words.ts'

/** «Kết quả xếp loại» of a person, for a page about him; nothing for whoever may not read it. */
export function PersonRatingsPanel({ personId }: { personId: string }) {
  const found = useQuery(assessments.ofPerson.queryOptions({ input: { personId } }))
  return found.data?.facts ? <RatingsPanel ratings={found.data.facts.ratings} /> : null
}

/** The same of a unit or a Party organisation. */
export function UnitRatingsPanel({ unitId }: { unitId: string }) {
  const found = useQuery(assessments.ofUnit.queryOptions({ input: { unitId } }))
  return found.data?.facts ? <RatingsPanel ratings={found.data.facts.ratings} /> : null
}

function RatingsPanel({ ratings }: { ratings: readonly Rating[] }) {
  const standing = ratings.filter((one) => one.replaced === null)
  return (
    <Panel flush title="Kết quả xếp loại" count={standing.length || undefined}>
      {ratings.length === 0 ? (
        <Empty title="Chưa có kết quả xếp loại nào được xác nhận">
          Kết quả hiện ở đây khi người đứng đầu đơn vị xác nhận danh sách xếp loại của kỳ.
        </Empty>
      ) : (
        <DataTable<Rating>
          label="Kết quả xếp loại"
          rows={ratings}
          rowKey={(one) => one.id}
          columns={[
            {
              key: 'period',
              head: 'Kỳ',
              width: 160,
              cell: (one) => (
                <Link strong href={`/xep-loai/${one.unitId}/${one.period.id}`}>
                  {periodName(one.period)}
                </Link>
              ),
            },
            {
              key: 'level',
              head: 'Kết quả',
              card: 'state',
              cell: (one) => (
                <TwoLines
                  sub={
                    one.replaced
                      ? `Đã thay lúc ${formatMoment(new Date(one.replaced.at))}: ${one.replaced.reason}`
                      : one.note
                  }
                >
                  <StatusWord
                    {...(one.replaced ? { ...ratedStatus(one), tone: 'xam', icon: 'ban' } : ratedStatus(one))}
                    small
                  />
                </TwoLines>
              ),
            },
            {
              key: 'unit',
              head: 'Nơi xếp loại',
              card: 'plain',
              cell: (one) => <TwoLines sub={one.postTitle}>{one.unitName}</TwoLines>,
            },
            {
              key: 'source',
              head: 'Nguồn',
              width: 220,
              card: 'hide',
              cell: (one) =>
                one.source === 'list'
                  ? `Danh sách được xác nhận, ${formatMoment(new Date(one.recordedAt))}`
                  : (one.sourceWords ?? `Nhập từ tệp, ${formatMoment(new Date(one.recordedAt))}`),
            },
          ]}
        />
      )}
    </Panel>
  )
}
