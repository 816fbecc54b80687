import { formatDate } from '../../../kernel/plain-date.ts'
import { Definitions, Stack } from '../../../ui/index.ts'
import type { ContentOf } from '../contract.ts'
import { DISSEMINATION_FORMS } from '../domain/dissemination.ts'
import type { ViewProps } from './kind-screen.ts'
import { ProofList } from './proof-list.tsx'
import { attendanceWords } from './words.ts'

/** What a dissemination says, for reading. */
export function DisseminationView({ content, files }: ViewProps<ContentOf<'dissemination'>>) {
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
      <ProofList label="Biên bản, ảnh" files={files} />
    </Stack>
  )
}
