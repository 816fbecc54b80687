import { Cell, DateField, FieldGrid, RadioGroup, Stack, TextArea, TextField } from '../../../ui/index.ts'
import type { ContentOf } from '../contract.ts'
import { DISSEMINATION_FORMS } from '../domain/dissemination.ts'
import type { FieldsProps } from './kind-screen.ts'
import { ProofFiles } from './proof-files.tsx'

/** The element id of a field, by its place in the input, so that an error summary leads there. */
export const DISSEMINATION_FIELD_ID: Readonly<Record<string, string>> = {
  'content.heldOn': 'quan-triet-ngay',
  'content.form': 'quan-triet-hinh-thuc',
  'content.attended': 'quan-triet-so-du',
  'content.total': 'quan-triet-tong-so',
  fileIds: 'quan-triet-tep',
}

const FORMS = Object.entries(DISSEMINATION_FORMS).map(([value, label]) => ({
  value: value as keyof typeof DISSEMINATION_FORMS,
  label,
}))

/** The fields of a dissemination: what is typed goes straight into the draft. */
export function DisseminationFields({ draft, said }: FieldsProps<ContentOf<'dissemination'>>) {
  const { content, change } = draft
  const figure = (field: 'attended' | 'total', label: string) => (
    <TextField
      id={DISSEMINATION_FIELD_ID[`content.${field}`]}
      label={label}
      numeric
      inputMode="numeric"
      maxLength={7}
      value={content[field] === null ? '' : String(content[field])}
      onChange={(text) => change({ content: { [field]: readFigure(text) } })}
      error={said(`content.${field}`)}
    />
  )
  return (
    <Stack>
      <FieldGrid>
        <Cell span={4}>
          <DateField
            id={DISSEMINATION_FIELD_ID['content.heldOn']}
            label="Ngày quán triệt"
            value={content.heldOn ?? ''}
            onChange={(heldOn) => change({ content: { heldOn: heldOn || null } })}
            error={said('content.heldOn')}
          />
        </Cell>
        <Cell span={4} keepHalf>
          {figure('attended', 'Số người dự')}
        </Cell>
        <Cell span={4} keepHalf>
          {figure('total', 'Tổng số người')}
        </Cell>
      </FieldGrid>
      <RadioGroup
        id={DISSEMINATION_FIELD_ID['content.form']}
        label="Hình thức"
        options={FORMS}
        value={content.form ?? undefined}
        onChange={(form) => change({ content: { form } })}
        error={said('content.form')}
      />
      <TextField
        label="Cách làm cụ thể"
        optional
        maxLength={500}
        value={content.formNote}
        onChange={(formNote) => change({ content: { formNote } })}
      />
      <TextArea
        label="Ghi chú"
        optional
        rows={3}
        maxLength={4000}
        value={content.note}
        onChange={(note) => change({ content: { note } })}
      />
      <ProofFiles
        id={DISSEMINATION_FIELD_ID.fileIds}
        label="Biên bản hoặc ảnh"
        files={draft.files}
        onChange={(files) => change({ files })}
        error={said('fileIds')}
      />
    </Stack>
  )
}

/** Digits alone make a figure; anything else leaves it empty. */
function readFigure(text: string): number | null {
  const digits = text.replace(/\D/g, '')
  return digits === '' ? null : Math.min(Number(digits), 1_000_000)
}
