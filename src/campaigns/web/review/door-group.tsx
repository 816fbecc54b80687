import { RadioGroup, SideGroup, useNotices } from '../../../ui/index.ts'
import { campaigns } from '../api.ts'
import { useAutosave } from './use-autosave.ts'
import type { Review, ReviewCache } from './use-review.ts'

/** By which door it comes: a document already issued, or a draft. */
export function DoorGroup({ review, cache, editable }: { review: Review; cache: ReviewCache; editable: boolean }) {
  const tell = useNotices()
  const { id, door } = review.campaign
  const saving = useAutosave<'issued' | 'draft'>({
    name: 'door',
    cache,
    server: door,
    of: (fresh) => fresh.campaign.door,
    same: (a, b) => a === b,
    save: (version, value) => campaigns.setDoor.call({ id, version, door: value }),
    put: (fresh) => fresh,
    onClash: () => tell({ text: 'Cách ban hành vừa được người khác chọn lại', tone: 'wrong' }),
  })
  return (
    <SideGroup title="Cách ban hành">
      {!editable && <p>{door === 'issued' ? 'Văn bản đã ban hành' : 'Dự thảo'}</p>}
      {editable && (
        <RadioGroup
          id="truong-door"
          label="Văn bản này"
          labelHidden
          value={saving.value}
          onChange={saving.change}
          error={saving.problem?.sentence}
          options={[
            {
              value: 'issued',
              label: 'Đã ban hành',
              help: 'Có số, ngày, người ký. Người có thẩm quyền đồng ý là phát động ngay',
            },
            {
              value: 'draft',
              label: 'Dự thảo',
              help: 'Người có thẩm quyền đồng ý trước; văn thư cấp số, tải tệp đã ký lên rồi phát động',
            },
          ]}
        />
      )}
    </SideGroup>
  )
}
