import { Kysely, sql, type Transaction } from 'kysely'
import type { Pool } from 'pg'
import { type Actor, capacitiesOf, type PersonActor, type Who } from '../../kernel/actor.ts'
import { dayOf, type PlainDate } from '../../kernel/plain-date.ts'
import { type Refusal, type Result, refuse } from '../../kernel/result.ts'
import type { Clock } from '../clock/clock.ts'
import type { Keyring } from '../keys/keyring.ts'
import { CopyingDialect } from './copying-driver.ts'
import { loadPersonActor } from './load-actor.ts'
import type { Database } from './tables.ts'

/** One transaction with its actor and its day; the only way to the database. */
export type Tx = {
  readonly db: Transaction<Database>
  readonly actor: Actor
  readonly now: Date
  /** The day in Việt Nam on which this transaction began. */
  readonly today: PlainDate
  /** Of the request this is done for, as the log names it; `undefined` for what no request asked for. */
  readonly requestId: string | undefined
  /** What sensitive values are encrypted with and found by. */
  readonly keys: Keyring
}

export type WorkOptions = {
  /** For the few acts open to a person whose last post has ended: seeing who he is, signing out, his password. */
  readonly withoutPost?: boolean
  /** For what somebody may do whose role asks for a second factor that he has not got yet: getting it, and the way out. */
  readonly withoutSecondFactor?: boolean
  readonly requestId?: string
}

export interface UnitOfWork {
  /** A read-only snapshot: a page and its total agree. */
  read<T>(who: Who, work: (tx: Tx) => Promise<Result<T>>, options?: WorkOptions): Promise<Result<T>>
  /** All of it or nothing: a refusal or an exception rolls everything back, the record rows too. */
  write<T>(who: Who, work: (tx: Tx) => Promise<Result<T>>, options?: WorkOptions): Promise<Result<T>>
}

/** Carries a refusal out of the transaction, so that the transaction rolls back. */
class RolledBack extends Error {
  readonly refused: Refusal
  constructor(refused: Refusal) {
    super(`refused: ${refused.code}`)
    this.refused = refused
  }
}

const DEADLOCK = new Set(['40P01', '40001'])
const ATTEMPTS = 3

type Ground = {
  pool: Pool
  clock: Clock
  keys: Keyring
  /** Done by the first request of a new day, before anybody's scope is renewed: what takes effect with the day. Runs again after a failure. */
  onNewDay?: (tx: Tx) => Promise<unknown>
}

/**
 * Wraps the application's pool. The pool stays inside: what comes out is a transaction on which the actor and the day are set,
 * so that row-level security and the record always know who acts.
 */
export function createUnitOfWork({ pool, clock, keys, onNewDay }: Ground): UnitOfWork {
  const database = new Kysely<Database>({ dialect: new CopyingDialect(pool) })

  async function run<T>(
    who: Who,
    mode: 'read' | 'write',
    work: (tx: Tx) => Promise<Result<T>>,
    options: WorkOptions,
  ): Promise<Result<T>> {
    const now = clock.now()
    const today = dayOf(now)
    const builder = database.transaction().setIsolationLevel(mode === 'read' ? 'repeatable read' : 'read committed')
    const transaction = mode === 'read' ? builder.setAccessMode('read only') : builder
    try {
      return await transaction.execute(async (raw) => {
        const db = raw.withSchema('app') as Transaction<Database>
        await setActor(raw, who, today)
        const ground = { db, now, today, requestId: options.requestId, keys }
        if (who.kind !== 'person') return settle(await work({ ...ground, actor: who }))
        const loaded = await loadPersonActor(db, who.accountId, today)
        if (loaded === undefined) return settle<T>(refuse('not-signed-in'))
        if (loaded.scopeDay !== today) throw new StaleScope()
        if (loaded.actor.posts.length === 0 && !options.withoutPost) return settle<T>(refuse('no-current-post'))
        if (loaded.owesSecondFactor && !options.withoutSecondFactor) return settle<T>(refuse('second-factor-required'))
        const actor = inCapacity(loaded.actor, who.actingIn, options)
        if (actor === undefined) return settle<T>(refuse('capacity-not-held'))
        return settle(inItsWords(actor, await work({ ...ground, actor })))
      })
    } catch (error) {
      if (error instanceof RolledBack) return { ok: false, refusal: error.refused }
      if (isTakenId(error)) return refuse('id-taken')
      throw error
    }
  }

  async function withRetries<T>(
    who: Who,
    mode: 'read' | 'write',
    work: (tx: Tx) => Promise<Result<T>>,
    options: WorkOptions,
  ): Promise<Result<T>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await run(who, mode, work, options)
      } catch (error) {
        if (attempt === ATTEMPTS) throw error
        if (error instanceof StaleScope) await refreshScope(database, { clock, keys, onNewDay })
        else if (!isDeadlock(error)) throw error
      }
    }
  }

  return {
    read: (who, work, options = {}) => withRetries(who, 'read', work, options),
    write: (who, work, options = {}) => withRetries(who, 'write', work, options),
  }
}

/** The stored scope is of another day: grants and posts carry dates, so it is computed anew before the work is tried again. */
class StaleScope extends Error {}

function settle<T>(result: Result<T>): Result<T> {
  if (!result.ok) throw new RolledBack(result.refusal)
  return result
}

/**
 * The person in the capacity he chose. One that does not hold today is refused, not passed over: he would act as somebody else than he
 * believes. The few acts open without a post ask for no capacity.
 */
function inCapacity(actor: PersonActor, actingIn: string | undefined, options: WorkOptions): PersonActor | undefined {
  if (actingIn === undefined || options.withoutPost) return actor
  return capacitiesOf(actor).some(({ id }) => id === actingIn) ? { ...actor, actingIn } : undefined
}

/** Somebody with several capacities who chose one is told that it may be another of his own that is needed here. */
function inItsWords<T>(actor: PersonActor, result: Result<T>): Result<T> {
  if (result.ok || actor.actingIn === undefined || result.refusal.code !== 'not-yours-to-do') return result
  const chosen = capacitiesOf(actor).find(({ id }) => id === actor.actingIn)
  return refuse('not-in-this-capacity', { ...result.refusal.values, capacity: chosen?.words ?? '' })
}

async function setActor(db: Transaction<Database>, who: Who, today: PlainDate): Promise<void> {
  await sql`select set_config('app.actor', ${actorSetting(who)}, true), set_config('app.today', ${today}, true)`.execute(
    db,
  )
}

function actorSetting(who: Who): string {
  switch (who.kind) {
    case 'person':
      return `person:${who.accountId}`
    case 'job':
    case 'script':
      return `${who.kind}:${who.name}`
    case 'public':
    case 'set-up':
      return who.kind
  }
}

async function refreshScope(
  database: Kysely<Database>,
  { clock, keys, onNewDay }: Omit<Ground, 'pool'>,
): Promise<void> {
  const now = clock.now()
  const day = dayOf(now)
  const actor = { kind: 'job', name: 'đầu ngày' } as const
  await database.transaction().execute(async (raw) => {
    await setActor(raw, actor, day)
    if (!(await anyScopeStale(raw, day))) return
    // The day's own work takes its locks first, in the order in which everybody takes them: the organisation, then the scopes.
    const db = raw.withSchema('app') as Transaction<Database>
    await onNewDay?.({ db, actor, now, today: day, requestId: undefined, keys })
    // One refresher at a time; the others find it done.
    await sql`select pg_advisory_xact_lock(hashtext('app.refresh_scopes'))`.execute(raw)
    if (!(await anyScopeStale(raw, day))) return
    await sql`select app.refresh_person_units(${day}::date), app.refresh_scopes(${day}::date)`.execute(raw)
  })
}

async function anyScopeStale(raw: Transaction<Database>, day: PlainDate): Promise<boolean> {
  const { rows } = await sql`
    select 1 from app.account a left join app.account_scope s on s.account_id = a.id
    where s.computed_for is distinct from ${day}::date limit 1`.execute(raw)
  return rows.length > 0
}

/**
 * To be called in the transaction that changes a grant, a post or the tree, after the change: for the people whose posts or grants have
 * changed (who stands in for them is found), or, when the tree has, for everybody. Under one lock: a refresher of the day that began
 * before this change would otherwise write over it what it saw.
 */
export async function refreshScopes(tx: Tx, personIds?: readonly string[]): Promise<void> {
  const whom = personIds === undefined ? null : [...personIds]
  await sql`select pg_advisory_xact_lock(hashtext('app.refresh_scopes'))`.execute(tx.db)
  await sql`select app.refresh_person_units(${tx.today}::date, ${whom}::uuid[])`.execute(tx.db)
  await sql`select app.refresh_scopes(${tx.today}::date, ${whom}::uuid[])`.execute(tx.db)
}

/**
 * Somebody else's row has the id that the caller made up: one he does not see, or one written in the same moment. A use case looks before
 * it writes; only the key itself sees every row.
 */
function isTakenId(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('constraint' in error)) return false
  return error.code === '23505' && String(error.constraint).endsWith('_pkey')
}

function isDeadlock(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && DEADLOCK.has(String(error.code))
}
