import { memo, type ReactNode, useMemo } from 'react'
import { cx } from '../theme/class-names.ts'
import { type LineLook, lineLooks } from './line-look.ts'
import { type PaperMark, type Segment, segmentLines } from './mark-segments.ts'
import classes from './paper.module.css'

/** A sheet: Times-like face on white. `sheet` gives it edge and margins. */
export function Paper({ children, sheet, label }: { children: ReactNode; sheet?: boolean; label?: string }) {
  return (
    <article className={cx(classes.paper, sheet && classes.sheet)} aria-label={label}>
      {children}
    </article>
  )
}

export type MarkedPaperProps = {
  text: string
  marks: readonly PaperMark[]
  /** The mark being looked at from the other side. */
  active?: string
  /** A mark was pressed in the text. */
  onMark?: (id: string) => void
  label: string
}

/** The text of a paper with what was read from it marked and numbered. Each mark can be pressed and reached by keyboard. */
export function MarkedPaper({ text, marks, active, onMark, label }: MarkedPaperProps) {
  const lines = useMemo(() => segmentLines(text, marks), [text, marks])
  const looks = useMemo(() => lineLooks(text.split('\n')), [text])
  return (
    <Paper sheet label={label}>
      {lines.map((line, index) => {
        const activeHere =
          active !== undefined && line.some((segment) => segment.marks.some((mark) => mark.id === active))
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text keep their places
          <Line key={index} line={line} look={looks[index]} active={activeHere ? active : undefined} onMark={onMark} />
        )
      })}
    </Paper>
  )
}

/** The element id of a mark, for links from the other side. */
export function markElementId(id: string): string {
  return `cho-${id}`
}

/** Brings a mark into sight without taking the focus from the field. */
export function showMark(id: string): void {
  document.getElementById(markElementId(id))?.scrollIntoView({ block: 'center' })
}

const Line = memo(function Line({
  line,
  look,
  active,
  onMark,
}: {
  line: readonly Segment[]
  look: LineLook
  active: string | undefined
  onMark: ((id: string) => void) | undefined
}) {
  if (line.length === 0) return <p className={classes.blank} />
  return (
    <p className={look && classes[look]}>
      {line.map((segment) => (
        <Stretch key={segment.start} segment={segment} active={active} onMark={onMark} />
      ))}
    </p>
  )
})

/** Signs that set a marked-up text («## KẾ HOẠCH», «**chủ đề**»). */
const SIGNS = /(^#{1,6}[ \t]+|\*{2,3})/u

/** The words of a stretch. The signs of a marked-up text stay where they are, so that places can be counted, and are not shown. */
function Words({ text }: { text: string }) {
  const pieces = text.split(SIGNS)
  if (pieces.length === 1) return <>{text}</>
  return pieces.map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text keep their places
      <span key={index} className={classes.sign}>
        {piece}
      </span>
    ),
  )
}

function Stretch({
  segment,
  active,
  onMark,
}: {
  segment: Segment
  active: string | undefined
  onMark: ((id: string) => void) | undefined
}) {
  const { marks, ending, beginning } = segment
  const inner = marks.at(-1)
  if (inner === undefined) return <Words text={segment.text} />
  const mark = (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the number after it is the button for the keyboard
    <mark
      className={cx(
        marks.some((one) => one.doubtful) && classes.doubtful,
        marks.some((one) => one.id === active) && classes.active,
      )}
      onClick={onMark && (() => onMark(inner.id))}
    >
      {beginning.map((one) => (
        <span key={one.id} id={markElementId(one.id)} className={classes.anchor} />
      ))}
      <Words text={segment.text} />
    </mark>
  )
  return (
    <>
      {mark}
      {ending.map((one) => (
        <button
          key={one.id}
          type="button"
          className={cx(classes.number, one.doubtful && classes.numberDoubtful)}
          aria-current={one.id === active || undefined}
          onClick={() => onMark?.(one.id)}
        >
          <span className="visually-hidden">Đến mục đọc được số </span>
          {one.number}
        </button>
      ))}
    </>
  )
}
