import type { ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import classes from './list-table.module.css'

export type BulkBarProps = {
  noun: string
  count: number
  total: number
  /** The most that may be chosen at once; none where there is no limit. */
  most?: number | undefined
  /** Chooses every row that matches, beyond the page. */
  onAll?: () => void
  onNone: () => void
  /** Acts with numbers: «Nhắc 3 đơn vị». */
  children: ReactNode
}

/** The dark strip over the head while rows are chosen. */
export function BulkBar({ noun, count, total, most = total, onAll, onNone, children }: BulkBarProps) {
  const all = Math.min(total, most)
  return (
    <section className={classes.bulk} aria-label={`Thao tác với ${noun} đã chọn`} data-print="hide">
      <p>
        <b role="status">
          Đã chọn {count} {noun}.
        </b>{' '}
        {onAll && count < all && (
          <button type="button" className={classes.bulkAll} onClick={onAll}>
            {all < total ? `Chọn ${all} ${noun} đầu` : `Chọn cả ${total}`}
          </button>
        )}
        {all < total && ` Mỗi lượt nhiều nhất ${most} ${noun}, phần còn lại làm ở lượt sau.`}
      </p>
      {children}
      <Button size="s" onClick={onNone}>
        Bỏ chọn
      </Button>
    </section>
  )
}
