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
        <History label="Quá trình của báo cáo" entries={entriesOf(data, page)} />
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

function entriesOf({ submission }: SubmissionPageData, { lines }: ReportPageData): HistoryEntry[] {
  if (submission === null) {
    return [{ id: 'none', tone: 'xam', icon: 'circle-dashed', title: 'Chưa lập báo cáo' }]
  }
  const begun = {
    id: 'begun',
    tone: 'xam',
    icon: 'pencil',
    title: 'Lập báo cáo',
    sub: `${submission.preparedByName}, ${formatMoment(new Date(submission.preparedAt))}`,
  } as const
  const sent = submission.sent.flatMap((one): HistoryEntry[] => [
    ...(one.outcome === null
      ? []
      : [{ id: `${one.sentNo}-outcome`, ...LOOK[one.outcome], title: outcomeWords(one) ?? '' }]),
    {
      id: String(one.sentNo),
      ...LOOK.waiting,
      title: `Gửi lần ${one.sentNo}`,
      sub: `${signedWords(one.consent)}, ${formatMoment(new Date(one.submittedAt))}`,
    },
  ])
  const now = nowOf(submission, lines)
  // Begun and written in one go: said once.
  return sent.length === 0 && now.some((one) => one.sub === begun.sub) ? now : [...now, ...sent, begun]
}

/** Where it stands while it is with the unit, and who wrote on it last. */
function nowOf(
  submission: NonNullable<SubmissionPageData['submission']>,
  lines: ReportPageData['lines'],
): HistoryEntry[] {
  switch (submission.state) {
    case 'draft':
    case 'returned': {
      const last = lines.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))[0]
      const decided = submission.sent[0]?.outcomeAt ?? ''
      const next = submission.sent.length + 1
      return [
        {
          id: 'now',
          tone: 'xam',
          icon: 'pencil',
          title: next > 1 ? `Đang sửa, lần ${next}` : 'Đang soạn',
          ...(last && last.changedAt > decided
            ? { sub: `${last.changedByName}, ${formatMoment(new Date(last.changedAt))}` }
            : {}),
        },
      ]
    }
    case 'for-signature':
      return [{ id: 'sign', tone: 'cham', icon: 'writing-sign', title: 'Chờ người đứng đầu ký' }]
    case 'submitted':
    case 'accepted':
      return []
  }
}
