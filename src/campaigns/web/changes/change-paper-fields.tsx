import { ScanField } from '../../../mechanisms/obligations/web/index.ts'
import { dayField, type FormState } from '../../../platform/web/use-form.ts'
import { Cell, DateField, FieldGrid, TextArea, TextField } from '../../../ui/index.ts'
import type { ChangeTyped } from './use-change-form.ts'

/** Why, and by which paper. */
export function ChangePaperFields({ form, reason }: { form: FormState<ChangeTyped>; reason: string }) {
  const file = form.field('file')
  return (
    <FieldGrid>
      <Cell span={12}>
        <TextArea {...form.field('reason')} label={reason} rows={2} maxLength={1000} />
      </Cell>
      <Cell span={6}>
        <TextField {...form.field('number')} label="Số, ký hiệu văn bản" maxLength={100} />
      </Cell>
      <Cell span={6}>
        <DateField {...dayField(form.field('issuedOn'))} label="Ngày văn bản" />
      </Cell>
      <Cell span={12}>
        <TextField {...form.field('issuer')} label="Cơ quan ban hành" optional maxLength={300} />
      </Cell>
      <Cell span={12}>
        <ScanField id={file.id} label="Tệp văn bản" value={file.value} onChange={file.onChange} error={file.error} />
      </Cell>
    </FieldGrid>
  )
}
