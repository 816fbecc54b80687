import type { ReactNode } from 'react'
import { formatMoment } from '../../../kernel/plain-date.ts'
import { saveFile } from '../../../platform/web/save-file.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import { Button, History, type HistoryEntry, Note, Panel, Stack } from '../../../ui/index.ts'
import type { SubmissionShape } from '../contract.ts'
import { changesBetweenSendings } from '../domain/parts.ts'
import { submissions } from './api.ts'
import { changeWords, outcomeWords, signedWords } from './words.ts'

const LOOK = {
  accepted: { tone: 'luc', icon: 'circle-check' },
  returned: { tone: 'cam', icon: 'arrow-back-up' },
  withdrawn: { tone: 'xam', icon: 'ban' },
  waiting: { tone: 'cham', icon: 'send' },
} as const

type Sent = SubmissionShape['sent'][number]
type Props = {
  submission: SubmissionShape
  /** What a sending said, for the earlier ones. */
  show: (sent: Sent) => ReactNode
  /** «Số người dự»: what a piece of it is called on the screen. */
  partName: (key: string) => string
}

/** Every sending, the newest first: who signed, what changed since the one before, what the receiver said of which line, what became of it. */
export function Sendings({ submission, show, partName }: Props) {
  return (
    <Panel title="Các lần gửi" count={submission.sent.length}>
      <History
        label="Các lần gửi"
        entries={submission.sent.map((sent, index) => ({
          ...headOf(sent),
          body: (
            <Sending
              id={submission.id}
              sent={sent}
              before={submission.sent[index + 1]}
              folded={index > 0 || submission.state !== 'submitted' ? show(sent) : undefined}
              partName={partName}
            />
          ),
        }))}
      />
    </Panel>
  )
}

function headOf(sent: Sent): Omit<HistoryEntry, 'body'> {
  return {
    id: String(sent.sentNo),
    ...LOOK[sent.outcome ?? 'waiting'],
    title: `Lần ${sent.sentNo}, gửi lúc ${formatMoment(new Date(sent.submittedAt))}`,
    sub: [signedWords(sent.consent), outcomeWords(sent)].filter(Boolean).join('. '),
  }
}

function Sending(props: {
  id: string
  sent: Sent
  before: Sent | undefined
  folded: ReactNode
  partName: (key: string) => string
}) {
  const { id, sent, before, folded, partName } = props
  return (
    <Stack gap="s">
      {sent.outcomeReason && <p>“{sent.outcomeReason}”</p>}
      <ReturnedLines lines={sent.lines} partName={partName} />
      {before && <p>{changeWords(changesBetweenSendings(before, sent), partName)}</p>}
      <p>
        Mã biên nhận <code>{sent.hash.slice(0, 16)}</code>
      </p>
      <ReceiptText id={id} sentNo={sent.sentNo} />
      {folded !== undefined && (
        <details>
          <summary>Xem nội dung đã gửi</summary>
          {folded}
        </details>
      )}
    </Stack>
  )
}

/** The pieces that were sent back, each with its reason. */
export function ReturnedLines({ lines, partName }: { lines: Sent['lines']; partName: (key: string) => string }) {
  const returned = lines.filter((line) => line.outcome === 'returned')
  if (returned.length === 0) return null
  return (
    <ul>
      {returned.map((line) => (
        <li key={line.lineKey}>
          {partName(line.lineKey)}: “{line.reason}”
        </li>
      ))}
    </ul>
  )
}

/** The very text the receipt is the hash of, so that anybody can recompute it without us. */
function ReceiptText({ id, sentNo }: { id: string; sentNo: number }) {
  const take = useAct(submissions.receiptText.call, ({ name, text }) =>
    saveFile(name, new Blob([text], { type: 'application/json' })),
  )
  return (
    <>
      {take.problem && (
        <Note tone="son" alert>
          {take.problem.sentence}
        </Note>
      )}
      <span data-print="hide">
        <Button size="s" icon="download" busy={take.busy} onClick={() => take.run({ id, sentNo })}>
          Tải nội dung để đối chiếu<span className="visually-hidden"> lần {sentNo}</span>
        </Button>
      </span>
    </>
  )
}
