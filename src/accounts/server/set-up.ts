import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { newId } from '../../kernel/ids.ts'
import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { tidyName } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { createPerson, insertRootUnit, lockOrganisation } from '../../organisation/server/index.ts'
import type { Clock } from '../../platform/clock/clock.ts'
import { setUpHere } from '../../platform/database/house-locks.ts'
import type { Tx, UnitOfWork } from '../../platform/database/unit-of-work.ts'
import { makeSetUpCode, recentTries, tidySetUpCode, tooManyTries } from '../domain/set-up-code.ts'
import { createAccount } from './create-account.ts'
import { addGrant } from './grants.ts'

export type SetUpInput = {
  /** `from`: the first day units and posts may begin on; today when not said. */
  organisation: { id: string; name: string; shortName: string | null; from?: string }
  administrator: { personId: string; name: string; postTitle: string; signInName: string; email: string | null }
}

export type SetUpDone = { rootUnitId: string; personId: string; postId: string; accountId: string }

/**
 * The organisation and its first administrator, all or nothing, once: the unit at the top, the person with a post in it, the account, the
 * grant. `demo` marks the installation for good: sample data is never mistaken for real, nor signed into by a button where it is.
 */
export async function setUpOrganisation(
  tx: Tx,
  input: SetUpInput,
  { demo = false, clockOffsetMs = 0 }: { demo?: boolean; clockOffsetMs?: number } = {},
): Promise<Result<SetUpDone>> {
  const here = await setUpHere(tx)
  if (!here.ok) return here
  await lockOrganisation(tx)
  if (await isSetUp(tx)) return refuse('already-set-up')
  const { organisation, administrator } = input
  const from = organisation.from === undefined ? tx.today : plainDate(organisation.from)
  if (from > tx.today) return refuse('day-in-future', { day: formatDate(from) }, { field: 'organisation.from' })
  const name = tidyName(organisation.name)
  const root = { id: organisation.id, name, shortName: tidyName(organisation.shortName ?? '') || null }
  await insertRootUnit(tx, { ...root, orderNo: 0, from })

  const postId = newId(tx.now.getTime())
  const post = { id: postId, unitId: root.id, title: administrator.postTitle, from: tx.today }
  const { personId, signInName, email } = administrator
  const person = await createPerson(tx, { id: personId, name: administrator.name, email, post })
  if (!person.ok) return person
  // The account bears the person's id: a set-up tried again after a crash then meets its own sign-in and no stranger's.
  const account = await createAccount(tx, { id: personId, personId, signInName, email }, { activated: true })
  if (!account.ok) return account
  const granted = { id: newId(tx.now.getTime()), postId, role: 'administrator', unitId: root.id } as const
  const grant = await addGrant(tx, { ...granted, from: tx.today, to: null })
  if (!grant.ok) return grant

  await tx.db
    .insertInto('installation')
    .values({ root_unit_id: root.id, demo, clock_offset_ms: clockOffsetMs, set_up_at: tx.now })
    .execute()
  await record(tx, 'installation.set-up', { kind: 'installation', id: root.id, name }, { unitId: root.id })
  return ok({ rootUnitId: root.id, personId, postId, accountId: personId })
}

async function isSetUp(tx: Tx): Promise<boolean> {
  return (await tx.db.selectFrom('installation').select('root_unit_id').executeTakeFirst()) !== undefined
}

/**
 * The one-time code of the first visit: only whoever sees the terminal of the server may become its first administrator. It is
 * made anew at every start, kept in memory alone, and forgotten once it has served.
 */
export class SetUp {
  readonly #work: UnitOfWork
  readonly #clock: Clock
  #code: string | undefined
  #wrongTries: number[] = []

  constructor({ work, clock }: { work: UnitOfWork; clock: Clock }) {
    this.#work = work
    this.#clock = clock
  }

  /** The code to print in the terminal, while nobody has set the organisation up. */
  async codeIfNeeded(): Promise<string | undefined> {
    if (await this.#isDone()) return undefined
    this.#code ??= makeSetUpCode((below) => randomInt(below))
    return this.#code
  }

  /** Refuses a wrong code, more than ten of them in ten minutes (then also the right one), and a second set-up. */
  async check(typed: string): Promise<Result<void>> {
    if (await this.#isDone()) return refuse('already-set-up')
    const now = this.#clock.now().getTime()
    this.#wrongTries = recentTries(this.#wrongTries, now)
    if (tooManyTries(this.#wrongTries, now)) return refuse('too-many-attempts')
    if (this.#code !== undefined && sameSecret(tidySetUpCode(typed), tidySetUpCode(this.#code))) return ok(undefined)
    this.#wrongTries.push(now)
    return refuse('wrong-set-up-code', {}, { field: 'code' })
  }

  /** It has served. */
  forget(): void {
    this.#code = undefined
  }

  async #isDone(): Promise<boolean> {
    const done = await this.#work.read({ kind: 'set-up' }, async (tx) => ok(await isSetUp(tx)))
    return done.ok && done.value
  }
}

export function createSetUp(options: { work: UnitOfWork; clock: Clock }): SetUp {
  return new SetUp(options)
}

/** Takes as long for a code that is wrong in its first sign as for one wrong in its last. */
function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
