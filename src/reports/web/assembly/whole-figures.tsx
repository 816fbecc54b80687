import { useState } from 'react'
import { Button, type Column, DataTable, Empty, Panel, ProgressBar, TwoLines } from '../../../ui/index.ts'
import { changeWords, measureOf, totalWords } from '../../domain/assembly.ts'
import { NOT_THERE, plannedWords } from '../../domain/value-words.ts'
import type { Assembled, AssembledFigure } from '../api.ts'
import { LineDialog } from './line-dialog.tsx'

/** Every figure of the whole branch, section by section, with the plan and the two earlier periods beside it. */
export function WholeFigures({ data }: { data: Assembled }) {
  const [open, setOpen] = useState<string>()
  const sections = Map.groupBy(data.figures, (figure) => figure.section)
  const shown = data.figures.find((figure) => figure.line.key === open)
  if (data.figures.length === 0) {
    return (
      <Panel label="Số liệu toàn nhánh">
        <Empty level={2} title="Biểu mẫu không có dòng số liệu">
          Phần viết và danh sách của các đơn vị ở mục Phần lời.
        </Empty>
      </Panel>
    )
  }
  return (
    <>
      {[...sections].map(([section, figures]) => (
        <Panel key={section} flush title={section}>
          <DataTable
            label={section}
            rows={figures}
            rowKey={(figure) => figure.line.key}
            columns={columnsOf(data, setOpen)}
          />
        </Panel>
      ))}
      {shown && (
        <LineDialog
          branch={{ id: data.form.id, unitId: data.unit.id }}
          line={shown.line}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}

function columnsOf(data: Assembled, onOpen: (key: string) => void): Column<AssembledFigure>[] {
  const columns: Column<AssembledFigure>[] = [
    {
      key: 'line',
      head: 'Dòng',
      card: 'line',
      cell: (figure) => (
        <TwoLines sub={figure.dropped ? 'Lần ban hành sau không hỏi nữa' : beside(figure)}>
          {figure.line.label}
        </TwoLines>
      ),
    },
    { key: 'total', head: 'Toàn nhánh', cell: (figure) => <Total figure={figure} onOpen={onOpen} /> },
  ]
  if (data.previous !== null) {
    columns.push({
      key: 'previous',
      head: `Kỳ trước (${data.previous.periodName})`,
      end: true,
      cell: (figure) => <Before figure={figure} before={figure.previous} />,
    })
  }
  if (data.lastYear !== null) {
    columns.push({
      key: 'last-year',
      head: `Năm trước (${data.lastYear.periodName})`,
      end: true,
      cell: (figure) => <Before figure={figure} before={figure.lastYear} />,
    })
  }
  columns.push({
    key: 'reports',
    head: 'Theo báo cáo',
    end: true,
    width: 150,
    cell: (figure) => `${figure.total?.reports ?? 0}/${data.sent} đã gửi`,
  })
  return columns
}

function beside({ line }: AssembledFigure): string | undefined {
  const planned = plannedWords(line)
  return planned === null ? undefined : `Kế hoạch ${planned}`
}

/** The figure opens the units behind it; of a share the part of the whole is drawn too. */
function Total({ figure, onOpen }: { figure: AssembledFigure; onOpen: (key: string) => void }) {
  const { line, total } = figure
  const words = totalWords(line, total)
  if (words === null) return <>{NOT_THERE}</>
  const share = line.kind === 'share' || line.kind === 'yes-no' ? measureOf(line, total) : null
  return (
    <>
      <Button kind="text" onClick={() => onOpen(line.key)}>
        {words}
        <span className="visually-hidden"> {line.label}: xem từng đơn vị</span>
      </Button>
      {share !== null && <ProgressBar label={`${line.label}: ${words}`} part={share / 100} />}
    </>
  )
}

function Before({ figure, before }: { figure: AssembledFigure; before: AssembledFigure['total'] }) {
  const { line, total } = figure
  return <TwoLines sub={changeWords(line, total, before)}>{totalWords(line, before) ?? NOT_THERE}</TwoLines>
}
