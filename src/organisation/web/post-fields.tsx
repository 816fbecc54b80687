import { dayField, type FormField } from '../../platform/web/use-form.ts'
import { Cell, DateField, FieldGrid, SelectField, TextField } from '../../ui/index.ts'
import { unitOptions } from './unit-outline.ts'

type PostFieldsProps = {
  unit: FormField<string>
  title: FormField<string>
  from: FormField<string | undefined>
  units: Parameters<typeof unitOptions>[0]
}

/** Unit, title and first day of a post: the same wherever one is given. */
export function PostFields({ unit, title, from, units }: PostFieldsProps) {
  return (
    <FieldGrid>
      <Cell span={12}>
        <SelectField {...unit} label="Đơn vị" placeholder="Chọn đơn vị" options={unitOptions(units)} />
      </Cell>
      <Cell span={8}>
        <TextField {...title} label="Chức vụ" help="Như trên quyết định, ví dụ: Phó Trưởng phòng" />
      </Cell>
      <Cell span={4}>
        <DateField {...dayField(from)} label="Từ ngày" />
      </Cell>
    </FieldGrid>
  )
}
