import { useRef, useState } from 'react'
import { submissions } from '../../../mechanisms/submissions/web/index.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import { Acts, Button, ConfirmDialog, Note, Stack, StatusWord } from '../../../ui/index.ts'
import type { LineOutcome } from './marks.ts'

export type Judged = { id: string; sentNo: number }

/** What the receiver says of one line; `judged` when the reader may say it now. */
export function LineMark({
  lineKey,
  label,
  mark,
  judged,
}: {
  lineKey: string
  label: string
  mark: LineOutcome | undefined
  judged: Judged | undefined
}) {
  const [writing, setWriting] = useState(false)
  const back = useRef<HTMLButtonElement>(null)
  const judge = useAct(submissions.judge.call, () => {
    // The pressed button goes with the mark; whoever goes through by keyboard stays at the line.
    if (!writing) back.current?.focus({ preventScroll: true })
    setWriting(false)
  })
  const of = <span className="visually-hidden">: {label}</span>
  const say = (outcome: 'accepted' | 'returned', reason: string | null) =>
    judged && judge.run({ ...judged, marks: [{ lineKey, outcome, reason }], cleared: [] })
  return (
    <Stack gap="s">
      <Said mark={mark} />
      {judge.problem && !writing && (
        <Note tone="son" alert>
          {judge.problem.sentence}
        </Note>
      )}
      {judged && (
        <Acts>
          {mark?.outcome !== 'accepted' && (
            <Button size="s" icon="check" busy={judge.busy} onClick={() => say('accepted', null)}>
              Dòng này được{of}
            </Button>
          )}
          <Button ref={back} size="s" icon="arrow-back-up" onClick={() => setWriting(true)}>
            {mark?.outcome === 'returned' ? 'Sửa lý do' : 'Trả lại dòng này'}
            {of}
          </Button>
          {mark && (
            <Button
              size="s"
              kind="subtle"
              busy={judge.busy}
              onClick={() => judge.run({ ...judged, marks: [], cleared: [lineKey] })}
            >
              Bỏ dấu{of}
            </Button>
          )}
        </Acts>
      )}
      <ConfirmDialog
        open={writing}
        onClose={() => {
          setWriting(false)
          judge.clear()
        }}
        title={`Trả lại dòng: ${label}`}
        confirm="Đánh dấu trả lại"
        reason={{
          label: 'Lý do',
          missing: 'Nhập lý do để đơn vị biết phải sửa gì',
          help: 'Đơn vị thấy nguyên văn tại dòng này khi báo cáo được trả lại',
        }}
        busy={judge.busy}
        error={judge.problem?.sentence}
        onConfirm={(reason) => say('returned', reason)}
      />
    </Stack>
  )
}

function Said({ mark }: { mark: LineOutcome | undefined }) {
  if (mark === undefined) return null
  if (mark.outcome === 'accepted') return <StatusWord tone="luc" icon="circle-check" word="Được" small />
  return (
    <Note tone="cam" icon="arrow-back-up" title={`${mark.byName} trả lại dòng này`}>
      “{mark.reason}”
    </Note>
  )
}
