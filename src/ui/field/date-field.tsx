import { useState } from 'react'
import { formatDate, type PlainDate, parsePlainDate, parseVietnameseDate } from '../../kernel/plain-date.ts'
import { Field, type FieldCommon } from './field.tsx'

export type DateFieldProps = FieldCommon & {
  /** `YYYY-MM-DD`, or `''` while empty. */
  value: string
  /** The day when what is typed is one, `''` when the box is empty, `undefined` while it is neither. */
  onChange: (value: PlainDate | '' | undefined) => void
  name?: string
}

/** A day typed dd/MM/yyyy. What is no day («31/02/2022») is said when the box is left, and stays to be mended. */
export function DateField({ value, onChange, name, error, ...common }: DateFieldProps) {
  const [typed, setTyped] = useState(() => shown(value))
  const [left, setLeft] = useState(false)
  const [last, setLast] = useState(value)
  if (value !== last) {
    setLast(value)
    setTyped(taken(value, typed))
  }
  const wrong = left && typed.trim() !== '' && parseVietnameseDate(typed) === undefined
  return (
    <Field {...common} error={error ?? (wrong ? notADay(typed) : undefined)}>
      {(ties) => (
        <input
          {...ties}
          name={name}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          placeholder="dd/mm/yyyy"
          maxLength={14}
          value={typed}
          onChange={(event) => {
            const text = event.target.value
            setTyped(text)
            setLeft(false)
            onChange(text.trim() === '' ? '' : parseVietnameseDate(text))
          }}
          onBlur={(event) => {
            // a sentence that appears under the finger moves the button away before it is pressed
            const pressing = event.relatedTarget instanceof HTMLButtonElement
            setTimeout(() => setLeft(true), pressing ? 300 : 0)
            const day = parseVietnameseDate(typed)
            if (day !== undefined) setTyped(formatDate(day))
          }}
        />
      )}
    </Field>
  )
}

/** What to say of a text that is no day of the calendar. */
export function notADay(text: string): string {
  return /^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s*$/.test(text)
    ? `Không có ngày ${text.trim()}. Nhập ngày có trên lịch`
    : 'Nhập ngày, tháng, năm, ví dụ 05/07/2022'
}

/** What stands in the box after the value changed: half-typed text stays, a value set from elsewhere is shown. */
function taken(value: string, typed: string): string {
  const typedDay = parseVietnameseDate(typed)
  if (value === '') return typedDay === undefined ? typed : ''
  return typedDay === value ? typed : shown(value)
}

function shown(value: string): string {
  const day = parsePlainDate(value)
  return day === undefined ? '' : formatDate(day)
}
