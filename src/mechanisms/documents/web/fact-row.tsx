import { memo, useRef } from 'react'
import { Acts, Button, SourceLink, StatusWord } from '../../../ui/index.ts'
import type { FactShape } from '../contract.ts'
import type { FactKind } from '../fact-values.ts'
import { FactBoxes } from './fact-boxes.tsx'
import { FactDoubt } from './fact-doubt.tsx'
import { useFactReview, useIsActive, useIsOpen } from './fact-review.ts'
import { doubtWords, rowWords } from './fact-words.ts'
import classes from './facts.module.css'
import { factElementId, keepFocus } from './focus-fact.ts'
import { useActing, useFactEntry } from './use-fact-desk.ts'

export type FactRowProps = {
  factId: string
  kind: FactKind
  /** Nothing while it is being added. */
  fact: FactShape | undefined
}

/** One of many facts: a line to read, with its number in the paper; its boxes open in place. */
export const FactRow = memo(function FactRow({ factId, kind, fact }: FactRowProps) {
  const review = useFactReview()
  const { desk, editable } = review
  const entry = useFactEntry(desk, factId)
  const acting = useActing(desk, factId)
  const active = useIsActive(review.looking, factId)
  const isOpen = useIsOpen(review.looking, factId)
  const row = useRef<HTMLLIElement>(null)
  const number = review.numberOf(factId)
  const open = fact === undefined || isOpen || entry?.status === 'clash' || entry?.status === 'wrong'
  if (fact?.state === 'removed') return <RemovedRow fact={fact} />
  const doubt = fact && entry === undefined ? doubtWords(fact) : undefined
  const words = rowWords(kind, fact?.value ?? {})
  const name = words.title.slice(0, 60)
  const close = async () => {
    await desk.save(factId)
    review.looking.setOpen(factId, false)
    row.current?.focus()
  }
  const remove = () => {
    if (fact === undefined) desk.drop(factId)
    else void desk.setFactState(factId, 'removed').then(() => keepFocus(factId))
  }
  return (
    <li
      ref={row}
      id={factElementId(factId)}
      tabIndex={-1}
      className={classes.row}
      data-active={active || undefined}
      data-doubtful={doubt !== undefined || undefined}
      onFocus={() => review.look(factId)}
    >
      {(open && editable) || entry?.status === 'refused' ? (
        <div className={classes.boxes}>
          <FactBoxes factId={factId} kind={kind} fact={fact} numbered />
          <Acts>
            <Button size="s" onClick={() => void close()}>
              Xong
            </Button>
            <Button size="s" kind="subtle" icon="trash" busy={acting} onClick={remove}>
              {fact === undefined ? 'Thôi, không thêm' : 'Bỏ mục này'}
            </Button>
          </Acts>
        </div>
      ) : (
        <>
          <div className={classes.words}>
            <p>{words.title}</p>
            {words.sub && <small>{words.sub}</small>}
            {fact && <RowState fact={fact} unsaved={entry !== undefined} />}
            {doubt !== undefined && editable && fact && (
              <div className={classes.doubt}>
                <StatusWord tone="cam" icon="help-circle" word={doubt} small />
                <FactDoubt fact={fact} />
              </div>
            )}
          </div>
          <div className={classes.acts}>
            {editable && (
              <>
                <Button
                  size="s"
                  kind="subtle"
                  square
                  icon="pencil"
                  onClick={() => review.looking.setOpen(factId, true)}
                >
                  {`Sửa: ${name}`}
                </Button>
                <Button size="s" kind="subtle" square icon="trash" busy={acting} onClick={remove}>
                  {`Bỏ: ${name}`}
                </Button>
              </>
            )}
            {number !== undefined && (
              <SourceLink
                number={number}
                what={name}
                doubtful={doubt !== undefined}
                onClick={() => review.showPlace(factId)}
              />
            )}
          </div>
        </>
      )}
    </li>
  )
})

function RowState({ fact, unsaved }: { fact: FactShape; unsaved: boolean }) {
  if (unsaved) return <small className={classes.state}>Chưa lưu</small>
  if (fact.state === 'added') return <small className={classes.state}>Thêm bằng tay</small>
  if (fact.state !== 'corrected' || fact.readValue === null) return null
  const read = rowWords(fact.kind, fact.readValue)
  return (
    <small className={classes.state}>{`Đã sửa. Đọc được: ${[read.title, read.sub].filter(Boolean).join(' · ')}`}</small>
  )
}

function RemovedRow({ fact }: { fact: FactShape }) {
  const { desk, editable } = useFactReview()
  const acting = useActing(desk, fact.id)
  const { title } = rowWords(fact.kind, fact.value)
  return (
    <li id={factElementId(fact.id)} tabIndex={-1} className={classes.row} data-removed>
      <div className={classes.words}>
        <p>
          <s>{title}</s>
        </p>
        <small>Đã bỏ{fact.changedBy && `, ${fact.changedBy}`}</small>
      </div>
      {editable && (
        <Button
          size="s"
          icon="arrow-back-up"
          busy={acting}
          onClick={() => void desk.setFactState(fact.id, 'restored').then(() => keepFocus(fact.id))}
        >
          Lấy lại
        </Button>
      )}
    </li>
  )
}
