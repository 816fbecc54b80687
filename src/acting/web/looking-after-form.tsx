import { formatDate } from '../../kernel/plain-date.ts'
import { sentences, whyNotDay } from '../../platform/web/form-checks.ts'
import { useToday } from '../../platform/web/today.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import { DateField, Form, SelectField, useNotices } from '../../ui/index.ts'
import { acting, type Sharing } from './api.ts'

type Props = {
  unitIds: readonly string[]
  what: string
  officers: Sharing['officers']
  onClose: () => void
}

const NOBODY = 'khong-ai'

/** Who looks after these units from a day on. */
export function LookingAfterForm({ unitIds, what, officers, onClose }: Props) {
  const today = useToday()
  const tell = useNotices()
  const form = useForm({
    initial: { personId: '', from: today as string | undefined },
    check: (typed) =>
      sentences({
        personId: typed.personId === '' ? 'Chọn người theo dõi' : undefined,
        from: whyNotDay(typed.from, 'ngày bắt đầu'),
      }),
    send: ({ personId, from }) =>
      acting.setLookingAfter.call({
        unitIds: [...unitIds],
        personId: personId === NOBODY ? null : personId,
        from: from ?? '',
      }),
    onDone: (_done, { personId, from }) => {
      onClose()
      const name = officers.find((one) => one.personId === personId)?.name
      tell({ text: name ? `${name} theo dõi ${what} từ ${formatDate(from ?? '')}` : `Đã thôi phân công ${what}` })
    },
  })
  return (
    <Form form={form} send="Phân công" onClose={onClose} label="Phân công theo dõi" problemsTitle="Chưa phân công được">
      <SelectField
        {...form.field('personId')}
        label="Người theo dõi"
        placeholder="Chọn người của bộ phận thường trực"
        options={[
          ...officers.map((one) => ({ value: one.personId, label: `${one.name}, ${one.post}` })),
          { value: NOBODY, label: 'Thôi phân công, chưa có người' },
        ]}
      />
      <DateField {...dayField(form.field('from'))} label="Từ ngày" help="Người trước theo dõi đến hết ngày trước đó" />
    </Form>
  )
}
