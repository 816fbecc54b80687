import type { FormField } from '../../platform/web/use-form.ts'
import { Cell, CheckboxField, SelectField, TextField } from '../../ui/index.ts'
import {
  AREA_MARK_WORDS,
  AREA_MARKS,
  type AreaMark,
  standsBeside,
  type UnitValues,
} from '../domain/unit-description.ts'
import { KIND_OPTIONS, kindOf, LEVEL_OPTIONS, levelOf } from './unit-words.ts'

/** What is said of a unit beside its name and place, as fields hold it. */
export type DescribedValues = {
  symbol: string
  kind: string
  level: string
  legalPerson: boolean
  beside: boolean
  areaMarks: readonly AreaMark[]
}

export const UNDESCRIBED_FIELDS: DescribedValues = {
  symbol: '',
  kind: 'other',
  level: '',
  legalPerson: false,
  beside: false,
  areaMarks: [],
}

export function describedFieldsOf(unit: Omit<UnitValues, 'parentId' | 'orderNo'>): DescribedValues {
  return {
    symbol: unit.symbol ?? '',
    kind: unit.kind,
    level: unit.level ?? '',
    legalPerson: unit.legalPerson,
    beside: unit.beside,
    areaMarks: unit.areaMarks,
  }
}

/** The fields as the server takes them. */
export function describedOf(typed: DescribedValues) {
  return {
    symbol: typed.symbol.trim() || null,
    kind: kindOf(typed.kind),
    level: levelOf(typed.level),
    legalPerson: typed.legalPerson,
    beside: typed.beside,
    areaMarks: [...typed.areaMarks],
  }
}

type DescribedFieldsProps = {
  values: DescribedValues
  set: (part: Partial<DescribedValues>) => void
  /** Of the form around: so that an error finds its field. */
  symbol?: FormField<string>
  /** An event of its own changes these; the symbol goes with the name. */
  withoutSymbol?: boolean
}

/** Kind, level, legal person, marks, symbol: the same wherever a unit is described. */
export function DescribedFields({ values, set, symbol, withoutSymbol }: DescribedFieldsProps) {
  return (
    <>
      <Cell span={4}>
        <SelectField
          label="Loại đơn vị"
          value={values.kind}
          onChange={(kind) => set({ kind, beside: standsBeside(kindOf(kind)) })}
          options={KIND_OPTIONS}
        />
      </Cell>
      <Cell span={4}>
        <SelectField label="Cấp" value={values.level} onChange={(level) => set({ level })} options={LEVEL_OPTIONS} />
      </Cell>
      {!withoutSymbol && (
        <Cell span={4}>
          <TextField
            {...(symbol ?? { value: values.symbol, onChange: (text: string) => set({ symbol: text }) })}
            label="Ký hiệu văn bản"
            optional
            help="Như trong số văn bản, ví dụ: SNV"
          />
        </Cell>
      )}
      <Cell span={12}>
        <CheckboxField
          label="Có tư cách pháp nhân"
          help="Người đứng đầu có thẩm quyền tặng một số danh hiệu"
          checked={values.legalPerson}
          onChange={(legalPerson) => set({ legalPerson })}
        />
        <CheckboxField
          label="Đứng bên cạnh đơn vị cấp trên"
          help="Tổ chức đảng, đoàn thể: không tính là đơn vị trực thuộc"
          checked={values.beside}
          onChange={(beside) => set({ beside })}
        />
        {AREA_MARKS.map((mark) => (
          <CheckboxField
            key={mark}
            label={`Địa bàn ${AREA_MARK_WORDS[mark]}`}
            checked={values.areaMarks.includes(mark)}
            onChange={(on) =>
              set({ areaMarks: AREA_MARKS.filter((one) => (one === mark ? on : values.areaMarks.includes(one))) })
            }
          />
        ))}
      </Cell>
    </>
  )
}
