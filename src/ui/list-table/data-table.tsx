import type { ReactNode } from 'react'
import { Glyph } from '../icon/glyph.tsx'
import { ScrollRegion } from '../layout/layout.tsx'
import { cx } from '../theme/class-names.ts'
import { useNarrow } from '../theme/use-narrow.ts'
import classes from './data-table.module.css'

export type Column<Row> = {
  key: string
  head: string
  cell: (row: Row) => ReactNode
  /** Its head becomes a button; the key is what `onSort` gets. */
  sortable?: boolean
  /** Figures and dates stand right. */
  end?: boolean
  width?: number
  /** Never narrower than this, its head in several lines: a table of many figures is pushed sideways rather than squeezed. */
  least?: number
  /** On a phone's card: the first column is the title; `state` stands in one line with other states, `hide` is left out. */
  card?: 'line' | 'plain' | 'state' | 'hide'
}

export type Sort = { by: string; descending: boolean }

export type DataTableProps<Row> = {
  /** Names the scroll region and the table. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** The row in words, for the box that chooses it. */
  rowName?: (row: Row) => string
  sort?: Sort
  onSort?: (sort: Sort) => void
  chosen?: ReadonlySet<string>
  onChosen?: (chosen: Set<string>) => void
  /** The last column's act: «Nhắc», a menu. Under the text on a phone. */
  rowAct?: (row: Row) => ReactNode
}

/** A semantic table; on a phone the same rows as cards, in the same order. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  return useNarrow() ? <Cards {...props} /> : <WideTable {...props} />
}

function WideTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  rowName,
  sort,
  onSort,
  chosen,
  onChosen,
  rowAct,
}: DataTableProps<Row>) {
  const keys = rows.map(rowKey)
  const allChosen = keys.length > 0 && keys.every((key) => chosen?.has(key))
  return (
    <ScrollRegion label={`Bảng: ${label}`}>
      <table className={classes.table}>
        <thead>
          <tr>
            {chosen && onChosen && (
              <th scope="col" className={classes.boxColumn} data-print="hide">
                <input
                  type="checkbox"
                  aria-label="Chọn mọi dòng trong trang"
                  checked={allChosen}
                  onChange={() => onChosen(changed(chosen, keys, !allChosen))}
                />
              </th>
            )}
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cx(column.end && classes.end, column.least !== undefined && classes.long)}
                style={{ width: column.width, minWidth: column.least }}
                aria-sort={sort?.by === column.key ? (sort.descending ? 'descending' : 'ascending') : undefined}
              >
                {column.sortable && onSort ? <SortHead column={column} sort={sort} onSort={onSort} /> : column.head}
              </th>
            ))}
            {rowAct && (
              <th scope="col" data-print="hide">
                <span className="visually-hidden">Thao tác</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const key = keys[index] ?? ''
            return (
              <tr key={key} data-chosen={chosen?.has(key) || undefined}>
                {chosen && onChosen && (
                  <td data-print="hide">
                    <ChooseBox
                      name={rowName?.(row)}
                      checked={chosen.has(key)}
                      onChange={(on) => onChosen(changed(chosen, [key], on))}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td key={column.key} className={column.end ? classes.end : undefined}>
                    {column.cell(row)}
                  </td>
                ))}
                {rowAct && (
                  <td className={classes.act} data-print="hide">
                    {rowAct(row)}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function SortHead<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>
  sort: Sort | undefined
  onSort: (sort: Sort) => void
}) {
  const active = sort?.by === column.key
  return (
    <button
      type="button"
      className={classes.sort}
      onClick={() => onSort({ by: column.key, descending: active ? !sort.descending : false })}
    >
      {column.head}
      <Glyph icon={active ? (sort.descending ? 'chevron-down' : 'chevron-up') : 'arrows-sort'} size="s" />
    </button>
  )
}

function Cards<Row>({ label, columns, rows, rowKey, rowName, chosen, onChosen, rowAct }: DataTableProps<Row>) {
  const [title, ...others] = columns
  const shown = others.filter((column) => column.card !== 'hide')
  const states = shown.filter((column) => column.card === 'state')
  return (
    <ul className={classes.cards} aria-label={label}>
      {rows.map((row) => {
        const key = rowKey(row)
        return (
          <li key={key} data-choice={chosen !== undefined || undefined} data-chosen={chosen?.has(key) || undefined}>
            {chosen && onChosen && (
              <ChooseBox
                name={rowName?.(row)}
                checked={chosen.has(key)}
                onChange={(on) => onChosen(changed(chosen, [key], on))}
              />
            )}
            <div className={classes.card}>
              <div>{title?.cell(row)}</div>
              {shown
                .filter((column) => column.card !== 'state')
                .map((column) => (
                  <div key={column.key} className={classes.line}>
                    {column.card !== 'plain' && <span className={classes.term}>{column.head}: </span>}
                    {column.cell(row)}
                  </div>
                ))}
              {states.length > 0 && (
                <div className={classes.states}>
                  {states.map((column) => (
                    <span key={column.key}>{column.cell(row)}</span>
                  ))}
                </div>
              )}
              {rowAct && <div className={cx(classes.cardAct)}>{rowAct(row)}</div>}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function ChooseBox({
  name,
  checked,
  onChange,
}: {
  name: string | undefined
  checked: boolean
  onChange: (on: boolean) => void
}) {
  return (
    <input
      type="checkbox"
      className={classes.box}
      aria-label={`Chọn ${name ?? 'dòng này'}`}
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
    />
  )
}

function changed(chosen: ReadonlySet<string>, keys: readonly string[], on: boolean): Set<string> {
  const next = new Set(chosen)
  for (const key of keys) {
    if (on) next.add(key)
    else next.delete(key)
  }
  return next
}

/** A cell of two lines: the link or name, and a grey line under it. */
export function TwoLines({ children, sub }: { children: ReactNode; sub?: ReactNode }) {
  return (
    <>
      {children}
      {sub && <span className={classes.sub}>{sub}</span>}
    </>
  )
}
