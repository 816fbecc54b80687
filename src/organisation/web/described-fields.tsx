import type { FormField } from '../../platform/web/use-form.ts'
import { Cell, CheckboxField, SelectField, TextField } from '../../ui/index.ts'
import { AREA_MARK_WORDS, AREA_MARKS, standsBeside } from '../domain/unit-description.ts'
import type { DescribedValues } from './described.ts'
import { KIND_OPTIONS, kindOf, LEVEL_OPTIONS } from './unit-words.ts'

type DescribedFieldsProps = {
  /** Behind each label, where several units are described at once: « 2». */
  which?: string
  values: DescribedValues
  set: (part: Partial<DescribedValues>) => void
  /** Of the form around: so that an error finds its field. */
  symbol?: FormField<string>
  /** An event of its own changes these; the symbol goes with the name. */
  withoutSymbol?: boolean
}

/** Kind, level, legal person, marks, symbol: the same wherever a unit is described. */
export function DescribedFields({ values, set, symbol, withoutSymbol, which = '' }: DescribedFieldsProps) {
  return (
    <>
      <Cell span={4}>
        <SelectField
          label={`Loại đơn vị${which}`}
          value={values.kind}
          onChange={(kind) => set({ kind, beside: standsBeside(kindOf(kind)) })}
          options={KIND_OPTIONS}
        />
      </Cell>
      <Cell span={4}>
        <SelectField
          label={`Cấp${which}`}
          value={values.level}
          onChange={(level) => set({ level })}
          options={LEVEL_OPTIONS}
        />
      </Cell>
      {!withoutSymbol && (
        <Cell span={4}>
          <TextField
            {...(symbol ?? { value: values.symbol, onChange: (text: string) => set({ symbol: text }) })}
            label={`Ký hiệu văn bản${which}`}
            optional
            help="Như trong số văn bản, ví dụ: SNV"
          />
        </Cell>
      )}
      <Cell span={12}>
        <CheckboxField
          label={`Có tư cách pháp nhân${which}`}
          help="Người đứng đầu có thẩm quyền tặng một số danh hiệu"
          checked={values.legalPerson}
          onChange={(legalPerson) => set({ legalPerson })}
        />
        <CheckboxField
          label={`Đứng bên cạnh đơn vị cấp trên${which}`}
          help="Tổ chức đảng, đoàn thể: không tính là đơn vị trực thuộc"
          checked={values.beside}
          onChange={(beside) => set({ beside })}
        />
        {AREA_MARKS.map((mark) => (
          <CheckboxField
            key={mark}
            label={`Địa bàn ${AREA_MARK_WORDS[mark]}${which}`}
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
