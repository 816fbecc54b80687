import { type ReactNode, useState } from 'react'
import { Button } from '../button/button.tsx'
import { Chips } from '../chips/chips.tsx'
import { Empty, ErrorState, Loading, type Problem } from '../states/states.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { countWords } from './count-words.ts'
import { DataTable, type DataTableProps } from './data-table.tsx'
import type { ListAddress } from './list-address.ts'
import type { ListFilter } from './list-filter.ts'
import { ListFilters } from './list-filters.tsx'
import classes from './list-table.module.css'
import { Pager } from './pager.tsx'

export type ListTableProps<Row> = Omit<DataTableProps<Row>, 'rows' | 'sort' | 'onSort' | 'chosen' | 'onChosen'> & {
  /** From `useListAddress`. */
  list: ListAddress
  /** «phong trào»: «38 trong 214 phong trào». */
  noun: string
  /** `undefined` while it is being fetched for the first time. */
  rows: readonly Row[] | undefined
  /** How many match; beyond 10,000 say `totalIsMore`. */
  total: number
  totalIsMore?: boolean
  /** How many there are without search and filters, when known. */
  overall?: number
  searchPlaceholder?: string
  /** The first two stand in sight, the rest behind one button. */
  filters?: readonly ListFilter[]
  problem?: Problem
  onRetry?: () => void
  /** Shown when nothing has ever been here: an `Empty`. */
  empty: ReactNode
  /** Right of the filters: «Xuất 38 dòng». */
  acts?: ReactNode
  /** Acts on the chosen rows; without it rows cannot be chosen. */
  bulk?: (chosen: ReadonlySet<string>, clear: () => void) => ReactNode
  /** Every id that matches, for «Chọn cả 38». */
  allIds?: () => Promise<readonly string[]>
  /** The most that may be chosen at once; beyond it the bar says so. */
  mostChosen?: number
  /** The server decides how many rows a page has. */
  fixedSize?: boolean
  /** New rows are being fetched while the old ones still stand. */
  fetching?: boolean
}

/** The list: search, filters, chips, count, table or cards, bulk acts, paging. Stands in a flush `Panel`. */
export function ListTable<Row>(props: ListTableProps<Row>) {
  const {
    list,
    noun,
    rows,
    total,
    totalIsMore,
    overall,
    filters = [],
    problem,
    onRetry,
    empty,
    acts,
    bulk,
    allIds,
    mostChosen,
    fetching,
    fixedSize,
    searchPlaceholder,
    ...table
  } = props
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const looking = JSON.stringify([list.q, list.filters])
  const [lookedAt, setLookedAt] = useState(looking)
  if (looking !== lookedAt) {
    // what is no longer in sight must not be acted on
    setLookedAt(looking)
    setChosen(new Set())
  }
  const narrowed = list.q !== '' || Object.values(list.filters).some((value) => value !== '')
  const nothingEver = rows !== undefined && total === 0 && !narrowed
  if (nothingEver && !problem) return empty
  const clearChosen = () => setChosen(new Set())
  return (
    <div className={classes.list}>
      <ListFilters
        label={table.label}
        list={list}
        noun={noun}
        filters={filters}
        placeholder={searchPlaceholder}
        acts={acts}
      />
      <div className={classes.counted}>
        <span role="status">{rows === undefined ? ' ' : countWords(total, totalIsMore, overall, noun, narrowed)}</span>
        <Chips chips={chipsOf(list, filters)} onClear={list.clear} />
      </div>
      {bulk && chosen.size > 0 && (
        <BulkBar
          noun={noun}
          count={chosen.size}
          total={total}
          most={mostChosen}
          onAll={allIds && (() => void allIds().then((ids) => setChosen(new Set(ids))))}
          onNone={clearChosen}
        >
          {bulk(chosen, clearChosen)}
        </BulkBar>
      )}
      {problem ? (
        <div className={classes.problem}>
          <ErrorState problem={problem} onRetry={onRetry} />
        </div>
      ) : rows === undefined ? (
        <Loading lines={6} label={`Đang tải ${noun}`} />
      ) : rows.length === 0 ? (
        <Empty
          level={2}
          title={list.q === '' ? `Không có ${noun} khớp điều kiện lọc` : `Không có ${noun} khớp “${list.q}”`}
          acts={<Button onClick={list.clear}>Bỏ lọc</Button>}
        >
          {overall !== undefined && `Bỏ lọc có ${overall} ${noun}.`}
        </Empty>
      ) : (
        <div aria-busy={fetching || undefined} className={fetching ? classes.fetching : undefined}>
          <DataTable
            {...table}
            rows={rows}
            sort={list.sort}
            onSort={list.sortBy}
            chosen={bulk ? chosen : undefined}
            onChosen={bulk ? setChosen : undefined}
          />
        </div>
      )}
      {!problem && rows !== undefined && rows.length > 0 && rows.length < total && (
        <Pager
          label={table.label}
          list={list}
          total={total}
          totalIsMore={totalIsMore}
          shown={rows.length}
          fixedSize={fixedSize}
        />
      )}
    </div>
  )
}

function chipsOf(list: ListAddress, filters: readonly ListFilter[]) {
  const set = filters.filter((filter) => (list.filters[filter.name] ?? '') !== '')
  const chips = set.map((filter) => {
    const value = list.filters[filter.name] ?? ''
    const label = filter.options.find((option) => option.value === value)?.label ?? value
    return { key: filter.name, word: `${filter.label}: ${label}`, onRemove: () => list.filter(filter.name, '') }
  })
  return list.q === '' ? chips : [{ key: 'q', word: `Tìm: ${list.q}`, onRemove: () => list.search('') }, ...chips]
}
