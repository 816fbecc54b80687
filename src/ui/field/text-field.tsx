import type { InputHTMLAttributes, Ref } from 'react'
import { Glyph, type IconChoice } from '../icon/glyph.tsx'
import { cx } from '../theme/class-names.ts'
import classes from './field.module.css'
import { Field, type FieldCommon } from './field.tsx'

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'name'
  | 'autoComplete'
  | 'placeholder'
  | 'inputMode'
  | 'maxLength'
  | 'readOnly'
  | 'spellCheck'
  | 'onBlur'
  | 'onFocus'
  | 'autoFocus'
>

export type TextFieldProps = FieldCommon &
  Native & {
    value: string
    onChange: (value: string) => void
    type?: 'text' | 'email' | 'search' | 'tel' | 'url'
    icon?: IconChoice
    /** Figures stand to the right. */
    numeric?: boolean
    ref?: Ref<HTMLInputElement>
  }

/** One line of text. For numbers use `numeric` with `inputMode="numeric"`, never a spinner. */
export function TextField({
  value,
  onChange,
  type = 'text',
  icon,
  numeric,
  ref,
  name,
  autoComplete = 'off',
  placeholder,
  inputMode,
  maxLength,
  readOnly,
  spellCheck,
  onBlur,
  onFocus,
  autoFocus,
  ...common
}: TextFieldProps) {
  return (
    <Field {...common}>
      {(ties) => {
        const input = (
          <input
            {...{
              name,
              autoComplete,
              placeholder,
              inputMode,
              maxLength,
              readOnly,
              spellCheck,
              onBlur,
              onFocus,
              autoFocus,
            }}
            {...ties}
            className={cx(ties.className, numeric && classes.numeric)}
            ref={ref}
            type={type}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
        return icon === undefined ? (
          input
        ) : (
          <div className={classes.withIcon}>
            <Glyph icon={icon} />
            {input}
          </div>
        )
      }}
    </Field>
  )
}

export type TextAreaProps = FieldCommon &
  Pick<Native, 'name' | 'placeholder' | 'maxLength' | 'readOnly'> & {
    value: string
    onChange: (value: string) => void
    rows?: number
    onBlur?: () => void
    onFocus?: () => void
    ref?: Ref<HTMLTextAreaElement>
  }

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({
  value,
  onChange,
  rows = 3,
  name,
  placeholder,
  maxLength,
  readOnly,
  onBlur,
  onFocus,
  ref,
  ...common
}: TextAreaProps) {
  return (
    <Field {...common}>
      {(ties) => (
        <textarea
          {...{ name, placeholder, maxLength, readOnly, onBlur, onFocus, rows }}
          {...ties}
          ref={ref}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
