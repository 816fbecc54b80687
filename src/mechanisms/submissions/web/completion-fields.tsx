import { Cell, DateField, FieldGrid, Stack, TextArea } from '../../../ui/index.ts'
import type { ContentOf } from '../contract.ts'
import type { FieldsProps } from './kind-screen.ts'
import { ProofFiles } from './proof-files.tsx'

/** The element id of a field, by its place in the input, so that an error summary leads there. */
export const COMPLETION_FIELD_ID: Readonly<Record<string, string>> = {
  'content.done': 'hoan-thanh-viec-da-lam',
  'content.doneOn': 'hoan-thanh-ngay',
  fileIds: 'hoan-thanh-tep',
}

/** The fields of a task done: what is typed goes straight into the draft. */
export function CompletionFields({ draft, obligation, said }: FieldsProps<ContentOf<'completion'>>) {
  const { content, files, change } = draft
  const { words, needsProof } = obligation
  return (
    <Stack>
      <TextArea
        id={COMPLETION_FIELD_ID['content.done']}
        label="Việc đã làm"
        help={words === null ? 'Nêu kết quả cụ thể, số liệu nếu có' : `Văn bản giao: “${words}”`}
        rows={6}
        maxLength={8000}
        value={content.done}
        onChange={(done) => change({ content: { done } })}
        error={said('content.done')}
      />
      <FieldGrid>
        <Cell span={4}>
          <DateField
            id={COMPLETION_FIELD_ID['content.doneOn']}
            label="Ngày làm xong"
            value={content.doneOn ?? ''}
            onChange={(doneOn) => change({ content: { doneOn: doneOn || null } })}
            error={said('content.doneOn')}
          />
        </Cell>
      </FieldGrid>
      <TextArea
        label="Ghi chú"
        optional
        rows={3}
        maxLength={4000}
        value={content.note}
        onChange={(note) => change({ content: { note } })}
      />
      <ProofFiles
        id={COMPLETION_FIELD_ID.fileIds}
        label="Tệp minh chứng"
        optional={!needsProof}
        files={files}
        onChange={(all) => change({ files: all })}
        error={said('fileIds')}
      />
    </Stack>
  )
}
