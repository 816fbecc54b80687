import { useState } from 'react'
import { capital } from '../../../kernel/vietnamese-text.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import { Acts, Button, ConfirmDialog, Note, Panel, Stack, useNotices } from '../../../ui/index.ts'
import type { SubmissionShape } from '../contract.ts'
import { KINDS } from '../domain/kinds.ts'
import { submissions } from './api.ts'

/** Before the receiver has looked: opening is an act, for from then on the unit can no longer withdraw. */
export function OpenPanel({ submission, unitName }: { submission: SubmissionShape; unitName: string }) {
  const { thing } = KINDS[submission.kind]
  const open = useAct(submissions.open.call)
  return (
    <Panel title={`${capital(thing)} chưa mở`}>
      <Stack>
        <p>
          {unitName} đã gửi {thing}. Từ lúc mở xem, đơn vị không rút về được nữa.
        </p>
        {open.problem && (
          <Note tone="son" alert>
            {open.problem.sentence}
          </Note>
        )}
        <Acts>
          <Button kind="primary" icon="eye" busy={open.busy} onClick={() => open.run({ id: submission.id })}>
            Mở xem {thing}
          </Button>
        </Acts>
      </Stack>
    </Panel>
  )
}

/** The receiver's decision: accepted, or returned with a reason the unit reads word for word. */
export function DecidePanel({ submission, unitName }: { submission: SubmissionShape; unitName: string }) {
  const tell = useNotices()
  const { thing } = KINDS[submission.kind]
  const [returning, setReturning] = useState(false)
  const what = { id: submission.id, version: submission.version }
  const accept = useAct(submissions.accept.call, () => tell({ text: `Đã chấp nhận ${thing} của ${unitName}` }))
  const sendBack = useAct(submissions.return.call, () => {
    setReturning(false)
    tell({ text: `Đã trả lại ${thing} cho ${unitName}` })
  })
  return (
    <Panel title="Chấp nhận hoặc trả lại">
      <Stack>
        {accept.problem && (
          <Note tone="son" alert>
            {accept.problem.sentence}
          </Note>
        )}
        <Acts>
          <Button kind="primary" busy={accept.busy} onClick={() => accept.run(what)}>
            Chấp nhận {thing}
          </Button>
          {submission.actions.return && <Button onClick={() => setReturning(true)}>Trả lại để sửa</Button>}
        </Acts>
      </Stack>
      <ConfirmDialog
        open={returning}
        onClose={() => {
          setReturning(false)
          sendBack.clear()
        }}
        title={`Trả lại ${thing} của ${unitName}`}
        confirm={`Trả lại ${thing}`}
        reason={{
          label: 'Lý do trả lại',
          missing: 'Nhập lý do để đơn vị biết phải sửa gì',
          help: 'Đơn vị thấy nguyên văn',
        }}
        busy={sendBack.busy}
        error={sendBack.problem?.sentence}
        onConfirm={(reason) => sendBack.run({ ...what, reason })}
      >
        Đơn vị còn nợ việc này cho đến khi gửi lại.
      </ConfirmDialog>
    </Panel>
  )
}
