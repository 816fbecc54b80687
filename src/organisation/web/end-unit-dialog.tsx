import { newId } from '../../kernel/ids.ts'
import { addDays, plainDate } from '../../kernel/plain-date.ts'
import { sentences, whyEmpty, whyNotDay } from '../../platform/web/form-checks.ts'
import { useToday } from '../../platform/web/today.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import { Button, DateField, Dialog, Form, TextArea, useNotices } from '../../ui/index.ts'
import { organisation } from './api.ts'

type EndUnitProps = {
  open: boolean
  onClose: () => void
  unit: { id: string; name: string }
  /** Whose posts end with it. */
  people: readonly string[]
}

/** Asks for the last day and the reason, after saying what follows. */
export function EndUnitDialog({ open, onClose, unit, people }: EndUnitProps) {
  return (
    <Dialog open={open} onClose={onClose} title={`Kết thúc ${unit.name}`}>
      <EndUnitForm onClose={onClose} unit={unit} people={people} />
    </Dialog>
  )
}

function EndUnitForm({ onClose, unit, people }: Omit<EndUnitProps, 'open'>) {
  const today = useToday()
  const tell = useNotices()
  const form = useForm({
    initial: { lastDay: today as string | undefined, reason: '' },
    check: (typed) =>
      sentences({
        lastDay: whyNotDay(typed.lastDay, 'ngày cuối'),
        reason: whyEmpty(typed.reason, 'lý do, ví dụ: sáp nhập theo Quyết định số 12/QĐ-UBND'),
      }),
    send: (typed) =>
      organisation.enterUnitEvent.call({
        id: newId(),
        on: addDays(plainDate(typed.lastDay ?? ''), 1),
        change: { kind: 'dissolved', unitId: unit.id },
        note: typed.reason,
      }),
    onDone: ({ endedPosts, exemptedObligations }) => {
      onClose()
      tell({
        text: `Đã kết thúc ${unit.name}: ${endedPosts} vị trí công tác kết thúc theo, ${exemptedObligations} việc được miễn`,
      })
    },
  })
  return (
    <Form
      label={`Kết thúc ${unit.name}`}
      problems={form.problems}
      problemsTitle="Chưa kết thúc được đơn vị"
      refused={form.refused}
      onSubmit={form.submit}
      actsEnd
      acts={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button type="submit" kind="danger" busy={form.busy}>
            Kết thúc đơn vị
          </Button>
        </>
      }
    >
      <p>
        Sau ngày cuối, đơn vị không nhận việc mới, và việc đơn vị còn nợ được miễn với lý do ghi dưới đây.{' '}
        {people.length === 0
          ? 'Đơn vị không còn vị trí công tác nào.'
          : `${people.length} vị trí công tác trong đơn vị kết thúc cùng ngày, quyền giao trên các vị trí đó hết hiệu lực: ${people.join(', ')}.`}
      </p>
      <DateField {...dayField(form.field('lastDay'))} label="Ngày cuối" help="Đơn vị còn hiệu lực đến hết ngày này" />
      <TextArea {...form.field('reason')} label="Lý do" rows={2} help="Ghi văn bản làm căn cứ, nếu có" />
    </Form>
  )
}
