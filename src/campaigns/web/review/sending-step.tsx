import { parsePlainDate } from '../../../kernel/plain-date.ts'
import { ConsentList } from '../../../mechanisms/consents/web/index.ts'
import { type ApiProblem, problemAt } from '../../../platform/web/problem.ts'
import { Button, Cell, DateField, FieldGrid, Note, SideGroup, TreeSelect, useNotices } from '../../../ui/index.ts'
import { campaigns } from '../api.ts'
import { DoorGroup } from './door-group.tsx'
import { DutiesPreview } from './duties-preview.tsx'
import { unitNodes } from './unit-nodes.ts'
import { useAutosave } from './use-autosave.ts'
import { type Review, type ReviewCache, useUnitTree } from './use-review.ts'

type Props = { review: Review; cache: ReviewCache; editable: boolean }
type Sending = { unitIds: readonly string[]; receiptDue: string | null; disseminateDue: string | null }

const sendingOf = (review: Review): Sending => ({
  unitIds: review.unitIds,
  receiptDue: review.campaign.receiptDue,
  disseminateDue: review.campaign.disseminateDue,
})

/** By which door, to whom, by when; and what each unit will then owe. */
export function SendingStep({ review, cache, editable }: Props) {
  const tell = useNotices()
  const { id } = review.campaign
  const tree = useUnitTree()
  const saving = useAutosave<Sending>({
    name: 'units',
    cache,
    server: sendingOf(review),
    of: sendingOf,
    same: sameSending,
    save: (version, value) => campaigns.setUnits.call({ id, version, ...value, unitIds: [...value.unitIds] }),
    put: (fresh, value) => ({ ...fresh, unitIds: [...value.unitIds] }),
    onClash: () =>
      tell({ text: 'Nơi gửi hoặc hạn vừa được người khác chọn lại. Xem lại danh sách mới', tone: 'wrong' }),
  })
  const { value, problem } = saving
  const units = tree.data?.units ?? []
  const chosen = new Set(value.unitIds)
  const gone = tree.data ? value.unitIds.filter((unitId) => !units.some((unit) => unit.id === unitId)) : []
  // the first choice of units brings the usual due days with it
  const choose = (wanted: Set<string>) =>
    saving.change({
      unitIds: [...wanted],
      receiptDue: value.receiptDue ?? review.suggested.receiptDue,
      disseminateDue: value.disseminateDue ?? review.suggested.disseminateDue,
    })
  return (
    <div>
      <DoorGroup review={review} cache={cache} editable={editable} />
      {editable && (
        <>
          <SideGroup title="Đơn vị nhận">
            {gone.length > 0 && (
              <Note
                tone="cam"
                title={`${gone.length} đơn vị đã chọn nay đã kết thúc`}
                acts={
                  <Button size="s" onClick={() => choose(new Set(value.unitIds.filter((one) => !gone.includes(one))))}>
                    {`Bỏ ${gone.length} đơn vị khỏi danh sách`}
                  </Button>
                }
              >
                Bỏ khỏi danh sách rồi mới trình hoặc phát động được
              </Note>
            )}
            <TreeSelect
              id="truong-units"
              label="Gửi đến đơn vị nào"
              noun="đơn vị"
              nodes={unitNodes(units)}
              chosen={chosen}
              onChange={choose}
              error={placeless(problem)}
            />
          </SideGroup>
          <SideGroup title="Thời hạn">
            <FieldGrid>
              <Cell span={6}>
                <DateField
                  id="truong-receiptDue"
                  label="Hạn xác nhận tiếp nhận"
                  value={value.receiptDue ?? ''}
                  onChange={(day) =>
                    day !== undefined && saving.change({ ...value, receiptDue: day === '' ? null : day })
                  }
                  help={`Thường là 5 ngày làm việc: ${shortDay(review.suggested.receiptDue)}`}
                  error={problemAt(problem, 'receiptDue')}
                />
              </Cell>
              <Cell span={6}>
                <DateField
                  id="truong-disseminateDue"
                  label="Hạn quán triệt"
                  value={value.disseminateDue ?? ''}
                  onChange={(day) =>
                    day !== undefined && saving.change({ ...value, disseminateDue: day === '' ? null : day })
                  }
                  help={`Thường là 10 ngày làm việc: ${shortDay(review.suggested.disseminateDue)}`}
                  error={problemAt(problem, 'disseminateDue')}
                />
              </Cell>
            </FieldGrid>
          </SideGroup>
        </>
      )}
      <OutsideNote review={review} editable={editable} onAdd={(more) => choose(new Set([...value.unitIds, ...more]))} />
      <DutiesPreview review={review} />
      {review.consents.length > 0 && (
        <SideGroup title="Ý kiến đã có">
          <ConsentList consents={review.consents} />
        </SideGroup>
      )}
    </div>
  )
}

/** Units that a task was given to, though the plan does not go to them yet: one press sends it to them too. */
function OutsideNote({
  review,
  editable,
  onAdd,
}: {
  review: Review
  editable: boolean
  onAdd: (unitIds: readonly string[]) => void
}) {
  const owing = new Set(review.taskPlans.filter((plan) => plan.becomes !== 'none').map((plan) => plan.factId))
  const sentTo = new Set(review.unitIds)
  const given = review.tasks.filter((task) => owing.has(task.factId)).flatMap((task) => task.unitIds)
  const outside = [...new Set(given)].filter((unitId) => !sentTo.has(unitId))
  if (outside.length === 0 || !editable) return null
  return (
    <SideGroup title="Được giao nhiệm vụ mà chưa nhận kế hoạch">
      <Note
        tone="cam"
        title={`${outside.length} đơn vị được giao nhiệm vụ nhưng chưa có trong danh sách nhận`}
        acts={
          <Button size="s" onClick={() => onAdd(outside)}>
            {`Thêm ${outside.length} đơn vị vào danh sách nhận`}
          </Button>
        }
      >
        Đơn vị phải nhận kế hoạch thì mới thấy việc được giao
      </Note>
    </SideGroup>
  )
}

/** What the server said no with, when it belongs to neither date. */
function placeless(problem: ApiProblem | undefined): string | undefined {
  const atDate = problemAt(problem, 'receiptDue') ?? problemAt(problem, 'disseminateDue')
  return atDate === undefined ? problem?.sentence : undefined
}

function shortDay(day: string): string {
  const date = parsePlainDate(day)
  return date === undefined ? day : date.split('-').reverse().join('/')
}

function sameSending(a: Sending, b: Sending): boolean {
  const ids = new Set(a.unitIds)
  return (
    a.receiptDue === b.receiptDue &&
    a.disseminateDue === b.disseminateDue &&
    ids.size === b.unitIds.length &&
    b.unitIds.every((unitId) => ids.has(unitId))
  )
}
