import { sentences, whyEmpty, whyNotOptionalDay } from '../../platform/web/form-checks.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import { CheckboxField, DateField, Form, Panel, Stack, TextArea, TextField, useNotices } from '../../ui/index.ts'
import { itemWords } from '../domain/letter.ts'
import { type Letter, urging } from './api.ts'

/** The draft on screen: its words, by when, whom it goes to, and which of the late ones stay in it. */
export function LetterForm({ letter, settled }: { letter: Letter; settled: ReadonlySet<string> }) {
  const tell = useNotices()
  const { content } = letter
  const all = content.units.flatMap((unit) => unit.items.map((item) => item.obligationId))
  const form = useForm({
    initial: {
      subject: letter.subject,
      opening: content.opening,
      asked: content.asked,
      newDay: (content.newDay ?? '') as string | undefined,
      recipients: content.recipients.join('\n'),
      place: content.place,
      signerTitle: content.signerTitle,
      keptIds: all,
    },
    check: (typed) =>
      sentences({
        subject: whyEmpty(typed.subject, 'trích yếu'),
        opening: whyEmpty(typed.opening, 'phần mở đầu'),
        asked: whyEmpty(typed.asked, 'nội dung đề nghị'),
        newDay: whyNotOptionalDay(typed.newDay),
        keptIds: typed.keptIds.length === 0 ? 'Giữ ít nhất một việc, hoặc bỏ cả dự thảo' : undefined,
      }),
    send: ({ newDay, recipients, ...typed }) =>
      urging.changeLetter.call({
        id: letter.id,
        version: letter.version,
        ...typed,
        newDay: newDay || null,
        recipients: recipients
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      }),
    onDone: () => tell({ text: 'Đã lưu dự thảo' }),
  })
  const kept = new Set(form.values.keptIds)
  const keep = (id: string, on: boolean) =>
    form.set({ keptIds: all.filter((one) => (one === id ? on : kept.has(one))) })
  return (
    <Panel title="Nội dung công văn">
      <Form form={form} send="Lưu dự thảo" label="Nội dung công văn" problemsTitle="Chưa lưu được dự thảo">
        <TextField {...form.field('subject')} label="Trích yếu" help="Hiện sau chữ V/v" />
        <TextArea {...form.field('opening')} label="Phần mở đầu" rows={4} />
        <TextArea {...form.field('asked')} label="Nội dung đề nghị" rows={4} />
        <DateField
          {...dayField(form.field('newDay'))}
          label="Chậm nhất ngày"
          optional
          help="Chỉ là ngày đề nghị; hạn của việc không đổi"
        />
        <TextArea
          {...form.field('recipients')}
          label="Nơi nhận"
          rows={3}
          help="Mỗi dòng một nơi; dòng Lưu: VT tự thêm"
        />
        <TextField {...form.field('place')} label="Địa danh" optional help="Ví dụ: Hà Tĩnh" />
        <TextField
          {...form.field('signerTitle')}
          label="Chức vụ người ký"
          optional
          help="Ví dụ: Giám đốc; KT. Giám đốc, Phó Giám đốc"
        />
        <fieldset id={form.field('keptIds').id}>
          <legend>Danh sách kèm theo</legend>
          <Stack gap="s">
            {content.units.map((unit) => (
              <div key={unit.unitId}>
                <b>{unit.unitName}</b>
                {unit.items.map((item) => (
                  <CheckboxField
                    key={item.obligationId}
                    label={`${itemWords(item)}${settled.has(item.obligationId) ? ' (không còn phải đôn đốc)' : ''}`}
                    checked={kept.has(item.obligationId)}
                    onChange={(on) => keep(item.obligationId, on)}
                  />
                ))}
              </div>
            ))}
          </Stack>
        </fieldset>
      </Form>
    </Panel>
  )
}
