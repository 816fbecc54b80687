import { formatDateWithWeekday, plainDate } from '../../kernel/plain-date.ts'
import { sentences, whyEmpty, whyNotOptionalDay } from '../../platform/web/form-checks.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import { CheckboxField, DateField, Form, Note, Panel, Stack, TextField, useNotices } from '../../ui/index.ts'
import { type OrganisationOutputs, organisation } from './api.ts'

type Proposal = NonNullable<OrganisationOutputs['specialDays']['proposal']>

/** What the law lets expect of a year, to be compared with the announcement and confirmed by its number. */
export function ProposedDays({ year, proposal }: { year: number; proposal: Proposal }) {
  const tell = useNotices()
  const form = useForm({
    initial: { chosen: proposal.days.map((one) => one.day), announcement: '', announcedOn: '' as string | undefined },
    check: (typed) =>
      sentences({
        announcement: whyEmpty(typed.announcement, 'số thông báo, ví dụ: 6150/TB-BLĐTBXH'),
        announcedOn: whyNotOptionalDay(typed.announcedOn),
      }),
    send: ({ chosen, announcement, announcedOn }) =>
      organisation.confirmHolidays.call({
        year,
        days: proposal.days
          .filter((one) => chosen.includes(one.day))
          .map(({ day, name, basis }) => ({ day, name, basis })),
        announcement,
        announcedOn: announcedOn || null,
      }),
    onDone: () => tell({ text: `Đã xác nhận ngày nghỉ năm ${year}` }),
  })
  const chosen = new Set(form.values.chosen)
  const choose = (day: string, on: boolean) =>
    form.set({
      chosen: proposal.days.map((one) => one.day).filter((one) => (one === day ? on : chosen.has(one))),
    })
  return (
    <Panel title={`Xác nhận ngày nghỉ năm ${year}`}>
      <Form form={form} send={`Xác nhận năm ${year}`} label="Xác nhận ngày nghỉ" problemsTitle="Chưa xác nhận được">
        {proposal.notes.map((note) => (
          <Note key={note} tone="cham">
            {note}
          </Note>
        ))}
        {proposal.days.length === 0 ? (
          <p>Các ngày theo luật đã ghi đủ ở trên.</p>
        ) : (
          <fieldset>
            <legend>Ngày nghỉ theo luật, đối chiếu với thông báo; bỏ chọn ngày không đúng</legend>
            <Stack gap="s">
              {proposal.days.map((one) => (
                <CheckboxField
                  key={one.day}
                  label={`${formatDateWithWeekday(plainDate(one.day))}: ${one.name}`}
                  help={one.basis}
                  checked={chosen.has(one.day)}
                  onChange={(on) => choose(one.day, on)}
                />
              ))}
            </Stack>
          </fieldset>
        )}
        <TextField {...form.field('announcement')} label="Số thông báo" help="Thông báo lịch nghỉ lễ, tết của năm" />
        <DateField {...dayField(form.field('announcedOn'))} label="Ngày thông báo" optional />
      </Form>
    </Panel>
  )
}
