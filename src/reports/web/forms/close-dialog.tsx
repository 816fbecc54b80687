import { plainDate } from '../../../kernel/plain-date.ts'
import { sentences, whyEmpty } from '../../../platform/web/form-checks.ts'
import { dayField, useForm } from '../../../platform/web/use-form.ts'
import { DateField, Dialog, Form, TextArea, useNotices } from '../../../ui/index.ts'
import { type FormPageData, reports } from '../api.ts'

/** Closes the period; reports of which something is typed may be given some days more, with a reason. */
export function CloseDialog({ form, onClose }: { form: FormPageData['form']; onClose: () => void }) {
  const tell = useNotices()
  const closing = useForm({
    initial: { reason: '', graceUntil: '' as string | undefined, graceReason: '' },
    check: (values) =>
      sentences({
        reason: whyEmpty(values.reason, 'lý do khép kỳ'),
        graceUntil: undefined,
        graceReason: values.graceUntil ? whyEmpty(values.graceReason, 'lý do gia thêm ngày') : undefined,
      }),
    send: ({ graceUntil, ...said }) =>
      reports.closeForm.call({ id: form.id, ...said, graceUntil: graceUntil ? plainDate(graceUntil) : null }),
    onDone: () => {
      tell({ text: 'Đã khép kỳ báo cáo' })
      onClose()
    },
  })
  const unsent = form.units - form.sent
  return (
    <Dialog open onClose={onClose} title="Khép kỳ báo cáo">
      <Form form={closing} send="Khép kỳ báo cáo" onClose={onClose}>
        <p>
          {unsent === 0
            ? 'Mọi đơn vị đã gửi.'
            : `${unsent} đơn vị chưa gửi vẫn ghi là chưa nộp; khép kỳ không miễn cho đơn vị nào.`}
        </p>
        <TextArea {...closing.field('reason')} label="Lý do khép kỳ" rows={2} maxLength={1000} />
        <DateField {...dayField(closing.field('graceUntil'))} label="Bản đang nhập dở được gửi đến hết ngày" optional />
        <TextArea {...closing.field('graceReason')} label="Lý do gia thêm ngày" optional rows={2} maxLength={1000} />
      </Form>
    </Dialog>
  )
}
