import { formatDate } from '../../kernel/plain-date.ts'
import { sentences, whyNotDay } from '../../platform/web/form-checks.ts'
import { useToday } from '../../platform/web/today.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import { DateField, Form, Note, RadioGroup, useNotices } from '../../ui/index.ts'
import { type Account, accounts, type Grant } from './api.ts'
import { ROLE_WORDS } from './words.ts'

type ChangeGrantProps = { account: Account; grant: Grant; onClose: () => void }

/**
 * Ends a role after a last day, or moves that day. What another administrator has made of it since the form was opened is said before
 * anything is decided again: the next press is about that.
 */
export function ChangeGrantForm({ account, grant, onClose }: ChangeGrantProps) {
  const today = useToday()
  const tell = useNotices()
  const now = account.grants.find((one) => one.id === grant.id)
  const words = `${ROLE_WORDS[grant.role]} tại ${grant.unitName}`
  const form = useForm({
    initial: { kind: 'day' as 'day' | 'open', to: (grant.to ?? today) as string | undefined },
    check: (typed) => sentences({ to: typed.kind === 'open' ? undefined : whyNotDay(typed.to, 'ngày cuối') }),
    send: ({ kind, to }) =>
      accounts.changeGrant.call({
        id: grant.id,
        to: kind === 'open' ? null : (to ?? ''),
        version: now?.version ?? grant.version,
      }),
    onDone: ({ grant: changed }) => {
      onClose()
      const until = changed.to === null ? 'chưa định ngày cuối' : `đến hết ngày ${formatDate(changed.to)}`
      tell({ text: `${account.personName} giữ quyền ${words}, ${until}` })
    },
  })
  const changed = now === undefined || now.version !== grant.version
  return (
    <Form
      form={form}
      send={form.values.kind === 'day' ? 'Kết thúc quyền' : 'Bỏ ngày cuối'}
      onClose={onClose}
      label="Đổi ngày cuối của quyền"
      problemsTitle="Chưa đổi được ngày cuối"
    >
      {changed && (
        <Note tone="cam" title="Quyền này vừa được người khác sửa">
          {now === undefined
            ? 'Quyền không còn hiệu lực.'
            : `Nay ${now.to === null ? 'chưa định ngày cuối' : `đến hết ngày ${formatDate(now.to)}`}. Xem lại rồi quyết định.`}
        </Note>
      )}
      <p>
        {account.personName} giữ quyền {words} từ {formatDate(grant.from)}
        {grant.to === null ? ', chưa định ngày cuối' : ` đến hết ${formatDate(grant.to)}`}. Những gì đã làm giữ nguyên
        trong nhật ký.
      </p>
      <RadioGroup
        {...form.field('kind')}
        label="Ngày cuối"
        inline
        options={[
          { value: 'day', label: 'Định ngày' },
          { value: 'open', label: 'Chưa định' },
        ]}
      />
      {form.values.kind === 'day' && (
        <DateField {...dayField(form.field('to'))} label="Đến hết ngày" help="Quyền còn hiệu lực đến hết ngày này" />
      )}
    </Form>
  )
}
