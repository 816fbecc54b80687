import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { submissionHref } from '../../../mechanisms/submissions/domain/kinds.ts'
import { PaperPanel, submissions } from '../../../mechanisms/submissions/web/index.ts'
import { usePageParam } from '../../../platform/web/page-route.ts'
import { problemAt, readProblem } from '../../../platform/web/problem.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import { Answer, PageHeader, Panel, Stack, useNavigation, useNotices } from '../../../ui/index.ts'
import { doubtsOf, emptyValue, isUntouched } from '../../domain/values.ts'
import { type Line, type ReportsOutputs, reports, type Value } from '../api.ts'
import { LineFields } from '../fill/line-fields.tsx'
import classes from './receive.module.css'

type PaperForm = ReportsOutputs['paperForm']

/** A report that came on paper: its figures typed into the form by whoever receives it. A line the paper does not fill stays open. */
export function PaperReportPage() {
  const obligationId = usePageParam('id')
  const asked = useQuery(reports.paperForm.queryOptions({ input: { obligationId } }))
  return (
    <Answer asked={asked} problem={asked.error ? readProblem(asked.error) : undefined} title="Nhập báo cáo giấy">
      {(data) => <PaperReport data={data} />}
    </Answer>
  )
}

function PaperReport({ data }: { data: PaperForm }) {
  const { obligation, form, unitHeadcount } = data
  const tell = useNotices()
  const { go } = useNavigation()
  const [id] = useState(newId)
  const [values, setValues] = useState<Readonly<Record<string, Value>>>({})
  const enter = useAct(submissions.enterFromPaper.call, () => {
    tell({ text: `Đã nhập báo cáo giấy của ${obligation.unitName}` })
    go(submissionHref(obligation.id, 'report'))
  })
  const valueOn = (line: Line): Value => values[line.key] ?? (emptyValue(line.kind) as Value)
  const lines = () =>
    Object.fromEntries(
      Object.entries(values)
        .filter(([, value]) => !isUntouched(value))
        .map(([key, value]) => [key, { value, fileIds: [] }]),
    )
  return (
    <>
      <PageHeader
        title={`Nhập bản giấy: ${form.title}`}
        crumbs={[
          { href: '/', word: 'Việc của tôi' },
          { href: `/viec/${obligation.id}`, word: obligation.title },
        ]}
        lead={`${obligation.unitName}. ${form.periodName}. ${obligation.due.words}`}
      />
      <Stack gap="l">
        {form.definition.sections.map((section) => (
          <Panel key={section.key} title={section.title} flush>
            {section.lines.map((line) => (
              <article key={line.key} className={classes.line}>
                <h3 className={classes.label}>{line.label}</h3>
                <LineFields
                  line={line}
                  value={valueOn(line)}
                  onChange={(value) => setValues((now) => ({ ...now, [line.key]: value }))}
                  error={problemAt(enter.problem, `lines.${line.key}`)}
                  doubts={doubtsOf(line, valueOn(line), { headcount: unitHeadcount === 0 ? null : unitHeadcount })}
                />
              </article>
            ))}
          </Panel>
        ))}
        <PaperPanel
          givers={data.givers}
          busy={enter.busy}
          problem={enter.problem}
          onEnter={(paper) =>
            enter.run({
              id,
              obligationId: obligation.id,
              content: { kind: 'report', formVersion: form.versionNo, lines: lines() },
              fileIds: [],
              ...paper,
            })
          }
        />
      </Stack>
    </>
  )
}
