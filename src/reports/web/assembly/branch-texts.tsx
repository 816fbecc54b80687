import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '../../../kernel/plain-date.ts'
import { answerOf } from '../../../platform/web/answer-of.ts'
import { takeList } from '../../../platform/web/take-list.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import {
  Acts,
  Answer,
  Button,
  Empty,
  ExportButton,
  Note,
  Panel,
  Stack,
  StatusWord,
  TextArea,
  useNotices,
} from '../../../ui/index.ts'
import { type Assembled, type LineOfReport, type ReportsOutputs, reports } from '../api.ts'
import { ValueView } from '../fill/line-view.tsx'
import { UnitOfLine } from './line-dialog.tsx'

type Text = Assembled['texts'][number]

/** The texts and lists of the units, line by line, each with what is made of it for the superior's own report. */
export function BranchTexts({ data }: { data: Assembled }) {
  const branch = { id: data.form.id, unitId: data.unit.id }
  if (data.texts.length === 0) {
    return (
      <Panel label="Phần lời">
        <Empty level={2} title="Biểu mẫu không có phần viết">
          Biểu mẫu này chỉ có dòng số liệu.
        </Empty>
      </Panel>
    )
  }
  return (
    <>
      <Acts>
        <ExportButton
          count={data.texts.length * data.sent || undefined}
          what="phần lời của các đơn vị"
          onExport={() => takeList('assembled-texts', branch)}
        />
      </Acts>
      {data.texts.map((text) => (
        <OneText
          key={`${data.unit.id} ${text.key}`}
          branch={branch}
          text={text}
          edits={data.actions.edit !== undefined}
        />
      ))}
    </>
  )
}

type Branch = { id: string; unitId: string }

function OneText({ branch, text, edits }: { branch: Branch; text: Text; edits: boolean }) {
  const [page, setPage] = useState(1)
  const found = useQuery(reports.assembledLine.queryOptions({ input: { ...branch, lineKey: text.key, page } }))
  return (
    <Panel title={text.label} count={text.section}>
      <Answer {...answerOf(found)} lines={4}>
        {(line) => (
          <Stack gap="l">
            {edits && (
              <Editor key={line.edited?.version ?? 0} branch={branch} text={text} line={line} units={line.total} />
            )}
            {!edits && line.edited && <p>{line.edited.text}</p>}
            <Sources line={line} label={text.label} />
            {line.total > line.pageSize && (
              <Acts>
                {page > 1 && <Button onClick={() => setPage(page - 1)}>Trang trước</Button>}
                {page * line.pageSize < line.total && <Button onClick={() => setPage(page + 1)}>Trang sau</Button>}
              </Acts>
            )}
          </Stack>
        )}
      </Answer>
    </Panel>
  )
}

type LineData = ReportsOutputs['assembledLine']

function Editor({ branch, text, line, units }: { branch: Branch; text: Text; line: LineData; units: number }) {
  const tell = useNotices()
  const { edited } = line
  const [typed, setTyped] = useState(edited?.text ?? '')
  const save = useAct(reports.saveAssembledText.call, () => tell({ text: 'Đã lưu bản tổng hợp' }))
  const propose = useAct(reports.proposedText.call, ({ text: proposed }) => setTyped(proposed))
  const stale = line.gone > 0 || line.rows.some((row) => row.since !== null)
  const saved =
    edited === null ? 'Chưa lưu lần nào' : `${edited.changedByName} lưu ${formatMoment(new Date(edited.changedAt))}`
  return (
    <Stack>
      {edited && stale && (
        <Note tone="cam" title="Có đơn vị gửi lại, gửi thêm hoặc rút sau khi bản tổng hợp được lưu">
          Các phần thay đổi được đánh dấu bên dưới. Sửa bản tổng hợp rồi lưu lại.
        </Note>
      )}
      <TextArea
        label="Bản tổng hợp để đưa vào báo cáo của đơn vị"
        help={saved}
        rows={8}
        maxLength={20_000}
        value={typed}
        onChange={setTyped}
        error={save.problem?.sentence ?? propose.problem?.sentence}
      />
      <Acts>
        {units > 0 && (
          <Button busy={propose.busy} onClick={() => propose.run({ ...branch, lineKey: text.key })}>
            Ghép phần viết của {units} đơn vị
          </Button>
        )}
        <Button
          busy={save.busy}
          onClick={() => save.run({ ...branch, lineKey: text.key, version: edited?.version ?? 0, text: typed })}
        >
          Lưu bản tổng hợp
        </Button>
      </Acts>
    </Stack>
  )
}

const SINCE = { new: 'Gửi sau khi tổng hợp', changed: 'Gửi lại sau khi tổng hợp' } as const

function Sources({ line, label }: { line: LineData; label: string }) {
  if (line.rows.length === 0) return <p>Chưa đơn vị nào viết phần này.</p>
  return (
    <Stack gap="l">
      {line.rows.map((row) => (
        <Source key={row.submissionId} row={row} label={label} />
      ))}
    </Stack>
  )
}

function Source({ row, label }: { row: LineOfReport; label: string }) {
  return (
    <article aria-label={`${row.unitName}: ${label}`}>
      <Stack gap="s">
        <UnitOfLine row={row} />
        {row.since && <StatusWord tone="cam" icon="pencil" word={SINCE[row.since]} small />}
        <ValueView line={{ unit: '' }} value={row.value} />
      </Stack>
    </article>
  )
}
