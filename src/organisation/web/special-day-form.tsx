import { formatDate } from '../../kernel/plain-date.ts'
import { sentences, whyEmpty, whyNotDay } from '../../platform/web/form-checks.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import { DateField, Form, RadioGroup, TextField, useNavigation, useNotices } from '../../ui/index.ts'
import { organisation } from './api.ts'

/** One day that is off, or worked to make up for another; shown in its year afterwards. */
export function SpecialDayForm({ onClose }: { onClose: () => void }) {
  const tell = useNotices()
  const { go } = useNavigation()
  const form = useForm({
    initial: { day: '' as string | undefined, kind: 'off' as 'off' | 'working' | 'closure', name: '', basis: '' },
    check: (typed) =>
      sentences({ day: whyNotDay(typed.day, 'ngày'), name: whyEmpty(typed.name, 'tên ngày, ví dụ: Quốc khánh') }),
    send: ({ day, kind, name, basis }) =>
      organisation.setSpecialDay.call({
        day: day ?? '',
        kind: kind === 'working' ? 'working' : 'off',
        name,
        basis: basis.trim() || null,
        unscheduled: kind === 'closure',
      }),
    onDone: (_done, { day, name }) => {
      onClose()
      tell({ text: `Đã ghi ${name}, ngày ${formatDate(day ?? '')}` })
      go(`/lich?year=${(day ?? '').slice(0, 4)}`)
    },
  })
  return (
    <Form
      form={form}
      send="Thêm ngày"
      onClose={onClose}
      label="Thêm ngày nghỉ hoặc ngày làm bù"
      problemsTitle="Chưa thêm được ngày"
    >
      <DateField {...dayField(form.field('day'))} label="Ngày" />
      <RadioGroup
        {...form.field('kind')}
        label="Loại"
        inline
        options={[
          { value: 'off', label: 'Nghỉ' },
          { value: 'working', label: 'Làm bù' },
          { value: 'closure', label: 'Nghỉ đột xuất' },
        ]}
      />
      <TextField
        {...form.field('name')}
        label="Tên ngày hoặc lý do"
        help="Ví dụ: Quốc khánh; Làm bù nghỉ Tết; Bão số 4"
      />
      <TextField
        {...form.field('basis')}
        label="Căn cứ"
        optional
        help="Văn bản quy định, ví dụ: Thông báo số 4875/TB-LĐTBXH"
      />
    </Form>
  )
}
