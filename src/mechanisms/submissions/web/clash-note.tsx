import { formatMoment } from '../../../kernel/plain-date.ts'
import { Button, Note, Stack } from '../../../ui/index.ts'
import { DisseminationView } from './dissemination-view.tsx'
import type { Draft } from './use-draft.ts'

/** Two people have typed into one draft: both are shown, one is chosen, nothing is lost unseen. */
export function ClashNote({ draft }: { draft: Draft }) {
  if (draft.clash === undefined) return null
  const { clash } = draft
  return (
    <Note
      tone="cam"
      alert
      title={`${clash.preparedByName} vừa lưu bản khác lúc ${formatMoment(new Date(clash.preparedAt))}`}
      acts={
        <>
          <Button size="s" onClick={draft.takeTheirs}>
            Dùng bản của {clash.preparedByName}
          </Button>
          <Button size="s" onClick={draft.keepMine}>
            Giữ bản đang nhập
          </Button>
        </>
      }
    >
      <Stack gap="s">
        <p>Bản đang nhập ở dưới chưa được lưu. Chọn giữ bản nào. Bản vừa lưu:</p>
        <DisseminationView content={clash.content} files={clash.files} />
      </Stack>
    </Note>
  )
}
