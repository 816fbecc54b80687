import { DataTable, Link, StatusWord, useNavigation } from '../../../ui/index.ts'
import { changedSearch } from '../../../ui/link/changed-search.ts'
import type { TakeUpBranch } from '../../contract.ts'
import { shareWords } from '../words.ts'
import classes from './campaign.module.css'

/** Opens a branch (or the whole again): the other filters stay. */
function useBranchHref(): (unitId: string | undefined) => string {
  const { address } = useNavigation()
  const [path = '/', search = ''] = address.split('?')
  return (unitId) => path + changedSearch(new URLSearchParams(search), { nhanh: unitId, page: undefined })
}

/** The units directly below, each with everything under it counted together; a press opens it. */
export function BranchTable({ branches }: { branches: readonly TakeUpBranch[] }) {
  const href = useBranchHref()
  return (
    <DataTable
      label="Triển khai theo nhánh"
      rows={branches}
      rowKey={(branch) => branch.unitId}
      columns={[
        {
          key: 'unit',
          head: 'Nhánh',
          cell: (branch) =>
            branch.units > 1 ? (
              <Link strong href={href(branch.unitId)}>
                {branch.unitName}
              </Link>
            ) : (
              branch.unitName
            ),
        },
        { key: 'units', head: 'Đơn vị', end: true, width: 80, cell: (branch) => branch.units },
        {
          key: 'received',
          head: 'Tiếp nhận',
          end: true,
          width: 170,
          cell: (branch) => shareWords(branch.received, branch.units),
        },
        {
          key: 'disseminated',
          head: 'Quán triệt',
          end: true,
          width: 170,
          cell: (branch) => shareWords(branch.disseminated, branch.units),
        },
        { key: 'done', head: 'Việc đã xong', end: true, width: 110, cell: (branch) => `${branch.done}/${branch.owed}` },
        {
          key: 'late',
          head: 'Quá hạn',
          card: 'state',
          width: 130,
          cell: (branch) =>
            branch.late === 0 ? (
              'Không có'
            ) : (
              <StatusWord tone="son" icon="alert-triangle" word={`${branch.late} việc quá hạn`} small />
            ),
        },
      ]}
    />
  )
}

/** From the unit that runs the campaign down to the branch that is open. */
export function Path({ path }: { path: readonly { unitId: string; unitName: string }[] }) {
  const href = useBranchHref()
  return (
    <nav aria-label="Nhánh đang xem" className={classes.path}>
      <ol>
        {path.map((unit, index) => (
          <li key={unit.unitId}>
            {index === path.length - 1 ? (
              <span aria-current="page">{unit.unitName}</span>
            ) : (
              <Link href={href(index === 0 ? undefined : unit.unitId)}>{unit.unitName}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
