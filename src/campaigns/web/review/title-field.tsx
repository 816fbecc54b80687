import { problemAt } from '../../../platform/web/problem.ts'
import { Cell, TextArea, useNotices } from '../../../ui/index.ts'
import { campaigns } from '../api.ts'
import { useAutosave } from './use-autosave.ts'
import type { Review, ReviewCache } from './use-review.ts'

/** The short name of the campaign; it follows the subject until somebody chooses another. */
export function TitleField({ review, cache, editable }: { review: Review; cache: ReviewCache; editable: boolean }) {
  const tell = useNotices()
  const { id, title } = review.campaign
  const saving = useAutosave<string>({
    name: 'title',
    cache,
    server: title,
    of: (fresh) => fresh.campaign.title,
    same: (a, b) => a === b,
    incomplete: (value) => value.trim() === '',
    save: (version, value) => campaigns.setTitle.call({ id, version, title: value.trim() }),
    put: (fresh) => fresh,
    onClash: () => tell({ text: 'Tên phong trào vừa được người khác sửa. Xem lại tên mới', tone: 'wrong' }),
  })
  const empty = saving.unsaved && saving.value.trim() === ''
  return (
    <Cell span={12}>
      <TextArea
        id="truong-title"
        label="Tên phong trào"
        rows={2}
        maxLength={500}
        readOnly={!editable}
        value={saving.value}
        onChange={saving.change}
        onBlur={() => void saving.flush()}
        error={empty ? 'Nhập tên phong trào' : (problemAt(saving.problem, 'title') ?? saving.problem?.sentence)}
      />
    </Cell>
  )
}
