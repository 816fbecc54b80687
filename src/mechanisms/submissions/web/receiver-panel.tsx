import { useState } from 'react'
import { useAct } from '../../../platform/web/use-act.ts'
import { Acts, Button, ConfirmDialog, Note, Panel, Stack, useNotices } from '../../../ui/index.ts'
import type { SubmissionShape } from '../contract.ts'
import { submissions } from './api.ts'

/** Before the receiver has looked: opening is an act, for from then on the unit can no longer withdraw. */
export function OpenPanel({ submission, unitName }: { submission: SubmissionShape; unitName: string }) {
  const open = useAct(submissions.open.call)
  return (
    <Panel title="Bản quán triệt chưa mở">
      <Stack>
        <p>{unitName} đã gửi bản quán triệt. Từ lúc mở xem, đơn vị không rút về được nữa.</p>
        {open.problem && (
          <Note tone="son" alert>
            {open.problem.sentence}
          </Note>
        )}
        <Acts>
          <Button kind="primary" icon="eye" busy={open.busy} onClick={() => open.run({ id: submission.id })}>
            Mở xem bản quán triệt
          </Button>
        </Acts>
      </Stack>
    </Panel>
  )
}

/** The receiver's decision: accepted, or returned with a reason the unit reads word for word. */
export function DecidePanel({ submission, unitName }: { submission: SubmissionShape; unitName: string }) {
  const tell = useNotices()
  const [returning, setReturning] = useState(false)
  const what = { id: submission.id, version: submission.version }
  const accept = useAct(submissions.accept.call, () => tell({ text: `Đã chấp nhận bản quán triệt của ${unitName}` }))
  const sendBack = useAct(submissions.return.call, () => {
    setReturning(false)
    tell({ text: `Đã trả lại bản quán triệt cho ${unitName}` })
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
            Chấp nhận bản quán triệt
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
        title={`Trả lại bản quán triệt của ${unitName}`}
        confirm="Trả lại bản quán triệt"
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
