import { type ReactNode, useState } from 'react'
import { capital } from '../../../kernel/vietnamese-text.ts'
import {
  ReceiptPanel,
  SignDialog,
  type SubmissionPageData,
  submissions,
} from '../../../mechanisms/submissions/web/index.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import {
  Button,
  ErrorSummary,
  type FieldProblem,
  goToField,
  Note,
  Panel,
  SaveState,
  Stack,
  StickyFoot,
  TwoColumns,
  useNotices,
} from '../../../ui/index.ts'
import { linesOf } from '../../domain/definition.ts'
import type { FormLine } from '../../domain/form.ts'
import { valueWords } from '../../domain/value-words.ts'
import { missingIn } from '../../domain/values.ts'
import type { ReportPageData } from '../api.ts'
import { LineEditor } from './line-editor.tsx'
import { fieldIdOf } from './line-fields.tsx'
import { SheetPanel } from './sheet-panel.tsx'
import { type Report, useReport } from './use-report.ts'

type Form = NonNullable<ReportPageData['form']>
type Props = { data: SubmissionPageData; page: ReportPageData; form: Form; aside: ReactNode }

/** A report while it is written: every line saves itself; handed to the head, or signed at once by whoever may. */
export function ReportEditor({ data, page, form, aside }: Props) {
  const { actions } = data
  const tell = useNotices()
  const report = useReport(page, data)
  const [tried, setTried] = useState(false)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [signing, setSigning] = useState<{ id: string; version: number }>()
  const missing = missingIn(form.definition, contentOf(form, report))
  const whole = async () => {
    setTried(true)
    setProblems(missing.map((one) => ({ fieldId: fieldIdOf(one.field), text: capital(`còn thiếu ${one.what}`) })))
    return missing.length > 0 ? undefined : report.settled()
  }
  const handOver = useAct(
    async () => {
      const settled = await whole()
      return settled ? submissions.handOver.call(settled) : undefined
    },
    (done) => done && tell({ text: 'Đã chuyển người đứng đầu ký' }),
  )
  const openSigning = async () => setSigning(await whole())
  const said = (line: FormLine) => {
    const { key } = line
    const find = (field: string) => {
      return tried && missing.some((each) => each.field === field) ? askOf(line, field) : undefined
    }
    return { value: find(`lines.${key}`), files: find(`lines.${key}.files`) }
  }
  const signsHere = actions.sign?.whyNot === null
  const maySign = signsHere || actions['sign-from-paper'] !== undefined
  return (
    <>
      <TwoColumns
        asideLabel="Chi tiết của báo cáo"
        aside={
          <>
            {aside}
            <SheetPanel obligationId={data.obligation.id} form={form} report={report} />
          </>
        }
      >
        <Stack gap="l">
          <ReturnedNote page={page} data={data} />
          <LeftOver page={page} />
          <ErrorSummary title={`Chưa gửi được, còn ${problems.length} chỗ`} problems={problems} />
          {handOver.problem && (
            <Note tone="son" alert>
              {handOver.problem.sentence}
            </Note>
          )}
          <Sections form={form} page={page} report={report} said={said} />
          <ReceiptPanel data={data} />
        </Stack>
      </TwoColumns>
      <StickyFoot words={<SaveState value={report.save} />}>
        {maySign && (
          <Button kind={signsHere ? 'primary' : 'outline'} onClick={() => void openSigning()}>
            {signsHere ? 'Ký và gửi' : 'Ghi chữ ký từ bản giấy'}
          </Button>
        )}
        {(actions['hand-over'] !== undefined || data.submission === null) && (
          <Button
            kind={signsHere ? 'outline' : 'primary'}
            icon="writing-sign"
            busy={handOver.busy}
            onClick={() => handOver.run(undefined)}
          >
            Chuyển ký
          </Button>
        )}
      </StickyFoot>
      {signing && <SignDialog data={data} what={signing} onClose={() => setSigning(undefined)} />}
    </>
  )
}

/** What to do on the very field; the summary above says which line it is. */
function askOf(line: FormLine, field: string): string {
  if (field.endsWith('.files')) return 'Đính kèm minh chứng của dòng này'
  switch (line.kind) {
    case 'count':
    case 'amount':
      return 'Nhập số, hoặc nêu lý do chưa có'
    case 'share':
      return 'Nhập cả số đạt và tổng số, hoặc nêu lý do chưa có'
    case 'yes-no':
      return 'Chọn Có hoặc Không, hoặc nêu lý do chưa có'
    case 'narrative':
      return 'Viết nội dung của dòng này'
    case 'list':
      return 'Thêm ít nhất một mục'
  }
}

function Sections({
  form,
  page,
  report,
  said,
}: {
  form: Form
  page: ReportPageData
  report: Report
  said: (line: FormLine) => { value: string | undefined; files: string | undefined }
}) {
  const numbers = new Map(linesOf(form.definition).map((line, at) => [line.key, at + 1]))
  return form.definition.sections.map((section) => (
    <Panel key={section.key} title={section.title} flush>
      {section.lines.map((line) => (
        <LineEditor
          key={line.key}
          no={numbers.get(line.key) ?? 0}
          line={line}
          page={page}
          report={report}
          said={said(line)}
        />
      ))}
    </Panel>
  ))
}

/** What stands in the fields now, as it would travel. */
function contentOf(form: Form, report: Report) {
  const lines = linesOf(form.definition).map((line) => {
    const draft = report.line(line as Form['definition']['sections'][number]['lines'][number])
    return [line.key, { value: draft.value, fileIds: draft.files.map((file) => file.id) }] as const
  })
  return { formVersion: form.versionNo, lines: Object.fromEntries(lines) }
}

/** How many lines came back, with the way to the first; word for word stands on the lines themselves. */
function ReturnedNote({ page, data: { submission, obligation } }: { page: ReportPageData; data: SubmissionPageData }) {
  if (submission === null || submission.returnReason === null) return null
  const returned = page.reviews.filter((one) => one.outcome === 'returned')
  const accepted = page.reviews.length - returned.length
  const first = returned[0]
  const lines = page.form === null ? [] : linesOf(page.form.definition)
  const no = lines.findIndex((line) => line.key === first?.lineKey) + 1
  return (
    <Note
      tone="cam"
      icon="arrow-back-up"
      level={2}
      title={
        returned.length === 0
          ? `${obligation.owedToUnitName} trả lại báo cáo`
          : `${obligation.owedToUnitName} trả lại ${returned.length} dòng`
      }
      acts={
        first && (
          <Button size="s" onClick={() => goToField(`dong-${first.lineKey}`)}>
            {no > 0 ? `Đến dòng ${no}` : 'Đến dòng đầu tiên'}
          </Button>
        )
      }
    >
      <p>“{submission.returnReason}”</p>
      {accepted > 0 && <p>{accepted} dòng đã được chấp nhận và giữ nguyên khi gửi lại.</p>}
    </Note>
  )
}

/** Written under an older version of the form, on lines it no longer has: shown, so that no figure is lost unseen. */
function LeftOver({ page }: { page: ReportPageData }) {
  if (page.leftOver.length === 0) return null
  return (
    <Note tone="xam" title="Đã nhập ở các dòng mà biểu mẫu không còn">
      <ul>
        {page.leftOver.map((line) => (
          <li key={line.key}>
            {line.label}: {valueWords({ unit: '' }, line.value)}
          </li>
        ))}
      </ul>
      Phần này được giữ lại, không gửi đi.
    </Note>
  )
}
