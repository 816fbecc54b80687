import { useState } from 'react'
import { useAct } from '../../../platform/web/use-act.ts'
import { Button, ConfirmDialog, useNavigation, useNotices } from '../../../ui/index.ts'
import { campaigns } from '../api.ts'
import type { Review, ReviewCache } from './use-review.ts'

/** The launch of an agreed draft, after saying to how many units it goes. */
export function LaunchAct({ review, cache }: { review: Review; cache: ReviewCache }) {
  const { campaign, document: paper, unitIds } = review
  const { go } = useNavigation()
  const tell = useNotices()
  const [asking, setAsking] = useState(false)
  const launch = useAct(
    () => campaigns.launch.call({ id: campaign.id, version: campaign.version }),
    ({ campaign: head, alreadyLaunched }) => {
      cache.putHead(head)
      setAsking(false)
      tell({
        text: alreadyLaunched ? 'Phong trào đã được phát động trước đó' : `Đã phát động đến ${head.units} đơn vị`,
      })
      go(`/phong-trao/${campaign.id}`)
    },
  )
  const numbered = campaign.number !== null && paper.files.some((file) => file.role === 'signed')
  const press = () => {
    const why = campaign.actions.launch?.whyNot
    if (why) tell({ text: why, tone: 'wrong' })
    else if (numbered) setAsking(true)
    else {
      tell({ text: 'Nhập số, ngày, người ký và tải tệp đã ký lên trước khi phát động' })
      document.getElementById('truong-signedFile')?.scrollIntoView({ block: 'start' })
      document.querySelector<HTMLElement>('#truong-signedFile input')?.focus({ preventScroll: true })
    }
  }
  return (
    <>
      <Button kind="primary" icon="flag" onClick={press}>
        Phát động
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Phát động đến ${unitIds.length} đơn vị`}
        busy={launch.busy}
        error={launch.problem?.sentence}
        onConfirm={() => launch.run(undefined)}
      >
        {`Mỗi đơn vị nhận việc xác nhận tiếp nhận và việc quán triệt. Sau khi phát động không sửa dữ kiện được nữa`}
      </ConfirmDialog>
    </>
  )
}
