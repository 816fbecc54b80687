import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import {
  Button,
  Cell,
  FieldGrid,
  keepFocusNear,
  RadioGroup,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { LIST_WORDS, percentWords } from '../../domain/value-words.ts'
import type { Line, Value } from '../api.ts'
import { FigureField } from './figure-field.tsx'
import classes from './fill.module.css'

/** The element of a line's first field, by the place a missing thing names: an error summary leads there. */
export function fieldIdOf(field: string): string {
  return field.replace(/\./g, '-')
}

type Props = {
  line: Line
  value: Value
  onChange: (value: Value) => void
  error: string | undefined
  doubts: readonly string[]
}

/** The fields of one line, by its kind. */
export function LineFields(props: Props) {
  const { line, value, onChange, error, doubts } = props
  const id = `lines-${line.key}`
  const doubt = doubts.length > 0 ? doubts.join('. ') : undefined
  const wanted = doubt !== undefined || error !== undefined
  switch (value.kind) {
    case 'count':
      return (
        <Figures note={value.note} onNote={(note) => onChange({ ...value, note })} wanted={wanted}>
          <FigureField
            id={id}
            label={withUnit('Thực hiện', line.unit)}
            value={value.count}
            onChange={(count) => onChange({ ...value, count })}
            error={error}
            doubt={doubt}
          />
        </Figures>
      )
    case 'amount':
      return (
        <Figures note={value.note} onNote={(note) => onChange({ ...value, note })} wanted={wanted}>
          <FigureField
            id={id}
            label="Số tiền (đồng)"
            value={value.amount}
            onChange={(amount) => onChange({ ...value, amount })}
            error={error}
            doubt={doubt}
          />
        </Figures>
      )
    case 'share':
      return <Share {...props} id={id} value={value} doubt={doubt} wanted={wanted} />
    case 'yes-no':
      return (
        <Stack gap="s">
          <RadioGroup
            id={id}
            label="Kết quả"
            inline
            options={[
              { value: 'yes', label: 'Có' },
              { value: 'no', label: 'Không' },
              { value: 'none', label: 'Chưa có' },
            ]}
            value={value.yes === null ? 'none' : value.yes ? 'yes' : 'no'}
            onChange={(chosen) => onChange({ ...value, yes: chosen === 'none' ? null : chosen === 'yes' })}
            error={error}
          />
          <Explanation note={value.note} onNote={(note) => onChange({ ...value, note })} wanted={wanted} />
        </Stack>
      )
    case 'narrative':
      return (
        <TextArea
          id={id}
          label="Nội dung"
          rows={4}
          maxLength={20_000}
          value={value.text}
          onChange={(text) => onChange({ ...value, text })}
          error={error}
        />
      )
    case 'list':
      return <ListFields {...props} id={id} value={value} />
  }
}

function withUnit(label: string, unit: string): string {
  return unit.trim() === '' ? label : `${label} (${unit.trim()})`
}

function Share({
  line,
  id,
  value,
  onChange,
  error,
  doubt,
  wanted,
}: Omit<Props, 'value'> & {
  id: string
  value: Extract<Value, { kind: 'share' }>
  doubt: string | undefined
  wanted: boolean
}) {
  const { numerator, denominator } = value
  return (
    <Stack gap="s">
      <FieldGrid>
        <Cell span={5} keepHalf>
          <FigureField
            id={id}
            label={withUnit('Số đạt', line.unit)}
            value={numerator}
            onChange={(next) => onChange({ ...value, numerator: next })}
            error={error}
            doubt={doubt}
          />
        </Cell>
        <Cell span={4} keepHalf>
          <FigureField
            id={`${id}-tong`}
            label="Trên tổng số"
            value={denominator}
            onChange={(next) => onChange({ ...value, denominator: next })}
          />
        </Cell>
        <Cell span={3}>
          <p className={classes.share}>
            <span>Tỷ lệ</span>
            <b>
              {numerator !== null && denominator !== null && denominator > 0
                ? percentWords(numerator, denominator)
                : 'chưa có'}
            </b>
          </p>
        </Cell>
      </FieldGrid>
      <Explanation note={value.note} onNote={(note) => onChange({ ...value, note })} wanted={wanted} />
    </Stack>
  )
}

function Figures({
  note,
  onNote,
  wanted,
  children,
}: {
  note: string
  onNote: (note: string) => void
  wanted: boolean
  children: ReactNode
}) {
  return (
    <Stack gap="s">
      <FieldGrid>
        <Cell span={6}>{children}</Cell>
      </FieldGrid>
      <Explanation note={note} onNote={onNote} wanted={wanted} />
    </Stack>
  )
}

/** Asked for where it is needed; else one press away, so that forty lines of figures stay readable. */
function Explanation({ note, onNote, wanted }: { note: string; onNote: (note: string) => void; wanted: boolean }) {
  const [open, setOpen] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  // Whoever asked for it writes in it next.
  useEffect(() => {
    if (open) field.current?.querySelector('textarea')?.focus()
  }, [open])
  if (!open && !wanted && note === '') {
    return (
      <div>
        <Button kind="text" icon="pencil" onClick={() => setOpen(true)}>
          Nêu giải trình
        </Button>
      </div>
    )
  }
  return (
    <div ref={field}>
      <TextArea
        label="Giải trình"
        optional
        help="Số liệu chưa có thì để trống và nêu lý do ở đây"
        rows={2}
        maxLength={2000}
        value={note}
        onChange={onNote}
      />
    </div>
  )
}

const LIST_OPTIONS = (['example', 'initiative', 'praised'] as const).map((value) => ({
  value,
  label: LIST_WORDS[value],
}))

function ListFields({
  line,
  id,
  value,
  onChange,
  error,
}: Omit<Props, 'value'> & { id: string; value: Extract<Value, { kind: 'list' }> }) {
  const { items } = value
  const list = useRef<HTMLOListElement>(null)
  const itemAt = (at: number) => list.current?.querySelectorAll('li')[at]?.querySelector('select')
  const add = () => {
    onChange({ ...value, items: [...items, { kind: 'example', who: '', what: '' }] })
    requestAnimationFrame(() => itemAt(items.length)?.focus())
  }
  const remove = ({ currentTarget }: MouseEvent<HTMLElement>, at: number) => {
    keepFocusNear(currentTarget.closest('li') ?? currentTarget, () => itemAt(Math.min(at, items.length - 2)))
    onChange({ ...value, items: items.filter((_item, index) => index !== at) })
  }
  const set = (at: number, part: Partial<(typeof items)[number]>) =>
    onChange({ ...value, items: items.map((item, index) => (index === at ? { ...item, ...part } : item)) })
  return (
    <Stack gap="s">
      <ol ref={list} className={classes.items} aria-label={line.label}>
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place, and are not reordered
          <li key={at}>
            <FieldGrid>
              <Cell span={4}>
                <SelectField
                  id={at === 0 ? id : undefined}
                  label="Loại"
                  value={item.kind}
                  options={LIST_OPTIONS}
                  onChange={(kind) => set(at, { kind: kind as typeof item.kind })}
                />
              </Cell>
              <Cell span={8}>
                <TextField label="Ai" maxLength={300} value={item.who} onChange={(who) => set(at, { who })} />
              </Cell>
              <Cell span={12}>
                <TextArea
                  label="Việc đã làm, kết quả"
                  rows={2}
                  maxLength={4000}
                  value={item.what}
                  onChange={(what) => set(at, { what })}
                />
              </Cell>
            </FieldGrid>
            <Button kind="text" icon="x" onClick={(event) => remove(event, at)}>
              Bỏ mục {at + 1}
            </Button>
          </li>
        ))}
      </ol>
      {error !== undefined && <p className={classes.wrong}>{error}</p>}
      <div>
        <Button id={items.length === 0 ? id : undefined} size="s" icon="plus" onClick={add}>
          Thêm mục
        </Button>
      </div>
    </Stack>
  )
}
