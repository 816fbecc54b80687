import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { Answer, Button, CheckboxField, Note, PageHeader, Panel, Stack, useNotices } from '../../ui/index.ts'
import { type AccountsOutputs, accounts } from './api.ts'
import { useHouseState } from './house-state.ts'
import { ROLE_WORDS } from './words.ts'

type Rules = AccountsOutputs['signInRules']

/** Which roles must have a second factor, and how far it has got. */
export function SignInRulesPage() {
  const found = useQuery(accounts.signInRules.queryOptions({ input: {} }))
  return (
    <>
      <PageHeader
        title="Quy định đăng nhập"
        lead="Vai trò nào phải có xác thực hai bước: sau mật khẩu còn hỏi mã trên điện thoại."
      />
      <Answer {...answerOf(found)} lines={6}>
        {(rules) => <RulesForm key={rules.setAt} rules={rules} />}
      </Answer>
    </>
  )
}

function RulesForm({ rules }: { rules: Rules }) {
  const { me } = useHouseState()
  const tell = useNotices()
  const [chosen, setChosen] = useState(() => new Set(rules.roles.filter((one) => one.required).map((one) => one.role)))
  const save = useAct(
    () => accounts.setSignInRules.call({ roles: [...chosen] }),
    () => tell({ text: 'Đã lưu quy định đăng nhập' }),
  )
  const without = rules.roles
    .filter((one) => chosen.has(one.role))
    .reduce((sum, one) => sum + one.holders - one.withSecondFactor, 0)
  const may = me?.roles.includes('administrator') ?? false
  return (
    <Panel title="Phải có xác thực hai bước">
      <Stack gap="l">
        {rules.setAt !== null && (
          <p>
            {rules.setByName} đặt lúc {formatMoment(new Date(rules.setAt))}.
          </p>
        )}
        <Stack>
          {rules.roles.map(({ role, holders, withSecondFactor }) => (
            <CheckboxField
              key={role}
              label={ROLE_WORDS[role]}
              help={holders === 0 ? 'Chưa có ai giữ' : `${withSecondFactor} trong ${holders} người đã bật`}
              checked={chosen.has(role)}
              onChange={(checked) => {
                const next = new Set(chosen)
                if (checked) next.add(role)
                else next.delete(role)
                setChosen(next)
              }}
            />
          ))}
        </Stack>
        {without > 0 && (
          <Note tone="cam" title={`${without} lượt giữ vai trò chưa có xác thực hai bước`}>
            Từ lúc lưu, những người này chỉ vào được trang bật xác thực hai bước cho đến khi bật xong.
          </Note>
        )}
        {save.problem && (
          <Note tone="son" alert>
            {save.problem.sentence}
          </Note>
        )}
        {may && (
          <div>
            <Button kind="primary" busy={save.busy} onClick={() => save.run(undefined)}>
              Lưu quy định đăng nhập
            </Button>
          </div>
        )}
      </Stack>
    </Panel>
  )
}
