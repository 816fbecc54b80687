import { useQuery } from '@tanstack/react-query'
import { addDays, formatDate, type PlainDate, plainDate, weekday } from '../../../kernel/plain-date.ts'
import { type ObligationOutputs, obligations } from '../../../mechanisms/obligations/web/index.ts'
import { answerOf } from '../../../platform/web/answer-of.ts'
import { Acts, Answer, Button, Link, PanelBody, ScrollRegion, StatusWord } from '../../../ui/index.ts'
import classes from './month-view.module.css'
import { useLedger } from './use-ledger.ts'

type Day = ObligationOutputs['ledgerMonth']['days'][number]

/** The same rows by the day they fall due: a month, each day with its counts and the first few. */
export function MonthView({ month, onMonth }: { month: string; onMonth: (month: string) => void }) {
  const { filter } = useLedger(undefined)
  const { from: _from, to: _to, ...narrowed } = filter
  const asked = useQuery(obligations.ledgerMonth.queryOptions({ input: { ...narrowed, month } }))
  const [year = '', no = ''] = month.split('-')
  return (
    <>
      <PanelBody>
        <Acts>
          <Button size="s" icon="chevron-left" onClick={() => onMonth(monthBeside(month, -1))}>
            Tháng trước
          </Button>
          <h2 className={classes.month}>{`Tháng ${no}/${year}`}</h2>
          <Button size="s" icon="chevron-right" onClick={() => onMonth(monthBeside(month, 1))}>
            Tháng sau
          </Button>
        </Acts>
      </PanelBody>
      <Answer {...answerOf(asked)} lines={8}>
        {({ days, today }) => (
          <>
            <Grid month={month} days={days} today={today} />
            {days.length === 0 && (
              <PanelBody line>
                <p>Không có việc nào đến hạn trong tháng {`${no}/${year}`}.</p>
              </PanelBody>
            )}
          </>
        )}
      </Answer>
    </>
  )
}

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'] as const

function Grid({ month, days, today }: { month: string; days: readonly Day[]; today: string }) {
  const byDay = new Map(days.map((day) => [day.day, day]))
  return (
    <ScrollRegion label="Lịch việc trong tháng">
      <table className={classes.grid}>
        <thead>
          <tr>
            {WEEKDAYS.map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td
                  key={day}
                  data-outside={day.slice(0, 7) !== month || undefined}
                  data-today={day === today || undefined}
                  data-full={byDay.has(day) || undefined}
                >
                  <time dateTime={day}>{formatDate(day).slice(0, 5)}</time>
                  {byDay.has(day) && <DayCell day={byDay.get(day) as Day} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function DayCell({ day }: { day: Day }) {
  const all = day.open + day.late + day.done + day.exempt
  const ofDay = `/so-viec?tu=${day.day}&den=${day.day}`
  const words = [
    day.open > 0 && `${day.open} chưa xong`,
    day.done > 0 && `${day.done} đã xong`,
    day.exempt > 0 && `${day.exempt} được miễn`,
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <div className={classes.day}>
      {day.late > 0 && (
        <Link strong className={classes.late} href={`${ofDay}&trang-thai=late`}>
          <StatusWord tone="son" icon="alert-triangle" word={`${day.late} quá hạn`} small />
        </Link>
      )}
      {words !== '' && (
        <Link strong href={`${ofDay}&trang-thai=all`}>
          {words}
        </Link>
      )}
      <ul>
        {day.rows.map((row) => (
          <li key={row.id}>
            <Link href={`/viec/${row.id}`}>{`${row.unitName}: ${row.title}`}</Link>
          </li>
        ))}
      </ul>
      {all > day.rows.length && <small>{`và ${all - day.rows.length} việc khác`}</small>}
    </div>
  )
}

/** The weeks that touch the month, Monday first. */
function weeksOf(month: string): PlainDate[][] {
  let day = plainDate(`${month}-01`)
  day = addDays(day, 1 - weekday(day))
  const weeks: PlainDate[][] = []
  while (weeks.length === 0 || day.slice(0, 7) === month) {
    const first = day
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((step) => addDays(first, step)))
    day = addDays(day, 7)
  }
  return weeks
}

function monthBeside(month: string, step: 1 | -1): string {
  const [year = 0, no = 1] = month.split('-').map(Number)
  const count = year * 12 + (no - 1) + step
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
