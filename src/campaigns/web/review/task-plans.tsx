import { useState } from 'react'
import { formatDate } from '../../../kernel/plain-date.ts'
import type { FactShape } from '../../../mechanisms/documents/contract.ts'
import { Button, StatusWord } from '../../../ui/index.ts'
import type { TaskPlanShape } from '../../contract.ts'
import { taskTitle } from '../../domain/task-plan.ts'
import { BECOMES_WORDS, DUE_FROM_WORDS, PLAN_PROBLEM_WORDS, RECURRENCE_WORDS } from '../../domain/task-plan-words.ts'
import { PlanDialog } from './plan-dialog.tsx'
import classes from './review.module.css'
import type { Review, ReviewCache } from './use-review.ts'

/** What each task given to units becomes for them: what is proposed is marked as long as nobody has chosen. */
export function TaskPlans({
  review,
  cache,
  tasks,
  editable,
}: {
  review: Review
  cache: ReviewCache
  tasks: readonly FactShape[]
  editable: boolean
}) {
  const given = tasks.filter((task) => review.tasks.some((one) => one.factId === task.id && one.unitIds.length > 0))
  const plans = given.flatMap((task) => {
    const plan = review.taskPlans.find((one) => one.factId === task.id)
    return plan ? { plan, words: String(task.value.text ?? '') } : []
  })
  if (plans.length === 0) return null
  return (
    <ul className={classes.plans}>
      {plans.map(({ plan, words }) => (
        <PlanLine key={plan.factId} review={review} cache={cache} plan={plan} words={words} editable={editable} />
      ))}
    </ul>
  )
}

type LineProps = { review: Review; cache: ReviewCache; plan: TaskPlanShape; words: string; editable: boolean }

function PlanLine({ review, cache, plan, words, editable }: LineProps) {
  const [open, setOpen] = useState(false)
  return (
    <li id={`truong-task:${plan.factId}`} tabIndex={-1}>
      <div>
        <p>{taskTitle(words)}</p>
        <p className={classes.planWords}>
          {plan.problem ? (
            <StatusWord tone="cam" icon="alert-triangle" word={PLAN_PROBLEM_WORDS[plan.problem]} />
          ) : (
            becomesWords(plan)
          )}
        </p>
        {!plan.chosen && !plan.problem && <p className={classes.proposed}>{proposedWords(plan)}</p>}
      </div>
      {editable && (
        <Button
          size="s"
          kind="subtle"
          icon="pencil"
          onClick={() => setOpen(true)}
          aria-label={`${plan.chosen ? 'Đặt lại' : 'Xem và đặt'}: ${taskTitle(words)}`}
        >
          {plan.chosen ? 'Đặt lại' : 'Xem và đặt'}
        </Button>
      )}
      {open && <PlanDialog review={review} cache={cache} plan={plan} words={words} onClose={() => setOpen(false)} />}
    </li>
  )
}

/** «Báo cáo, hằng tháng, 5 lần: 08/08, 06/09, 06/10 … Kèm minh chứng». */
function becomesWords(plan: TaskPlanShape): string {
  if (plan.becomes === 'none') return BECOMES_WORDS.none
  const often = plan.recurrence === 'once' ? undefined : RECURRENCE_WORDS[plan.recurrence].toLocaleLowerCase('vi')
  const days = plan.turns.map((turn) => formatDate(turn.lastDay))
  const shown = days.length > 4 ? `${days.slice(0, 4).join(', ')} …` : days.join(', ')
  const when = plan.turns.length === 1 ? `ngày cuối ${shown}` : `${days.length} lần, ngày cuối ${shown}`
  return [BECOMES_WORDS[plan.becomes], often, when, plan.needsProof && 'kèm minh chứng'].filter(Boolean).join(', ')
}

function proposedWords({ dueFrom, becomes }: TaskPlanShape): string {
  const from = dueFrom === null || becomes === 'none' ? '' : `, hạn ${DUE_FROM_WORDS[dueFrom]}`
  return `Đề xuất${from}. Chưa ai chọn`
}
