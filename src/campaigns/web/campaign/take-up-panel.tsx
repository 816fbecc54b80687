import { useQuery } from '@tanstack/react-query'
import { obligationStatus } from '../../../mechanisms/obligations/web/index.ts'
import { Definitions, Link, Panel, Stack, StatusWord, Tree, type TreeItem } from '../../../ui/index.ts'
import type { TakeUpRow } from '../../contract.ts'
import { type CampaignDetails, campaigns, type TakeUpPage } from '../api.ts'
import { lateStatus, shareWords } from '../words.ts'

/** More units than these are shown by branch. */
const MOST_IN_TREE = 20

/** Who has confirmed, who has disseminated: unit by unit, or branch by branch where there are many. */
export function TakeUpPanel({ details: { campaign } }: { details: CampaignDetails }) {
  const launched = campaign.state === 'launched' || campaign.state === 'closed'
  const { data } = useQuery({
    ...campaigns.takeUp.queryOptions({ input: { id: campaign.id } }),
    enabled: launched,
  })
  const late = lateStatus(campaign.late)
  const href = `/phong-trao/${campaign.id}?phan=trien-khai`
  return (
    <Panel title="Triển khai">
      {launched ? (
        <Stack gap="s">
          <Definitions
            pairs={[
              { term: 'Tiếp nhận', value: shareWords(campaign.received, campaign.units) },
              { term: 'Quán triệt', value: shareWords(campaign.disseminated, campaign.units) },
            ]}
          />
          {late && (
            <div>
              <Link href={`${href}&loc=late`}>
                <StatusWord {...late} />
              </Link>
            </div>
          )}
          {data && data.total > 0 && <Tree label="Đơn vị đã tiếp nhận, đã quán triệt" items={treeOf(data)} />}
          <p>
            <Link href={href}>Xem bảng theo đơn vị</Link>
          </p>
        </Stack>
      ) : (
        <p>Chưa phát động. Sẽ gửi đến {campaign.units} đơn vị.</p>
      )}
    </Panel>
  )
}

function treeOf({ path, branches, rows, total }: TakeUpPage): TreeItem[] {
  const host = path[0]
  const byBranch = total > MOST_IN_TREE && branches.length > 0
  const children = byBranch
    ? branches.map((branch) => ({
        id: branch.unitId,
        name: branch.unitName,
        sub: `Tiếp nhận ${branch.received}/${branch.units}, quán triệt ${branch.disseminated}/${branch.units}`,
      }))
    : rows.slice(0, MOST_IN_TREE).map((row) => ({ id: row.unitId, name: row.unitName, sub: <TakenUp row={row} /> }))
  const more = byBranch || total <= MOST_IN_TREE ? [] : [{ id: 'more', name: `và ${total - MOST_IN_TREE} đơn vị khác` }]
  return [{ id: host?.unitId ?? '', name: host?.unitName ?? '', children: [...children, ...more] }]
}

/** «Quán triệt: Đúng hạn»; before that, where the receipt stands. */
function TakenUp({ row }: { row: TakeUpRow }) {
  const receipt = row.cells.find((cell) => cell.kind === 'confirm-receipt')
  const dissemination = row.cells.find((cell) => cell.kind === 'disseminate')
  const shown = dissemination?.state === 'done' || receipt?.state === 'done' ? dissemination : receipt
  if (!shown) return null
  const status = obligationStatus(shown)
  const what = shown.kind === 'disseminate' ? 'Quán triệt' : 'Tiếp nhận'
  return <StatusWord {...status} word={`${what}: ${status.word}`} small />
}
