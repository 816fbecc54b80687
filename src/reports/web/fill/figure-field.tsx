import { useState } from 'react'
import { readNumberText } from '../../../kernel/number-text.ts'
import { TextField } from '../../../ui/index.ts'

type Props = {
  id: string
  label: string
  value: number | null
  onChange: (value: number | null) => void
  error?: string | undefined
  doubt?: string | undefined
}

/** A whole number from 0 on, as officers type it: «1.234». What is none stays as typed, with why, and is not saved. */
export function FigureField({ id, label, value, onChange, error, doubt }: Props) {
  // What is typed belongs to the value it was typed over: when that is changed elsewhere, the new one is shown.
  const [typed, setTyped] = useState({ text: written(value), value })
  const text = typed.value === value ? typed.text : written(value)
  const read = readFigure(text)
  const wrong = read === undefined ? 'Nhập số nguyên từ 0, ví dụ 1.234. Chưa có thì để trống' : undefined
  return (
    <TextField
      id={id}
      label={label}
      numeric
      inputMode="numeric"
      maxLength={22}
      value={text}
      onChange={(next) => {
        const figure = readFigure(next)
        setTyped({ text: next, value: figure === undefined ? value : figure })
        if (figure !== undefined && figure !== value) onChange(figure)
      }}
      onBlur={() => read !== undefined && setTyped({ text: written(read), value })}
      error={wrong ?? error}
      doubt={wrong === undefined && error === undefined ? doubt : undefined}
    />
  )
}

/** The number, `null` for an empty field, `undefined` for what is no whole number from 0 on. */
export function readFigure(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const number = readNumberText(text)
  return number === undefined || number < 0 || !Number.isSafeInteger(number) ? undefined : number
}

function written(value: number | null): string {
  return value === null ? '' : value.toLocaleString('vi-VN')
}
