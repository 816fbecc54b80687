import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { obligationStatus, thingBeside, titleWithTurn } from '../../../mechanisms/obligations/web/index.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import { takeList } from '../../../platform/web/take-list.ts'
import {
  Acts,
  Answer,
  ButtonLink,
  DataTable,
  ExportButton,
  Link,
  Pager,
  Panel,
  PanelBody,
  StatusWord,
  TwoLines,
  useListAddress,
} from '../../../ui/index.ts'
import { OVERVIEW_WORDS, type OverviewRows } from '../../domain/overview-words.ts'
import { campaigns } from '../api.ts'

/** The rows behind the number that was pressed, the very ones it counts. */
export function RowsPanel({ what }: { what: OverviewRows }) {
  const list = useListAddress({ pageSize: 50 })
  const asked = useQuery({
    ...campaigns.overviewRows.queryOptions({ input: { what, page: list.page } }),
    placeholderData: keepPreviousData,
  })
  return (
    <Answer asked={asked} problem={asked.error ? readProblem(asked.error) : undefined} lines={6}>
      {({ rows, total, pageSize }) => (
        <Panel
          flush
          title={OVERVIEW_WORDS[what]}
          count={`${total.toLocaleString('vi-VN')} việc`}
          acts={
            <Acts>
              <ExportButton count={total} size="s" onExport={() => takeList('overview', { what })} />
              <ButtonLink size="s" kind="subtle" href="/tong-quan">
                Đóng danh sách
              </ButtonLink>
            </Acts>
          }
        >
          {rows.length === 0 ? (
            <PanelBody>Không còn việc nào.</PanelBody>
          ) : (
            <DataTable
              label={OVERVIEW_WORDS[what]}
              rows={rows}
              rowKey={(owed) => owed.id}
              columns={[
                {
                  key: 'unit',
                  head: 'Đơn vị',
                  cell: (owed) => (
                    <TwoLines sub={owed.assignedName && `Giao ${owed.assignedName}`}>
                      <Link strong href={`/viec/${owed.id}`}>
                        {owed.unitName}
                      </Link>
                    </TwoLines>
                  ),
                },
                {
                  key: 'what',
                  head: 'Việc',
                  card: 'plain',
                  cell: (owed) => <TwoLines sub={thingBeside(owed)}>{titleWithTurn(owed)}</TwoLines>,
                },
                { key: 'due', head: 'Thời hạn', width: 220, cell: (owed) => owed.due.words },
                {
                  key: 'state',
                  head: 'Trạng thái',
                  card: 'state',
                  width: 160,
                  cell: (owed) => <StatusWord {...obligationStatus(owed)} />,
                },
              ]}
            />
          )}
          {total > pageSize && (
            <PanelBody line>
              <Pager label={OVERVIEW_WORDS[what]} list={list} total={total} shown={rows.length} fixedSize />
            </PanelBody>
          )}
        </Panel>
      )}
    </Answer>
  )
}
