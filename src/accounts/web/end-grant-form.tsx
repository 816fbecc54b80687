import { formatDate } from '../../kernel/plain-date.ts'
import { sentences, whyNotDay } from '../../platform/web/form-checks.ts'
import { useToday } from '../../platform/web/today.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import { Button, DateField, Form, useNotices } from '../../ui/index.ts'
import { type Account, accounts, type Grant } from './api.ts'
import { ROLE_WORDS } from './words.ts'

type EndGrantProps = { account: Account; grant: Grant; onClose: () => void }

/** Ends a role after a last day. */
export function EndGrantForm({ account, grant, onClose }: EndGrantProps) {
  const today = useToday()
  const tell = useNotices()
  const words = `${ROLE_WORDS[grant.role]} tại ${grant.unitName}`
  const form = useForm({
    initial: { lastDay: today as string | undefined },
    check: (typed) => sentences({ lastDay: whyNotDay(typed.lastDay, 'ngày cuối') }),
    send: ({ lastDay }) => accounts.endGrant.call({ id: grant.id, lastDay: lastDay ?? '' }),
    onDone: (_done, { lastDay }) => {
      onClose()
      tell({ text: `${account.personName} giữ quyền ${words} đến hết ngày ${formatDate(lastDay ?? '')}` })
    },
  })
  return (
    <Form
      label="Kết thúc quyền"
      problems={form.problems}
      problemsTitle="Chưa kết thúc được quyền"
      refused={form.refused}
      onSubmit={form.submit}
      actsEnd
      acts={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button type="submit" kind="danger" busy={form.busy}>
            Kết thúc quyền
          </Button>
        </>
      }
    >
      <p>
        {account.personName} không còn quyền {words} từ sau ngày này. Những gì đã làm giữ nguyên trong nhật ký.
      </p>
      <DateField {...dayField(form.field('lastDay'))} label="Ngày cuối" help="Quyền còn hiệu lực đến hết ngày này" />
    </Form>
  )
}
