import type { ReactNode } from 'react'
import { Panel, Stack } from '../../../ui/index.ts'
import type { FormLine } from '../../domain/form.ts'
import type { EvidenceFile } from './evidence.tsx'
import { ReportLine } from './report-line.tsx'
import type { ReportPage, SentReport } from './types.ts'

type Form = NonNullable<ReportPage['form']>

/** A whole report for reading, section by section, in the words and the order of its form. */
export function ReportContentView({
  form,
  page,
  content,
  files,
  changed = new Set(),
  folded = false,
  mark,
}: {
  form: Form
  page: Pick<ReportPage, 'previous' | 'lastYear' | 'headcount'>
  content: SentReport
  files: readonly EvidenceFile[]
  changed?: ReadonlySet<string>
  /** An earlier sending, inside the list of all. */
  folded?: boolean
  /** What stands under a line: the receiver's word on it. */
  mark?: (line: FormLine) => ReactNode
}) {
  const byId = new Map(files.map((file) => [file.id, file]))
  const numbers = new Map(
    form.definition.sections.flatMap((one) => one.lines).map((line, index) => [line.key, index + 1]),
  )
  const shown = (line: FormLine) => {
    const said = content.lines[line.key]
    return (
      <ReportLine
        key={line.key}
        no={numbers.get(line.key) ?? 0}
        line={line}
        value={said?.value}
        files={(said?.fileIds ?? []).flatMap((id) => byId.get(id) ?? [])}
        beside={{
          previous: page.previous?.lines[line.key],
          lastYear: page.lastYear?.lines[line.key],
          headcount: page.headcount === 0 ? null : page.headcount,
        }}
        changed={changed.has(line.key)}
        folded={folded}
      >
        {mark?.(line)}
      </ReportLine>
    )
  }
  return (
    <Stack gap="l">
      {form.definition.sections.map((section) =>
        folded ? (
          <div key={section.key}>
            <b>{section.title}</b>
            {section.lines.map(shown)}
          </div>
        ) : (
          <Panel key={section.key} title={section.title} flush>
            {section.lines.map(shown)}
          </Panel>
        ),
      )}
    </Stack>
  )
}
