import { ScrollRegion } from '../layout/layout.tsx'
import classes from './month-bars.module.css'

export type MonthBar = {
  /** «T7», under the bar. */
  short: string
  /** «tháng 7 năm 2022», in the title and the table. */
  name: string
  /** From the foot up; drawn in the order of the series. */
  parts: readonly number[]
  /** Over the bar: «88%». */
  over?: string
}

export type MonthBarsProps = {
  /** The finding in a sentence, with its number: what the chart says to whoever does not see it. */
  title: string
  /** The names of the parts, from the foot up; at most three. */
  series: readonly string[]
  months: readonly MonthBar[]
  /** What the bars and the figures over them count. */
  note?: string
}

const HEIGHT = 120
/** From the foot up. */
const PARTS = ['lowest', 'middle', 'highest']

/** Months side by side, each a bar of parts; the same figures stand in a table behind a press. */
export function MonthBars({ title, series, months, note }: MonthBarsProps) {
  const most = Math.max(1, ...months.map(totalOf))
  return (
    <figure className={classes.figure}>
      <ul className={classes.legend} aria-hidden>
        {series.map((name, no) => (
          <li key={name}>
            <span className={classes.key} data-series={no} />
            {name}
          </li>
        ))}
      </ul>
      <ScrollRegion label={title} fromEnd>
        <div className={classes.chart} role="img" aria-label={title}>
          {months.map((month) => (
            <Bar key={month.name} month={month} scale={HEIGHT / most} />
          ))}
        </div>
      </ScrollRegion>
      {note && <p className={classes.note}>{note}</p>}
      <details className={classes.table}>
        <summary>Xem số liệu</summary>
        <table>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">Tháng</th>
              {series.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr key={month.name}>
                <th scope="row">{month.name}</th>
                {series.map((name, no) => (
                  <td key={name}>{(month.parts[no] ?? 0).toLocaleString('vi-VN')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

function Bar({ month, scale }: { month: MonthBar; scale: number }) {
  return (
    <div className={classes.month}>
      <div className={classes.bar}>
        {month.over !== undefined && <span className={classes.over}>{month.over}</span>}
        {month.parts
          .map((part, no) => ({ part, no }))
          .reverse()
          .map(
            ({ part, no }) =>
              part > 0 && (
                <span
                  key={PARTS[no] ?? no}
                  className={classes.part}
                  data-series={no}
                  style={{ height: Math.max(1, part * scale) }}
                />
              ),
          )}
      </div>
      <span className={classes.under}>{month.short}</span>
    </div>
  )
}

function totalOf(month: MonthBar): number {
  return month.parts.reduce((sum, one) => sum + one, 0)
}
