import { sql } from 'kysely'
import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../platform/database/unit-tree.ts'
import type { PeriodShape } from '../contract.ts'
import {
  type AwardPeriod,
  codeOf,
  overlapping,
  type PeriodKind,
  periodName,
  whyNotThosePeriodDays,
} from '../domain/periods.ts'
import { whyMayNotSetPeriods } from '../domain/permissions.ts'

type NewPeriod = { id: string; kind: PeriodKind; from: string; to: string }
type Act = { whyNot: string | null }

/** Every award period, the latest first. */
export async function periodsOf(tx: Tx): Promise<AwardPeriod[]> {
  return tx.db
    .selectFrom('award_period')
    .select(['id', 'code', 'kind', 'starts_on as from', 'ends_on as to'])
    .orderBy('ends_on', 'desc')
    .orderBy('code')
    .execute()
}

export async function findPeriod(tx: Tx, id: string): Promise<AwardPeriod | undefined> {
  return (await periodsOf(tx)).find((period) => period.id === id)
}

type Listed = { periods: (PeriodShape & { inUse: boolean })[]; actions: { create?: Act; change?: Act } }

export async function listPeriods(tx: Tx): Promise<Result<Listed>> {
  const used = new Set(await usedPeriods(tx))
  const may = whyMayNotSetPeriods(tx.actor, [(await rootUnit(tx)).id]) === undefined
  const act: Act = { whyNot: null }
  return ok({
    periods: (await periodsOf(tx)).map((period) => ({ ...period, inUse: used.has(period.id) })),
    actions: may ? { create: act, change: act } : {},
  })
}

/** Two administrators do not make the same year twice: periods change one at a time. The same again gives the one that is there. */
export async function createPeriod(tx: Tx, input: NewPeriod): Promise<Result<{ period: PeriodShape }>> {
  const checked = await openPeriods(tx, input)
  if (!checked.ok) return checked
  const { period, others } = checked.value
  const there = others.find((one) => one.id === input.id)
  if (there) {
    const same = there.kind === period.kind && there.from === period.from && there.to === period.to
    return same ? ok({ period: there }) : refuse('id-taken')
  }
  await tx.db
    .insertInto('award_period')
    .values({ ...columns(period), id: period.id, created_at: tx.now })
    .execute()
  await recordPeriod(tx, 'award-period.created', period)
  return ok({ period })
}

/** Only while nothing was written under it: what was rated for a year stays of those days. */
export async function changePeriod(tx: Tx, input: NewPeriod): Promise<Result<{ period: PeriodShape }>> {
  const checked = await openPeriods(tx, input)
  if (!checked.ok) return checked
  const { period, others } = checked.value
  const there = others.find((one) => one.id === input.id)
  if (!there) return refuse('not-found')
  if (there.kind === period.kind && there.from === period.from && there.to === period.to) return ok({ period: there })
  if ((await usedPeriods(tx)).includes(period.id)) return refuse('period-in-use', { code: there.code })
  await tx.db.updateTable('award_period').set(columns(period)).where('id', '=', period.id).execute()
  await recordPeriod(tx, 'award-period.changed', period)
  return ok({ period })
}

export async function removePeriod(tx: Tx, input: { id: string }): Promise<Result<{ done: true }>> {
  const refused = whyMayNotSetPeriods(tx.actor, [(await rootUnit(tx)).id])
  if (refused) return { ok: false, refusal: refused }
  await lockPeriods(tx)
  const there = await findPeriod(tx, input.id)
  if (!there) return refuse('not-found')
  if ((await usedPeriods(tx)).includes(there.id)) return refuse('period-in-use', { code: there.code })
  await tx.db.deleteFrom('award_period').where('id', '=', there.id).execute()
  await record(tx, 'award-period.removed', { kind: 'award-period', id: there.id, name: periodName(there) })
  return ok({ done: true })
}

async function openPeriods(tx: Tx, input: NewPeriod): Promise<Result<{ period: AwardPeriod; others: AwardPeriod[] }>> {
  const refused = whyMayNotSetPeriods(tx.actor, [(await rootUnit(tx)).id])
  if (refused) return { ok: false, refusal: refused }
  await lockPeriods(tx)
  const [from, to] = [plainDate(input.from), plainDate(input.to)]
  const wrong = whyNotThosePeriodDays(input.kind, from, to)
  if (wrong) return refuse('wrong-period-days', { problem: wrong }, { field: 'to' })
  const period = { id: input.id, kind: input.kind, code: codeOf(input.kind, from, to), from, to }
  const others = await periodsOf(tx)
  const clash = overlapping(others, period)
  if (clash) {
    const values = { code: clash.code, from: formatDate(clash.from), to: formatDate(clash.to) }
    return refuse('period-overlaps', values, { field: 'from' })
  }
  return ok({ period, others })
}

function columns({ code, kind, from, to }: AwardPeriod) {
  return { code, kind, starts_on: from, ends_on: to }
}

async function lockPeriods(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('app.award_period'))`.execute(tx.db)
}

/** Asked past the actor's own scope: who sets the periods does not read the ratings. */
async function usedPeriods(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select app.used_periods() as id`.execute(tx.db)
  return rows.map((row) => row.id)
}

async function recordPeriod(tx: Tx, action: 'award-period.created' | 'award-period.changed', period: AwardPeriod) {
  const detail = { from: formatDate(period.from), to: formatDate(period.to) }
  await record(tx, action, { kind: 'award-period', id: period.id, name: periodName(period) }, { detail })
}
