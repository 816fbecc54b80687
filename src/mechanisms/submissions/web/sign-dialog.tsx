import { useAct } from '../../../platform/web/use-act.ts'
import { Dialog, useNotices } from '../../../ui/index.ts'
import { ConsentForm } from '../../consents/web/index.ts'
import { KINDS } from '../domain/kinds.ts'
import { type SubmissionPageData, submissions } from './api.ts'

/** The head signs, or his signature on paper is entered; signing sends it. */
export function SignDialog({
  data,
  what,
  onClose,
}: {
  data: SubmissionPageData
  /** The version that was read: if it has changed since, nothing is signed. */
  what: { id: string; version: number }
  onClose: () => void
}) {
  const { kind, actions, obligation, givers } = data
  const tell = useNotices()
  const sign = useAct(submissions.sign.call, () => {
    tell({ text: `Đã gửi ${KINDS[kind].thing} cho ${obligation.owedToUnitName}` })
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={`Ký và gửi ${KINDS[kind].thing}`}>
      <ConsentForm
        givers={givers}
        allowProduct={actions.sign?.whyNot === null}
        allowPaper={actions['sign-from-paper'] !== undefined}
        wayLabel="Cách ký"
        agree="Ký và gửi"
        agreeOnPaper="Ghi chữ ký và gửi"
        busy={sign.busy}
        problem={sign.problem}
        onCancel={onClose}
        onSubmit={(consent) => sign.run({ ...what, consent })}
      >
        <p>{obligation.owedToUnitName} nhận bản này cùng biên nhận. Rút về được khi nơi nhận chưa mở xem.</p>
      </ConsentForm>
    </Dialog>
  )
}
