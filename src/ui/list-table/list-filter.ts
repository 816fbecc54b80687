import type { Option } from '../field/select-field.tsx'

/** One filter of a list: a choice kept in the address. */
export type ListFilter = {
  /** The address parameter. */
  name: string
  /** «Đơn vị». */
  label: string
  /** The choice that filters nothing: «Mọi đơn vị». */
  any: string
  options: readonly Option[]
}
