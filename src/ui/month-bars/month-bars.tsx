import { useId } from 'react'
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
}

const HEIGHT = 120
/** From the foot up. */
const PARTS = ['lowest', 'middle', 'highest']
const STEP = 47
const BAR = 30

/** Months side by side, each a bar of parts; the same figures stand in a table behind a press. */
export function MonthBars({ title, series, months }: MonthBarsProps) {
  const titleId = useId()
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
      <ScrollRegion label={title}>
        <svg
          className={classes.chart}
          viewBox={`0 0 ${months.length * STEP} ${HEIGHT + 44}`}
          role="img"
          aria-labelledby={titleId}
          // Few months stay bars: they are not blown up to the width of the page.
          style={{ minWidth: months.length * STEP, maxWidth: months.length * STEP * 2 }}
        >
          <title id={titleId}>{title}</title>
          <line x1="0" x2={months.length * STEP} y1={HEIGHT + 20.5} y2={HEIGHT + 20.5} className={classes.ground} />
          {months.map((month, no) => (
            <Bar key={month.name} month={month} x={no * STEP + (STEP - BAR) / 2} scale={HEIGHT / most} />
          ))}
        </svg>
      </ScrollRegion>
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

function Bar({ month, x, scale }: { month: MonthBar; x: number; scale: number }) {
  const foot = HEIGHT + 20
  const tall = totalOf(month) * scale
  return (
    <>
      {month.parts.map((part, no) => {
        const below = month.parts.slice(0, no).reduce((sum, one) => sum + one, 0) * scale
        // One white pixel between the parts.
        const height = Math.max(0, part * scale - (no > 0 ? 1 : 0))
        return (
          part > 0 && (
            <rect
              key={PARTS[no] ?? no}
              x={x}
              y={foot - below - part * scale}
              width={BAR}
              height={height}
              data-series={no}
              className={classes.part}
            />
          )
        )
      })}
      {month.over !== undefined && (
        <text x={x + BAR / 2} y={foot - tall - 6} className={classes.over}>
          {month.over}
        </text>
      )}
      <text x={x + BAR / 2} y={foot + 18} className={classes.under}>
        {month.short}
      </text>
    </>
  )
}

function totalOf(month: MonthBar): number {
  return month.parts.reduce((sum, one) => sum + one, 0)
}
