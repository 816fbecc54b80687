import { Glyph } from '../icon/glyph.tsx'
import classes from './chips.module.css'

export type ChipItem = { key: string; word: string; onRemove: () => void }

/** The filters that are on, each with its way off; `onClear` takes all off. */
export function Chips({ chips, onClear }: { chips: readonly ChipItem[]; onClear?: () => void }) {
  if (chips.length === 0) return null
  return (
    <ul className={classes.chips} aria-label="Đang lọc theo" data-print="keep">
      {chips.map((chip) => (
        <li key={chip.key} className={classes.chip}>
          {chip.word}
          <button type="button" onClick={chip.onRemove}>
            <span className="visually-hidden">Bỏ lọc {chip.word}</span>
            <Glyph icon="x" size="s" />
          </button>
        </li>
      ))}
      {onClear && (
        <li>
          <button type="button" className={classes.clear} onClick={onClear}>
            Bỏ hết
          </button>
        </li>
      )}
    </ul>
  )
}
