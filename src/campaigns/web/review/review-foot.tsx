import { useState } from 'react'
import { useFactReview, useSaveState } from '../../../mechanisms/documents/web/index.ts'
import { Button, ButtonLink, SaveState } from '../../../ui/index.ts'
import { DecideDialog } from './decide-dialog.tsx'
import type { FootProps } from './foot-props.ts'
import { LaunchAct } from './launch-act.tsx'
import { ProposeAct } from './propose-act.tsx'
import classes from './review.module.css'
import { useWholeState } from './use-whole-state.ts'

/** What is saved, what is still to be looked at, and the next act: one filled button, whichever it is. */
export function ReviewFoot(props: FootProps) {
  const { review, cache, step, doubtful, onNext } = props
  const { desk, editable } = useFactReview()
  const launched = review.campaign.state === 'launched' || review.campaign.state === 'closed'
  const save = useWholeState(cache, useSaveState(desk))
  return (
    <>
      <div className={classes.footWords}>
        {editable && <SaveState value={save} />}
        {doubtful > 0 && !launched && <p>{`Còn ${doubtful} chỗ cần xem lại`}</p>}
      </div>
      {doubtful > 0 && editable && step === 'du-kien' && <Button onClick={onNext}>Đến chỗ tiếp theo</Button>}
      <NextAct key={review.campaign.state} {...props} />
    </>
  )
}

function NextAct(props: FootProps) {
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
