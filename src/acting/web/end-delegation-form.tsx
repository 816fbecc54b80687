import { addDays, formatDate, plainDate } from '../../kernel/plain-date.ts'
import { sentences, whyEmpty, whyNotDay } from '../../platform/web/form-checks.ts'
import { useToday } from '../../platform/web/today.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import { DateField, Form, TextField, useNotices } from '../../ui/index.ts'
import { acting, type Delegation } from './api.ts'

/** Ends a delegation earlier than it was given. */
export function EndDelegationForm({ delegation, onClose }: { delegation: Delegation; onClose: () => void }) {
  const today = useToday()
  const tell = useNotices()
  const form = useForm({
    initial: { lastDay: today as string | undefined, reason: '' },
    check: (typed) =>
      sentences({ lastDay: whyNotDay(typed.lastDay, 'ngày cuối'), reason: whyEmpty(typed.reason, 'lý do') }),
    send: ({ lastDay, reason }) =>
      acting.endDelegation.call({
        id: delegation.id,
        lastDay: lastDay ?? '',
        reason: reason.trim(),
        version: delegation.version,
      }),
    onDone: (_done, { lastDay }) => {
      onClose()
      tell({ text: `Ủy quyền cho ${delegation.toName} đến hết ngày ${formatDate(lastDay ?? '')}` })
    },
  })
  return (
    <Form
      form={form}
      send="Kết thúc ủy quyền"
      danger
      onClose={onClose}
      label="Kết thúc sớm ủy quyền"
      problemsTitle="Chưa kết thúc được ủy quyền"
    >
      <p>
        {delegation.toName} không còn làm thay {delegation.fromName} từ sau ngày này. Những gì đã làm giữ nguyên hiệu
        lực.
      </p>
      <DateField
        {...dayField(form.field('lastDay'))}
        label="Ngày cuối"
        help={`Hôm nay thì hết hiệu lực từ ngày mai; ${formatDate(addDays(plainDate(today), -1))} thì hết hiệu lực ngay`}
      />
      <TextField {...form.field('reason')} label="Lý do" help="Ví dụ: Giám đốc trở lại làm việc" />
    </Form>
  )
}
