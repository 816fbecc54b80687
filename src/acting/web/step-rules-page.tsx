import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf } from '../../platform/web/answer-of.ts'
import {
  ActButton,
  Answer,
  DataTable,
  Dialog,
  Empty,
  Link,
  PageHeader,
  Panel,
  StatusWord,
  TwoLines,
} from '../../ui/index.ts'
import { acting, type StepRule } from './api.ts'
import { StepRuleForm } from './step-rule-form.tsx'
import { RULE_WORDS, STEP_WORDS } from './step-words.ts'

const wordsOf = ({ step, rule }: StepRule) => RULE_WORDS[step][rule]

/** At which steps whoever prepares does not sign himself, by unit. */
export function StepRulesPage() {
  const found = useQuery(acting.stepRules.queryOptions({ input: {} }))
  const [open, setOpen] = useState<StepRule | 'new'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <PageHeader
        title="Quy định người chuẩn bị và người ký"
        lead="Khi chưa đặt, một người được vừa chuẩn bị vừa ký, và nhật ký ghi rõ. Quy định có hiệu lực với đơn vị và các đơn vị trực thuộc; đơn vị gần nhất có quy định riêng thì theo quy định đó."
        acts={
          <ActButton act={found.data?.actions.set} kind="primary" icon="plus" onClick={() => setOpen('new')}>
            Đặt quy định
          </ActButton>
        }
      />
      <Answer {...answerOf(found)} lines={5}>
        {({ rules }) => (
          <Panel flush title="Quy định đã đặt" count={rules.length || undefined}>
            {rules.length === 0 ? (
              <Empty title="Chưa đặt quy định nào">
                Ở đơn vị nhỏ, một người soạn và ký được. Nơi cần hai người thì đặt quy định cho từng bước.
              </Empty>
            ) : (
              <DataTable
                label="Quy định đã đặt"
                rows={rules}
                rowKey={(rule) => `${rule.unitId} ${rule.step}`}
                columns={[
                  {
                    key: 'unit',
                    head: 'Đơn vị',
                    cell: (rule) => <Link href={`/don-vi/${rule.unitId}`}>{rule.unitName}</Link>,
                  },
                  { key: 'step', head: 'Bước', cell: (rule) => <b>{STEP_WORDS[rule.step]}</b> },
                  {
                    key: 'rule',
                    head: 'Quy định',
                    width: 250,
                    card: 'state',
                    cell: (rule) =>
                      rule.rule === 'forbidden' ? (
                        <StatusWord tone="cham" icon="users" word={wordsOf(rule).short} small />
                      ) : (
                        <StatusWord tone="xam" icon="user" word={wordsOf(rule).short} small />
                      ),
                  },
                  {
                    key: 'basis',
                    head: 'Căn cứ',
                    cell: (rule) => (
                      <TwoLines sub={`${rule.setByName}, ${rule.setAt}`}>{rule.basis ?? 'chưa có'}</TwoLines>
                    ),
                  },
                ]}
                rowAct={(rule) => (
                  <ActButton act={rule.actions.set} size="s" icon="pencil" onClick={() => setOpen(rule)}>
                    Sửa<span className="visually-hidden"> {`${STEP_WORDS[rule.step]} tại ${rule.unitName}`}</span>
                  </ActButton>
                )}
              />
            )}
          </Panel>
        )}
      </Answer>
      <Dialog open={open !== undefined} onClose={close} title={open === 'new' ? 'Đặt quy định' : 'Sửa quy định'}>
        {open && (
          <StepRuleForm rule={open === 'new' ? undefined : open} rules={found.data?.rules ?? []} onClose={close} />
        )}
      </Dialog>
    </>
  )
}
