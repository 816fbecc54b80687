import { useState } from 'react'
import { formatDate, formatMoment } from '../../../kernel/plain-date.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import { Button, ConfirmDialog, Note, useNotices } from '../../../ui/index.ts'
import { campaigns } from '../api.ts'
import { DecideDialog } from './decide-dialog.tsx'
import { IssueForm } from './issue-form.tsx'
import classes from './review.module.css'
import { agreeWords } from './review-words.ts'
import type { Review, ReviewCache } from './use-review.ts'

type Props = { review: Review; cache: ReviewCache; unlocked: boolean; onUnlock: () => void }

/** Where the campaign stands on its way to the launch, what was said of it, and what can be done about it. */
export function StageNote(props: Props) {
  const { state } = props.review.campaign
  switch (state) {
    case 'draft':
      return (
        <>
          <NothingReadNote review={props.review} />
          <VoidedNote review={props.review} />
        </>
      )
    case 'returned':
      return <ReturnedNote review={props.review} />
    case 'proposed':
      return <ProposedNote {...props} />
    case 'agreed':
      return <AgreedNote {...props} />
    case 'launched':
    case 'closed':
      return <LaunchedNote review={props.review} />
  }
}

const latest = (review: Review) => review.consents.at(-1)

/** A text that is no plan: said where it stays, not only in passing. */
function NothingReadNote({ review }: { review: Review }) {
  if (review.document.text === '' || review.facts.length > 0) return null
  return (
    <div className={classes.note}>
      <Note tone="cam" title="Không nhận ra phần nào của kế hoạch trong văn bản này">
        Xem lại đã đúng tệp chưa. Nếu đúng, nhập từng mục bằng tay ở dưới
      </Note>
    </div>
  )
}

/** After a change: the agreement that was there counts no longer. */
function VoidedNote({ review }: { review: Review }) {
  const consent = latest(review)
  if (!consent?.voided || consent.outcome !== 'agreed') return null
  return (
    <div className={classes.note}>
      <Note tone="cam" title="Ý kiến đồng ý trước đây hết hiệu lực">
        {`${consent.givenByName} đồng ý ngày ${formatDate(consent.givenOn)}, sau đó ${consent.voided.reason}. Trình lại để có ý kiến mới`}
      </Note>
    </div>
  )
}

function ReturnedNote({ review }: { review: Review }) {
  const consent = latest(review)
  return (
    <div className={classes.note}>
      <Note
        tone="cam"
        icon="arrow-back-up"
        title={`${consent?.givenByName ?? 'Người có thẩm quyền'} trả lại${consent ? `, ${formatDate(consent.givenOn)}` : ''}`}
      >
        {consent?.reason ? `“${consent.reason}”. Sửa xong thì trình lại` : 'Sửa xong thì trình lại'}
      </Note>
    </div>
  )
}

function ProposedNote({ review, cache }: Props) {
  const { campaign, givers } = review
  const [deciding, setDeciding] = useState(false)
  const tell = useNotices()
  const takeBack = useAct(
    () => campaigns.takeBack.call({ id: campaign.id, version: campaign.version }),
    ({ campaign: head }) => {
      cache.putHead(head)
      tell({ text: 'Đã lấy bản trình về sửa' })
    },
  )
  const mayDecide = campaign.actions.decide?.whyNot === null
  const mayRecord = campaign.actions['decide-from-paper']?.whyNot === null
  const mayTakeBack = campaign.actions['take-back']?.whyNot === null
  const names = givers.map((giver) => giver.name).join(', ')
  const { follows } = agreeWords(campaign)
  return (
    <div className={classes.note}>
      <Note
        tone={mayDecide ? 'cam' : 'cham'}
        icon="hourglass"
        title={mayDecide ? 'Bản trình này chờ ý kiến' : `Đang chờ ý kiến${names ? ` của ${names}` : ''}`}
        acts={
          (mayRecord || mayTakeBack) && (
            <>
              {mayRecord && (
                <Button size="s" icon="writing-sign" onClick={() => setDeciding(true)}>
                  Ghi ý kiến từ bản giấy
                </Button>
              )}
              {mayTakeBack && (
                <Button
                  size="s"
                  kind="subtle"
                  icon="arrow-back-up"
                  busy={takeBack.busy}
                  onClick={() => takeBack.run(undefined)}
                >
                  Lấy về sửa
                </Button>
              )}
            </>
          )
        }
      >
        {campaign.actions.decide?.whyNot && <p>{campaign.actions.decide.whyNot}</p>}
        <p>
          {campaign.proposedAt && `Trình lúc ${formatMoment(new Date(campaign.proposedAt))}. `}
          {follows}
        </p>
        {takeBack.problem && <p>{takeBack.problem.sentence}</p>}
      </Note>
      {deciding && <DecideDialog review={review} cache={cache} onClose={() => setDeciding(false)} />}
    </div>
  )
}

function AgreedNote({ review, cache, unlocked, onUnlock }: Props) {
  const { campaign } = review
  const consent = latest(review)
  const [asking, setAsking] = useState(false)
  const mayReview = campaign.actions.review?.whyNot === null
  return (
    <div className={classes.note}>
      <Note
        tone={unlocked ? 'cam' : 'luc'}
        icon={unlocked ? 'alert-triangle' : 'circle-check'}
        title={consent ? `${consent.givenByName} đồng ý ngày ${formatDate(consent.givenOn)}` : 'Đã được đồng ý'}
        acts={
          mayReview &&
          !unlocked && (
            <Button size="s" kind="subtle" icon="pencil" onClick={() => setAsking(true)}>
              Sửa dữ kiện
            </Button>
          )
        }
      >
        {unlocked
          ? 'Đang mở để sửa. Ý kiến đồng ý hết hiệu lực ngay khi một dữ kiện, tên, nơi gửi hoặc hạn thay đổi'
          : 'Sửa dữ kiện thì ý kiến này hết hiệu lực; nhập số, ngày, tệp đã ký thì không'}
      </Note>
      <IssueForm review={review} cache={cache} />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Sửa dữ kiện đã được đồng ý"
        confirm="Mở để sửa"
        onConfirm={() => {
          setAsking(false)
          onUnlock()
        }}
      >
        {`Thay đổi đầu tiên làm ý kiến đồng ý${consent ? ` của ${consent.givenByName}` : ''} hết hiệu lực. Sau đó phải trình lại`}
      </ConfirmDialog>
    </div>
  )
}

function LaunchedNote({ review }: { review: Review }) {
  const { launchedOn, state } = review.campaign
  return (
    <div className={classes.note}>
      <Note
        tone="luc"
        icon="flag"
        title={
          state === 'closed'
            ? 'Phong trào đã kết thúc'
            : `Đã phát động${launchedOn ? ` ngày ${formatDate(launchedOn)}` : ''}`
        }
      >
        Dữ kiện không sửa được nữa
      </Note>
    </div>
  )
}
