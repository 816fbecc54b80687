import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../button/button.tsx'
import { SelectField } from '../field/select-field.tsx'
import { TextField } from '../field/text-field.tsx'
import { useNarrow } from '../theme/use-narrow.ts'
import type { ListAddress } from './list-address.ts'
import type { ListFilter } from './list-filter.ts'
import classes from './list-table.module.css'

const TYPING_PAUSE_MS = 250

/** Search and filters of a list: two filters in sight (none on a phone), the rest behind one button. */
export function ListFilters({
  label,
  list,
  noun,
  filters,
  placeholder,
  acts,
}: {
  label: string
  list: ListAddress
  noun: string
  filters: readonly ListFilter[]
  placeholder?: string
  acts?: ReactNode
}) {
  const [typed, setTyped] = useTypedSearch(list)
  const [open, setOpen] = useState(false)
  const narrow = useNarrow()
  const moreId = useId()
  const inSight = narrow ? 0 : 2
  const more = filters.slice(inSight)
  return (
    // biome-ignore lint/a11y/useSemanticElements: the form itself is the search landmark; <search> around it adds only a box
    <form
      className={classes.filters}
      role="search"
      aria-label={`Tìm và lọc: ${label}`}
      data-print="hide"
      onSubmit={(event) => {
        event.preventDefault()
        list.search(typed.trim())
      }}
    >
      <div className={classes.search}>
        <TextField
          label={`Tìm ${noun}`}
          labelHidden
          type="search"
          icon="search"
          placeholder={placeholder ?? 'Gõ có dấu hoặc không dấu'}
          value={typed}
          onChange={setTyped}
        />
      </div>
      {filters.slice(0, inSight).map((filter) => (
        <FilterSelect key={filter.name} list={list} filter={filter} />
      ))}
      {more.length > 0 && (
        <Button
          icon="adjustments-horizontal"
          aria-expanded={open}
          aria-controls={moreId}
          onClick={() => setOpen(!open)}
        >
          {narrow ? 'Lọc' : 'Thêm điều kiện lọc'}
        </Button>
      )}
      {acts}
      {more.length > 0 && open && (
        <div className={classes.more} id={moreId}>
          {more.map((filter) => (
            <FilterSelect key={filter.name} list={list} filter={filter} labelled />
          ))}
        </div>
      )}
    </form>
  )
}

function FilterSelect({ list, filter, labelled }: { list: ListAddress; filter: ListFilter; labelled?: boolean }) {
  return (
    <div className={classes.filter}>
      <SelectField
        label={filter.label}
        labelHidden={!labelled}
        value={list.filters[filter.name] ?? ''}
        onChange={(value) => list.filter(filter.name, value)}
        options={filter.options}
        placeholder={filter.any}
      />
    </div>
  )
}

/** What is in the search box: written to the address after a pause in typing, and taken from it when that changes elsewhere. */
export function useTypedSearch({ q, search }: ListAddress): [string, (q: string) => void] {
  const [typed, setTyped] = useState(q)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(search)
  useEffect(() => {
    // a filter changed during the pause must not be undone by the older address
    latest.current = search
  }, [search])
  const [last, setLast] = useState(q)
  if (q !== last) {
    setLast(q)
    if (typed.trim() !== q) setTyped(q)
  }
  useEffect(() => () => clearTimeout(pause.current), [])
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(pause.current)
    pause.current = setTimeout(() => latest.current(text.trim()), TYPING_PAUSE_MS)
  }
  return [typed, type]
}
