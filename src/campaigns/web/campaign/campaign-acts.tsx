import { useState } from 'react'
import { useAct } from '../../../platform/web/use-act.ts'
import { Button, ButtonLink, ConfirmDialog, StatusWord, useNotices } from '../../../ui/index.ts'
import { type CampaignDetails, campaigns } from '../api.ts'
import { PauseButton } from '../changes/pause-button.tsx'
import { campaignStatus } from '../words.ts'

/** What may be done with the whole campaign, and its state. */
export function CampaignActs({ details }: { details: CampaignDetails }) {
  const { campaign, publicPath } = details
  const { actions } = campaign
  return (
    <>
      <StatusWord filled {...campaignStatus(campaign)} />
      {(actions.review || actions.decide) && (
        <ButtonLink kind="primary" icon="file-text" href={`/phong-trao/${campaign.id}/ra-soat`}>
          {actions.decide?.whyNot === null ? 'Xem và cho ý kiến' : 'Rà soát văn bản'}
        </ButtonLink>
      )}
      {publicPath && (
        <ButtonLink icon="world" href={publicPath}>
          Mở trang công khai
        </ButtonLink>
      )}
      {(actions.publish || actions.unpublish) && <PublishButton details={details} />}
      <PauseButton details={details} />
      {actions.prolong && (
        <ButtonLink icon="calendar-event" href={`/phong-trao/${campaign.id}/gia-han`}>
          Gia hạn
        </ButtonLink>
      )}
      {actions.close && (
        <ButtonLink icon="flag" href={`/phong-trao/${campaign.id}/ket-thuc`}>
          Kết thúc phong trào
        </ButtonLink>
      )}
    </>
  )
}

/** A separate act, off by default: anybody may read the public page from then on. */
function PublishButton({ details: { campaign } }: { details: CampaignDetails }) {
  const tell = useNotices()
  const [asking, setAsking] = useState(false)
  const published = campaign.actions.publish !== undefined
  const publish = useAct(campaigns.publish.call, () => {
    setAsking(false)
    tell({ text: published ? 'Đã phát hành trang công khai' : 'Đã gỡ trang công khai' })
  })
  const words = published ? 'Phát hành trang công khai' : 'Gỡ trang công khai'
  return (
    <>
      <Button icon={published ? 'world' : 'eye-off'} onClick={() => setAsking(true)}>
        {words}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words}
        busy={publish.busy}
        error={publish.problem?.sentence}
        onConfirm={() => publish.run({ id: campaign.id, published })}
      >
        {published
          ? 'Ai cũng xem được tên, chủ đề, các đợt thi đua, chỉ tiêu, số đơn vị đã tiếp nhận và tệp văn bản. Không hiện tên đơn vị còn nợ việc. Gỡ xuống lúc nào cũng được.'
          : 'Trang và tệp văn bản không mở được từ bên ngoài nữa.'}
      </ConfirmDialog>
    </>
  )
}
