import { useState } from 'react'
import { useAct } from '../../../platform/web/use-act.ts'
import { Acts, Button, ConfirmDialog, Note, Panel, Stack, useNotices } from '../../../ui/index.ts'
import { KINDS } from '../domain/kinds.ts'
import { type SubmissionPageData, submissions } from './api.ts'
import { SignDialog } from './sign-dialog.tsx'

/** What has been handed over waits for its signature: the head signs, an officer enters a paper, the preparer takes it back. */
export function SignaturePanel({ data }: { data: SubmissionPageData }) {
  const { submission, actions } = data
  const [signing, setSigning] = useState(false)
  const takeBack = useAct(submissions.takeBack.call)
  if (submission === null) return null
  const maySign = actions.sign?.whyNot === null
  return (
    <Panel title="Chờ người đứng đầu ký">
      <Stack>
        {actions.sign?.whyNot && <p>{actions.sign.whyNot}</p>}
        {takeBack.problem && (
          <Note tone="son" alert>
            {takeBack.problem.sentence}
          </Note>
        )}
        <Acts>
          {(maySign || actions['sign-from-paper']) && (
            <Button kind={maySign ? 'primary' : 'outline'} icon="writing-sign" onClick={() => setSigning(true)}>
              {maySign ? 'Ký và gửi' : 'Ghi chữ ký từ bản giấy'}
            </Button>
          )}
          {actions['take-back'] && (
            <Button busy={takeBack.busy} onClick={() => takeBack.run({ id: submission.id })}>
              Lấy về sửa
            </Button>
          )}
        </Acts>
      </Stack>
      {signing && (
        <SignDialog
          data={data}
          what={{ id: submission.id, version: submission.version }}
          onClose={() => setSigning(false)}
        />
      )}
    </Panel>
  )
}

/** Sent and not yet opened: the unit may take it back. */
export function WithdrawButton({ data }: { data: SubmissionPageData }) {
  const { kind, submission, obligation } = data
  const tell = useNotices()
  const [asking, setAsking] = useState(false)
  const withdraw = useAct(submissions.withdraw.call, () => {
    setAsking(false)
    tell({ text: `Đã rút ${KINDS[kind].thing} về sửa` })
  })
  if (!submission?.actions.withdraw) return null
  return (
    <>
      <Button onClick={() => setAsking(true)}>Rút bản đã gửi</Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Rút ${KINDS[kind].thing} đã gửi`}
        busy={withdraw.busy}
        error={withdraw.problem?.sentence}
        onConfirm={() => withdraw.run({ id: submission.id })}
      >
        {obligation.owedToUnitName} chưa mở xem. Rút về thì bản này thành nháp và đơn vị lại còn nợ việc.
      </ConfirmDialog>
    </>
  )
}
