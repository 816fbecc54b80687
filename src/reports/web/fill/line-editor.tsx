import { formatMoment } from '../../../kernel/plain-date.ts'
import { Button, Note, Stack, StatusWord } from '../../../ui/index.ts'
import { doubtsOf } from '../../domain/values.ts'
import type { DraftFile, Line, ReportPageData } from '../api.ts'
import { ReportLine } from '../receive/report-line.tsx'
import { EvidenceFiles } from './evidence-files.tsx'
import classes from './fill.module.css'
import { LineFields } from './line-fields.tsx'
import { BesideLine, ValueView } from './line-view.tsx'
import { OffersOnLine } from './offers.tsx'
import type { Report } from './use-report.ts'

type Props = {
  no: number
  line: Line
  page: ReportPageData
  report: Report
  /** What is missing on it, once it has been tried to send. */
  said: { value: string | undefined; files: string | undefined }
}

/** One line while it is written: its fields, what is beside it, its evidence, what staff bring, and what the receiver said. */
export function LineEditor({ no, line, page, report, said }: Props) {
  const draft = report.line(line)
  const review = page.reviews.find((one) => one.lineKey === line.key)
  if (review?.outcome === 'accepted') {
    return (
      <ReportLine
        no={no}
        line={line}
        value={draft.value}
        files={draft.files}
        beside={besideOf(page, line)}
        changed={false}
        folded={false}
      >
        <StatusWord
          tone="luc"
          icon="circle-check"
          word={`${review.byName} đã chấp nhận dòng này, ${formatMoment(new Date(review.at))}. Giữ nguyên khi gửi lại`}
          small
        />
      </ReportLine>
    )
  }
  const doubts = doubtsOf(line, draft.value, { headcount: page.headcount === 0 ? null : page.headcount })
  return (
    <article className={classes.line} data-returned={review ? '' : undefined}>
      <div>
        <h3 id={`dong-${line.key}`} tabIndex={-1}>
          <span className={classes.no}>{no}</span>
          <span>
            {line.label}
            {!line.required && <span className={classes.help}> (không bắt buộc)</span>}
          </span>
        </h3>
        <div className={classes.body}>
          {line.help.trim() !== '' && <p className={classes.help}>{line.help}</p>}
          {review && (
            <Note tone="cam" icon="arrow-back-up" title={`“${review.reason ?? ''}”`}>
              {review.byName}, {formatMoment(new Date(review.at))}
            </Note>
          )}
          <BesideLine line={line} page={page} />
          {draft.clash && <LineClash line={line} report={report} clash={draft.clash} />}
          {draft.problem && (
            <Note tone="son" alert>
              {draft.problem}
            </Note>
          )}
          <LineFields
            line={line}
            value={draft.value}
            onChange={(value) => report.change(line, { value })}
            error={said.value}
            doubts={doubts}
          />
          <OffersOnLine line={line} page={page} report={report} />
        </div>
      </div>
      {line.evidence === 'none' && draft.files.length === 0 ? (
        <span />
      ) : (
        <LineEvidence line={line} files={draft.files} report={report} error={said.files} />
      )}
    </article>
  )
}

function besideOf(page: ReportPageData, { key }: Line) {
  return {
    previous: page.previous?.lines[key],
    lastYear: page.lastYear?.lines[key],
    headcount: page.headcount === 0 ? null : page.headcount,
  }
}

/** Two people have written on one line: both are shown, one is chosen, nothing is lost unseen. */
function LineClash({
  line,
  report,
  clash,
}: {
  line: Line
  report: Report
  clash: NonNullable<ReturnType<Report['line']>['clash']>
}) {
  return (
    <Note
      tone="cam"
      alert
      title={`${clash.changedByName} vừa lưu dòng này lúc ${formatMoment(new Date(clash.changedAt))}`}
      acts={
        <>
          <Button size="s" onClick={() => report.takeTheirs(line)}>
            Dùng bản của {clash.changedByName}
          </Button>
          <Button size="s" onClick={() => report.keepMine(line)}>
            Giữ bản đang nhập
          </Button>
        </>
      }
    >
      <Stack gap="s">
        <p>Bản đang nhập ở dưới chưa được lưu. Chọn giữ bản nào. Bản vừa lưu:</p>
        <ValueView line={line} value={clash.value} />
      </Stack>
    </Note>
  )
}

function LineEvidence({
  line,
  files,
  report,
  error,
}: {
  line: Line
  files: readonly DraftFile[]
  report: Report
  error: string | undefined
}) {
  return (
    <div className={classes.evidence}>
      <EvidenceFiles
        id={`lines-${line.key}-files`}
        optional={line.evidence !== 'required'}
        files={files}
        onChange={(next) => report.change(line, { files: next })}
        error={error}
      />
    </div>
  )
}
