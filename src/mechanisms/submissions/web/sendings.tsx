import type { ReactNode } from 'react'
import { formatMoment } from '../../../kernel/plain-date.ts'
import { History, type HistoryEntry, Panel } from '../../../ui/index.ts'
import type { SubmissionShape } from '../contract.ts'
import { outcomeWords, signedWords } from './words.ts'

const LOOK = {
  accepted: { tone: 'luc', icon: 'circle-check' },
  returned: { tone: 'cam', icon: 'arrow-back-up' },
  withdrawn: { tone: 'xam', icon: 'ban' },
  waiting: { tone: 'cham', icon: 'send' },
} as const

type Sent = SubmissionShape['sent'][number]

/** Every sending, the newest first: who signed, what became of it, and for the earlier ones what they said. */
export function Sendings({ submission, show }: { submission: SubmissionShape; show: (sent: Sent) => ReactNode }) {
  return (
    <Panel title="Các lần gửi" count={submission.sent.length}>
      <History
        label="Các lần gửi"
        entries={submission.sent.map((sent, index) =>
          entryOf(sent, index > 0 || submission.state !== 'submitted' ? show(sent) : undefined),
        )}
      />
    </Panel>
  )
}

function entryOf(sent: Sent, folded: ReactNode): HistoryEntry {
  return {
    id: String(sent.sentNo),
    ...LOOK[sent.outcome ?? 'waiting'],
    title: `Lần ${sent.sentNo}, gửi lúc ${formatMoment(new Date(sent.submittedAt))}`,
    sub: [signedWords(sent.consent), outcomeWords(sent)].filter(Boolean).join('. '),
    body: (
      <>
        {sent.outcomeReason && <p>“{sent.outcomeReason}”</p>}
        <p>
          Mã biên nhận <code>{sent.hash.slice(0, 16)}</code>
        </p>
        {folded !== undefined && (
          <details>
            <summary>Xem nội dung đã gửi</summary>
            {folded}
          </details>
        )}
      </>
    ),
  }
}
