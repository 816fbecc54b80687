import { formatDate } from '../../../kernel/plain-date.ts'
import { Definitions, Prose, Stack } from '../../../ui/index.ts'
import type { ContentOf } from '../contract.ts'
import type { ViewProps } from './kind-screen.ts'
import { ProofList } from './proof-list.tsx'

/** What a unit says of a task it has done, for reading. */
export function CompletionView({ content, files }: ViewProps<ContentOf<'completion'>>) {
  return (
    <Stack>
      <Definitions
        pairs={[
          { term: 'Việc đã làm', value: content.done === '' ? 'chưa có' : <Prose>{content.done}</Prose> },
          { term: 'Ngày làm xong', value: content.doneOn === null ? 'chưa có' : formatDate(content.doneOn) },
          { term: 'Ghi chú', value: content.note === '' ? 'không có' : <Prose>{content.note}</Prose> },
          ...(files.length === 0 ? [{ term: 'Minh chứng', value: 'không có' }] : []),
        ]}
      />
      <ProofList label="Minh chứng" files={files} />
    </Stack>
  )
}
