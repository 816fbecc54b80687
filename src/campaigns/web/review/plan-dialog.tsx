import { useState } from 'react'
import { problemAt } from '../../../platform/web/problem.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import {
  Button,
  Cell,
  CheckboxField,
  DateField,
  Dialog,
  FieldGrid,
  Note,
  RadioGroup,
  SelectField,
  Stack,
  useNotices,
} from '../../../ui/index.ts'
import type { TaskPlanShape } from '../../contract.ts'
import { BECOMES, DAY_RULES, RECURRENCES } from '../../domain/task-plan.ts'
import { BECOMES_WORDS, DAY_RULE_WORDS, RECURRENCE_WORDS } from '../../domain/task-plan-words.ts'
import { campaigns } from '../api.ts'
import type { Review, ReviewCache } from './use-review.ts'

type Chosen = Pick<TaskPlanShape, 'becomes' | 'dueDay' | 'dueRelation' | 'recurrence' | 'dayRule' | 'needsProof'>

const RELATIONS = [
  { value: 'by', label: 'Chậm nhất ngày' },
  { value: 'before', label: 'Trước ngày' },
]

/** Chooses what one task becomes for its units, by when and how often. */
export function PlanDialog({
  review,
  cache,
  plan,
  words,
  onClose,
}: {
  review: Review
  cache: ReviewCache
  plan: TaskPlanShape
  words: string
  onClose: () => void
}) {
  const tell = useNotices()
  const { factId, becomes, dueDay, dueRelation, recurrence, dayRule, needsProof } = plan
  const [chosen, setChosen] = useState<Chosen>({ becomes, dueDay, dueRelation, recurrence, dayRule, needsProof })
  const [notADay, setNotADay] = useState(false)
  const set = (more: Partial<Chosen>) => setChosen((now) => ({ ...now, ...more }))
  const save = useAct(
    (wanted: Chosen | null) => campaigns.planTask.call({ id: review.campaign.id, factId, plan: wanted }),
    ({ campaign }) => {
      cache.putHead(campaign)
      tell({ text: 'Đã đặt việc giao cho đơn vị' })
      onClose()
    },
  )
  const { problem } = save
  const placeless =
    problem && problemAt(problem, 'plan.dueDay') === undefined && problemAt(problem, 'plan.recurrence') === undefined
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="Nhiệm vụ này giao thế nào"
      acts={
        <>
          <Button onClick={onClose}>Thôi</Button>
          {plan.chosen && <Button onClick={() => save.run(null)}>Dùng lại đề xuất</Button>}
          <Button kind="primary" busy={save.busy} onClick={() => !notADay && save.run(chosen)}>
            Lưu cách giao
          </Button>
        </>
      }
    >
      <Stack>
        <p>“{words}”</p>
        <RadioGroup
          label="Trở thành"
          value={chosen.becomes}
          onChange={(value) => set({ becomes: value })}
          options={BECOMES.map((value) => ({ value, label: BECOMES_WORDS[value], help: BECOMES_HELP[value] }))}
        />
        {chosen.becomes !== 'none' && (
          <>
            <FieldGrid>
              <Cell span={6}>
                <SelectField
                  label="Nhịp lặp"
                  value={chosen.recurrence}
                  onChange={(value) => set({ recurrence: value as Chosen['recurrence'] })}
                  options={RECURRENCES.map((value) => ({ value, label: RECURRENCE_WORDS[value] }))}
                  error={problemAt(problem, 'plan.recurrence')}
                />
              </Cell>
              <Cell span={6}>
                <SelectField
                  label="Khi ngày cuối là ngày nghỉ"
                  value={chosen.dayRule}
                  onChange={(value) => set({ dayRule: value as Chosen['dayRule'] })}
                  options={DAY_RULES.map((value) => ({ value, label: DAY_RULE_WORDS[value] }))}
                />
              </Cell>
              <Cell span={6}>
                <SelectField
                  label="Cách tính hạn"
                  value={chosen.dueRelation}
                  onChange={(value) => set({ dueRelation: value === 'before' ? 'before' : 'by' })}
                  options={RELATIONS}
                />
              </Cell>
              <Cell span={6}>
                <DateField
                  label={chosen.recurrence === 'once' ? 'Hạn' : 'Hạn của lần đầu'}
                  value={chosen.dueDay ?? ''}
                  onChange={(day) => {
                    setNotADay(day === undefined)
                    if (day !== undefined) set({ dueDay: day === '' ? null : day })
                  }}
                  help={DUE_HELP[chosen.recurrence]}
                  error={problemAt(problem, 'plan.dueDay')}
                />
              </Cell>
            </FieldGrid>
            <CheckboxField
              label="Phải kèm minh chứng"
              checked={chosen.needsProof}
              onChange={(value) => set({ needsProof: value })}
            />
          </>
        )}
        {placeless && (
          <Note tone="son" alert>
            {problem.sentence}
          </Note>
        )}
      </Stack>
    </Dialog>
  )
}

const BECOMES_HELP: Readonly<Record<Chosen['becomes'], string>> = {
  task: 'Đơn vị báo đã làm xong, kèm minh chứng khi cần',
  report: 'Đơn vị điền biểu mẫu báo cáo; biểu mẫu lập sau, ở mục Báo cáo',
  none: 'Giữ trong văn bản, không đơn vị nào phải báo trên hệ thống',
}

const DUE_HELP: Readonly<Record<Chosen['recurrence'], string | undefined>> = {
  once: undefined,
  'per-period': 'Các đợt sau cách ngày kết thúc đợt bấy nhiêu ngày. Để trống thì theo ngày tổng kết của từng đợt',
  monthly: 'Các tháng sau cùng ngày ấy, đến hết phong trào',
  quarterly: 'Cứ ba tháng một lần, đến hết phong trào',
}
