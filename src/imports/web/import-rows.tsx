import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { answerOf } from '../../platform/web/answer-of.ts'
import { useFocusKept } from '../../platform/web/focus-content.ts'
import { takeList } from '../../platform/web/take-list.ts'
import {
  Answer,
  DataTable,
  Empty,
  ExportButton,
  Pager,
  Panel,
  PanelBody,
  Stack,
  StatusWord,
  Tabs,
  TwoLines,
  useListAddress,
} from '../../ui/index.ts'
import { OUTCOME_WORDS, OUTCOMES } from '../domain/outcomes.ts'
import { type Import, imports, type Row, type Rows } from './api.ts'
import { DoubtfulRow } from './doubtful-row.tsx'
import classes from './imports.module.css'
import { firstTab, number } from './words.ts'

type Tab = Parameters<typeof imports.rows.call>[0]['outcome']

/** The rows under tabs by how they came out; what is doubtful side by side with whom it may be. */
export function ImportRows({ one }: { one: Import }) {
  const list = useListAddress({ filters: ['muc'], pageSize: 50 })
  const tabs = tabsOf(one)
  const open = tabs.find((tab) => tab.key === list.filters.muc)?.key ?? defaultTab(one)
  const href = (key: Tab) => `/nhap/${one.id}?muc=${key}`
  const word = tabs.find((tab) => tab.key === open)?.word ?? 'Các dòng'
  const errors = one.counts.wrong + one.counts.doubtful
  return (
    <Stack>
      <Tabs
        label="Kết quả đối chiếu"
        current={href(open)}
        tabs={tabs.map(({ key, word, count }) => ({ href: href(key), word, count }))}
      />
      <Panel
        flush
        title={word}
        acts={
          errors > 0 &&
          (open === 'wrong' || open === 'doubtful') && (
            <ExportButton count={errors} size="s" onExport={() => takeList('import-errors', { id: one.id })} />
          )
        }
      >
        <RowsOf key={open} one={one} outcome={open} word={word} list={list} />
      </Panel>
    </Stack>
  )
}

type RowsOfProps = { one: Import; outcome: Tab; word: string; list: ReturnType<typeof useListAddress> }

/** The rows of one outcome: between its pages the last one stands until the next is there, never the rows of another outcome. */
function RowsOf({ one, outcome, word, list }: RowsOfProps) {
  const input = { id: one.id, outcome, page: list.page }
  const found = useQuery(imports.rows.queryOptions({ input, placeholderData: (before: Rows | undefined) => before }))
  const data = found.data
  const place = useRef<HTMLDivElement>(null)
  useFocusKept(data?.rows.map((row) => row.no).join() ?? '', place)
  if (data === undefined) {
    return (
      <PanelBody>
        <Answer {...answerOf(found)}>{() => null}</Answer>
      </PanelBody>
    )
  }
  if (data.rows.length === 0) {
    return (
      <Empty level={2} title="Không còn dòng nào ở mục này">
        Chọn mục khác để xem tiếp.
      </Empty>
    )
  }
  return (
    <>
      {outcome === 'doubtful' ? (
        <div ref={place} tabIndex={-1}>
          {data.rows.map((row) => (
            <PanelBody key={row.no} line>
              <DoubtfulRow one={one} row={row} columns={data.columns} />
            </PanelBody>
          ))}
        </div>
      ) : (
        <DataTable<Row>
          label={`Các dòng ${word.toLowerCase()}`}
          rows={data.rows}
          rowKey={(row) => String(row.no)}
          columns={columnsFor(data)}
        />
      )}
      {data.total > data.rows.length && (
        <Pager
          label="các dòng"
          list={{ ...list, pageSize: data.pageSize }}
          total={data.total}
          shown={data.rows.length}
          fixedSize
        />
      )}
    </>
  )
}

function defaultTab(one: Import): Tab {
  if (one.leftRows > 0) return 'left'
  return one.differs > 0 ? 'differs' : firstTab(one.counts)
}

function tabsOf(one: Import): { key: Tab; word: string; count: number }[] {
  return [
    ...(one.leftRows > 0 ? [{ key: 'left' as const, word: 'Để lại', count: one.leftRows }] : []),
    ...(one.differs > 0 ? [{ key: 'differs' as const, word: 'Đã khác từ lúc xem', count: one.differs }] : []),
    ...OUTCOMES.map((key) => ({ key, word: OUTCOME_WORDS[key], count: one.counts[key] })).filter(
      (tab) => tab.count > 0,
    ),
  ]
}

function columnsFor({ columns }: Rows) {
  return [
    {
      key: 'name',
      head: 'Tên',
      width: 280,
      cell: (row: Row) => (
        <>
          <TwoLines sub={`Dòng ${number(row.no)}`}>
            <b>{row.name}</b>
          </TwoLines>
          {row.differs && (
            <div>
              <StatusWord tone="cam" icon="alert-triangle" word="Đã khác từ lúc xem" small />
            </div>
          )}
        </>
      ),
    },
    {
      key: 'what',
      head: 'Nội dung',
      card: 'plain' as const,
      cell: (row: Row) => <RowWords row={row} columns={columns} />,
    },
  ]
}

/** What is to be said of a row: what is wrong and in which cell, what becomes what, or what it holds. */
function RowWords({ row, columns }: { row: Row; columns: Rows['columns'] }) {
  const headOf = (key: string) => columns.find((column) => column.key === key)?.head ?? key
  if (row.left !== null) return row.left
  if (row.problems.length > 0) {
    return (
      <ul className={classes.list}>
        {row.problems.map((problem) => (
          <li key={`${problem.cell} ${problem.sentence}`}>
            {problem.cell && <b>{`Ô ${problem.cell}${problem.head ? `, ${problem.head}` : ''}: `}</b>}
            {problem.sentence}
          </li>
        ))}
      </ul>
    )
  }
  const changed = Object.keys(row.before)
  if (changed.length > 0) {
    return (
      <ul className={classes.list}>
        {changed.map((key) => (
          <li key={key}>
            <b>{`${headOf(key)}: `}</b>
            <del>{row.before[key] ?? 'chưa có'}</del>
            <span aria-hidden> → </span>
            <span className="visually-hidden"> thành </span>
            <ins>{row.values[key] ?? 'chưa có'}</ins>
          </li>
        ))}
      </ul>
    )
  }
  return columns
    .filter((column) => column.key !== 'name' && Boolean(row.values[column.key]))
    .map((column) => `${column.head}: ${row.values[column.key]}`)
    .join(' · ')
}
