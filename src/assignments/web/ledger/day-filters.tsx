import { Cell, DateField, FieldGrid, PanelBody, useAddressParams } from '../../../ui/index.ts'

/** From which last day to which: kept in the address with the other filters. */
export function DayFilters() {
  const [params, change] = useAddressParams()
  const field = (name: 'tu' | 'den', label: string) => (
    <Cell span={3}>
      <DateField
        label={label}
        optional
        value={params.get(name) ?? ''}
        onChange={(day) => day !== undefined && change({ [name]: day === '' ? undefined : day, page: undefined })}
      />
    </Cell>
  )
  return (
    <PanelBody>
      <details open={params.has('tu') || params.has('den')}>
        <summary>Lọc theo ngày cuối</summary>
        <FieldGrid>
          {field('tu', 'Ngày cuối từ')}
          {field('den', 'Đến')}
        </FieldGrid>
      </details>
    </PanelBody>
  )
}
