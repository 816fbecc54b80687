import { useQuery } from '@tanstack/react-query'
import { formatMoment } from '../../kernel/plain-date.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { ActButton, DataTable, Panel, TwoLines, useNotices } from '../../ui/index.ts'
import { system } from './api.ts'

/** What was to be done without anybody waiting for it, and was given up; not there when nothing was. */
export function FailedJobs() {
  const found = useQuery({ ...system.jobs.queryOptions({ input: {} }), refetchInterval: 30_000 })
  const tell = useNotices()
  const retry = useAct(
    (id: string) => system.retryJob.call({ id }),
    () => tell({ text: 'Việc nền sẽ chạy lại trong vài giây' }),
  )
  const failed = found.data?.failed ?? []
  if (failed.length === 0) return null
  return (
    <Panel flush title="Việc nền không xong" count={failed.length}>
      <DataTable
        label="Việc nền không xong"
        rows={failed}
        rowKey={(job) => job.id}
        columns={[
          {
            key: 'what',
            head: 'Việc',
            cell: (job) => <TwoLines sub={formatMoment(new Date(job.failedAt))}>{job.words}</TwoLines>,
          },
          { key: 'why', head: 'Lỗi', card: 'plain', cell: (job) => job.reason ?? 'không rõ' },
          {
            key: 'act',
            head: 'Thao tác',
            width: 150,
            card: 'plain',
            cell: (job) => (
              <ActButton act={job.actions.retry} size="s" onClick={() => retry.run(job.id)}>
                Chạy lại
              </ActButton>
            ),
          },
        ]}
      />
    </Panel>
  )
}
