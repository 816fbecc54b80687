import {
  OpenPanel,
  ReceiptPanel,
  Sendings,
  SignaturePanel,
  type SubmissionPageData,
} from '../../../mechanisms/submissions/web/index.ts'
import { Note, Stack } from '../../../ui/index.ts'
import { linesOf } from '../../domain/definition.ts'
import { DecideFoot } from './decide-foot.tsx'
import { LineMark } from './line-mark.tsx'
import { changedLines, marksOf } from './marks.ts'
import { ReportContentView } from './report-content.tsx'
import type { ReportPage, SentReport } from './types.ts'

/**
 * A report that is not being written: waiting for its signature, lying with the receiver, accepted or returned. Whoever receives it
 * goes through it line by line here; everybody else reads it with the receiver's word on its lines, once that is decided.
 */
export function ReadReport({ data, page }: { data: SubmissionPageData; page: ReportPage }) {
  const { submission, obligation } = data
  const { form } = page
  if (submission === null || form === null || submission.content.kind !== 'report') {
    const title = obligation.state === 'open' ? 'Đơn vị chưa lập báo cáo' : 'Không có báo cáo trên hệ thống'
    return (
      <Note tone="xam" title={title}>
        {obligation.doneWay === 'paper' ? 'Đã ghi nhận bản giấy của đơn vị.' : obligation.exemptReason}
      </Note>
    )
  }
  const unopened = submission.state === 'submitted' && submission.openedAt === null
  if (unopened && submission.actions.accept) return <OpenPanel submission={submission} unitName={obligation.unitName} />

  const marks = marksOf(submission)
  const sentNo = submission.sent[0]?.sentNo
  const judged = submission.actions.judge && sentNo !== undefined ? { id: submission.id, sentNo } : undefined
  // Only what was sent is judged: of what may be left out nothing is there.
  const { lines } = submission.content
  const judgedOn = (key: string) => (lines[key] === undefined ? undefined : judged)
  return (
    <Stack gap="l">
      {submission.state === 'for-signature' && <SignaturePanel data={data} />}
      <ReportContentView
        form={form}
        page={page}
        content={submission.content}
        files={submission.files}
        changed={submission.state === 'submitted' ? changedLines(submission) : undefined}
        mark={(line) => (
          <LineMark lineKey={line.key} label={line.label} mark={marks.get(line.key)} judged={judgedOn(line.key)} />
        )}
      />
      <ReportSendings data={data} page={page} />
    </Stack>
  )
}

/** The receiver's foot under the page: how far he has come, and his decision; nothing for everybody else, and before it is opened. */
export function DecideReport({ data, page }: { data: SubmissionPageData; page: ReportPage }) {
  const { submission, obligation } = data
  if (!submission?.actions.judge || submission.openedAt === null || page.form === null) return null
  const { content } = submission
  const keys = linesOf(page.form.definition).map((line) => line.key)
  const sent = content.kind === 'report' ? keys.filter((key) => content.lines[key] !== undefined) : []
  return <DecideFoot submission={submission} unitName={obligation.unitName} keys={sent} marks={marksOf(submission)} />
}

/** The receipt of the last sending, and every sending with what changed; also under a report that is being mended. */
export function ReportSendings({ data, page }: { data: SubmissionPageData; page: ReportPage }) {
  const { submission } = data
  const { form } = page
  if (submission === null || form === null || submission.sent.length === 0) return null
  const labels = new Map(linesOf(form.definition).map((line) => [line.key, line.label]))
  return (
    <>
      <ReceiptPanel data={data} />
      <div data-print="hide">
        <Sendings
          submission={submission}
          partName={(key) => labels.get(key) ?? `dòng “${key}” của biểu mẫu trước`}
          show={({ content, files }) => (
            <ReportContentView form={form} page={page} content={content as SentReport} files={files} folded />
          )}
        />
      </div>
    </>
  )
}
