import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../kernel/plain-date.ts'
import {
  KIND_WORDS,
  LEDGER_STATE_WORDS,
  MOST_AT_ONCE,
  obligationStatus,
  obligations,
  thingBeside,
  titleWithTurn,
} from '../../../mechanisms/obligations/web/index.ts'
import { organisation, unitOptions } from '../../../organisation/web/index.ts'
import { answerOf } from '../../../platform/web/answer-of.ts'
import { takeList } from '../../../platform/web/take-list.ts'
import { type Column, Empty, ExportButton, Link, ListTable, StatusWord, TwoLines } from '../../../ui/index.ts'
import { BulkActs } from './bulk-acts.tsx'
import { type LedgerRow, useLedger } from './use-ledger.ts'

const STATES = ['late', 'soon', 'asked', 'done', 'done-late', 'exempt', 'paused', 'left', 'all'] as const

/** The list of the ledger: of everything, or of one thing on its page. Stands in a flush panel. */
export function LedgerTable({ thingId }: { thingId?: string }) {
  const { list, filter, found } = useLedger(thingId)
  const tree = useQuery(organisation.tree.queryOptions({ input: {} }))
  const things = useQuery(
    obligations.ledgerThings.queryOptions({ input: {}, enabled: thingId === undefined, staleTime: 60_000 }),
  )
  // Whom one may ask for is told by unit: of everybody it would be a list nobody reads.
  const { unitId } = filter
  const people = useQuery(
    organisation.people.queryOptions({ input: { unitId, posts: 'held' }, enabled: unitId !== undefined }),
  )
  const data = found.data
  return (
    <ListTable<LedgerRow>
      list={{ ...list, pageSize: data?.pageSize ?? list.pageSize }}
      fixedSize
      noun="việc"
      label="Sổ việc"
      searchPlaceholder="Việc, đơn vị, phong trào, người thực hiện"
      filters={[
        {
          name: 'trang-thai',
          label: 'Trạng thái',
          any: thingId === undefined ? LEDGER_STATE_WORDS.unfinished : LEDGER_STATE_WORDS.all,
          options: STATES.filter((state) => thingId === undefined || state !== 'all').map((value) => ({
            value,
            label: LEDGER_STATE_WORDS[value],
          })),
        },
        { name: 'don-vi', label: 'Đơn vị', any: 'Mọi đơn vị', options: unitOptions(tree.data?.units ?? []) },
        ...(thingId === undefined ? [thingFilter(things.data?.things ?? [])] : []),
        {
          name: 'loai',
          label: 'Loại',
          any: 'Mọi loại',
          options: Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label })),
        },
        ...(unitId === undefined ? [] : [personFilter(people.data?.people ?? [])]),
      ]}
      acts={
        <ExportButton count={data?.total} totalIsMore={data?.totalIsMore} onExport={() => takeList('ledger', filter)} />
      }
      rows={data?.rows}
      total={data?.total ?? 0}
      totalIsMore={data?.totalIsMore ?? false}
      rowKey={(row) => row.id}
      rowName={(row) => `${row.title}, ${row.unitName}`}
      fetching={found.isPlaceholderData}
      problem={data === undefined ? answerOf(found).problem : undefined}
      onRetry={() => void found.refetch()}
      empty={
        <Empty level={2} title="Không có việc nào chưa xong">
          Việc của phong trào và việc được giao hiện ở đây từ lúc phát động hoặc giao.
        </Empty>
      }
      mostChosen={MOST_AT_ONCE}
      allIds={async () => (await obligations.ledgerIds.call(filter)).ids}
      bulk={(chosen, clear) => <BulkActs chosen={chosen} onDone={clear} rows={data?.rows ?? []} />}
      columns={columnsFor(thingId === undefined)}
    />
  )
}

function thingFilter(things: readonly { id: string; title: string }[]) {
  const options = things.map((thing) => ({ value: thing.id, label: thing.title }))
  return { name: 'thuoc', label: 'Phong trào, việc giao', any: 'Mọi phong trào, việc giao', options }
}

function personFilter(people: readonly { id: string; name: string }[]) {
  const options = people.map((person) => ({ value: person.id, label: person.name }))
  return { name: 'nguoi', label: 'Người thực hiện', any: 'Mọi người', options }
}

/** Of the whole ledger the duty comes first; of one thing the unit, for all its duties bear one name. */
function columnsFor(ofAll: boolean): Column<LedgerRow>[] {
  const named = ofAll
    ? [
        {
          key: 'title',
          head: 'Việc',
          cell: (row: LedgerRow) => (
            <TwoLines sub={thingBeside(row)}>
              <Link strong href={`/viec/${row.id}`}>
                {titleWithTurn(row)}
              </Link>
            </TwoLines>
          ),
        },
        { key: 'unit', head: 'Đơn vị', width: 175, cell: (row: LedgerRow) => row.unitName },
        {
          key: 'kind',
          head: 'Loại',
          width: 95,
          card: 'hide' as const,
          cell: (row: LedgerRow) => KIND_WORDS[row.kind],
        },
      ]
    : [
        {
          key: 'unit',
          head: 'Đơn vị',
          cell: (row: LedgerRow) => (
            <TwoLines sub={row.occurrence ?? undefined}>
              <Link strong href={`/viec/${row.id}`}>
                {row.unitName}
              </Link>
            </TwoLines>
          ),
        },
      ]
  return [
    ...named,
    {
      key: 'who',
      head: 'Người thực hiện',
      width: 150,
      cell: (row) => <TwoLines sub={takenWords(row)}>{row.assignedName ?? 'Chưa giao'}</TwoLines>,
    },
    {
      key: 'day',
      head: 'Ngày cuối',
      sortable: true,
      end: true,
      width: 125,
      cell: (row) => <TwoLines sub={movedWords(row)}>{formatDate(row.due.lastDay)}</TwoLines>,
    },
    {
      key: 'state',
      head: 'Trạng thái',
      width: 135,
      card: 'state',
      cell: (row) => <StatusWord small {...obligationStatus(row)} />,
    },
  ]
}

/** Under who carries it out: that the unit has taken it on, while that is all there is to tell. */
function takenWords({ accepted, state }: LedgerRow): string | undefined {
  return accepted === null || state !== 'open' ? undefined : 'Đã nhận việc'
}

/** Under the last day: that more time was asked for, or given. */
function movedWords({ askedUntil, due }: LedgerRow): string | undefined {
  if (askedUntil !== null) return `Xin đến ${formatDate(askedUntil)}`
  return due.lastDay === due.firstLastDay ? undefined : 'Đã gia hạn'
}
