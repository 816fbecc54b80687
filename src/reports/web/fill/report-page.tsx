import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../kernel/plain-date.ts'
import { thingPage } from '../../../mechanisms/obligations/domain/pages.ts'
import { titleWithTurn } from '../../../mechanisms/obligations/web/index.ts'
import {
  type SubmissionPageData,
  submissionStatus,
  submissions,
  WithdrawButton,
} from '../../../mechanisms/submissions/web/index.ts'
import { usePageParam } from '../../../platform/web/page-route.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import { Answer, Note, PageHeader, Stack, StatusWord, TwoColumns } from '../../../ui/index.ts'
import { type ReportPageData, reports } from '../api.ts'
import { DecideReport, ReadReport } from '../receive/read-report.tsx'
import { OfferLines } from './offer-lines.tsx'
import { ReportAside } from './report-aside.tsx'
import { ReportEditor } from './report-editor.tsx'

/** What others write meanwhile comes in by itself this often. */
const LOOK_AGAIN_MS = 15_000

/** The report of one obligation: filled line by line, brought to by staff, signed, sent, received; for whoever looks at it. */
export function ReportPage() {
  const obligationId = usePageParam('id')
  const asked = useQuery(submissions.forObligation.queryOptions({ input: { obligationId } }))
  const page = useQuery(reports.page.queryOptions({ input: { obligationId }, refetchInterval: LOOK_AGAIN_MS }))
  return (
    <Answer asked={asked} problem={asked.error ? readProblem(asked.error) : undefined} title="Báo cáo">
      {(data) => (
        <Answer asked={page} problem={page.error ? readProblem(page.error) : undefined} title={data.obligation.title}>
          {(report) => <Whole data={data} page={report} />}
        </Answer>
      )}
    </Answer>
  )
}

type Looked = { data: SubmissionPageData; page: ReportPageData }

function Whole({ data, page }: Looked) {
  const { obligation, submission } = data
  const thing = thingPage(obligation)
  return (
    <>
      <PageHeader
        title={titleWithTurn(obligation)}
        crumbs={[
          { href: '/', word: 'Việc của tôi' },
          { href: thing, word: obligation.thingTitle },
        ]}
        lead={`${obligation.unitName} gửi ${obligation.owedToUnitName}. ${obligation.due.words}`}
        acts={
          <>
            <WithdrawButton data={data} />
            <StatusWord filled {...submissionStatus(submission)} />
          </>
        }
      />
      <Stack gap="l">
        <FormNotes page={page} />
        <StateOfIt data={data} page={page} />
      </Stack>
    </>
  )
}

/** What is to be known of the form before filling it: none yet, a supplement, a newer version, a closed period. */
function FormNotes({ page: { form } }: { page: ReportPageData }) {
  if (form === null) return null
  return (
    <>
      {form.supplement && (
        <Note tone="cam" title={`Biểu mẫu đã sửa (lần ${form.versionNo}) sau khi đơn vị gửi báo cáo`}>
          Chỉ điền các dòng dưới đây; báo cáo đã gửi giữ nguyên. {form.note}
        </Note>
      )}
      {!form.supplement && form.versionNo < form.newestVersionNo && (
        <Note tone="xam">
          Báo cáo gửi theo lần ban hành {form.versionNo} của biểu mẫu; nay là lần {form.newestVersionNo}. Phần phải
          thêm, nếu có, nằm ở việc bổ sung riêng.
        </Note>
      )}
      {!form.supplement && form.versionNo > 1 && form.versionNo === form.newestVersionNo && form.note && (
        <Note tone="xam" title={`Biểu mẫu đã sửa, lần ban hành ${form.versionNo}`}>
          {form.note}
        </Note>
      )}
      {form.closedOn !== null && (
        <Note tone="cam" title={`Kỳ báo cáo đã khép ngày ${formatDate(form.closedOn)}`}>
          {form.graceUntil === null
            ? 'Không nhận thêm báo cáo. Hỏi bộ phận thường trực nếu cần mở lại.'
            : `Bản đang nhập dở được gửi đến hết ngày ${formatDate(form.graceUntil)}: ${form.graceReason ?? ''}`}
        </Note>
      )}
    </>
  )
}

function StateOfIt({ data, page }: Looked) {
  const { submission, obligation } = data
  const aside = <ReportAside data={data} page={page} />
  if (page.form === null) {
    return (
      <TwoColumns asideLabel="Chi tiết của báo cáo" aside={aside}>
        <Note tone="xam" title={`Chờ biểu mẫu của ${obligation.owedToUnitName}`}>
          {obligation.words ?? 'Khi biểu mẫu ban hành, điền ngay tại trang này.'}
        </Note>
      </TwoColumns>
    )
  }
  const state = submission?.state ?? 'draft'
  const writing = state === 'draft' || state === 'returned'
  if (writing && page.actions.save !== undefined && page.form.takesReports) {
    return <ReportEditor key={obligation.id} data={data} page={page} form={page.form} aside={aside} />
  }
  return (
    <>
      <TwoColumns asideLabel="Chi tiết của báo cáo" aside={aside}>
        {writing && page.actions.offer !== undefined && page.form.takesReports ? (
          <OfferLines obligationId={obligation.id} page={page} form={page.form} />
        ) : (
          <ReadReport data={data} page={page} />
        )}
      </TwoColumns>
      <DecideReport data={data} page={page} />
    </>
  )
}
