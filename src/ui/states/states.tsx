import { type ReactNode, useEffect, useState } from 'react'
import { Acts, Button } from '../button/button.tsx'
import { Note } from '../note/note.tsx'
import { cx } from '../theme/class-names.ts'
import classes from './states.module.css'

/** Nothing here yet, or nothing found: what would be here, and the first act. */
export function Empty({
  title,
  children,
  acts,
  level = 2,
}: {
  title: string
  children?: ReactNode
  acts?: ReactNode
  level?: 2 | 3
}) {
  const Title = `h${level}` as const
  return (
    <div className={classes.empty}>
      <Title>{title}</Title>
      {children && <p>{children}</p>}
      {acts && (
        <div className={classes.emptyActs}>
          <Acts>{acts}</Acts>
        </div>
      )}
    </div>
  )
}

export type Problem = {
  /** What happened, then what to do. */
  sentence: string
  /** The number under which the server has logged it. */
  reference?: string
  /** Asking again gives the same: not to be seen, not there. No retry is offered. */
  final?: boolean
}

/** Something could not be fetched or done: what happened, what to do, the number to give, one act. */
export function ErrorState({
  title,
  problem,
  onRetry,
  acts,
}: {
  title?: string
  problem: Problem
  onRetry?: () => void
  acts?: ReactNode
}) {
  const retry = problem.final ? undefined : onRetry
  return (
    <Note
      tone="son"
      alert
      title={title ?? (problem.final ? 'Không mở được nội dung này' : 'Chưa tải được nội dung này')}
      acts={
        (retry || acts) && (
          <>
            {retry && (
              <Button size="s" icon="refresh" onClick={retry}>
                Thử lại
              </Button>
            )}
            {acts}
          </>
        )
      }
    >
      <p>{problem.sentence}</p>
      {problem.reference && (
        <p>
          Mã để báo quản trị: <b>{problem.reference}</b>
        </p>
      )}
    </Note>
  )
}

/** Grey lines of the final shape, after 300 ms of nothing; quicker answers never flicker. */
export function Loading({ label = 'Đang tải', lines = 4, now }: { label?: string; lines?: number; now?: boolean }) {
  const [late, setLate] = useState(now === true)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status" aria-busy className={cx(!late && classes.waiting)}>
      <span className="visually-hidden">{late ? label : ''}</span>
      {late && (
        <div className={classes.lines} aria-hidden>
          {Array.from({ length: lines }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no identity
            <i key={index} />
          ))}
        </div>
      )}
    </div>
  )
}
