import { useState } from 'react'
import { Glyph } from '../icon/glyph.tsx'
import classes from './field.module.css'
import { Field, type FieldCommon } from './field.tsx'
import strengthClasses from './password-field.module.css'
import { passwordWords } from './password-words.ts'

export type PasswordFieldProps = FieldCommon & {
  value: string
  onChange: (value: string) => void
  /** `new` shows the strength while it is typed. */
  purpose: 'current' | 'new'
  /** For `new`: words easy to guess for this person. */
  about?: readonly string[]
  name?: string
}

/** A password that can be looked at; paste and password managers work. */
export function PasswordField({ value, onChange, purpose, about, name, ...common }: PasswordFieldProps) {
  const [seen, setSeen] = useState(false)
  const strength = purpose === 'new' ? passwordWords(value, about) : undefined
  return (
    <Field {...common}>
      {(ties) => (
        <>
          <div className={classes.withButton}>
            <input
              {...ties}
              name={name}
              type={seen ? 'text' : 'password'}
              autoComplete={purpose === 'new' ? 'new-password' : 'current-password'}
              autoCapitalize="none"
              spellCheck={false}
              value={value}
              onChange={(event) => onChange(event.target.value)}
            />
            <button
              type="button"
              className={classes.inButton}
              aria-pressed={seen}
              title={seen ? 'Ẩn mật khẩu' : 'Hiện mật khẩu'}
              onClick={() => setSeen(!seen)}
            >
              <Glyph icon={seen ? 'eye-off' : 'eye'} />
              <span className="visually-hidden">Hiện mật khẩu</span>
            </button>
          </div>
          {strength && (
            <div className={strengthClasses.strength} data-level={strength.level}>
              <span className={strengthClasses.bars} aria-hidden>
                <i />
                <i />
                <i />
              </span>
              <span role="status">{strength.words}</span>
            </div>
          )}
        </>
      )}
    </Field>
  )
}
