import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf } from '../../platform/web/answer-of.ts'
import { readProblem } from '../../platform/web/problem.ts'
import { takeList } from '../../platform/web/take-list.ts'
import {
  Answer,
  Button,
  Empty,
  ExportButton,
  type ListFilter,
  ListTable,
  MonthBars,
  PageHeader,
  Panel,
  Stack,
  useListAddress,
} from '../../ui/index.ts'
import { KIND_NAMES } from '../domain/ladder-words.ts'
import { type Board, urging } from './api.ts'
import { BoardActs } from './board-acts.tsx'
import { boardColumns, RowAct } from './board-columns.tsx'
import { isKind, isStage, STAGE_OPTIONS } from './board-filters.ts'
import { UrgingTabs } from './urging-tabs.tsx'
import { lastRunWords, monthName, percentWords, trendSentence } from './words.ts'

/** *Đơn vị quá hạn*: who owes what for how long, how far urging has gone, and the next act from the row. */
export function LateBoardPage() {
  const list = useListAddress({ filters: ['thing', 'branch', 'kind', 'stage', 'mine'] })
  const { thing = '', branch = '', kind = '', stage = '', mine = '' } = list.filters
  const filter = {
    q: list.q === '' ? undefined : list.q,
    thingId: thing || undefined,
    branchId: branch || undefined,
    kind: isKind(kind) ? kind : undefined,
    stage: isStage(stage) ? stage : undefined,
    mine: mine === 'yes' ? ('yes' as const) : undefined,
  }
  const asked = useQuery({
    ...urging.late.queryOptions({ input: { ...filter, page: list.page } }),
    placeholderData: keepPreviousData,
  })
  const choices = useQuery(urging.boardChoices.queryOptions({ input: {} }))
  const board = asked.data
  return (
    <>
      <PageHeader title="Đơn vị quá hạn" lead={leadOf(board)} />
      <UrgingTabs current="/don-doc" />
      <Stack gap="l">
        <TrendPanel />
        <Panel flush label="Các việc quá hạn">
          <ListTable
            list={list}
            noun="việc"
            label="Việc quá hạn, lâu nhất ở trên"
            searchPlaceholder="Tìm đơn vị, tên việc"
            filters={filtersOf(choices.data, board?.looksAfter ?? false)}
            acts={
              <ExportButton
                count={board?.total}
                totalIsMore={board?.totalIsMore}
                onExport={() => takeList('late-board', filter)}
              />
            }
            columns={boardColumns}
            rows={board?.rows}
            rowKey={(row) => row.id}
            rowName={(row) => `${row.unitName}, ${row.title}`}
            rowAct={(row) => <RowAct row={row} />}
            bulk={
              board?.mayUrge
                ? (chosen, clear) => <BoardActs rows={board.rows.filter((row) => chosen.has(row.id))} onDone={clear} />
                : undefined
            }
            total={board?.total ?? 0}
            totalIsMore={board?.totalIsMore}
            fixedSize
            fetching={asked.isPlaceholderData}
            problem={asked.error ? readProblem(asked.error) : undefined}
            onRetry={() => void asked.refetch()}
            empty={
              <Empty
                level={2}
                title="Không có việc nào quá hạn"
                acts={<Button onClick={() => void asked.refetch()}>Tải lại</Button>}
              >
                Việc quá hạn của các đơn vị hiện ở đây, lâu nhất đứng đầu.
              </Empty>
            }
          />
        </Panel>
      </Stack>
    </>
  )
}

function leadOf(board: Board | undefined): string | undefined {
  if (!board) return undefined
  const many = board.totalIsMore ? 'hơn 10.000' : board.total.toLocaleString('vi-VN')
  const late = board.total === 0 ? '' : `${board.units.toLocaleString('vi-VN')} đơn vị, ${many} việc quá hạn. `
  return `${late}${lastRunWords(board.lastRun)}`
}

type Choices = { things: { id: string; title: string }[]; branches: { id: string; name: string }[] }

function filtersOf(choices: Choices | undefined, looksAfter: boolean): ListFilter[] {
  return [
    {
      name: 'thing',
      label: 'Phong trào',
      any: 'Mọi phong trào',
      options: (choices?.things ?? []).map((one) => ({ value: one.id, label: one.title })),
    },
    {
      name: 'stage',
      label: 'Mức nhắc',
      any: 'Mọi mức nhắc',
      options: STAGE_OPTIONS,
    },
    {
      name: 'branch',
      label: 'Nhánh đơn vị',
      any: 'Mọi đơn vị',
      options: (choices?.branches ?? []).map((one) => ({ value: one.id, label: one.name })),
    },
    {
      name: 'kind',
      label: 'Loại việc',
      any: 'Mọi loại việc',
      options: Object.entries(KIND_NAMES).map(([value, label]) => ({ value, label })),
    },
    ...(looksAfter
      ? [
          {
            name: 'mine',
            label: 'Theo dõi',
            any: 'Mọi đơn vị',
            options: [{ value: 'yes', label: 'Đơn vị tôi theo dõi' }],
          },
        ]
      : []),
  ]
}

const SERIES = ['Đúng hạn', 'Muộn', 'Còn nợ'] as const

/** Months before anything was due are left out: an empty half of a chart says nothing. */
function TrendPanel() {
  const found = useQuery(urging.trend.queryOptions({ input: {} }))
  return (
    <Answer {...answerOf(found)} lines={5}>
      {({ months }) => (
        <Panel title="Đúng hạn theo tháng">
          <Stack>
            <p>{trendSentence(months)}</p>
            {months.some((month) => month.due > 0) && (
              <MonthBars
                title={trendSentence(months)}
                series={SERIES}
                note="Cột: số việc đến hạn. Số trên cột: tỷ lệ đúng hạn."
                months={months.slice(months.findIndex((month) => month.due > 0)).map((month) => ({
                  short: `T${Number(month.month.slice(5))}`,
                  name: monthName(month.month),
                  parts: [month.onTime, month.doneLate, month.open],
                  over: month.due === 0 ? undefined : percentWords(month.onTime, month.due),
                }))}
              />
            )}
          </Stack>
        </Panel>
      )}
    </Answer>
  )
}
