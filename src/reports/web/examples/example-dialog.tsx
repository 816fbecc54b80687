import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { sentences, whyEmpty } from '../../../platform/web/form-checks.ts'
import { useForm } from '../../../platform/web/use-form.ts'
import { Dialog, Form, SelectField, TextArea, TextField, useNotices } from '../../../ui/index.ts'
import { EXAMPLE_KIND_WORDS } from '../../domain/value-words.ts'
import { type DraftFile, type ReportsOutputs, reports } from '../api.ts'
import { EvidenceFiles } from '../fill/evidence-files.tsx'

export type Example = ReportsOutputs['listExamples']['examples'][number]

export const KIND_OPTIONS = Object.entries(EXAMPLE_KIND_WORDS).map(([value, label]) => ({ value, label }))

/** Notes an example worth telling, or mends one: kind, who, what happened, what proves it. */
export function ExampleDialog({
  units,
  campaigns = [],
  obligationId = null,
  example,
  onClose,
}: {
  /** For whom it may be noted; the first is chosen at the beginning. */
  units: readonly { value: string; label: string }[]
  campaigns?: readonly { id: string; title: string }[]
  /** The report it came up at. */
  obligationId?: string | null
  /** One that is noted already, to be mended. */
  example?: Example
  onClose: () => void
}) {
  const tell = useNotices()
  const [id] = useState(() => example?.id ?? newId())
  const [files, setFiles] = useState<readonly DraftFile[]>(example?.files ?? [])
  const form = useForm({
    initial: {
      kind: example?.kind ?? ('model' as Example['kind']),
      title: example?.title ?? '',
      who: example?.who ?? '',
      story: example?.story ?? '',
      unitId: example?.unitId ?? units[0]?.value ?? '',
      campaignId: example?.campaignId ?? '',
    },
    check: (values) => sentences({ title: whyEmpty(values.title, 'tên điển hình, mô hình, cách làm') }),
    send: ({ unitId, campaignId, ...written }) => {
      const all = { id, ...written, fileIds: files.map((file) => file.id) }
      return example
        ? reports.changeExample.call({ ...all, version: example.version })
        : reports.noteExample.call({ ...all, unitId, campaignId: campaignId || null, obligationId })
    },
    onDone: () => {
      tell({ text: example ? 'Đã sửa điển hình' : 'Đã ghi điển hình' })
      onClose()
    },
  })
  return (
    <Dialog open wide onClose={onClose} title={example ? 'Sửa điển hình' : 'Ghi điển hình'}>
      <Form form={form} send={example ? 'Lưu điển hình' : 'Ghi điển hình'} onClose={onClose}>
        <SelectField
          {...form.field('kind')}
          label="Loại"
          options={KIND_OPTIONS}
          onChange={(kind) => form.set({ kind: kind as Example['kind'] })}
        />
        <TextField {...form.field('title')} label="Tên điển hình, mô hình, cách làm" maxLength={300} />
        <TextField {...form.field('who')} label="Ai" optional maxLength={500} help="Người, tập thể; chức vụ, đơn vị" />
        <TextArea
          {...form.field('story')}
          label="Việc đã làm, kết quả"
          optional
          rows={6}
          maxLength={20_000}
          help="Làm gì, khó ở đâu, kết quả bằng số nếu có"
        />
        {units.length > 1 && !example && <SelectField {...form.field('unitId')} label="Đơn vị" options={units} />}
        {campaigns.length > 0 && !example && (
          <SelectField
            {...form.field('campaignId')}
            label="Phong trào"
            optional
            placeholder="Ngoài phong trào"
            options={campaigns.map((campaign) => ({ value: campaign.id, label: campaign.title }))}
          />
        )}
        <EvidenceFiles id={`${id}-tep`} optional files={files} onChange={setFiles} error={undefined} />
      </Form>
    </Dialog>
  )
}
