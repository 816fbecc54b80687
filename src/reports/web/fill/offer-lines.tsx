import { Note, Panel, Stack } from '../../../ui/index.ts'
import { linesOf } from '../../domain/definition.ts'
import type { ReportPageData } from '../api.ts'
import classes from './fill.module.css'
import { BesideLine, ValueView } from './line-view.tsx'
import { OfferButton } from './offers.tsx'

/** The report as a colleague of the unit sees it while it is written: what stands there, and what he may bring to each line. */
export function OfferLines({
  obligationId,
  page,
  form,
}: {
  obligationId: string
  page: ReportPageData
  form: NonNullable<ReportPageData['form']>
}) {
  const values = new Map(page.lines.map((line) => [line.key, line.value]))
  const numbers = new Map(linesOf(form.definition).map((line, at) => [line.key, at + 1]))
  return (
    <Stack gap="l">
      <Note tone="cham" title="Góp số liệu, nội dung cho báo cáo của đơn vị">
        Công chức phụ trách xem và đưa phần góp vào báo cáo; người đứng đầu ký rồi gửi.
      </Note>
      {form.definition.sections.map((section) => (
        <Panel key={section.key} title={section.title} flush>
          {section.lines.map((line) => {
            return (
              <article key={line.key} className={classes.line}>
                <div>
                  <h3 id={`dong-${line.key}`} tabIndex={-1}>
                    <span className={classes.no}>{numbers.get(line.key)}</span>
                    {line.label}
                  </h3>
                  <div className={classes.body}>
                    {line.help.trim() !== '' && <p className={classes.help}>{line.help}</p>}
                    <BesideLine line={line} page={page} />
                    <ValueView line={line} value={values.get(line.key)} />
                  </div>
                </div>
                <div className={classes.evidence}>
                  <OfferButton obligationId={obligationId} line={line} page={page} />
                </div>
              </article>
            )
          })}
        </Panel>
      ))}
    </Stack>
  )
}
