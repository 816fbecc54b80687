import { formatDate } from '../../../kernel/plain-date.ts'
import { DUTY_NAMES, thingBeside, titleWithTurn } from '../../../mechanisms/obligations/web/index.ts'
import { DataTable, Link, Panel, PanelBody, StatusWord, TwoLines } from '../../../ui/index.ts'
import type { NotSent } from '../../contract.ts'
import type { OverviewData } from '../api.ts'

/** Who has not sent: each thing due by now or within a week, how many units of how many; a press opens the units. */
export function NotSentPanel({ data }: { data: OverviewData }) {
  return (
    <Panel flush title="Đơn vị nào chưa gửi" count={data.notSent.length > 0 ? 'đến hạn hoặc còn 7 ngày' : undefined}>
      {data.notSent.length === 0 ? (
        <PanelBody>Mọi việc đến hạn đã có đủ của các đơn vị; 7 ngày tới không có việc nào đến hạn.</PanelBody>
      ) : (
        <DataTable
          label="Đơn vị nào chưa gửi"
          rows={data.notSent}
          rowKey={(one) => `${one.thingId} ${one.kind} ${one.factId ?? ''} ${one.lastDay} ${one.occurrence ?? ''}`}
          columns={[
            {
              key: 'what',
              head: 'Việc',
              cell: (one) => (
                <TwoLines sub={thingBeside(one)}>
                  <Link strong href={hrefOf(one)}>
                    {titleOf(one)}
                  </Link>
                </TwoLines>
              ),
            },
            { key: 'day', head: 'Ngày cuối', end: true, width: 110, cell: (one) => formatDate(one.lastDay) },
            {
              key: 'sent',
              head: 'Đã gửi',
              end: true,
              width: 110,
              cell: (one) => `${one.owed - one.notSent}/${one.owed}`,
            },
            {
              key: 'missing',
              head: 'Chưa gửi',
              card: 'state',
              width: 240,
              cell: (one) =>
                one.late > 0 ? (
                  <StatusWord tone="son" icon="alert-triangle" word={`${one.notSent} chưa gửi, ${one.late} quá hạn`} />
                ) : (
                  <StatusWord tone="cam" icon="clock" word={`${one.notSent} chưa gửi`} />
                ),
            },
          ]}
        />
      )}
    </Panel>
  )
}

function titleOf({ kind, title, occurrence }: NotSent): string {
  const name = kind === 'confirm-receipt' || kind === 'disseminate' ? DUTY_NAMES[kind].head : title
  return titleWithTurn({ title: name, occurrence })
}

function hrefOf({ thingKind, thingId, kind, factId }: NotSent): string {
  if (thingKind === 'assignment') return `/giao-viec/${thingId}`
  return `/phong-trao/${thingId}?phan=trien-khai&loc=open&viec=${factId === null ? kind : `nv-${factId}`}`
}
