import { useState } from 'react'
import { Note, Panel, Stack } from '../../../ui/index.ts'
import { linesOf } from '../../domain/definition.ts'
import { emptyValue } from '../../domain/values.ts'
import type { Definition, Line, ReportPageData, Value } from '../api.ts'
import { LineEditor } from '../fill/line-editor.tsx'
import type { LineDraft, Report } from '../fill/use-report.ts'

/** The form exactly as a unit will see it; what is typed here goes nowhere. */
export function Preview({ definition }: { definition: Definition }) {
  const report = useNowhere()
  const numbers = new Map(linesOf(definition).map((line, at) => [line.key, at + 1]))
  return (
    <Stack gap="l">
      <Note tone="xam" title="Xem như đơn vị thấy">
        Có thể điền thử; phần điền thử không được lưu.
      </Note>
      {definition.sections.map((section) => (
        <Panel key={section.key} title={section.title || 'Phần chưa có tên'} flush>
          {section.lines.map((line) => (
            <LineEditor
              key={line.key}
              no={numbers.get(line.key) ?? 0}
              line={line}
              page={NOBODY}
              report={report}
              said={{ value: undefined, files: undefined }}
            />
          ))}
        </Panel>
      ))}
    </Stack>
  )
}

/** No unit, no sending, no last period. */
const NOBODY: ReportPageData = {
  form: null,
  lines: [],
  leftOver: [],
  previous: null,
  lastYear: null,
  contributions: [],
  reviews: [],
  headcount: 0,
  actions: {},
}

/** A report that keeps what is typed for as long as it is looked at. */
function useNowhere(): Report {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, LineDraft>>(new Map())
  const line = (asked: Line) =>
    drafts.get(asked.key) ?? {
      value: emptyValue(asked.kind) as Value,
      files: [],
      version: 0,
      clash: undefined,
      problem: undefined,
    }
  return {
    line,
    save: { state: 'untouched' },
    change: (asked, part) => setDrafts((now) => new Map(now).set(asked.key, { ...line(asked), ...part })),
    keepMine: () => undefined,
    takeTheirs: () => undefined,
    put: () => undefined,
    submissionId: () => '',
    settled: async () => undefined,
  }
}
