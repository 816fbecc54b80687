import { Button } from '../../../ui/index.ts'
import type { FactShape } from '../contract.ts'
import type { FactKind } from '../fact-values.ts'
import { useFactReview } from './fact-review.ts'
import { FactRow } from './fact-row.tsx'
import classes from './facts.module.css'
import { focusFact } from './focus-fact.ts'
import { useAdding } from './use-fact-desk.ts'

export type FactListProps = {
  kind: FactKind
  facts: readonly FactShape[]
  /** The period they belong to. */
  parentId?: string | null
  /** «Thêm chỉ tiêu». */
  add?: string
  /** Said when there is none; nothing is said when it is empty. */
  none?: string
  /** Facts that are being added are drawn in another list of this kind. */
  addedElsewhere?: boolean
}

/** The facts of one kind as rows, with those that are being added, and the button that adds another. */
export function FactList({ kind, facts, parentId = null, add, none, addedElsewhere }: FactListProps) {
  const { desk, editable, looking } = useFactReview()
  const begun = useAdding(desk, kind, parentId)
  const adding = addedElsewhere ? [] : begun.filter((id) => !facts.some((fact) => fact.id === id))
  // one list: a fact keeps its row, and the cursor in it, when it has been saved for the first time
  const rows: [string, FactShape | undefined][] = [
    ...facts.map((fact): [string, FactShape] => [fact.id, fact]),
    ...adding.map((id): [string, FactShape | undefined] => [id, desk.state().landing.get(id)]),
  ]
  const begin = () => {
    const id = desk.startAdding({ kind, parentId, source: null })
    looking.setActive(id)
    looking.setOpen(id, true)
    focusFact(id)
  }
  return (
    <>
      {facts.length === 0 && adding.length === 0 && none !== '' && (
        <p className={classes.none}>{none ?? 'Không tìm thấy trong văn bản'}</p>
      )}
      <ul className={classes.rows}>
        {rows.map(([id, fact]) => (
          <FactRow key={id} factId={id} kind={kind} fact={fact} />
        ))}
      </ul>
      {editable && add !== undefined && (
        <div className={classes.add}>
          <Button size="s" icon="plus" onClick={begin}>
            {add}
          </Button>
        </div>
      )}
    </>
  )
}
