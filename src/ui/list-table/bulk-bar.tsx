import type { ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import classes from './list-table.module.css'

export type BulkBarProps = {
  noun: string
  count: number
  total: number
  /** Chooses every row that matches, beyond the page. */
  onAll?: () => void
  onNone: () => void
  /** Acts with numbers: «Nhắc 3 đơn vị». */
  children: ReactNode
}

/** The dark strip over the head while rows are chosen. */
export function BulkBar({ noun, count, total, onAll, onNone, children }: BulkBarProps) {
  return (
    <section className={classes.bulk} aria-label={`Thao tác với ${noun} đã chọn`} data-print="hide">
      <p>
        <b role="status">
          Đã chọn {count} {noun}.
        </b>{' '}
        {onAll && count < total && (
          <button type="button" className={classes.bulkAll} onClick={onAll}>
            Chọn cả {total}
          </button>
        )}
      </p>
      {children}
      <Button size="s" onClick={onNone}>
        Bỏ chọn
      </Button>
    </section>
  )
}
