import { Cell, SelectField, TextField } from '../../../ui/index.ts'
import { DescribedFields } from '../described-fields.tsx'
import { unitOptions } from '../unit-outline.ts'
import type { NewUnitTyped } from './event-form.ts'

type NewUnitFieldsProps = {
  unit: NewUnitTyped
  set: (part: Partial<NewUnitTyped>) => void
  units: Parameters<typeof unitOptions>[0]
  /** Where an event makes several. */
  number: number | undefined
  nameId: string
  nameError: string | undefined
}

/** A unit that an event makes. */
export function NewUnitFields({ unit, set, units, number, nameId, nameError }: NewUnitFieldsProps) {
  const which = number === undefined ? '' : ` ${number}`
  return (
    <>
      <Cell span={8}>
        <TextField
          id={nameId}
          label={`Tên đơn vị mới${which}`}
          value={unit.name}
          onChange={(name) => set({ name })}
          error={nameError}
          help="Tên đầy đủ như trên văn bản"
        />
      </Cell>
      <Cell span={4}>
        <TextField
          label={`Tên viết tắt${which}`}
          optional
          value={unit.shortName}
          onChange={(shortName) => set({ shortName })}
        />
      </Cell>
      <Cell span={8}>
        <SelectField
          label={`Đơn vị cấp trên${which}`}
          value={unit.parentId}
          onChange={(parentId) => set({ parentId })}
          placeholder="Chọn đơn vị"
          options={unitOptions(units)}
        />
      </Cell>
      <Cell span={4}>
        <TextField
          label={`Thứ tự nghi thức${which}`}
          optional
          numeric
          inputMode="numeric"
          value={unit.orderNo}
          onChange={(orderNo) => set({ orderNo: orderNo.replace(/\D/g, '').slice(0, 5) })}
        />
      </Cell>
      <DescribedFields values={unit} set={set} which={which} />
    </>
  )
}
