import type { CSSProperties, ReactNode } from 'react'
import { cx } from '../theme/class-names.ts'
import classes from './layout.module.css'

/** Main column and a 304 px aside; under each other below 1100 px. */
export function TwoColumns({
  children,
  aside,
  asideLabel,
}: {
  children: ReactNode
  aside: ReactNode
  asideLabel: string
}) {
  return (
    <div className={classes.two}>
      <div>{children}</div>
      <aside aria-label={asideLabel}>{aside}</aside>
    </div>
  )
}

/** Twelve columns for form fields; on a phone one. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return <div className={classes.grid}>{children}</div>
}

/** So many of the twelve columns; `keepHalf` stays half a line on a phone, for short pairs. */
export function Cell({ span, keepHalf, children }: { span: number; keepHalf?: boolean; children: ReactNode }) {
  return (
    <div className={cx(classes.cell, keepHalf && classes.half)} style={{ '--span': span } as CSSProperties}>
      {children}
    </div>
  )
}

/** Things under each other, evenly apart. */
export function Stack({ children, gap = 'm' }: { children: ReactNode; gap?: 's' | 'm' | 'l' }) {
  return <div className={cx(classes.stack, classes[gap])}>{children}</div>
}

/** What somebody wrote, as he wrote it: his lines and paragraphs kept. */
export function Prose({ children }: { children: string }) {
  return <p className={classes.prose}>{children}</p>
}

export type Pair = { term: ReactNode; value: ReactNode }

/** Terms and values: two columns, or `inline` on one wrapping line. A missing value is said («chưa có»), never a dash. */
export function Definitions({ pairs, inline }: { pairs: readonly Pair[]; inline?: boolean }) {
  return (
    <dl className={inline ? classes.inline : classes.pairs}>
      {pairs.map((pair, index) =>
        inline ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list that is never reordered
          <div key={index}>
            <dt>{pair.term}</dt>
            <dd>{pair.value}</dd>
          </div>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list that is never reordered
          <PairRow key={index} pair={pair} />
        ),
      )}
    </dl>
  )
}

function PairRow({ pair }: { pair: Pair }) {
  return (
    <>
      <dt>{pair.term}</dt>
      <dd>{pair.value}</dd>
    </>
  )
}

/** The foot of a form: what is saved on the left, the acts on the right; stays in sight. */
export function StickyFoot({ words, children }: { words?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.foot} data-print="hide">
      <div className={classes.footWords}>{words}</div>
      {children}
    </div>
  )
}

type ScrollRegionProps = {
  label: string
  tall?: boolean
  /** Opens at its right end, where the newest stands. */
  fromEnd?: boolean
  children: ReactNode
}

/** A wide thing that scrolls sideways in a region of its own, focusable and named. */
export function ScrollRegion({ label, tall, fromEnd, children }: ScrollRegionProps) {
  return (
    <section
      className={classes.scroll}
      data-tall={tall || undefined}
      data-from-end={fromEnd || undefined}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll region must be reachable by keyboard
      tabIndex={0}
    >
      {children}
    </section>
  )
}

export type SplitSide = {
  title: string
  /** Right of the title: statuses, small buttons. */
  acts?: ReactNode
  /** A line of acts under the side, always in sight. */
  foot?: ReactNode
  children: ReactNode
}

/**
 * Two sides that scroll on their own, filling the window: a paper and what was read in it. On a phone they stand under
 * each other, the right side first, or only the one that `phone` names. The left title is the page's h1; with `phone` given
 * the page has one of its own above, because that side may be away.
 */
export function SplitView({ left, right, phone }: { left: SplitSide; right: SplitSide; phone?: 'left' | 'right' }) {
  return (
    <div className={classes.split} data-phone={phone}>
      <Side side={left} first={phone === undefined} />
      <Side side={right} />
    </div>
  )
}

function Side({ side, first }: { side: SplitSide; first?: boolean }) {
  const Title = first ? 'h1' : 'h2'
  return (
    <section aria-label={side.title}>
      <div className={classes.sideHead}>
        <Title>{side.title}</Title>
        {side.acts}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll region must be reachable by keyboard */}
      <section className={classes.sideBody} aria-label={`Nội dung: ${side.title}`} tabIndex={0}>
        {side.children}
      </section>
      {side.foot && <div className={classes.sideFoot}>{side.foot}</div>}
    </section>
  )
}

/** A group of fields inside a side, parted from the others by a band of ground. */
export function SideGroup({ title, status, children }: { title: string; status?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.group}>
      <h3>
        {title}
        {status && <span className={classes.groupStatus}>{status}</span>}
      </h3>
      {children}
    </div>
  )
}
