import { readNumberText } from '../../../kernel/number-text.ts'
import { Cell, CheckboxField, FieldGrid, SelectField, Stack, TextArea, TextField } from '../../../ui/index.ts'
import { isFigure, KIND_WORDS } from '../../domain/definition.ts'
import type { LineKind } from '../../domain/form.ts'
import type { Line } from '../api.ts'

const KINDS = (Object.keys(KIND_WORDS) as LineKind[]).map((value) => ({ value, label: KIND_WORDS[value] }))
const EVIDENCE = [
  { value: 'none', label: 'Không cần' },
  { value: 'optional', label: 'Có thì đính kèm' },
  { value: 'required', label: 'Bắt buộc' },
]

type Props = {
  line: Line
  /** Where it stands in the form: `definition.sections.0.lines.2`; its fields are found by it. */
  place: string
  /** What is wrong, by field. */
  said: (field: string) => string | undefined
  onChange: (part: Partial<Line>) => void
  /** It was published already: what was written on it must go on meaning the same. */
  fixedKind: boolean
}

/** What one line asks: what it is called, of which kind, in which measure, what the plan sets, what must prove it. */
export function LineForm({ line, place, said, onChange, fixedKind }: Props) {
  const figure = isFigure(line.kind)
  const id = (field: string) => `${place}.${field}`.replace(/\./g, '-')
  return (
    <Stack gap="s">
      <TextArea
        id={id('label')}
        label="Tên dòng"
        help="Đơn vị phải điền gì"
        rows={2}
        maxLength={500}
        value={line.label}
        onChange={(label) => onChange({ label })}
        error={said(`${place}.label`)}
      />
      <FieldGrid>
        <Cell span={6}>
          <SelectField
            label="Loại"
            value={line.kind}
            options={fixedKind ? KINDS.filter(({ value }) => value === line.kind) : KINDS}
            help={fixedKind ? 'Dòng đã ban hành giữ nguyên loại' : undefined}
            onChange={(kind) => onChange(turned(kind as LineKind))}
          />
        </Cell>
        <Cell span={6}>
          <SelectField
            label="Minh chứng"
            value={line.evidence}
            options={EVIDENCE}
            onChange={(evidence) => onChange({ evidence: evidence as Line['evidence'] })}
          />
        </Cell>
        {(line.kind === 'count' || line.kind === 'share') && (
          <Cell span={6}>
            <TextField
              id={id('unit')}
              label="Đơn vị tính"
              help="Ví dụ: người, nhiệm vụ, lượt"
              maxLength={60}
              value={line.unit}
              onChange={(unit) => onChange({ unit })}
              error={said(`${place}.unit`)}
            />
          </Cell>
        )}
        {figure && line.kind !== 'yes-no' && (
          <Cell span={6}>
            <TextField
              key={line.kind}
              id={id('planned')}
              label={line.kind === 'share' ? 'Kế hoạch (%)' : 'Kế hoạch'}
              optional
              numeric
              inputMode="decimal"
              maxLength={20}
              value={line.planned === null ? '' : line.planned.toLocaleString('vi-VN')}
              onChange={(text) =>
                onChange({ planned: text.trim() === '' ? null : (readNumberText(text) ?? line.planned) })
              }
              error={said(`${place}.planned`)}
            />
          </Cell>
        )}
        <Cell span={12}>
          <TextField
            label="Kế hoạch, bằng lời"
            optional
            help="Khi kế hoạch không nêu bằng một con số"
            maxLength={300}
            value={line.plannedWords}
            onChange={(plannedWords) => onChange({ plannedWords })}
          />
        </Cell>
        <Cell span={12}>
          <TextArea
            label="Hướng dẫn"
            optional
            help="Lời của kế hoạch, hoặc cách tính"
            rows={2}
            maxLength={2000}
            value={line.help}
            onChange={(help) => onChange({ help })}
          />
        </Cell>
      </FieldGrid>
      <CheckboxField
        label="Bắt buộc điền"
        help="Số liệu chưa có thì đơn vị nêu lý do"
        checked={line.required}
        onChange={(required) => onChange({ required })}
      />
    </Stack>
  )
}

/** A line of another kind keeps nothing that only the former kind has. */
function turned(kind: LineKind): Partial<Line> {
  const counted = kind === 'count' || kind === 'share'
  return { kind, planned: null, ...(counted ? {} : { unit: '' }) }
}
