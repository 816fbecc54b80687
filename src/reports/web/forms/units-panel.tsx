import { formatDate } from '../../../kernel/plain-date.ts'
import { titleWithTurn } from '../../../mechanisms/obligations/web/index.ts'
import { Button, Note, Panel, RadioGroup, Stack, type TreeNode, TreeSelect } from '../../../ui/index.ts'
import type { FormPageData } from '../api.ts'
import type { Designing } from './use-form-draft.ts'

type Props = { page: FormPageData; designing: Designing; said: (field: string) => string | undefined }

/** Who is to report, and whether the form answers a report the plan asks for already. */
export function UnitsPanel({ page, designing, said }: Props) {
  const { choices, waiting } = page
  const { units, chooseUnits } = designing
  const ofCampaign = choices.filter((unit) => unit.ofCampaign).map((unit) => unit.id)
  const keyOf = (one: { factId: string | null; occurrence: string | null }) =>
    `${one.factId ?? ''}|${one.occurrence ?? ''}`
  return (
    <Panel title="Đơn vị nộp báo cáo" count={`${units.unitIds.length} đơn vị`}>
      <Stack>
        {waiting.length > 0 && (
          <RadioGroup
            label="Việc báo cáo trong kế hoạch"
            help="Chọn thì biểu mẫu này dùng cho việc đã giao khi phát động, giữ nguyên hạn của kế hoạch"
            value={units.takes === null ? 'none' : keyOf(units.takes)}
            options={[
              { value: 'none', label: 'Báo cáo khác, hạn theo biểu mẫu này' },
              ...waiting.map((one) => ({
                value: keyOf(one),
                label: titleWithTurn(one),
                help: `${one.unitIds.length} đơn vị, hết ngày ${formatDate(one.lastDay)}`,
              })),
            ]}
            onChange={(value) => {
              const one = waiting.find((each) => keyOf(each) === value)
              chooseUnits({ takes: one ? { factId: one.factId, occurrence: one.occurrence } : null })
            }}
          />
        )}
        {page.form.endedUnits.length > 0 && (
          <Note tone="cam">
            {page.form.endedUnits.map((unit) => (
              <p key={unit.name}>
                {unit.name} đã kết thúc ngày {formatDate(unit.endedOn)}.{' '}
                {unit.successorName === null ? 'Không đơn vị nào nộp thay.' : `${unit.successorName} nộp thay.`}
              </p>
            ))}
          </Note>
        )}
        {ofCampaign.length > 0 && (
          <div>
            <Button size="s" onClick={() => chooseUnits({ unitIds: ofCampaign })}>
              {`Chọn ${ofCampaign.length} đơn vị của phong trào`}
            </Button>
          </div>
        )}
        <TreeSelect
          id="unitIds"
          label="Đơn vị nào nộp"
          noun="đơn vị"
          nodes={nodesOf(choices)}
          chosen={new Set(units.unitIds)}
          onChange={(chosen) => chooseUnits({ unitIds: [...chosen] })}
          error={said('unitIds')}
        />
      </Stack>
    </Panel>
  )
}

/** The units as they are chosen from; the host itself is the trunk and reports only where nothing is below it. */
function nodesOf(choices: FormPageData['choices']): TreeNode[] {
  const ids = new Set(choices.map((unit) => unit.id))
  const under = new Map<string | null, typeof choices>()
  for (const unit of choices) {
    const parent = unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null
    under.set(parent, [...(under.get(parent) ?? []), unit])
  }
  const node = (unit: FormPageData['choices'][number], trunk: boolean): TreeNode => {
    const children = (under.get(unit.id) ?? []).map((child) => node(child, false))
    const barred = trunk && children.length > 0 ? 'Nơi nhận báo cáo' : undefined
    return { id: unit.id, name: unit.name, barred, children }
  }
  return (under.get(null) ?? []).map((unit) => node(unit, true))
}
