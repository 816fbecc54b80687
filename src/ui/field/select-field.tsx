import { Field, type FieldCommon } from './field.tsx'

export type Option = { value: string; label: string; group?: string }

export type SelectFieldProps = FieldCommon & {
  value: string
  onChange: (value: string) => void
  options: readonly Option[]
  /** Shown while nothing is chosen (value `''`): «Chọn đơn vị». */
  placeholder?: string
  name?: string
}

/** The browser's own list: best on phones and by keyboard, for up to a few dozen choices. */
export function SelectField({ value, onChange, options, placeholder, name, ...common }: SelectFieldProps) {
  const groups = [...new Set(options.map((option) => option.group))]
  return (
    <Field {...common}>
      {(ties) => (
        <select {...ties} name={name} value={value} onChange={(event) => onChange(event.target.value)}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {groups.map((group) => {
            const own = options
              .filter((option) => option.group === group)
              .map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))
            return group === undefined ? (
              own
            ) : (
              <optgroup key={group} label={group}>
                {own}
              </optgroup>
            )
          })}
        </select>
      )}
    </Field>
  )
}
