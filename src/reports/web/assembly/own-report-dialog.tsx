import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { answerOf } from '../../../platform/web/answer-of.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import {
  Answer,
  Button,
  CheckboxField,
  Dialog,
  Empty,
  Link,
  Note,
  Panel,
  Stack,
  useNotices,
} from '../../../ui/index.ts'
import { type ReportsOutputs, reports } from '../api.ts'

type Branch = { id: string; unitId: string }
type OwnReport = ReportsOutputs['ownReports']['reports'][number]

/** «Đưa vào báo cáo của đơn vị»: which lines of which own report, as they stand and as they would. */
export function OwnReportDialog({
  branch,
  unitName,
  onClose,
}: {
  branch: Branch
  unitName: string
  onClose: () => void
}) {
  const found = useQuery(reports.ownReports.queryOptions({ input: branch }))
  return (
    <Dialog
      open
      wide
      title="Đưa vào báo cáo của đơn vị"
      onClose={onClose}
      acts={<Button onClick={onClose}>Đóng</Button>}
    >
      <Answer {...answerOf(found)} lines={5}>
        {({ reports: own }) =>
          own.length === 0 ? (
            <Empty title={`${unitName} chưa có báo cáo nào nhận được kết quả này`}>
              Báo cáo của đơn vị phải còn chưa gửi và có dòng trùng mã với biểu mẫu này. Phần viết cần lưu bản tổng hợp
              trước.
            </Empty>
          ) : (
            <Stack gap="l">
              {own.map((report) => (
                <OneReport key={report.obligationId} branch={branch} report={report} onDone={onClose} />
              ))}
            </Stack>
          )
        }
      </Answer>
    </Dialog>
  )
}

function OneReport({ branch, report, onDone }: { branch: Branch; report: OwnReport; onDone: () => void }) {
  const tell = useNotices()
  const [chosen, setChosen] = useState(() => new Set(report.lines.filter((line) => line.changed).map(({ key }) => key)))
  const [submissionId] = useState(() => newId())
  const put = useAct(reports.putIntoOwnReport.call, ({ lines }) => {
    tell({ text: `Đã đưa ${lines.length} dòng vào “${report.formTitle}”` })
    onDone()
  })
  const toggle = (key: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(key)
    else next.delete(key)
    setChosen(next)
  }
  const lines = report.lines.filter((line) => chosen.has(line.key)).map(({ key, version }) => ({ key, version }))
  return (
    <Panel title={report.formTitle} count={report.periodName} level={3}>
      <Stack>
        {report.same && (
          <Note tone="cham" title="Chỉ đưa phần viết">
            Báo cáo này cùng biểu mẫu: số liệu của các đơn vị bên dưới đã được cộng riêng, đưa vào nữa sẽ tính hai lần.
          </Note>
        )}
        {put.problem && <Note tone="son" title={put.problem.sentence} alert />}
        {report.lines.map((line) => (
          <CheckboxField
            key={line.key}
            label={line.label}
            help={`Đang có: ${shortened(line.before)}. Sẽ ghi: ${shortened(line.after)}`}
            checked={chosen.has(line.key)}
            onChange={(on) => toggle(line.key, on)}
          />
        ))}
        <Button
          kind="primary"
          busy={put.busy}
          onClick={() => put.run({ ...branch, obligationId: report.obligationId, submissionId, lines })}
        >
          Đưa {lines.length} dòng vào báo cáo
        </Button>
        <Link href={`/viec/${report.obligationId}/bao-cao`}>Mở báo cáo của đơn vị</Link>
      </Stack>
    </Panel>
  )
}

function shortened(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ')
  return line.length > 120 ? `${line.slice(0, 117)}…` : line
}
