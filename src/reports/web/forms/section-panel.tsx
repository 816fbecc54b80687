import { useState } from 'react'
import { Acts, Button, Panel, PanelBody, Stack, TextField } from '../../../ui/index.ts'
import { KIND_WORDS } from '../../domain/definition.ts'
import {
  addLine,
  changeLine,
  changeSection,
  moveLine,
  moveSection,
  removeLine,
  removeSection,
} from '../../domain/edit-form.ts'
import { plannedWords } from '../../domain/value-words.ts'
import type { Definition, Line } from '../api.ts'
import classes from './forms.module.css'
import { LineForm } from './line-form.tsx'

type Section = Definition['sections'][number]
type Props = {
  definition: Definition
  section: Section
  at: number
  /** Keys of lines that were published. */
  published: ReadonlySet<string>
  said: (field: string) => string | undefined
  onChange: (definition: Definition) => void
}

/** One section of a form while it is designed: its lines in their order, each opened to be changed; everything by keyboard. */
export function SectionPanel({ definition, section, at, published, said, onChange }: Props) {
  const [open, setOpen] = useState<string>()
  const set = (next: unknown) => onChange(next as Definition)
  const place = `definition.sections.${at}`
  // Numbered on from section to section, as the units see them.
  const before = definition.sections.slice(0, at).reduce((sum, one) => sum + one.lines.length, 0)
  const add = () => {
    const line = newLine()
    set(addLine(definition, section.key, line))
    setOpen(line.key)
  }
  return (
    <Panel
      title={section.title.trim() === '' ? `Phần ${at + 1}` : section.title}
      count={`${section.lines.length} dòng`}
      flush
      acts={
        <Acts>
          <Button
            size="s"
            kind="subtle"
            square
            icon="chevron-up"
            onClick={() => set(moveSection(definition, section.key, -1))}
          >
            {`Đưa phần ${at + 1} lên`}
          </Button>
          <Button
            size="s"
            kind="subtle"
            square
            icon="chevron-down"
            onClick={() => set(moveSection(definition, section.key, 1))}
          >
            {`Đưa phần ${at + 1} xuống`}
          </Button>
          {section.lines.length === 0 && (
            <Button size="s" kind="subtle" icon="trash" onClick={() => set(removeSection(definition, section.key))}>
              Xóa phần
            </Button>
          )}
        </Acts>
      }
    >
      <PanelBody>
        <TextField
          id={`${place}.title`.replace(/\./g, '-')}
          label="Tên phần"
          maxLength={300}
          value={section.title}
          onChange={(title) => set(changeSection(definition, section.key, { title }))}
          error={said(`${place}.title`)}
        />
      </PanelBody>
      <ol className={classes.lines}>
        {section.lines.map((line, no) => (
          <li key={line.key} data-wrong={wrongIn(said, `${place}.lines.${no}`) ? '' : undefined}>
            <LineHead
              line={line}
              no={before + no + 1}
              open={open === line.key}
              onToggle={() => setOpen(open === line.key ? undefined : line.key)}
              onMove={(by) => set(moveLine(definition, line.key, by))}
              onRemove={() => set(removeLine(definition, line.key))}
            />
            {(open === line.key || wrongIn(said, `${place}.lines.${no}`)) && (
              <LineForm
                line={line}
                place={`${place}.lines.${no}`}
                said={said}
                fixedKind={published.has(line.key)}
                onChange={(part) => set(changeLine(definition, line.key, part))}
              />
            )}
          </li>
        ))}
      </ol>
      <PanelBody line={section.lines.length > 0}>
        <Button size="s" icon="plus" onClick={add}>
          Thêm dòng
        </Button>
      </PanelBody>
    </Panel>
  )
}

function wrongIn(said: Props['said'], place: string): boolean {
  return ['label', 'unit', 'planned'].some((field) => said(`${place}.${field}`) !== undefined)
}

function LineHead({
  line,
  no,
  open,
  onToggle,
  onMove,
  onRemove,
}: {
  line: Line
  no: number
  open: boolean
  onToggle: () => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}) {
  const name = line.label.trim() === '' ? 'dòng chưa có tên' : line.label
  const planned = plannedWords(line)
  const facts = [
    KIND_WORDS[line.kind],
    line.unit.trim(),
    planned === null ? '' : `kế hoạch ${planned}`,
    line.required ? 'bắt buộc' : 'không bắt buộc',
    line.evidence === 'required' ? 'phải có minh chứng' : '',
  ]
  return (
    <div className={classes.head}>
      <Stack gap="s">
        <button type="button" className={classes.name} aria-expanded={open} onClick={onToggle}>
          {no}. {name}
        </button>
        <small>{facts.filter(Boolean).join(' · ')}</small>
      </Stack>
      <Acts>
        <Button size="s" kind="subtle" square icon="chevron-up" onClick={() => onMove(-1)}>
          {`Đưa lên: ${name}`}
        </Button>
        <Button size="s" kind="subtle" square icon="chevron-down" onClick={() => onMove(1)}>
          {`Đưa xuống: ${name}`}
        </Button>
        <Button size="s" kind="subtle" square icon="trash" onClick={onRemove}>
          {`Xóa dòng: ${name}`}
        </Button>
      </Acts>
    </div>
  )
}

/** A key nobody has used: whatever is written under it will always mean this line. */
export function newKey(): string {
  return `d-${crypto.randomUUID().slice(0, 13)}`
}

function newLine(): Line {
  return {
    key: newKey(),
    label: '',
    help: '',
    required: true,
    evidence: 'optional',
    kind: 'count',
    unit: '',
    planned: null,
    plannedWords: '',
  }
}
