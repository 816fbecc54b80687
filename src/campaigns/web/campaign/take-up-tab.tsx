import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../kernel/plain-date.ts'
import { pageOf } from '../../../mechanisms/obligations/domain/pages.ts'
import { isLate, obligationStatus } from '../../../mechanisms/obligations/web/index.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import { takeList } from '../../../platform/web/take-list.ts'
import {
  Answer,
  Empty,
  ExportButton,
  type MatrixCell,
  Pager,
  Panel,
  PanelBody,
  Stack,
  StatusMatrix,
  useListAddress,
} from '../../../ui/index.ts'
import type { MatrixCellShape, MatrixColumnShape, TakeUpRow } from '../../contract.ts'
import { type CampaignDetails, campaigns, type TakeUpPage } from '../api.ts'
import { BranchTable, Path } from './branch-table.tsx'
import { StillOwed } from './still-owed.tsx'
import { askedOf, FILTERS, TakeUpFilters } from './take-up-filters.tsx'

/** Branches with their counts, then units down and duties across; below it what is still owed, to be urged or settled from its row. */
export function TakeUpTab({ details }: { details: CampaignDetails }) {
  const { campaign } = details
  const list = useListAddress({ filters: FILTERS, pageSize: 50 })
  const filter = { id: campaign.id, ...askedOf(list) }
  const asked = useQuery({
    ...campaigns.takeUp.queryOptions({ input: { ...filter, page: list.page } }),
    placeholderData: keepPreviousData,
  })
  if (campaign.launchedOn === null) {
    return (
      <Panel label="Triển khai">
        <Empty title="Chưa phát động">
          Mỗi đơn vị nhận có việc tiếp nhận, quán triệt và nhiệm vụ được giao từ ngày phát động.
        </Empty>
      </Panel>
    )
  }
  return (
    <Answer asked={asked} problem={asked.error ? readProblem(asked.error) : undefined} lines={8}>
      {(page) => (
        <>
          <Panel
            title="Triển khai theo đơn vị"
            count={`${page.total} đơn vị`}
            acts={
              <ExportButton
                count={page.duties}
                size="s"
                onExport={() => takeList('take-up', { ...filter, mine: filter.mine ? 'true' : undefined })}
              />
            }
          >
            <Stack>
              <TakeUpFilters list={list} details={details} mine={page.mine} />
              {page.path.length > 1 && <Path path={page.path} />}
              {page.branches.length > 0 && <BranchTable branches={page.branches} />}
              <UnitMap page={page} />
              {page.total > page.pageSize && (
                <Pager
                  label="đơn vị"
                  list={{ ...list, pageSize: page.pageSize }}
                  total={page.total}
                  shown={page.rows.length}
                  fixedSize
                />
              )}
            </Stack>
          </Panel>
          {page.open.length > 0 && <StillOwed open={page.open} total={page.openTotal} campaignId={campaign.id} />}
        </>
      )}
    </Answer>
  )
}

function UnitMap({ page }: { page: TakeUpPage }) {
  if (page.rows.length === 0) {
    return <PanelBody>Không có đơn vị nào khớp với điều kiện lọc trong phạm vi được xem.</PanelBody>
  }
  return (
    <StatusMatrix
      label="Bảng triển khai theo đơn vị"
      rowHead="Đơn vị"
      columns={page.columns.map((column) => ({ key: column.key, title: column.title, sub: columnSub(column) }))}
      rows={page.rows.map((row) => ({
        id: row.unitId,
        name: row.unitName,
        cells: Object.fromEntries(row.cells.map((one) => [one.key, cellOf(one)])),
        total: timelyWords(row),
      }))}
      totalHead="Đúng hạn"
    />
  )
}

function columnSub({ occurrence, lastDay }: MatrixColumnShape): string {
  const day = `hạn ${formatDate(lastDay).slice(0, 5)}`
  return occurrence === null ? day : `${occurrence}, ${day}`
}

/** Of what has fallen due; «chưa có» while nothing has. */
function timelyWords({ onTime, due }: TakeUpRow): string {
  return due === 0 ? 'chưa đến' : `${onTime}/${due}`
}

/** What has been sent is looked at where it was written; everything else on the duty's own page. */
function cellOf(owed: MatrixCellShape): MatrixCell {
  const sent = owed.submissionState === 'submitted' || owed.submissionState === 'accepted'
  const status = obligationStatus(owed)
  const word = owed.count > 1 ? `${status.word} (${owed.count} bản)` : status.word
  return { ...status, word, href: sent ? pageOf(owed) : `/viec/${owed.id}`, solid: isLate(owed) }
}
