import { formatDate } from '../../kernel/plain-date.ts'
import { DataTable, Empty, Link, Panel, type PlainStatus, STATUS, StatusWord, TwoLines } from '../../ui/index.ts'
import type { UnitPageData } from './api.ts'

type Duty = NonNullable<UnitPageData['duties']>[number]

/** What a unit owes and what it has done, for whoever sees its duties. */
export function UnitDuties({ duties, today }: { duties: readonly Duty[]; today: string }) {
  const open = duties.filter((duty) => duty.state === 'open').length
  return (
    <Panel flush title="Việc phải làm" count={open || undefined}>
      {duties.length === 0 ? (
        <Empty title="Chưa có việc nào">Việc phải làm từ các phong trào gửi đến đơn vị sẽ hiện ở đây.</Empty>
      ) : (
        <DataTable
          label="Việc phải làm"
          rows={duties}
          rowKey={(duty) => duty.id}
          columns={[
            {
              key: 'title',
              head: 'Việc',
              cell: (duty) => (
                <TwoLines sub={duty.thingTitle}>
                  <Link strong href={`/viec/${duty.id}`}>
                    {duty.title}
                  </Link>
                </TwoLines>
              ),
            },
            { key: 'due', head: 'Hạn', width: 130, cell: (duty) => formatDate(duty.lastDay) },
            {
              key: 'state',
              head: 'Tình trạng',
              width: 220,
              card: 'state',
              cell: (duty) => <StatusWord {...dutyStatus(duty, today)} small />,
            },
          ]}
        />
      )}
    </Panel>
  )
}

function dutyStatus(duty: Duty, today: string): PlainStatus {
  switch (duty.state) {
    case 'done':
      return { tone: 'luc', icon: 'circle-check', word: `Xong ${formatDate(duty.doneOn ?? '')}` }
    case 'exempt':
      return STATUS.notOwed
    case 'open':
      return duty.lastDay < today
        ? { tone: 'son', icon: 'clock-exclamation', word: 'Quá hạn' }
        : { tone: 'cam', icon: 'clock', word: 'Đang làm' }
  }
}
