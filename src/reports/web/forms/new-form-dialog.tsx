import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { campaignsContract } from '../../../campaigns/contract.ts'
import { newId } from '../../../kernel/ids.ts'
import { apiFor } from '../../../platform/web/api.ts'
import { sentences, whyEmpty, whyNotDay } from '../../../platform/web/form-checks.ts'
import { useToday } from '../../../platform/web/today.ts'
import { dayField, useForm } from '../../../platform/web/use-form.ts'
import {
  Cell,
  DateField,
  Dialog,
  FieldGrid,
  Form,
  RadioGroup,
  SelectField,
  TextField,
  useNavigation,
} from '../../../ui/index.ts'
import { reports } from '../api.ts'

const campaigns = apiFor<typeof campaignsContract>('campaigns')
type Way = 'empty' | 'plan' | 'copy'

/** As long as nobody has chosen where the form begins, it begins with the plan where there is one. */
const beginning = (campaignId: string): Way => (campaignId === '' ? 'empty' : 'plan')

/** A new form: of which campaign and period, and what it begins with. */
export function NewFormDialog({ campaignId, onClose }: { campaignId: string | undefined; onClose: () => void }) {
  const { go } = useNavigation()
  const year = useToday().slice(0, 4)
  const [id] = useState(() => newId())
  const running = useQuery(campaigns.list.queryOptions({ input: { page: 1 } }))
  const known = useQuery(reports.listForms.queryOptions({ input: { page: 1 } }))
  const form = useForm({
    initial: {
      title: `Báo cáo kết quả phong trào thi đua năm ${year}`,
      periodName: `Năm ${year}`,
      periodFrom: `${year}-01-01` as string | undefined,
      periodTo: `${year}-12-31` as string | undefined,
      campaignId: campaignId ?? '',
      way: beginning(campaignId ?? ''),
      wayChosen: false,
      formId: '',
    },
    check: (values) =>
      sentences({
        title: whyEmpty(values.title, 'tên biểu mẫu'),
        periodName: whyEmpty(values.periodName, 'tên kỳ báo cáo'),
        periodFrom: whyNotDay(values.periodFrom, 'ngày đầu kỳ'),
        periodTo: whyNotDay(values.periodTo, 'ngày cuối kỳ'),
        formId: values.way === 'copy' && values.formId === '' ? 'Chọn biểu mẫu để chép' : undefined,
      }),
    send: ({ way, wayChosen: _wayChosen, formId, periodFrom, periodTo, campaignId: chosen, ...named }) =>
      reports.createForm.call({
        id,
        ...named,
        periodFrom: periodFrom ?? '',
        periodTo: periodTo ?? '',
        campaignId: chosen || null,
        unitId: null,
        from: way === 'copy' ? { way, formId } : { way },
      }),
    onDone: () => go(`/bao-cao/bieu-mau/${id}`),
  })
  const { values } = form
  return (
    <Dialog open onClose={onClose} title="Lập biểu mẫu báo cáo">
      <Form form={form} send="Lập biểu mẫu" onClose={onClose}>
        <SelectField
          {...form.field('campaignId')}
          onChange={(id) =>
            form.set({
              campaignId: id,
              // The plan of no campaign is nothing to begin with, also where it was chosen.
              ...(values.wayChosen && !(id === '' && values.way === 'plan') ? {} : { way: beginning(id) }),
            })
          }
          label="Phong trào"
          placeholder="Ngoài phong trào"
          optional
          options={(running.data?.campaigns ?? [])
            .filter((one) => one.state === 'launched')
            .map((one) => ({ value: one.id, label: one.title }))}
        />
        <TextField {...form.field('title')} label="Tên biểu mẫu" maxLength={300} />
        <FieldGrid>
          <Cell span={12}>
            <TextField
              {...form.field('periodName')}
              label="Kỳ báo cáo"
              help="Ví dụ: Năm 2024, Quý III/2024"
              maxLength={120}
            />
          </Cell>
          <Cell span={6}>
            <DateField {...dayField(form.field('periodFrom'))} label="Từ ngày" />
          </Cell>
          <Cell span={6}>
            <DateField {...dayField(form.field('periodTo'))} label="Đến ngày" />
          </Cell>
        </FieldGrid>
        <RadioGroup<Way>
          {...form.field('way')}
          onChange={(way) => form.set({ way, wayChosen: true })}
          label="Bắt đầu từ"
          options={[
            ...(values.campaignId
              ? [{ value: 'plan' as const, label: 'Chỉ tiêu, nhiệm vụ của kế hoạch', help: 'Gợi ý dòng, sửa được hết' }]
              : []),
            { value: 'copy', label: 'Chép biểu mẫu đã có', help: 'Giữ mã dòng để so với kỳ trước' },
            { value: 'empty', label: 'Biểu mẫu trống' },
          ]}
        />
        {values.way === 'copy' && (
          <SelectField
            {...form.field('formId')}
            label="Chép từ"
            placeholder="Chọn biểu mẫu"
            options={(known.data?.forms ?? []).map((one) => ({
              value: one.id,
              label: `${one.title} (${one.periodName})`,
            }))}
          />
        )}
      </Form>
    </Dialog>
  )
}
