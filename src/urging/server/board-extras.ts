import { sql } from 'kysely'
import { addDays, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { type ObligationThings, timelinessOf } from '../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { lateSource } from './late-board.ts'
import { officesSeen } from './offices.ts'

type Choices = { things: { id: string; title: string }[]; branches: { id: string; name: string }[] }

/** What the board can be narrowed to: things something is late of, and the branches directly below the top. */
export async function boardChoices(tx: Tx): Promise<Result<Choices>> {
  const offices = await officesSeen(tx)
  if (offices.length === 0) return refuse('not-yours-to-see', { who: 'bộ phận thường trực và người có thẩm quyền' })
  const late = await lateSource(tx, offices, {}, undefined)
  const { rows: things } = await sql<Choices['things'][number]>`
    with late as (select distinct o.thing_id from ${late})
    select c.id, c.title from app.campaign c join late l on l.thing_id = c.id
    union all select a.id, a.title from app.assignment a join late l on l.thing_id = a.id
    order by title limit 200`.execute(tx.db)
  const { rows: branches } = await sql<Choices['branches'][number]>`
    select u.id, u.name from app.unit u join app.unit p on p.id = u.parent_id and p.parent_id is null
    where u.valid_from <= ${tx.today}::date and (u.valid_to is null or u.valid_to >= ${tx.today}::date)
    order by u.order_no, u.name limit 500`.execute(tx.db)
  return ok({ things, branches })
}

export type Month = { month: string; due: number; onTime: number; doneLate: number; open: number }

/** The last run of the ladder, as the board tells of it. */
export async function lastRun(tx: Tx) {
  const row = await tx.db
    .selectFrom('ladder_run')
    .select(['on_day as onDay', 'reminded', 'people', 'mails', 'unreached'])
    .orderBy('on_day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** What fell due in each of the last twelve months and how it came, as the ledger counts it, of what the board shows. The month is that of the last day. */
export function lateTrend(things: ObligationThings) {
  return async (tx: Tx): Promise<Result<{ months: Month[] }>> => {
    const offices = await officesSeen(tx)
    if (offices.length === 0) return refuse('not-yours-to-see', { who: 'bộ phận thường trực và người có thẩm quyền' })
    const first = firstMonth(tx.today)
    const owedTo = offices === 'all' ? {} : { owedTo: offices }
    const counted = await timelinessOf(tx, things, { from: first, to: addDays(tx.today, -1), ...owedTo }, 'month')
    const found = new Map(counted.map((row) => [row.month, row]))
    const months = monthsFrom(first).map((month): Month => {
      const { onTime = 0, doneLate = 0, notDone = 0 } = found.get(month) ?? {}
      return { month, due: onTime + doneLate + notDone, onTime, doneLate, open: notDone }
    })
    return ok({ months })
  }
}

function firstMonth(today: PlainDate): PlainDate {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const at = year * 12 + month - 1 - 11
  return plainDate(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`)
}

function monthsFrom(first: PlainDate): string[] {
  return Array.from({ length: 12 }, (_, no) => addDays(first, no * 30.44 + 14).slice(0, 7))
}
