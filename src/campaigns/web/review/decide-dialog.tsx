import { useState } from 'react'
import { ConsentForm } from '../../../mechanisms/consents/web/index.ts'
import type { Inputs } from '../../../platform/web/api.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import { Button, Dialog, Note, Stack, useNotices } from '../../../ui/index.ts'
import type { campaignsContract } from '../../contract.ts'
import { campaigns } from '../api.ts'
import { agreeWords } from './review-words.ts'
import type { Review, ReviewCache } from './use-review.ts'

type Decision = Inputs<typeof campaignsContract>['decide']

/**
 * The authority agrees or returns, here or on paper. What is agreed to is the version that was on the screen when the window was
 * opened: when it has changed meanwhile nothing is agreed, and the new one is there to be read.
 */
export function DecideDialog({ review, cache, onClose }: { review: Review; cache: ReviewCache; onClose: () => void }) {
  const { campaign, givers } = review
  const [version] = useState(campaign.version)
  const tell = useNotices()
  const words = agreeWords(campaign)
  const decide = useAct(
    (input: Decision) => campaigns.decide.call(input),
    ({ campaign: head }, input) => {
      cache.putHead(head)
      onClose()
      if (input.outcome === 'returned') tell({ text: 'Đã trả lại bản trình' })
      else if (head.state === 'launched') tell({ text: `Đã phát động đến ${head.units} đơn vị` })
      else tell({ text: 'Đã ghi ý kiến đồng ý' })
    },
  )
  const changed = campaign.version !== version || decide.problem?.code === 'changed-meanwhile'
  return (
    <Dialog open onClose={onClose} title="Ý kiến về bản trình">
      {changed ? (
        <Stack>
          <Note tone="cam" alert title="Bản trình đã thay đổi trong lúc đang xem">
            Chưa ghi ý kiến nào. Đọc lại bản mới ở trang này rồi cho ý kiến
          </Note>
          <Button kind="primary" onClick={onClose}>
            Đọc bản mới
          </Button>
        </Stack>
      ) : (
        <ConsentForm
          givers={givers}
          allowProduct={campaign.actions.decide?.whyNot === null}
          allowPaper={campaign.actions['decide-from-paper']?.whyNot === null}
          agree={words.agree}
          agreeOnPaper={words.onPaper}
          sendBack="Trả lại bản trình"
          busy={decide.busy}
          problem={decide.problem}
          onCancel={onClose}
          onSubmit={(consent, answer) => decide.run({ id: campaign.id, version, consent, ...answer })}
        >
          <Note tone="cham">
            {campaign.door === 'issued'
              ? `${words.follows}, ${review.unitIds.length} đơn vị nhận được việc tiếp nhận và quán triệt`
              : words.follows}
          </Note>
        </ConsentForm>
      )}
    </Dialog>
  )
}
