import { type ReactNode, useState } from 'react'

/** An example that can be worked: holds one value for the part inside. */
export function WithState<Value>({
  start,
  children,
}: {
  start: Value
  children: (value: Value, set: (value: Value) => void) => ReactNode
}) {
  const [value, setValue] = useState(start)
  return children(value, setValue)
}
