import { useState } from 'react'
import { formatMoment } from '../../../kernel/plain-date.ts'
import { outcomeWords, type SubmissionPageData, signedWords } from '../../../mechanisms/submissions/web/index.ts'
import { Button, Definitions, History, type HistoryEntry, Panel, Stack } from '../../../ui/index.ts'
import type { ReportPageData } from '../api.ts'
import { ExampleDialog } from '../examples/example-dialog.tsx'

const LOOK = {
  accepted: { tone: 'luc', icon: 'circle-check' },
  returned: { tone: 'cam', icon: 'arrow-back-up' },
  withdrawn: { tone: 'xam', icon: 'ban' },
  waiting: { tone: 'cham', icon: 'send' },
} as const

/** Beside the report: what happened to it, for whom and by when it is, and the example worth telling. */
export function ReportAside({ data, page }: { data: SubmissionPageData; page: ReportPageData }) {
  const { obligation } = data
  const [noting, setNoting] = useState(false)
  return (
    <>
      <Panel title="Quá trình">
        <History label="Quá trình của báo cáo" entries={entriesOf(data)} />
      </Panel>
      <Panel title="Chi tiết">
        <Definitions
          pairs={[
            { term: 'Kỳ báo cáo', value: page.form?.periodName ?? obligation.occurrence ?? 'chưa có' },
            { term: 'Người thực hiện', value: obligation.assignedName ?? 'chưa giao' },
            { term: 'Số người của đơn vị', value: page.headcount === 0 ? 'chưa có' : String(page.headcount) },
          ]}
        />
      </Panel>
      {page.actions['note-example'] && (
        <Panel title="Điển hình">
          <Stack gap="s">
            <p>Người, tập thể, mô hình hay cách làm đáng kể lại, gặp khi làm báo cáo, ghi ngay để giới thiệu sau.</p>
            <div>
              <Button size="s" icon="star" onClick={() => setNoting(true)}>
                Ghi điển hình
              </Button>
            </div>
          </Stack>
        </Panel>
      )}
      {noting && (
        <ExampleDialog
          units={[{ value: obligation.unitId, label: obligation.unitName }]}
          obligationId={obligation.id}
          onClose={() => setNoting(false)}
        />
      )}
    </>
  )
}

function entriesOf({ submission }: SubmissionPageData): HistoryEntry[] {
  if (submission === null) {
    return [{ id: 'none', tone: 'xam', icon: 'circle-dashed', title: 'Chưa lập báo cáo' }]
  }
  const writing = submission.state === 'draft' || submission.state === 'returned'
  const saved = `${submission.preparedByName}, ${formatMoment(new Date(submission.preparedAt))}`
  const next = submission.sent.length + 1
  return [
    ...(writing
      ? [
          {
            id: 'now',
            tone: 'xam',
            icon: 'pencil',
            title: next > 1 ? `Đang sửa, lần ${next}` : 'Đang lập',
            sub: saved,
          } as const,
        ]
      : []),
    ...(submission.state === 'for-signature'
      ? [{ id: 'sign', tone: 'cham', icon: 'writing-sign', title: 'Chờ người đứng đầu ký', sub: saved } as const]
      : []),
    ...submission.sent.flatMap((sent): HistoryEntry[] => [
      ...(sent.outcome === null
        ? []
        : [{ id: `${sent.sentNo}-outcome`, ...LOOK[sent.outcome], title: outcomeWords(sent) ?? '' }]),
      {
        id: String(sent.sentNo),
        ...LOOK.waiting,
        title: `Gửi lần ${sent.sentNo}`,
        sub: `${signedWords(sent.consent)}, ${formatMoment(new Date(sent.submittedAt))}`,
      },
    ]),
  ]
}
