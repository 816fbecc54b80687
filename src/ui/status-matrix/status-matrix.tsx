import type { ReactNode } from 'react'
import { Glyph } from '../icon/glyph.tsx'
import { ScrollRegion } from '../layout/layout.tsx'
import { Link } from '../link/link.tsx'
import type { Status } from '../status-word/status-word.tsx'
import classes from './status-matrix.module.css'

export type MatrixColumn = { key: string; title: string; sub?: string }
export type MatrixCell = Status & {
  href?: string
  /** Only what is overdue is solid. */
  solid?: boolean
}
export type MatrixRow = {
  id: string
  name: string
  cells: Readonly<Record<string, MatrixCell | undefined>>
  total?: ReactNode
}

export type StatusMatrixProps = {
  label: string
  /** Head of the first column: «Đơn vị». */
  rowHead: string
  columns: readonly MatrixColumn[]
  rows: readonly MatrixRow[]
  totalHead?: string
}

/** More rows than these scroll in a region of their own, under heads that stay. */
const TALL = 15

/** Units down, duties across, a tinted word in each cell. Wide or long: scrolls in its own region, names and heads stay. */
export function StatusMatrix({ label, rowHead, columns, rows, totalHead }: StatusMatrixProps) {
  return (
    <ScrollRegion label={label} tall={rows.length > TALL}>
      <table className={classes.matrix} style={{ minWidth: 220 + columns.length * 120 }}>
        <thead>
          <tr>
            <th scope="col">{rowHead}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                <span className={classes.head} title={column.title}>
                  {column.title}
                </span>
                {column.sub && <small>{column.sub}</small>}
              </th>
            ))}
            {totalHead && (
              <th scope="col" className={classes.total}>
                {totalHead}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {columns.map((column) => (
                <td key={column.key}>
                  <MatrixWord cell={row.cells[column.key]} />
                </td>
              ))}
              {totalHead && <td className={classes.total}>{row.total}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function MatrixWord({ cell }: { cell: MatrixCell | undefined }) {
  if (cell === undefined) return null
  const words = (
    <>
      <Glyph icon={cell.icon} size="s" />
      {cell.word}
    </>
  )
  return cell.href === undefined ? (
    <span data-tone={cell.tone} data-solid={cell.solid || undefined}>
      {words}
    </span>
  ) : (
    <Link href={cell.href} data-tone={cell.tone} data-solid={cell.solid || undefined}>
      {words}
    </Link>
  )
}
