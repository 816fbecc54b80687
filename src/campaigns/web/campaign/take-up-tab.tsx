import { useState } from 'react'
import { useFollowedUnits } from '../../../acting/web/index.ts'
import { formatDate } from '../../../kernel/plain-date.ts'
import type { ObligationShape } from '../../../mechanisms/obligations/contract.ts'
import {
  DUTY_NAMES,
  FollowedSwitch,
  followedOnly,
  isLate,
  ladderOf,
  obligationStatus,
  RemindAllButton,
  RemindButton,
  SettleButton,
} from '../../../mechanisms/obligations/web/index.ts'
import { takeList } from '../../../platform/web/take-list.ts'
import {
  Acts,
  Button,
  Empty,
  ExportButton,
  LateRow,
  type MatrixCell,
  Panel,
  PanelBody,
  StatusMatrix,
  WorkList,
} from '../../../ui/index.ts'
import type { CampaignDetails } from '../api.ts'
import classes from './campaign.module.css'

const KINDS = ['confirm-receipt', 'disseminate'] as const
/** Rows of the list below the map before it is asked for the rest. */
const SHOWN = 30

/** Units down, duties across; below it what is still owed, to be reminded or settled from its row. */
export function TakeUpTab({ details }: { details: CampaignDetails }) {
  const { campaign } = details
  const followed = useFollowedUnits()
  const [units, setUnits] = useState<'mine' | 'all'>('mine')
  const mine = details.takeUp.filter((row) => followed.has(row.unitId)).length
  const takeUp = followedOnly(details.takeUp, (row) => followed.has(row.unitId), units)
  if (takeUp.length === 0) {
    return (
      <Panel label="Triển khai">
        <Empty title={campaign.launchedOn === null ? 'Chưa phát động' : 'Không có việc nào thuộc phạm vi được xem'}>
          {campaign.launchedOn === null
            ? 'Mỗi đơn vị nhận có việc tiếp nhận và việc quán triệt từ ngày phát động.'
            : undefined}
        </Empty>
      </Panel>
    )
  }
  const owed = takeUp.flatMap((row) => row.obligations)
  const open = owed.filter((one) => one.actions.remind || one.actions['receive-on-paper'] || one.actions.exempt)
  return (
    <>
      <Panel
        title="Triển khai theo đơn vị"
        count={`${takeUp.length} đơn vị`}
        acts={<ExportButton count={owed.length} size="s" onExport={() => takeList('take-up', { id: campaign.id })} />}
      >
        <FollowedSwitch mine={mine} all={details.takeUp.length} value={units} onChange={setUnits} />
        <div className={classes.map}>
          <StatusMatrix
            label="Bảng triển khai theo đơn vị"
            rowHead="Đơn vị"
            columns={KINDS.map((kind) => ({
              key: kind,
              title: DUTY_NAMES[kind].head,
              sub: dueWords(kind === 'confirm-receipt' ? campaign.receiptDue : campaign.disseminateDue),
            }))}
            rows={takeUp.map((row) => ({
              id: row.unitId,
              name: row.unitName,
              cells: Object.fromEntries(row.obligations.map((one) => [one.kind, cellOf(one)])),
              total: `${row.obligations.filter((one) => one.state === 'done').length}/${row.obligations.filter((one) => one.state !== 'exempt').length}`,
            }))}
            totalHead="Đã xong"
          />
        </div>
      </Panel>
      {open.length > 0 && <StillOwed open={open} />}
    </>
  )
}

function cellOf(owed: ObligationShape): MatrixCell {
  return { ...obligationStatus(owed), href: hrefFor(owed), solid: isLate(owed) }
}

/** What has been sent is looked at where it was written; everything else on the duty's own page. */
function hrefFor(owed: ObligationShape): string {
  const sent = owed.submissionState === 'submitted' || owed.submissionState === 'accepted'
  return sent ? `/viec/${owed.id}/quan-triet` : `/viec/${owed.id}`
}

function dueWords(day: string | null): string | undefined {
  return day === null ? undefined : `hạn ${formatDate(day).slice(0, 5)}`
}

function StillOwed({ open }: { open: readonly ObligationShape[] }) {
  const [all, setAll] = useState(false)
  const sorted = [...open].sort((a, b) => a.daysLeft - b.daysLeft)
  const shown = all ? sorted : sorted.slice(0, SHOWN)
  return (
    <Panel flush title="Còn nợ" count={open.length} acts={<RemindAllButton owed={sorted.filter(isLate)} />}>
      <WorkList>
        {shown.map((owed) => (
          <LateRow
            key={owed.id}
            title={owed.unitName}
            href={`/viec/${owed.id}`}
            sub={[`${DUTY_NAMES[owed.kind].head}. ${owed.due.words}`, owed.assignedName && `Giao ${owed.assignedName}`]
              .filter(Boolean)
              .join('. ')}
            status={obligationStatus(owed)}
            ladder={ladderOf(owed.reminders)}
            act={
              <Acts end>
                <RemindButton owed={owed} />
                <SettleButton owed={owed} />
              </Acts>
            }
          />
        ))}
      </WorkList>
      {shown.length < sorted.length && (
        <PanelBody line>
          <Button onClick={() => setAll(true)}>Hiện cả {sorted.length} việc</Button>
        </PanelBody>
      )}
    </Panel>
  )
}
