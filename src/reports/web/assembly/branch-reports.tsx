import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../kernel/plain-date.ts'
import { answerOf } from '../../../platform/web/answer-of.ts'
import { takeList } from '../../../platform/web/take-list.ts'
import {
  type Column,
  Empty,
  ExportButton,
  Link,
  ListTable,
  Panel,
  type PlainStatus,
  STATUS,
  StatusWord,
  TwoLines,
  useListAddress,
} from '../../../ui/index.ts'
import { figureWords, PLACE_WORDS, type ReportPlace } from '../../domain/assembly.ts'
import { NOT_THERE } from '../../domain/value-words.ts'
import { type Assembled, type ReportRow, type ReportsOutputs, reports } from '../api.ts'

type Listed = ReportsOutputs['assembledReports']

/** The branch unit by unit, with the figures of one section of the form; or only those that have not sent. */
export function BranchReports({ data, show }: { data: Assembled; show: 'all' | 'missing' }) {
  const list = useListAddress({ filters: ['muc'], pageSize: 50 })
  const sections = [...new Set(data.figures.map((figure) => figure.section))]
  const section = sections.find((one) => one === list.filters.muc) ?? sections[0]
  const filter = { id: data.form.id, unitId: data.unit.id, q: list.q || undefined, show }
  const input = { ...filter, page: list.page }
  const found = useQuery(
    reports.assembledReports.queryOptions({ input, placeholderData: (before: Listed | undefined) => before }),
  )
  const label = show === 'all' ? 'Báo cáo từng đơn vị' : 'Đơn vị chưa gửi'
  return (
    <Panel flush label={label}>
      <ListTable<ReportRow>
        list={{ ...list, pageSize: found.data?.pageSize ?? list.pageSize }}
        fixedSize
        noun="đơn vị"
        label={label}
        searchPlaceholder="Tên đơn vị"
        filters={
          show === 'all' && sections.length > 1
            ? [
                {
                  name: 'muc',
                  label: 'Số liệu của phần',
                  any: sections[0] ?? '',
                  options: sections.slice(1).map((one) => ({ value: one, label: one })),
                },
              ]
            : []
        }
        acts={
          <ExportButton
            count={found.data?.total}
            what="số liệu từng đơn vị"
            onExport={() => takeList('assembled-figures', filter)}
          />
        }
        rows={found.data?.rows}
        total={found.data?.total ?? 0}
        rowKey={(row) => row.obligationId}
        fetching={found.isPlaceholderData}
        problem={found.data === undefined ? answerOf(found).problem : undefined}
        onRetry={() => void found.refetch()}
        empty={
          <Empty level={2} title={show === 'all' ? 'Chưa có đơn vị nào phải gửi' : 'Không thiếu đơn vị nào'}>
            {show === 'all' ? 'Ban hành biểu mẫu cho đơn vị trước.' : 'Mọi đơn vị phải gửi đều đã gửi.'}
          </Empty>
        }
        columns={[...ofReport(), ...(show === 'all' ? figureColumns(data, section) : [])]}
      />
    </Panel>
  )
}

function ofReport(): Column<ReportRow>[] {
  return [
    {
      key: 'unit',
      head: 'Đơn vị',
      card: 'line',
      least: 200,
      cell: (row) => (
        <TwoLines sub={subOf(row)}>
          <Link strong href={`/viec/${row.obligationId}`}>
            {row.unitName}
          </Link>
        </TwoLines>
      ),
    },
    {
      key: 'place',
      head: 'Tình trạng',
      card: 'state',
      width: 210,
      least: 150,
      cell: (row) => <StatusWord {...placeStatus(row.place)} small />,
    },
    {
      key: 'day',
      head: 'Hạn nộp',
      end: true,
      width: 150,
      cell: (row) => <TwoLines sub={lateWords(row)}>{formatDate(row.lastDay)}</TwoLines>,
    },
  ]
}

function subOf({ supplementOf, carriedByName, exemptReason }: ReportRow): string | undefined {
  if (supplementOf !== null) return `Bổ sung theo lần ban hành ${supplementOf}`
  return exemptReason ?? (carriedByName === null ? undefined : `Nay thuộc ${carriedByName}`)
}

function lateWords({ daysLate, place }: ReportRow): string | undefined {
  if (daysLate === 0) return undefined
  return place === 'submitted' || place === 'accepted' || place === 'on-paper'
    ? `Muộn ${daysLate} ngày`
    : `Quá ${daysLate} ngày`
}

function figureColumns(data: Assembled, section: string | undefined): Column<ReportRow>[] {
  return data.figures
    .filter((figure) => figure.section === section)
    .map(({ line }) => ({
      key: line.key,
      head: line.label,
      end: true,
      least: 170,
      cell: (row) => {
        const figure = row.figures[line.key]
        return (figure && figureWords(line, figure)) ?? NOT_THERE
      },
    }))
}

const PLACE_STATUS: Readonly<Record<ReportPlace, Omit<PlainStatus, 'word'>>> = {
  none: { tone: 'xam', icon: 'circle-dashed' },
  draft: STATUS.draft,
  'for-signature': { tone: 'cham', icon: 'hourglass' },
  returned: STATUS.returned,
  'on-paper': { tone: 'cam', icon: 'file-text' },
  submitted: STATUS.submitted,
  accepted: STATUS.accepted,
  exempt: STATUS.notOwed,
}

function placeStatus(place: ReportPlace): PlainStatus {
  return { ...PLACE_STATUS[place], word: PLACE_WORDS[place] }
}
