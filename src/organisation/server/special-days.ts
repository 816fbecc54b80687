import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { cleanText } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import type { ProposedDay } from '../domain/public-holidays.ts'
import { type ConfirmedYear, confirmedYear, missingOf } from './confirm-holidays.ts'

export type SpecialDay = {
  day: string
  kind: 'off' | 'working'
  name: string
  basis: string | null
  /** Closed for a reason of its own, which the name says. */
  unscheduled?: boolean
}

const KIND_NAMES = { off: 'ngày nghỉ', working: 'ngày làm việc bù' } as const
const DONE = { done: true } as const

type Listed = {
  days: Required<SpecialDay>[]
  confirmed: ConfirmedYear | null
  /** What the law lets expect and is not there yet; nothing once the year is confirmed. */
  proposal: { days: ProposedDay[]; notes: string[] } | null
  actions: { set?: { whyNot: string | null }; remove?: { whyNot: string | null }; confirm?: { whyNot: string | null } }
}

/** The days of one year that are not what their weekday says. */
export async function listSpecialDays(tx: Tx, { year }: { year: number }): Promise<Result<Listed>> {
  const days = await tx.db
    .selectFrom('special_day')
    .select(['day', 'kind', 'name', 'basis', 'unscheduled'])
    .where('day', '>=', plainDate(`${year}-01-01`))
    .where('day', '<=', plainDate(`${year}-12-31`))
    .orderBy('day')
    .execute()
  const mine = whyMayNot(tx.actor, 'set-special-day', { unit: [(await rootUnit(tx)).id] }) === undefined
  const confirmed = await confirmedYear(tx, year)
  return ok({
    days,
    confirmed,
    proposal: confirmed ? null : missingOf(year, days),
    actions: mine
      ? { set: { whyNot: null }, remove: { whyNot: null }, ...(confirmed ? {} : { confirm: { whyNot: null } }) }
      : {},
  })
}

/** Writes what a day is; deadlines counted from now on follow it, those already set stay. */
export async function setSpecialDay(tx: Tx, input: SpecialDay): Promise<Result<typeof DONE>> {
  const may = whyMayNot(tx.actor, 'set-special-day', { unit: [(await rootUnit(tx)).id] })
  if (may) return { ok: false, refusal: may }
  const day = plainDate(input.day)
  const wanted = {
    kind: input.kind,
    name: cleanText(input.name),
    basis: cleanText(input.basis ?? '').trim() || null,
    unscheduled: input.unscheduled === true && input.kind === 'off',
  }
  const there = await tx.db.selectFrom('special_day').selectAll().where('day', '=', day).forUpdate().executeTakeFirst()
  const same = there?.kind === wanted.kind && there.name === wanted.name && there.basis === wanted.basis
  if (same && there.unscheduled === wanted.unscheduled) return ok(DONE)

  await tx.db
    .insertInto('special_day')
    .values({ day, ...wanted })
    .onConflict((conflict) => conflict.column('day').doUpdateSet(wanted))
    .execute()
  const detail = { kind: KIND_NAMES[wanted.kind], name: wanted.name }
  await record(tx, 'special-day.set', { kind: 'special-day', id: null, name: formatDate(day) }, { detail })
  return ok(DONE)
}

/** The day is again what its weekday says. */
export async function removeSpecialDay(tx: Tx, input: { day: string }): Promise<Result<typeof DONE>> {
  const may = whyMayNot(tx.actor, 'remove-special-day', { unit: [(await rootUnit(tx)).id] })
  if (may) return { ok: false, refusal: may }
  const day = plainDate(input.day)
  const there = await tx.db.selectFrom('special_day').selectAll().where('day', '=', day).forUpdate().executeTakeFirst()
  if (!there) return refuse('not-found')
  await tx.db.deleteFrom('special_day').where('day', '=', day).execute()
  const detail = { kind: KIND_NAMES[there.kind], name: there.name }
  await record(tx, 'special-day.removed', { kind: 'special-day', id: null, name: formatDate(day) }, { detail })
  return ok(DONE)
}
