import { formatDate } from '../../../kernel/plain-date.ts'
import { fileHref } from '../../../platform/web/upload-file.ts'
import { Definitions, FileList, Stack } from '../../../ui/index.ts'
import type { DisseminationDraft } from '../contract.ts'
import { DISSEMINATION_FORMS } from '../domain/dissemination.ts'
import type { DraftFile } from './draft-store.ts'
import { fileWords } from './file-words.ts'
import { attendanceWords } from './words.ts'

/** What a dissemination says, for reading. */
export function DisseminationView({ content, files }: { content: DisseminationDraft; files: readonly DraftFile[] }) {
  return (
    <Stack>
      <Definitions
        pairs={[
          { term: 'Ngày quán triệt', value: content.heldOn === null ? 'chưa có' : formatDate(content.heldOn) },
          {
            term: 'Hình thức',
            value:
              content.form === null
                ? 'chưa có'
                : [DISSEMINATION_FORMS[content.form], content.formNote].filter(Boolean).join('. '),
          },
          { term: 'Số người dự', value: attendanceWords(content.attended, content.total) },
          { term: 'Ghi chú', value: content.note === '' ? 'không có' : content.note },
          ...(files.length === 0 ? [{ term: 'Biên bản, ảnh', value: 'chưa có' }] : []),
        ]}
      />
      {files.length > 0 && (
        <FileList
          label="Biên bản, ảnh"
          files={files.map((file) => ({ id: file.id, name: file.name, sub: fileWords(file), href: fileHref(file.id) }))}
        />
      )}
    </Stack>
  )
}
