import { Button } from '../button/button.tsx'
import { Note } from '../note/note.tsx'
import classes from './progress.module.css'

/** A bar of what is done. `part` is 0 to 1; without it the length is unknown and the bar only says that work goes on. */
export function ProgressBar({ label, part }: { label: string; part?: number }) {
  const percent = part === undefined ? undefined : Math.round(Math.min(1, Math.max(0, part)) * 100)
  return (
    <div
      className={classes.bar}
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      data-unknown={percent === undefined || undefined}
    >
      <i style={percent === undefined ? undefined : { width: `${percent}%` }} />
    </div>
  )
}

export type LongJobProps = {
  /** «Đang lập 1.240 giấy khen». */
  title: string
  part?: number
  /** «768 trong 1.240, còn khoảng 1 phút. Có thể rời trang này». */
  words: string
  onStop?: () => void
}

/** Work of more than 3 seconds: bar, count, time left, may leave, may stop. */
export function LongJob({ title, part, words, onStop }: LongJobProps) {
  return (
    <Note
      tone="cham"
      icon="hourglass"
      title={title}
      acts={
        onStop && (
          <Button size="s" onClick={onStop}>
            Dừng
          </Button>
        )
      }
    >
      <ProgressBar label={title} part={part} />
      <p>{words}</p>
    </Note>
  )
}
