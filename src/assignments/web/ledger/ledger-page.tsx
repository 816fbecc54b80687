import { useToday } from '../../../platform/web/today.ts'
import { PageHeader, Panel, Stack, Tabs, useAddressParams } from '../../../ui/index.ts'
import { DayFilters } from './day-filters.tsx'
import { LedgerTable } from './ledger-table.tsx'
import { MonthView } from './month-view.tsx'
import { RecentActs } from './recent-acts.tsx'

/** `/so-viec`: every obligation one may see, as a list or by the month. */
export function LedgerPage() {
  const [params, change] = useAddressParams()
  const today = useToday()
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.exec(params.get('thang') ?? '')?.[0]
  const kept = new URLSearchParams(params)
  kept.delete('thang')
  kept.delete('page')
  const listHref = `/so-viec${kept.size > 0 ? `?${kept}` : ''}`
  kept.set('thang', month ?? today.slice(0, 7))
  const monthHref = `/so-viec?${kept}`
  return (
    <>
      <PageHeader
        title="Sổ việc"
        lead="Mọi việc các đơn vị phải làm, của phong trào và việc được giao, trong phạm vi được xem."
      />
      <Tabs
        label="Cách xem"
        current={month === undefined ? listHref : monthHref}
        tabs={[
          { href: listHref, word: 'Danh sách' },
          { href: monthHref, word: 'Lịch tháng' },
        ]}
      />
      <Stack gap="l">
        <Panel flush label="Sổ việc">
          {month === undefined ? (
            <>
              <DayFilters />
              <LedgerTable />
            </>
          ) : (
            <MonthView month={month} onMonth={(wanted) => change({ thang: wanted })} />
          )}
        </Panel>
        {month === undefined && <RecentActs />}
      </Stack>
    </>
  )
}
