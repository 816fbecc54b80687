import { DUTY_NAMES } from '../../../mechanisms/obligations/web/index.ts'
import { Empty, Link, Panel, PanelBody } from '../../../ui/index.ts'
import type { TaskProgress } from '../../contract.ts'
import { type PlanTask, planOf } from '../../domain/plan.ts'
import { capitalised } from '../../domain/title.ts'
import type { CampaignDetails } from '../api.ts'
import classes from './campaign.module.css'

/** What the plan asks of each body, in its own words, with the units of ours that were matched to it. */
export function TasksTab({ details }: { details: CampaignDetails }) {
  const { tasks, deadlines } = planOf(details.facts)
  const unitName = new Map(details.takeUp.map((row) => [row.unitId, row.unitName]))
  const progressOf = new Map(details.taskProgress.map((one) => [one.factId, one]))
  const unitsOf = new Map(details.tasks.map((task) => [task.factId, task.unitIds]))
  if (tasks.length === 0 && deadlines.length === 0) {
    return (
      <Panel label="Nhiệm vụ">
        <Empty title="Văn bản không nêu nhiệm vụ cho từng nơi" />
      </Panel>
    )
  }
  return (
    <>
      {byAssignee(tasks).map(({ assignee, own }) => (
        <Panel key={assignee ?? ''} flush title={assignee ?? 'Không nêu nơi thực hiện'} count={own.length}>
          <ul className={classes.tasks}>
            {own.map((task) => (
              <li key={task.id}>
                <span>{task.text}</span>
                <small>
                  {[task.deadline && `Hạn ${task.deadline}`, matchedWords(unitsOf.get(task.id) ?? [], unitName)]
                    .filter(Boolean)
                    .join('. ')}
                </small>
                <Progress
                  progress={progressOf.get(task.id)}
                  href={`/phong-trao/${details.campaign.id}?phan=trien-khai&viec=nv-${task.id}`}
                />
              </li>
            ))}
          </ul>
        </Panel>
      ))}
      {deadlines.length > 0 && (
        <Panel flush title="Mốc thời hạn trong văn bản" count={deadlines.length}>
          <ul className={classes.tasks}>
            {deadlines.map((one) => (
              <li key={one.id}>
                <span>{one.what}</span>
                <small>
                  {capitalised(
                    [one.when ?? 'chưa rõ ngày', one.recipient && `gửi ${one.recipient}`].filter(Boolean).join(', '),
                  )}
                </small>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {tasks.length === 0 && (
        <Panel label="Nhiệm vụ">
          <PanelBody>Văn bản không nêu nhiệm vụ cho từng nơi.</PanelBody>
        </Panel>
      )}
    </>
  )
}

/** «Báo cáo: 3/9 việc đã xong, 2 việc quá hạn», with the way to its units. */
function Progress({ progress, href }: { progress: TaskProgress | undefined; href: string }) {
  if (!progress) return null
  const late = progress.late > 0 ? `, ${progress.late} việc quá hạn` : ''
  return (
    <small>
      <Link
        href={href}
      >{`${DUTY_NAMES[progress.kind].head}: ${progress.done}/${progress.owed} việc đã xong${late}`}</Link>
    </small>
  )
}

function byAssignee(tasks: readonly PlanTask[]): { assignee: string | null; own: PlanTask[] }[] {
  const groups = new Map<string | null, PlanTask[]>()
  for (const task of tasks) groups.set(task.assignee, [...(groups.get(task.assignee) ?? []), task])
  return [...groups].map(([assignee, own]) => ({ assignee, own }))
}

/** Units whose names the reader may not see are counted. */
function matchedWords(unitIds: readonly string[], unitName: ReadonlyMap<string, string>): string | undefined {
  if (unitIds.length === 0) return undefined
  const names = unitIds.flatMap((id) => unitName.get(id) ?? [])
  const others = unitIds.length - names.length
  if (names.length === 0) return `Giao ${unitIds.length} đơn vị`
  return `Giao ${names.join(', ')}${others > 0 ? ` và ${others} đơn vị khác` : ''}`
}
