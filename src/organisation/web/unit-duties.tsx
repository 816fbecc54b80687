import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../kernel/plain-date.ts'
import {
  type ObligationOutputs,
  obligationStatus,
  obligations,
  thingBeside,
  titleWithTurn,
} from '../../mechanisms/obligations/web/index.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { takeList } from '../../platform/web/take-list.ts'
import {
  Answer,
  DataTable,
  Empty,
  ExportButton,
  Link,
  type MonthBar,
  MonthBars,
  Panel,
  StatusWord,
  TwoLines,
} from '../../ui/index.ts'

type Ledger = ObligationOutputs['ledger']
type Months = ObligationOutputs['timeliness']['rows']

/** How many stand on the unit's own page; the rest is in the ledger. */
const MOST_SHOWN = 10

/** What a unit and those below it owe, what they gave, and how much of it in time, month by month. */
export function UnitDuties({ unitId }: { unitId: string }) {
  return (
    <>
      <Duties unitId={unitId} title="Việc phải làm" empty="Không còn việc nào phải làm." />
      <Duties unitId={unitId} state="done" title="Việc đã làm và đã gửi" empty="Chưa làm xong hoặc gửi việc nào." />
      <InTime unitId={unitId} />
    </>
  )
}

type DutiesProps = { unitId: string; state?: 'done'; title: string; empty: string }

function Duties({ unitId, state, title, empty }: DutiesProps) {
  const filter = state === undefined ? { unitId } : { unitId, state }
  const sort = state === 'done' ? ('-day' as const) : ('day' as const)
  const found = useQuery(obligations.ledger.queryOptions({ input: { ...filter, sort, page: 1 } }))
  const total = found.data?.total
  const ledger = `/so-viec?don-vi=${unitId}${state === undefined ? '' : `&trang-thai=${state}`}`
  return (
    <Panel
      flush
      title={title}
      count={total || undefined}
      acts={
        <>
          <ExportButton
            size="s"
            count={total}
            totalIsMore={found.data?.totalIsMore ?? false}
            what={title}
            onExport={() => takeList('ledger', filter)}
          />
          {total !== undefined && total > MOST_SHOWN && <Link href={ledger}>Xem cả trong sổ việc</Link>}
        </>
      }
    >
      <Answer {...answerOf(found)} lines={4}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={empty}>Việc của đơn vị và các đơn vị bên dưới hiện ở đây.</Empty>
          ) : (
            <DutyTable label={title} rows={rows.slice(0, MOST_SHOWN)} unitId={unitId} />
          )
        }
      </Answer>
    </Panel>
  )
}

function DutyTable({ label, rows, unitId }: { label: string; rows: Ledger['rows']; unitId: string }) {
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'title',
          head: 'Việc',
          cell: (row) => (
            <TwoLines sub={row.unitId === unitId ? thingBeside(row) : `${row.unitName}. ${thingBeside(row)}`}>
              <Link strong href={`/viec/${row.id}`}>
                {titleWithTurn(row)}
              </Link>
            </TwoLines>
          ),
        },
        { key: 'due', head: 'Hạn', width: 130, cell: (row) => formatDate(row.due.lastDay) },
        {
          key: 'state',
          head: 'Tình trạng',
          width: 220,
          card: 'state',
          cell: (row) => (
            <TwoLines sub={row.doneOn === null ? undefined : `Nhận ngày ${formatDate(row.doneOn)}`}>
              <StatusWord {...obligationStatus(row)} small />
            </TwoLines>
          ),
        },
      ]}
    />
  )
}

/** How many months stand side by side. */
const MOST_MONTHS = 12

function InTime({ unitId }: { unitId: string }) {
  const found = useQuery(obligations.timeliness.queryOptions({ input: { unitId, by: 'month' } }))
  return (
    <Answer {...answerOf(found)} lines={3}>
      {({ rows }) => {
        const months = rows.filter((row) => row.onTime + row.doneLate + row.notDone > 0)
        return months.length === 0 ? null : (
          <Panel title="Đúng hạn theo tháng" count={`${Math.min(months.length, MOST_MONTHS)} tháng có việc đến hạn`}>
            <p>{inTimeWords(months)}.</p>
            <MonthBars
              title={inTimeWords(months)}
              series={['Đúng hạn', 'Xong muộn', 'Quá hạn chưa xong']}
              note="Cột: số việc đến hạn. Số trên cột: tỷ lệ đúng hạn."
              months={months.slice(-MOST_MONTHS).map(toBar)}
            />
          </Panel>
        )
      }}
    </Answer>
  )
}

/** «16/18 việc đến hạn xong đúng hạn, 88,9%» */
function inTimeWords(months: Months): string {
  const shown = months.slice(-MOST_MONTHS)
  const onTime = shown.reduce((sum, row) => sum + row.onTime, 0)
  const due = shown.reduce((sum, row) => sum + row.onTime + row.doneLate + row.notDone, 0)
  const share = Math.floor((onTime / due) * 1000) / 10
  return `${onTime}/${due} việc đến hạn xong đúng hạn, ${share.toLocaleString('vi-VN')}%`
}

function toBar({ month, onTime, doneLate, notDone, share }: Months[number]): MonthBar {
  const [year = '', no = ''] = (month ?? '').split('-')
  return {
    short: `T${Number(no)}`,
    name: `tháng ${Number(no)} năm ${year}`,
    parts: [onTime, doneLate, notDone],
    ...(share === null ? {} : { over: `${Math.floor(share * 100)}%` }),
  }
}
