import { type ReactNode, useId } from 'react'
import { cx } from '../theme/class-names.ts'
import classes from './field.module.css'
import { FieldSaid } from './field.tsx'

export type CheckboxFieldProps = {
  label: ReactNode
  help?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  name?: string
  error?: string
  id?: string
}

/** One yes or no. */
export function CheckboxField({ label, help, checked, onChange, name, error, id }: CheckboxFieldProps) {
  const made = useId()
  const fieldId = id ?? made
  return (
    <div>
      <label className={classes.choice}>
        <input
          id={fieldId}
          type="checkbox"
          name={name}
          checked={checked}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${fieldId}-said`}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>
          {label}
          {help && <span className={classes.choiceHelp}>{help}</span>}
        </span>
      </label>
      {error !== undefined && <FieldSaid id={`${fieldId}-said`} text={error} />}
    </div>
  )
}

export type RadioGroupProps<Value extends string> = {
  label: string
  labelHidden?: boolean
  options: readonly { value: Value; label: ReactNode; help?: ReactNode }[]
  value: Value | undefined
  onChange: (value: Value) => void
  help?: ReactNode
  error?: string
  /** Side by side, for two or three short choices. */
  inline?: boolean
  id?: string
}

/** One of a few, all in sight. */
export function RadioGroup<Value extends string>({
  label,
  labelHidden,
  options,
  value,
  onChange,
  help,
  error,
  inline,
  id,
}: RadioGroupProps<Value>) {
  const made = useId()
  const groupId = id ?? made
  return (
    <fieldset aria-describedby={cx(error !== undefined && `${groupId}-said`, help !== undefined && `${groupId}-help`)}>
      <legend className={labelHidden ? 'visually-hidden' : classes.legend}>{label}</legend>
      <div className={inline ? classes.inline : classes.choices}>
        {options.map((option, index) => (
          <label key={option.value} className={classes.choice}>
            <input
              type="radio"
              id={index === 0 ? groupId : undefined}
              name={groupId}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.help && <span className={classes.choiceHelp}>{option.help}</span>}
            </span>
          </label>
        ))}
      </div>
      {help !== undefined && (
        <div className={classes.help} id={`${groupId}-help`}>
          {help}
        </div>
      )}
      {error !== undefined && <FieldSaid id={`${groupId}-said`} text={error} />}
    </fieldset>
  )
}
