import { addDays, daysBetween, formatDate, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { Glyph } from '../icon/glyph.tsx'
import { cx } from '../theme/class-names.ts'
import classes from './year-axis.module.css'

export type AxisMark = {
  date: PlainDate
  name: string
  /** Something is off with this day: amber, with the words. */
  doubt?: string
}

export type AxisPeriod = {
  name: string
  from: PlainDate
  to: PlainDate
  /** Its days as the paper writes them, when it is less precise: «01/2022 đến 30/06/2022». */
  span?: string
  /** «Tổng kết trước ngày 15/07/2022, còn 2 ngày». */
  sub?: string
  marks: readonly AxisMark[]
}

export type YearAxisProps = {
  year: number
  periods: readonly AxisPeriod[]
  today: PlainDate
  otherMarks?: readonly AxisMark[]
}

/** A year with its periods, the days it honours, and today. The lists below say in words what the drawing shows. */
export function YearAxis({ year, periods, today, otherMarks = [] }: YearAxisProps) {
  const first = plainDate(`${year}-01-01`)
  const days = daysBetween(first, plainDate(`${year + 1}-01-01`))
  const place = (date: PlainDate) => Math.min(100, Math.max(0, (daysBetween(first, date) / days) * 100))
  const groups = numbered(periods, otherMarks)
  const marks = groups.flatMap((group) => group.marks)
  const todayShown = today >= first && daysBetween(first, today) < days
  return (
    <div className={classes.axis}>
      <div className={classes.drawing} aria-hidden>
        <div className={classes.months}>
          {Array.from({ length: 12 }, (_, month) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the twelve months
            <span key={month}>
              <i>T</i>
              {month + 1}
            </span>
          ))}
        </div>
        <div className={classes.field}>
          <div className={classes.periods}>
            {periods.map((period) => {
              const left = place(period.from)
              return (
                <div
                  key={period.name + period.from}
                  className={cx(classes.period, periodState(period, today))}
                  style={{ left: `${left}%`, width: `calc(${place(addDays(period.to, 1)) - left}% - 2px)` }}
                >
                  <span>{period.name}</span>
                </div>
              )
            })}
          </div>
          {marks.length > 0 && (
            <div className={classes.marks}>
              {marks.map((mark) => (
                <span
                  key={mark.number}
                  className={cx(
                    classes.mark,
                    mark.date <= today && classes.past,
                    mark.doubt !== undefined && classes.doubt,
                  )}
                  style={{ left: `${place(mark.date)}%` }}
                >
                  {mark.number}
                </span>
              ))}
            </div>
          )}
          {todayShown && (
            <div className={classes.today} style={{ left: `${place(today)}%` }}>
              <span>Hôm nay</span>
            </div>
          )}
        </div>
      </div>
      <div className={classes.lists}>
        {groups.map((group) => (
          <div key={group.title}>
            <h3>{group.title}</h3>
            {group.sub && <p className={classes.sub}>{group.sub}</p>}
            <ol className={classes.days}>
              {group.marks.map((mark) => (
                <li key={mark.number}>
                  <b aria-hidden>{mark.number}</b>
                  <time dateTime={mark.date}>{formatDate(mark.date).slice(0, 5)}</time>
                  <span>
                    {mark.name}
                    {mark.doubt !== undefined && (
                      <span className={classes.said}>
                        <Glyph icon="alert-triangle" size="s" />
                        {mark.doubt}
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </div>
  )
}

type NumberedGroup = { title: string; sub?: string; marks: (AxisMark & { number: number })[] }

/** One running number through all lists, the same as in the drawing. */
function numbered(periods: readonly AxisPeriod[], otherMarks: readonly AxisMark[]): NumberedGroup[] {
  let number = 0
  const count = (marks: readonly AxisMark[]) =>
    [...marks].sort((a, b) => (a.date < b.date ? -1 : 1)).map((mark) => ({ ...mark, number: ++number }))
  const groups: NumberedGroup[] = periods.map((period) => ({
    title: `${period.name}, ${period.span ?? `${formatDate(period.from)} đến ${formatDate(period.to)}`}`,
    sub: period.sub,
    marks: count(period.marks),
  }))
  if (otherMarks.length > 0) groups.push({ title: 'Ngoài các đợt', marks: count(otherMarks) })
  return groups
}

function periodState(period: AxisPeriod, today: PlainDate): string | undefined {
  if (period.to < today) return classes.over
  return period.from <= today ? classes.running : classes.coming
}
