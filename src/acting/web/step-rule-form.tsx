import { useQuery } from '@tanstack/react-query'
import { sentences } from '../../platform/web/form-checks.ts'
import { useForm } from '../../platform/web/use-form.ts'
import { Form, RadioGroup, SelectField, TextField, useNotices } from '../../ui/index.ts'
import { acting, organisation, type StepRule } from './api.ts'
import { RULE_WORDS, STEP_WORDS } from './step-words.ts'

type Choice = 'forbidden' | 'allowed' | 'above'
type Props = { rule: StepRule | undefined; rules: readonly StepRule[]; onClose: () => void }

/** Sets the rule of a step at a unit, or takes it away; what another administrator has changed meanwhile is said first. */
export function StepRuleForm({ rule, rules, onClose }: Props) {
  const tell = useNotices()
  const tree = useQuery(organisation.tree.queryOptions({ input: {} }))
  const form = useForm({
    initial: {
      unitId: rule?.unitId ?? '',
      step: rule?.step ?? ('submission-sign' as StepRule['step']),
      rule: (rule?.rule ?? 'forbidden') as Choice,
      basis: rule?.basis ?? '',
    },
    check: (typed) => sentences({ unitId: typed.unitId === '' ? 'Chọn đơn vị' : undefined }),
    send: (typed) =>
      acting.setStepRule.call({
        unitId: typed.unitId,
        step: typed.step,
        rule: typed.rule === 'above' ? null : typed.rule,
        basis: typed.rule === 'above' ? null : typed.basis.trim() || null,
        version:
          rule?.version ?? rules.find((one) => one.unitId === typed.unitId && one.step === typed.step)?.version ?? 0,
      }),
    onDone: (_done, typed) => {
      onClose()
      tell({ text: `Đã đặt quy định cho bước “${STEP_WORDS[typed.step]}”` })
    },
  })
  const words = RULE_WORDS[form.values.step]
  return (
    <Form
      form={form}
      send="Đặt quy định"
      onClose={onClose}
      label="Quy định cho một bước"
      problemsTitle="Chưa đặt được quy định"
    >
      {rule === undefined ? (
        <>
          <SelectField
            {...form.field('unitId')}
            label="Đơn vị"
            placeholder="Chọn đơn vị"
            options={(tree.data?.units ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
          />
          <SelectField
            {...form.field('step')}
            onChange={(step) => form.set({ step: step as StepRule['step'] })}
            label="Bước"
            options={Object.entries(STEP_WORDS).map(([value, label]) => ({ value, label }))}
          />
        </>
      ) : (
        <p>
          {STEP_WORDS[rule.step]}, tại {rule.unitName}
        </p>
      )}
      <RadioGroup
        {...form.field('rule')}
        label="Quy định"
        options={[
          { value: 'forbidden', label: words.forbidden.label, help: words.forbidden.help },
          { value: 'allowed', label: words.allowed.label, help: words.allowed.help },
          { value: 'above', label: 'Không đặt riêng', help: 'Theo đơn vị cấp trên' },
        ]}
      />
      {form.values.rule !== 'above' && (
        <TextField {...form.field('basis')} label="Căn cứ" optional help="Ví dụ: Quy chế làm việc của cơ quan" />
      )}
    </Form>
  )
}
