import { useQuery } from '@tanstack/react-query'
import { useHouseState } from '../../accounts/web/index.ts'
import { formatDate } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { Answer, ButtonLink, DataTable, Empty, Link, Panel } from '../../ui/index.ts'
import { acting } from './api.ts'

/** What I handed over and what was handed to me. */
export function HandoverList() {
  const { me } = useHouseState()
  const found = useQuery(acting.handovers.queryOptions({ input: {} }))
  const shares = me?.roles.some((role) => role !== 'staff' && role !== 'auditor')
  return (
    <Answer {...answerOf(found)} lines={3}>
      {({ handovers }) => (
        <Panel
          flush
          title="Bàn giao"
          count={handovers.length || undefined}
          acts={
            me !== null &&
            shares && (
              <ButtonLink size="s" icon="copy" href={`/ban-giao/nguoi/${me.personId}`}>
                Bàn giao việc của tôi
              </ButtonLink>
            )
          }
        >
          {handovers.length === 0 ? (
            <Empty title="Chưa có lần bàn giao nào">Việc đã giao và đã nhận hiện ở đây, kèm danh sách để in.</Empty>
          ) : (
            <DataTable
              label="Bàn giao"
              rows={handovers}
              rowKey={(one) => one.id}
              columns={[
                {
                  key: 'day',
                  head: 'Ngày',
                  width: 160,
                  cell: (one) => (
                    <Link strong href={`/ban-giao/${one.id}`}>
                      {formatDate(one.onDay)}
                    </Link>
                  ),
                },
                { key: 'from', head: 'Người giao', cell: (one) => one.fromName },
                { key: 'to', head: 'Người nhận', cell: (one) => one.toNames.join(', ') },
                { key: 'items', head: 'Số việc', width: 110, end: true, cell: (one) => one.items },
              ]}
            />
          )}
        </Panel>
      )}
    </Answer>
  )
}
