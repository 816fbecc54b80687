import { useQuery } from '@tanstack/react-query'
import { formatMoment } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import {
  Answer,
  Button,
  DataTable,
  Definitions,
  Note,
  PageHeader,
  Panel,
  Stack,
  type Status,
  StatusWord,
} from '../../ui/index.ts'
import { type SystemOutputs, system } from './api.ts'
import { FailedJobs } from './failed-jobs.tsx'

type Health = SystemOutputs['health']
type Check = Health['checks'][number]

const STATES: Readonly<Record<Check['state'], Status>> = {
  good: { tone: 'luc', icon: 'circle-check', word: 'Tốt' },
  look: { tone: 'cam', icon: 'alert-triangle', word: 'Cần xem' },
  bad: { tone: 'son', icon: 'circle-x', word: 'Hỏng' },
}
const WORST_FIRST: readonly Check['state'][] = ['bad', 'look', 'good']

/** Whether the parts of the system work, worst first. */
export function HealthPage() {
  const found = useQuery({ ...system.health.queryOptions({ input: {} }), refetchInterval: 30_000 })
  return (
    <>
      <PageHeader
        title="Tình trạng hệ thống"
        acts={
          <Button icon="refresh" busy={found.isFetching} onClick={() => void found.refetch()}>
            Kiểm tra lại
          </Button>
        }
      />
      <Answer {...answerOf(found)} lines={6}>
        {(health) => <Shown health={health} />}
      </Answer>
    </>
  )
}

function Shown({ health }: { health: Health }) {
  const checks = WORST_FIRST.flatMap((state) => health.checks.filter((check) => check.state === state))
  const wrong = checks.filter((check) => check.state !== 'good')
  return (
    <Stack gap="l">
      {wrong.length === 0 ? (
        <Note tone="luc" title="Mọi phần đang chạy tốt" />
      ) : (
        <Note tone={checks[0]?.state === 'bad' ? 'son' : 'cam'} title={`${wrong.length} phần cần xem`}>
          {wrong.map((check) => check.name).join(', ')}
        </Note>
      )}
      <Panel flush title="Các phần">
        <DataTable
          label="Các phần của hệ thống"
          rows={checks}
          rowKey={(check) => check.name}
          columns={[
            { key: 'name', head: 'Phần', cell: (check) => <b>{check.name}</b> },
            {
              key: 'state',
              head: 'Tình trạng',
              width: 160,
              card: 'state',
              cell: (check) => <StatusWord {...STATES[check.state]} small />,
            },
            { key: 'detail', head: 'Chi tiết', cell: (check) => check.detail },
          ]}
        />
      </Panel>
      <FailedJobs />
      <Panel title="Bản đang chạy">
        <Definitions
          pairs={[
            { term: 'Phiên bản', value: health.version },
            { term: 'Chạy từ', value: formatMoment(new Date(health.startedAt)) },
          ]}
        />
      </Panel>
    </Stack>
  )
}
