import { useState } from 'react'
import type { FactShape } from '../../../mechanisms/documents/contract.ts'
import { FactList, useAdding, useFactReview, useOpen } from '../../../mechanisms/documents/web/index.ts'
import { Button, SideGroup } from '../../../ui/index.ts'
import { countWords } from './count-words.ts'
import { MatchDialog } from './match-dialog.tsx'
import classes from './review.module.css'
import { byAssignee } from './review-words.ts'
import { TaskPlans } from './task-plans.tsx'
import { type Review, type ReviewCache, useUnitTree } from './use-review.ts'

type Props = { review: Review; cache: ReviewCache; editable: boolean }

/** Tasks by the body that the paper names; units of ours are matched to them, outside bodies stay names. */
export function TaskGroups({ review, cache, editable }: Props) {
  const tasks = review.facts.filter((fact) => fact.kind === 'task')
  const { desk, looking } = useFactReview()
  const adding = useAdding(desk, 'task', null)
  const open = useOpen(looking)
  // one just added stays where it is being typed; when that is done it goes to its body
  const justAdded = tasks.filter((task) => task.state === 'added' && open.has(task.id))
  const groups = byAssignee(tasks.filter((task) => !justAdded.includes(task)))
  return (
    <SideGroup title="Nhiệm vụ theo nơi thực hiện" status={countWords(tasks)}>
      <p className={classes.lead}>
        Gắn nhiệm vụ với đơn vị trực thuộc. Nơi thực hiện bên ngoài giữ nguyên tên trong văn bản
      </p>
      {groups.map((group) => (
        <div key={group.assignee} className={classes.group}>
          <h4>{group.assignee === '' ? 'Không ghi nơi thực hiện' : group.assignee}</h4>
          <MatchLine review={review} cache={cache} tasks={group.tasks} editable={editable} />
          <TaskPlans review={review} cache={cache} tasks={standing(group.tasks)} editable={editable} />
          <FactList kind="task" facts={group.tasks} addedElsewhere />
        </div>
      ))}
      <div className={groups.length > 0 || adding.length + justAdded.length > 0 ? classes.group : undefined}>
        <FactList kind="task" facts={justAdded} add="Thêm nhiệm vụ" none={groups.length > 0 ? '' : undefined} />
      </div>
    </SideGroup>
  )
}

function standing(tasks: readonly FactShape[]): FactShape[] {
  return tasks.filter((task) => task.state !== 'removed')
}

/** The units that the tasks of one body are given to: one press gives them all to the same units. */
function MatchLine({ review, cache, tasks, editable }: Props & { tasks: readonly FactShape[] }) {
  const [open, setOpen] = useState(false)
  const tree = useUnitTree()
  const own = standing(tasks)
  const chosen = [
    ...new Set(review.tasks.filter((one) => own.some((task) => task.id === one.factId)).flatMap((one) => one.unitIds)),
  ]
  const names = (tree.data?.units ?? [])
    .filter((unit) => chosen.includes(unit.id))
    .map((unit) => unit.shortName ?? unit.name)
  if (own.length === 0) return null
  return (
    <div className={classes.match}>
      <span>
        {chosen.length === 0
          ? 'Chưa gắn với đơn vị nào'
          : `Gắn với ${names.length > 4 ? `${names.length} đơn vị` : names.join(', ')}`}
      </span>
      {editable && (
        <Button size="s" kind="subtle" icon="link" onClick={() => setOpen(true)}>
          {chosen.length === 0 ? 'Gắn với đơn vị' : 'Chọn lại đơn vị'}
        </Button>
      )}
      {open && <MatchDialog review={review} cache={cache} tasks={own} chosen={chosen} onClose={() => setOpen(false)} />}
    </div>
  )
}
