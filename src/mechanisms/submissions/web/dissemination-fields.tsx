import { fileHref } from '../../../platform/web/upload-file.ts'
import { useUpload } from '../../../platform/web/use-upload.ts'
import {
  Cell,
  DateField,
  FieldGrid,
  FileField,
  FileList,
  RadioGroup,
  Stack,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { DISSEMINATION_FORMS } from '../domain/dissemination.ts'
import type { DraftFile } from './draft-store.ts'
import { fileWords } from './file-words.ts'
import type { Draft } from './use-draft.ts'

/** The element id of a field, by its place in the input, so that an error summary leads there. */
export const FIELD_ID: Readonly<Record<string, string>> = {
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
export function DisseminationFields({
  draft,
  said,
}: {
  draft: Draft
  /** What is wrong at a place, once it has been tried to send. */
  said: (field: string) => string | undefined
}) {
  const { content, change } = draft
  const figure = (field: 'attended' | 'total', label: string) => (
    <TextField
      id={FIELD_ID[`content.${field}`]}
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
            id={FIELD_ID['content.heldOn']}
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
        id={FIELD_ID['content.form']}
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
      <ProofFiles draft={draft} error={said('fileIds')} />
    </Stack>
  )
}

/** Digits alone make a figure; anything else leaves it empty. */
function readFigure(text: string): number | null {
  const digits = text.replace(/\D/g, '')
  return digits === '' ? null : Math.min(Number(digits), 1_000_000)
}

function ProofFiles({ draft, error }: { draft: Draft; error: string | undefined }) {
  const upload = useUpload()
  const { files, change } = draft
  const take = async (chosen: readonly File[]) => {
    let all: readonly DraftFile[] = files
    for (const one of chosen) {
      const sent = await upload.send(one)
      // the first that is refused or stopped ends the row: its reason stays in sight
      if (!sent) return
      all = [...all, sent]
      change({ files: all })
    }
  }
  return (
    <Stack gap="s">
      <FileField
        id={FIELD_ID.fileIds}
        label="Biên bản hoặc ảnh"
        accepts=".pdf, .docx, .jpg, .png, mỗi tệp đến 20 MB"
        accept=".pdf,.docx,.doc,.xlsx,.png,.jpg,.jpeg,.webp,.heic"
        multiple
        onFiles={(chosen) => void take(chosen)}
        sending={upload.sending}
        onStop={upload.stop}
        error={upload.problem?.sentence ?? error}
      />
      {files.length > 0 && (
        <FileList
          label="Tệp đã tải lên"
          files={files.map((file) => ({
            id: file.id,
            name: file.name,
            sub: fileWords(file),
            href: fileHref(file.id),
            onRemove: () => change({ files: files.filter((one) => one.id !== file.id) }),
          }))}
        />
      )}
    </Stack>
  )
}
