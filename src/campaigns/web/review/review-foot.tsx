import { useState } from 'react'
import type { FactKind } from '../../../mechanisms/documents/fact-values.ts'
import { useFactReview, useSaveState } from '../../../mechanisms/documents/web/index.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import {
  Button,
  ButtonLink,
  ConfirmDialog,
  Dialog,
  goToField,
  Note,
  SaveState,
  Stack,
  useNavigation,
  useNotices,
} from '../../../ui/index.ts'
import { campaigns } from '../api.ts'
import { DecideDialog } from './decide-dialog.tsx'
import classes from './review.module.css'
import { type Step, stepOfMissing } from './review-words.ts'
import type { Review, ReviewCache } from './use-review.ts'

type Props = {
  review: Review
  cache: ReviewCache
  step: Step
  doubtful: number
  onNext: () => void
  onStep: (step: Step) => void
  /** Leads to the fact of this kind. */
  onFact: (kind: FactKind) => void
}

/** What is saved, what is still to be looked at, and the next act: one filled button, whichever it is. */
export function ReviewFoot(props: Props) {
  const { review, doubtful, onNext } = props
  const { desk, editable } = useFactReview()
  const save = useSaveState(desk)
  return (
    <>
      <div className={classes.footWords}>
        {editable && <SaveState value={save} />}
        {doubtful > 0 && <p>{`Còn ${doubtful} chỗ cần xem lại`}</p>}
      </div>
      {doubtful > 0 && editable && <Button onClick={onNext}>Đến chỗ tiếp theo</Button>}
      <NextAct key={review.campaign.state} {...props} />
    </>
  )
}

function NextAct(props: Props) {
  const { review, cache, step, onStep } = props
  const { campaign } = review
  const [deciding, setDeciding] = useState(false)
  switch (campaign.state) {
    case 'draft':
    case 'returned':
      if (campaign.actions.propose === undefined) return null
      if (step === 'du-kien') {
        return (
          <Button kind="primary" onClick={() => onStep('gui-den')}>
            Chọn nơi gửi
          </Button>
        )
      }
      return <ProposeAct {...props} />
    case 'proposed':
      if (campaign.actions.decide?.whyNot !== null) return null
      return (
        <>
          <Button kind="primary" onClick={() => setDeciding(true)}>
            Cho ý kiến
          </Button>
          {deciding && <DecideDialog review={review} cache={cache} onClose={() => setDeciding(false)} />}
        </>
      )
    case 'agreed':
      return campaign.actions.launch === undefined ? null : <LaunchAct {...props} />
    case 'launched':
    case 'closed':
      return <ButtonLink href={`/phong-trao/${campaign.id}`}>Mở trang phong trào</ButtonLink>
  }
}

type Missing = Review['missing']

/** Saves what is typed, then puts it before the authority; what is missing is listed, each line leading to its place. */
function ProposeAct({ review, cache, onStep, onFact }: Props) {
  const { desk } = useFactReview()
  const tell = useNotices()
  const [missing, setMissing] = useState<Missing>([])
  const [unsaved, setUnsaved] = useState(false)
  const propose = useAct(
    async () => {
      if (!(await desk.saveAll())) return 'unsaved' as const
      const fresh = (await cache.refetch()) ?? review
      if (fresh.missing.length > 0) return fresh.missing
      return await campaigns.propose.call({ id: fresh.campaign.id, version: fresh.campaign.version })
    },
    (outcome) => {
      if (outcome === 'unsaved') setUnsaved(true)
      else if (Array.isArray(outcome)) setMissing(outcome)
      else {
        cache.putHead(outcome.campaign)
        tell({ text: 'Đã trình người có thẩm quyền' })
      }
    },
  )
  const why = review.campaign.actions.propose?.whyNot
  const close = () => {
    setMissing([])
    setUnsaved(false)
    propose.clear()
  }
  const go = (field: string) => {
    close()
    const step = stepOfMissing(field)
    onStep(step)
    if (step === 'gui-den' || field === 'title') setTimeout(() => goToField(`truong-${field}`), 60)
    else onFact(field as FactKind)
  }
  return (
    <>
      <Button
        kind="primary"
        icon="send"
        busy={propose.busy}
        onClick={() => (why ? tell({ text: why, tone: 'wrong' }) : propose.run(undefined))}
      >
        Trình người có thẩm quyền
      </Button>
      <Dialog
        open={missing.length > 0 || unsaved || propose.problem !== undefined}
        onClose={close}
        title="Chưa trình được"
        acts={<Button onClick={close}>Đóng</Button>}
      >
        <Stack>
          {propose.problem && <Note tone="son">{propose.problem.sentence}</Note>}
          {unsaved && <Note tone="cam">Có chỗ chưa lưu được. Sửa các chỗ được đánh dấu rồi trình lại</Note>}
          {missing.length > 0 && (
            <div>
              <p>Còn thiếu:</p>
              <ul>
                {missing.map((one) => (
                  <li key={one.field}>
                    <Button kind="subtle" size="s" onClick={() => go(one.field)}>
                      {`Nhập ${one.what}`}
                    </Button>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Stack>
      </Dialog>
    </>
  )
}

/** The launch of an agreed draft, after saying to how many units it goes. */
function LaunchAct({ review, cache }: Props) {
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
      document.getElementById('truong-signedFile')?.scrollIntoView({ block: 'start' })
      tell({ text: 'Nhập số, ngày, người ký và tải tệp đã ký lên trước khi phát động', tone: 'wrong' })
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
