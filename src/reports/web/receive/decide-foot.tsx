import { useState } from 'react'
import type { SubmissionShape } from '../../../mechanisms/submissions/contract.ts'
import { submissions } from '../../../mechanisms/submissions/web/index.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import { Button, ConfirmDialog, StickyFoot, useNotices } from '../../../ui/index.ts'
import { type LineOutcome, progressWords, returnedCount } from './marks.ts'

/** The receiver's decision on the whole: accepted when no line comes back, otherwise returned with the lines that do. */
export function DecideFoot({
  submission,
  unitName,
  keys,
  marks,
}: {
  submission: SubmissionShape
  unitName: string
  keys: readonly string[]
  marks: ReadonlyMap<string, LineOutcome>
}) {
  const tell = useNotices()
  const [asking, setAsking] = useState<'accept' | 'return'>()
  const what = { id: submission.id, version: submission.version }
  const close = () => setAsking(undefined)
  const accept = useAct(submissions.accept.call, () => {
    close()
    tell({ text: `Đã chấp nhận báo cáo của ${unitName}` })
  })
  const sendBack = useAct(submissions.return.call, () => {
    close()
    tell({ text: `Đã trả lại báo cáo cho ${unitName}` })
  })
  const back = returnedCount(keys, marks)
  const unseen = keys.filter((key) => !marks.has(key)).length
  return (
    <>
      <StickyFoot words={<p>{progressWords(keys, marks)}</p>}>
        {submission.actions.return && (
          <Button kind={back > 0 ? 'primary' : 'outline'} onClick={() => setAsking('return')}>
            {back > 0 ? `Trả lại ${back} dòng` : 'Trả lại báo cáo'}
          </Button>
        )}
        {back === 0 && (
          <Button kind="primary" onClick={() => setAsking('accept')}>
            Chấp nhận báo cáo
          </Button>
        )}
      </StickyFoot>
      <ConfirmDialog
        open={asking === 'accept'}
        onClose={() => {
          close()
          accept.clear()
        }}
        title={`Chấp nhận báo cáo của ${unitName}`}
        confirm="Chấp nhận báo cáo"
        busy={accept.busy}
        error={accept.problem?.sentence}
        onConfirm={() => accept.run(what)}
      >
        {unseen === 0
          ? 'Đã xem hết các dòng.'
          : `Còn ${unseen} dòng chưa đánh dấu; chấp nhận báo cáo là chấp nhận cả các dòng này.`}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'return'}
        onClose={() => {
          close()
          sendBack.clear()
        }}
        title={`Trả lại báo cáo của ${unitName}`}
        confirm={back > 0 ? `Trả lại ${back} dòng` : 'Trả lại báo cáo'}
        reason={{
          label: 'Lý do chung',
          missing: 'Nhập lý do để đơn vị biết phải sửa gì',
          help: 'Đơn vị thấy nguyên văn, cùng lý do tại từng dòng',
        }}
        busy={sendBack.busy}
        error={sendBack.problem?.sentence}
        onConfirm={(reason) => sendBack.run({ ...what, reason })}
      >
        Đơn vị còn nợ báo cáo cho đến khi gửi lại. Dòng đã được và không sửa thì giữ nguyên, không phải xem lại.
      </ConfirmDialog>
    </>
  )
}
