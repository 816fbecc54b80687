import type { ObligationShape } from '../../../mechanisms/obligations/contract.ts'
import {
  DUTY_NAMES,
  isLate,
  ladderOf,
  obligationStatus,
  RemindAllButton,
  RemindButton,
  SettleButton,
  titleWithTurn,
} from '../../../mechanisms/obligations/web/index.ts'
import { Acts, LateRow, Link, Panel, PanelBody, WorkList } from '../../../ui/index.ts'

/** What the units of the page still owe, first due first; the ledger has everything. */
export function StillOwed({
  open,
  total,
  campaignId,
}: {
  open: readonly ObligationShape[]
  total: number
  campaignId: string
}) {
  return (
    <Panel flush title="Còn nợ" count={total} acts={<RemindAllButton owed={open.filter(isLate)} />}>
      <WorkList>
        {open.map((owed) => (
          <LateRow
            key={owed.id}
            title={owed.unitName}
            href={`/viec/${owed.id}`}
            sub={[dutyWords(owed), owed.due.words, owed.assignedName && `Giao ${owed.assignedName}`]
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
      {open.length < total && (
        <PanelBody line>
          <Link href={`/so-viec?thuoc=${campaignId}`}>{`Xem cả ${total} việc trong sổ việc`}</Link>
        </PanelBody>
      )}
    </Panel>
  )
}

/** «Báo cáo: Báo cáo tiến độ, Tháng 08/2022»; a receipt and a dissemination are named by their kind alone, a title that begins with its kind by itself. */
function dutyWords({ kind, title, occurrence }: ObligationShape): string {
  const head = DUTY_NAMES[kind].head
  if (kind === 'confirm-receipt' || kind === 'disseminate') return head
  const words = titleWithTurn({ title, occurrence })
  const said = words.toLocaleLowerCase('vi').startsWith(head.toLocaleLowerCase('vi'))
  return said ? words : `${head}: ${words}`
}
