import { useState } from 'react'
import { takeList } from '../../../platform/web/take-list.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import { useUpload } from '../../../platform/web/use-upload.ts'
import { Acts, Button, CheckboxField, Dialog, FileField, Note, Panel, Stack, useNotices } from '../../../ui/index.ts'
import { linesOf } from '../../domain/definition.ts'
import { type ReportPageData, type ReportsOutputs, reports } from '../api.ts'
import type { Report } from './use-report.ts'

type Compared = ReportsOutputs['compareSheet']
type Props = { obligationId: string; form: NonNullable<ReportPageData['form']>; report: Report }

/** The report as a sheet: taken away with what stands in it, brought back with a list of what it would change. */
export function SheetPanel({ obligationId, form, report }: Props) {
  const tell = useNotices()
  const upload = useUpload()
  const [compared, setCompared] = useState<Compared>()
  const [problem, setProblem] = useState<string>()
  const compare = useAct(reports.compareSheet.call, setCompared)
  const takeAway = async () => {
    setProblem(undefined)
    if ((await report.settled()) === undefined && report.save.state === 'failed') return
    const taken = await takeList('report-sheet', { obligationId })
    if ('problem' in taken) setProblem(taken.problem)
    else tell({ text: `Đã tải ${taken.file}` })
  }
  const bring = async ([file]: File[]) => {
    if (!file) return
    const sent = await upload.send(file)
    if (sent) compare.run({ obligationId, fileId: sent.id })
  }
  return (
    <Panel title="Điền bằng bảng tính">
      <Stack gap="s">
        <p>Tải tệp có sẵn số đã nhập, điền trong Excel rồi đưa lại. Xem khác biệt trước khi ghi.</p>
        <div>
          <Button size="s" icon="download" onClick={() => void takeAway()}>
            Tải tệp XLSX
          </Button>
        </div>
        {problem && (
          <Note tone="son" alert>
            {problem}
          </Note>
        )}
        <FileField
          label="Đưa tệp đã điền lại"
          accepts=".xlsx, đến 20 MB"
          accept=".xlsx"
          onFiles={(files) => void bring(files)}
          sending={upload.sending}
          onStop={upload.stop}
          error={upload.problem?.sentence ?? compare.problem?.sentence}
        />
      </Stack>
      {compared && (
        <Differences
          compared={compared}
          obligationId={obligationId}
          form={form}
          report={report}
          onClose={() => setCompared(undefined)}
        />
      )}
    </Panel>
  )
}

function Differences({
  compared,
  obligationId,
  form,
  report,
  onClose,
}: Props & { compared: Compared; onClose: () => void }) {
  const tell = useNotices()
  const { differences } = compared
  // What was changed here since the sheet was taken away is not overwritten unless somebody says so.
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(differences.filter((one) => !one.newerHere).map((one) => one.lineKey)),
  )
  const take = useAct(reports.takeSheet.call, ({ lines, submissionId, submissionVersion }) => {
    report.put(lines, { id: submissionId, version: submissionVersion })
    tell({ text: `Đã ghi ${lines.length} dòng từ tệp` })
    onClose()
  })
  const known = new Map(linesOf(form.definition).map((line) => [line.key, line]))
  const write = () => {
    if (chosen.size === 0) return onClose()
    take.run({
      obligationId,
      submissionId: report.submissionId(),
      lines: differences
        .filter((one) => chosen.has(one.lineKey))
        .map(({ lineKey, value }) => ({ lineKey, value, version: versionOf(lineKey) })),
    })
  }
  const versionOf = (key: string) => {
    const line = known.get(key)
    return line ? report.line(line as Parameters<Report['line']>[0]).version : 0
  }
  return (
    <Dialog open wide onClose={onClose} title={`Tệp khác báo cáo ở ${differences.length} dòng`}>
      <Stack>
        {compared.warnings.map((warning) => (
          <Note key={warning} tone="cam">
            {warning}
          </Note>
        ))}
        {compared.problems.length > 0 && (
          <Note tone="son" title={`${compared.problems.length} ô chưa đọc được, dòng đó không ghi`}>
            <ul>
              {compared.problems.slice(0, 20).map((one) => (
                <li key={`${one.row}${one.text}`}>
                  Hàng {one.row}: {one.text}
                </li>
              ))}
            </ul>
          </Note>
        )}
        {compared.unknown.length > 0 && (
          <Note tone="cam" title={`${compared.unknown.length} hàng không thuộc dòng nào của biểu mẫu, không ghi`}>
            {compared.unknown
              .slice(0, 10)
              .map((one) => `Hàng ${one.row}: ${one.label}`)
              .join('; ')}
          </Note>
        )}
        {take.problem && (
          <Note tone="son" alert>
            {take.problem.sentence}
          </Note>
        )}
        {differences.map((one) => (
          <CheckboxField
            key={one.lineKey}
            label={one.label}
            help={`Đang có: ${one.before}. Trong tệp: ${one.after}${one.newerHere ? '. Dòng này đã sửa trên màn hình sau khi xuất tệp' : ''}`}
            checked={chosen.has(one.lineKey)}
            onChange={(checked) =>
              setChosen((now) => {
                const next = new Set(now)
                if (checked) next.add(one.lineKey)
                else next.delete(one.lineKey)
                return next
              })
            }
          />
        ))}
        <p>{compared.same} dòng giống báo cáo, giữ nguyên.</p>
        <Acts end>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="primary" busy={take.busy} onClick={write}>
            {chosen.size === 0 ? 'Đóng' : `Ghi ${chosen.size} dòng vào báo cáo`}
          </Button>
        </Acts>
      </Stack>
    </Dialog>
  )
}
