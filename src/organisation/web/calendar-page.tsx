import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, formatDateWithWeekday, formatMoment, plainDate } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { useToday } from '../../platform/web/today.ts'
import { useAct } from '../../platform/web/use-act.ts'
import {
  ActButton,
  Answer,
  ConfirmDialog,
  DataTable,
  Dialog,
  Note,
  PageHeader,
  Panel,
  Stack,
  StatusWord,
  Tabs,
  useAddressParams,
  useNotices,
} from '../../ui/index.ts'
import { type OrganisationOutputs, organisation } from './api.ts'
import { ProposedDays } from './proposed-days.tsx'
import { SpecialDayForm } from './special-day-form.tsx'

type SpecialDays = OrganisationOutputs['specialDays']
type SpecialDay = SpecialDays['days'][number]

/** The days of a year that are not what their weekday says: what deadlines in working days are counted by. */
export function CalendarPage() {
  const thisYear = Number(useToday().slice(0, 4))
  const [params] = useAddressParams()
  const asked = Number(params.get('year') ?? thisYear)
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : thisYear
  const found = useQuery(organisation.specialDays.queryOptions({ input: { year } }))
  const [adding, setAdding] = useState(false)
  const years = [...new Set([thisYear - 1, thisYear, thisYear + 1, year])].sort((a, b) => a - b)
  return (
    <>
      <PageHeader
        title="Ngày nghỉ, ngày làm bù"
        lead="Hạn tính theo ngày làm việc bỏ qua thứ Bảy, Chủ nhật và các ngày nghỉ ghi ở đây. Hạn đã đặt giữ nguyên khi danh sách đổi."
        acts={
          <ActButton act={found.data?.actions.set} kind="primary" icon="plus" onClick={() => setAdding(true)}>
            Thêm ngày
          </ActButton>
        }
      />
      <Tabs
        label="Năm"
        current={`/lich?year=${year}`}
        tabs={years.map((one) => ({ href: `/lich?year=${one}`, word: `Năm ${one}` }))}
      />
      <Answer {...answerOf(found)} lines={6}>
        {(data) => (
          <Stack gap="l">
            <ConfirmedNote year={year} data={data} />
            <YearDays year={year} data={data} />
            {data.proposal && data.actions.confirm && <ProposedDays key={year} year={year} proposal={data.proposal} />}
          </Stack>
        )}
      </Answer>
      <Dialog open={adding} onClose={() => setAdding(false)} title="Thêm ngày nghỉ hoặc ngày làm bù">
        <SpecialDayForm onClose={() => setAdding(false)} />
      </Dialog>
    </>
  )
}

/** Whether the year is known by its announcement, or only what the law lets expect. */
function ConfirmedNote({ year, data: { confirmed, days } }: { year: number; data: SpecialDays }) {
  if (confirmed === null) {
    return days.length === 0 ? null : (
      <Note tone="cam" title={`Ngày nghỉ năm ${year} chưa được xác nhận`}>
        Quản trị viên xác nhận theo thông báo của cơ quan có thẩm quyền. Đến lúc đó, hạn tính theo ngày làm việc trong
        năm {year} có thể thay đổi.
      </Note>
    )
  }
  const on = confirmed.announcedOn === null ? '' : ` ngày ${formatDate(confirmed.announcedOn)}`
  return (
    <Note tone="luc" title={`Ngày nghỉ năm ${year} theo ${confirmed.announcement}${on}`}>
      {confirmed.byName} xác nhận lúc {formatMoment(new Date(confirmed.at))}.
    </Note>
  )
}

function YearDays({ year, data }: { year: number; data: SpecialDays }) {
  const [removing, setRemoving] = useState<SpecialDay>()
  const tell = useNotices()
  const remove = useAct(
    (day: SpecialDay) => organisation.removeSpecialDay.call({ day: day.day }),
    (_done, day) => {
      setRemoving(undefined)
      tell({ text: `Đã bỏ ${day.name}, ${dayWords(day.day)}` })
    },
  )
  const close = () => {
    remove.clear()
    setRemoving(undefined)
  }
  if (data.days.length === 0) {
    return (
      <Note tone="cam" title={`Năm ${year} chưa có ngày nghỉ, ngày làm bù nào`}>
        Hạn rơi vào năm {year} đang tính chỉ bỏ qua thứ Bảy và Chủ nhật. Thêm ngày lễ, Tết theo thông báo của cơ quan có
        thẩm quyền.
      </Note>
    )
  }
  return (
    <Panel flush title={`Năm ${year}`} count={`${data.days.length} ngày`}>
      <DataTable
        label={`Ngày nghỉ, ngày làm bù năm ${year}`}
        rows={data.days}
        rowKey={(day) => day.day}
        columns={[
          { key: 'day', head: 'Ngày', width: 220, cell: (day) => <b>{dayWords(day.day)}</b> },
          { key: 'kind', head: 'Loại', width: 170, card: 'state', cell: (day) => <KindWord day={day} /> },
          { key: 'name', head: 'Tên', cell: (day) => day.name },
          { key: 'basis', head: 'Căn cứ', cell: (day) => day.basis ?? 'chưa có' },
        ]}
        rowAct={(day) => (
          <ActButton act={data.actions.remove} size="s" icon="trash" onClick={() => setRemoving(day)}>
            Bỏ<span className="visually-hidden"> {dayWords(day.day)}</span>
          </ActButton>
        )}
      />
      <ConfirmDialog
        open={removing !== undefined}
        onClose={close}
        title={removing === undefined ? '' : `Bỏ ${removing.name}, ${dayWords(removing.day)}`}
        confirm="Bỏ ngày này"
        danger
        busy={remove.busy}
        error={remove.problem?.sentence}
        onConfirm={() => removing && remove.run(removing)}
      >
        Hạn đặt từ nay tính ngày này theo thứ trong tuần. Hạn đã đặt giữ nguyên.
      </ConfirmDialog>
    </Panel>
  )
}

function KindWord({ day: { kind, unscheduled } }: { day: SpecialDay }) {
  if (kind === 'working') return <StatusWord tone="cam" icon="clipboard-check" word="Làm bù" small />
  return unscheduled ? (
    <StatusWord tone="cam" icon="alert-triangle" word="Nghỉ đột xuất" small />
  ) : (
    <StatusWord tone="luc" icon="calendar" word="Nghỉ" small />
  )
}

function dayWords(day: string): string {
  return formatDateWithWeekday(plainDate(day))
}
