import { type RefObject, useEffect, useRef, useState } from 'react'
import { Button, MarkedPaper, SelectField } from '../../../ui/index.ts'
import { FACT_NAMES } from '../domain/fact-words.ts'
import type { FactKind } from '../fact-values.ts'
import type { Marks } from './fact-marks.ts'
import { useActive, useFactReview } from './fact-review.ts'
import classes from './facts.module.css'
import { type Stretch, selectedStretch } from './paper-selection.ts'

export type ReviewedPaperProps = {
  text: string
  marks: Marks
  onMark: (markId: string) => void
  label: string
  /** Facts may be added from text chosen in the paper; which kinds, in the order offered. */
  kinds?: readonly FactKind[]
  onAdd?: (kind: FactKind, stretch: Stretch) => void
}

/** The text of the document with its marks; choosing words offers to make a fact of them. */
export function ReviewedPaper({ text, marks, onMark, label, kinds, onAdd }: ReviewedPaperProps) {
  const place = useRef<HTMLDivElement>(null)
  const active = useActive(useFactReview().looking)
  const markId = active === undefined ? undefined : marks.placeOf.get(active)?.markId
  const [chosen, forget] = useChosenText(place, text, kinds !== undefined)
  return (
    <>
      <div ref={place}>
        <MarkedPaper text={text} marks={marks.marks} active={markId} onMark={onMark} label={label} />
      </div>
      {chosen && kinds && onAdd && (
        <AddBar
          key={`${chosen.start}-${chosen.end}`}
          chosen={chosen}
          kinds={kinds}
          onAdd={(kind) => {
            onAdd(kind, chosen)
            forget()
          }}
          onClose={forget}
        />
      )}
    </>
  )
}

function AddBar({
  chosen,
  kinds,
  onAdd,
  onClose,
}: {
  chosen: Stretch
  kinds: readonly FactKind[]
  onAdd: (kind: FactKind) => void
  onClose: () => void
}) {
  const [kind, setKind] = useState<FactKind>(kinds[0] ?? 'task')
  const words = chosen.text.replace(/\s+/g, ' ')
  return (
    <section className={classes.addBar} aria-label="Đoạn đang chọn">
      <p>“{words.length > 90 ? `${words.slice(0, 88)}…` : words}”</p>
      <SelectField
        label="Loại dữ kiện"
        labelHidden
        value={kind}
        onChange={(value) => setKind(value as FactKind)}
        options={kinds.map((one) => ({ value: one, label: capital(FACT_NAMES[one]) }))}
      />
      <Button size="s" icon="plus" onClick={() => onAdd(kind)}>
        Thêm dữ kiện từ đoạn này
      </Button>
      <Button size="s" kind="subtle" square icon="x" onClick={onClose}>
        Thôi chọn đoạn này
      </Button>
    </section>
  )
}

function capital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase('vi') + words.slice(1)
}

/** The words chosen in the paper; they stay known while the cursor is in another field. */
function useChosenText(
  place: RefObject<HTMLElement | null>,
  text: string,
  wanted: boolean,
): [Stretch | undefined, () => void] {
  const [chosen, setChosen] = useState<Stretch>()
  useEffect(() => {
    if (!wanted) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const article = place.current?.querySelector('article')
      const selection = document.getSelection()
      const inside = article && selection?.anchorNode && article.contains(selection.anchorNode)
      if (inside) setChosen(selectedStretch(article, text, selection))
    }
    const listen = () => {
      clearTimeout(timer)
      timer = setTimeout(look, 200)
    }
    document.addEventListener('selectionchange', listen)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', listen)
    }
  }, [place, text, wanted])
  return [chosen, () => setChosen(undefined)]
}
