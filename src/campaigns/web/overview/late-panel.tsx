import {
  ladderOf,
  lateWords,
  obligationStatus,
  RemindAllButton,
  RemindButton,
} from '../../../mechanisms/obligations/web/index.ts'
import { LateRow, Link, Panel, PanelBody, WorkList } from '../../../ui/index.ts'
import type { OverviewData } from '../api.ts'

/** What is late and how long: the longest first, and how it stood a week ago. */
export function LatePanel({ data }: { data: OverviewData }) {
  const oneThing = new Set(data.late.map((owed) => owed.thingId)).size === 1
  return (
    <Panel
      flush
      title="Quá hạn ở các đơn vị"
      count={data.counts.late > 0 ? data.counts.late : undefined}
      acts={<RemindAllButton owed={data.late} />}
    >
      <PanelBody>{lateSentence(data)}</PanelBody>
      {data.late.length > 0 && (
        <WorkList>
          {data.late.map((owed) => (
            <LateRow
              key={owed.id}
              title={owed.unitName}
              href={`/viec/${owed.id}`}
              sub={lateWords(owed, oneThing)}
              status={obligationStatus(owed)}
              ladder={ladderOf(owed.reminders)}
              act={<RemindButton owed={owed} />}
            />
          ))}
        </WorkList>
      )}
      {data.late.length < data.counts.late && (
        <PanelBody line>
          <Link href="/don-doc">{`Xem cả ${data.counts.late} việc quá hạn`}</Link>
        </PanelBody>
      )}
    </Panel>
  )
}

function lateSentence({ counts, lateUnits, longestLate, lateBefore }: OverviewData): string {
  if (counts.late === 0) {
    return lateBefore === 0
      ? 'Không đơn vị nào quá hạn.'
      : `Không đơn vị nào quá hạn; tuần trước còn ${lateBefore} việc.`
  }
  return `${lateUnits} đơn vị quá hạn ${counts.late} việc, lâu nhất ${longestLate} ngày. Tuần trước: ${lateBefore} việc.`
}
