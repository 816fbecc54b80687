import { formatMoment } from '../../../kernel/plain-date.ts'
import { Button, Note, Stack } from '../../../ui/index.ts'
import type { SavedWhole } from './api.ts'
import type { KindScreen } from './kind-screen.ts'
import type { Draft } from './use-draft.ts'

/** Two people have typed into one draft: both are shown, one is chosen, nothing is lost unseen. */
export function ClashNote<C extends SavedWhole>({ draft, View }: { draft: Draft<C>; View: KindScreen<C>['View'] }) {
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
        <View content={clash.content as C} files={clash.files} />
      </Stack>
    </Note>
  )
}
