import type { Pool } from 'pg'
import { PASSWORD_PROBLEMS, passwordProblem } from '../../kernel/password-strength.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { SignedIn } from '../http/context.ts'
import { authLibrary, NOBODY } from './auth-library.ts'
import { DoorActs, type ToldAct } from './door-acts.ts'
import { KnownDevices } from './known-devices.ts'
import { type Caller, LibraryCalls } from './library-calls.ts'
import { tidySignInName } from './names.ts'
import { type Access, OneTimeAccess } from './one-time-access.ts'
import { PAUSE_MINUTES, SignInPause } from './pause.ts'
import { SecondFactor, secondFactorKey } from './second-factor.ts'
import { SecondStep, type SecondStepDone } from './second-step.ts'
import { Sessions } from './sessions.ts'
import { SESSION_COOKIE, signedCookie } from './signed-cookie.ts'
import { type NewUser, SignInUsers } from './users.ts'

/** What happened at the door, for the record. `accountId` is missing when the name is nobody's. */
export type SignInEvent =
  | { readonly kind: 'signed-in' | 'signed-out'; readonly accountId: string; readonly clientIp: string }
  | {
      readonly kind: 'sign-in-failed' | 'sign-in-paused'
      readonly accountId: string | undefined
      readonly clientIp: string
    }
  | {
      readonly kind: 'second-step-failed' | 'second-step-paused'
      readonly accountId: string
      readonly clientIp: string
    }
  | { readonly kind: 'recovery-code-used'; readonly accountId: string; readonly left: number }

export type SignInOptions = {
  /** A pool of the role `td_auth`. */
  readonly pool: Pool
  readonly baseUrl: URL
  readonly secret: string
  /** As `AuthLibraryOptions` has them. */
  readonly secrets?: readonly { readonly version: number; readonly value: string }[]
  readonly firstSecret?: string | undefined
  readonly onEvent?: (event: SignInEvent) => Promise<void> | void
  /** Asked after the right password: a refusal keeps the account outside and ends what it has open. Everybody may where nothing is said. */
  readonly mayEnter?: (accountId: string) => Promise<Result<void>>
  readonly logError?: (message: string) => void
  /** The wall's clock; a demo's moved clock must not end or revive sessions. */
  readonly now?: () => Date
}

/** Left alone so long, a session ends. */
export const IDLE_HOURS = 12
const IDLE_MS = IDLE_HOURS * 3_600_000
/** How often the last use of a session is written down. */
const TOUCH_MS = 5 * 60_000
const SWEEP_MS = 3_600_000

type SessionRow = {
  readonly id: string
  readonly userId: string
  readonly updatedAt: Date
  readonly expiresAt: Date
  readonly disabled: boolean
}

/** What came of a right name and password: inside, or a code is asked for next. */
export type Entered = {
  readonly accountId: string
  readonly setCookies: string[]
  readonly next: 'inside' | 'second-step'
}

/** Everything about who is at the door. Names, passwords and codes are judged here and nowhere else. */
export class SignIn {
  readonly secondFactor: SecondFactor
  readonly access: OneTimeAccess
  readonly acts: DoorActs
  readonly devices: KnownDevices
  readonly sessions: Sessions
  readonly #pool: Pool
  readonly #library: LibraryCalls
  readonly #pause: SignInPause
  readonly #users: SignInUsers
  readonly #step: SecondStep
  readonly #secret: string
  readonly #secure: boolean
  readonly #onEvent: (event: SignInEvent) => Promise<void> | void
  readonly #mayEnter: (accountId: string) => Promise<Result<void>>
  readonly #now: () => Date
  #sweptAt = 0

  constructor(options: SignInOptions) {
    this.#pool = options.pool
    this.#secret = options.secret
    this.#secure = options.baseUrl.protocol === 'https:'
    this.#onEvent = options.onEvent ?? (() => undefined)
    this.#mayEnter = options.mayEnter ?? (async () => ok(undefined))
    this.#now = options.now ?? (() => new Date())
    const library = authLibrary({ ...options, logError: options.logError ?? (() => undefined) })
    this.#library = new LibraryCalls(library, options.baseUrl.origin)
    this.#pause = new SignInPause(options.pool, options.secret)
    this.#users = new SignInUsers(options.pool, this.#now)
    this.sessions = new Sessions(options.pool)
    const ground = {
      pool: options.pool,
      secret: options.secret,
      secure: this.#secure,
      library: this.#library,
      users: this.#users,
      pause: this.#pause,
      now: this.#now,
    }
    this.access = new OneTimeAccess(ground)
    this.acts = new DoorActs(ground)
    this.devices = new KnownDevices(ground)
    this.secondFactor = new SecondFactor(ground)
    this.#step = new SecondStep({
      ...ground,
      factor: this.secondFactor,
      onFailure: async ({ accountId, begins, clientIp }) =>
        await this.#onEvent({ kind: begins ? 'second-step-paused' : 'second-step-failed', accountId, clientIp }),
    })
  }

  /**
   * Opens a session; gives the cookies to set. Unknown name, wrong password and disabled account are one answer after
   * the same work; a name tried too often rests, whether it exists or not.
   */
  async signIn(asked: { name: string; password: string } & Caller): Promise<Result<Entered>> {
    const name = tidySignInName(asked.name).slice(0, 254)
    const user = await this.#users.find(name)
    const accountId = user?.id
    const { clientIp } = asked
    const key = accountId === undefined ? `name:${name}` : `account:${accountId}`
    await this.#sweep()
    const attempt = await this.#pause.begin(key, this.#now())
    if (attempt.until) return refuse('sign-in-paused', { minutes: this.#minutesUntil(attempt.until) })

    const credentials = { username: user?.userName ?? NOBODY, password: asked.password }
    const caller = { clientIp, ...(asked.userAgent ? { userAgent: asked.userAgent } : {}) }
    const response = await this.#library.post('/sign-in/username', credentials, caller)
    if (response.status === 429) {
      await this.#pause.takeBack(key)
      return refuse('too-many-attempts')
    }
    const opened = response.ok ? await this.#opened(response, user?.id) : undefined
    if (!opened) {
      await this.#onEvent({ kind: attempt.begins ? 'sign-in-paused' : 'sign-in-failed', accountId, clientIp })
      return attempt.begins ? refuse('sign-in-paused', { minutes: PAUSE_MINUTES }) : refuse('wrong-sign-in')
    }
    await this.#pause.forget(key)
    const may = await this.#mayEnter(opened.accountId)
    if (!may.ok) {
      await this.#users.endSessions(opened.accountId)
      return may
    }
    if (opened.next === 'inside') await this.#onEvent({ kind: 'signed-in', accountId: opened.accountId, clientIp })
    return ok(opened)
  }

  /** The wall's time, by which sessions, pauses and codes live, also where the house runs on a sample's clock. */
  now(): Date {
    return this.#now()
  }

  /** The account a typed name or address means; nobody's for most of what can be typed. */
  async accountOf(name: string): Promise<string | undefined> {
    return (await this.#users.find(tidySignInName(name).slice(0, 254)))?.id
  }

  /** Whose password was right a moment ago and who owes a code. */
  async whoIsHalfIn(headers: Headers): Promise<string | undefined> {
    return await this.#step.whose(headers.get('cookie') ?? '')
  }

  /** The second step of signing in: a code of the authenticator or a recovery code, counted and paused as passwords are. */
  async takeSecondStep(caller: Caller, code: string): Promise<Result<SecondStepDone>> {
    const taken = await this.#step.take(caller, code)
    if (!taken.ok) return taken
    const { accountId, recoveryCodesLeft: left } = taken.value
    if (left !== undefined) await this.#onEvent({ kind: 'recovery-code-used', accountId, left })
    await this.#onEvent({ kind: 'signed-in', accountId, clientIp: caller.clientIp })
    return taken
  }

  /**
   * The second step with a code an administrator handed over: his second factor goes, and he begins again with his password. Only whoever
   * has just given the right password comes so far.
   */
  async dropSecondFactor(accountId: string, code: string, clientIp: string, act?: ToldAct): Promise<Result<Access>> {
    const counted = await this.#step.counts(accountId)
    if (!counted.ok) return counted
    const dropped = await this.access.dropSecondFactor(accountId, code, act)
    // A right code that may not be used yet is no guess.
    if (!dropped.ok && dropped.refusal.code === 'password-just-reset') return dropped
    if (!dropped.ok) return await this.#step.failed(accountId, counted.value.begins, clientIp)
    await this.#pause.forget(secondFactorKey(accountId))
    return dropped
  }

  /** Somebody with a one-time access chooses his password: a pause on his name is lifted. A second factor stays what it was. */
  async choosePassword(code: string, password: string, act?: ToldAct): Promise<Result<Access>> {
    const found = await this.access.find(code)
    if (!found || found.purpose === 'second-factor') return refuse('access-not-valid', {}, { field: 'code' })
    const weak = this.#weakness(password, [found.userName, found.name, found.email])
    if (weak) return weak
    const chosen = await this.access.choosePassword(code, password, act)
    if (chosen.ok) await this.#pause.forget(`account:${chosen.value.accountId}`)
    return chosen
  }

  /** The account's sessions that could still be used, newest use first. */
  async openSessions(accountId: string) {
    const now = this.#now()
    return await this.sessions.list(accountId, { usedAfter: new Date(now.getTime() - IDLE_MS), now })
  }

  /** Whose session these cookies are; nobody's when it has ended, was left alone too long, or is disabled. */
  async whoIs(headers: Headers): Promise<SignedIn | undefined> {
    const token = signedCookie(headers.get('cookie') ?? '', SESSION_COOKIE, this.#secret, this.#secure)
    if (token === undefined) return undefined
    const { rows } = await this.#pool.query<SessionRow>(
      `select s."id", s."userId", s."updatedAt", s."expiresAt", u."disabled"
       from auth."session" s join auth."user" u on u."id" = s."userId" where s."token" = $1`,
      [token],
    )
    const session = rows[0]
    if (!session) return undefined
    const now = this.#now().getTime()
    const idle = now - session.updatedAt.getTime()
    if (session.disabled || idle > IDLE_MS || session.expiresAt.getTime() < now) {
      await this.#pool.query(`delete from auth."session" where "id" = $1`, [session.id])
      return undefined
    }
    if (idle > TOUCH_MS) {
      await this.#pool.query(`update auth."session" set "updatedAt" = $2 where "id" = $1`, [session.id, new Date(now)])
    }
    return { accountId: session.userId, sessionId: session.id }
  }

  /** Ends this session; gives the cookies that clear it from the browser. */
  async signOut(headers: Headers, clientIp: string): Promise<string[]> {
    const who = await this.whoIs(headers)
    const cleared = await this.#library.signOut(headers.get('cookie') ?? '')
    if (who) await this.#onEvent({ kind: 'signed-out', accountId: who.accountId, clientIp })
    return cleared
  }

  /** Ends every session of the account, this one too. */
  async signOutEverywhere(accountId: string): Promise<void> {
    await this.#users.endSessions(accountId)
  }

  /** Makes a user who can sign in. Refuses a weak password, a taken or malformed name. The same id again is no error. */
  async createUser(user: NewUser): Promise<Result<void>> {
    return this.#weaknessOf(user) ?? (await this.#users.create(user))
  }

  /**
   * As `createUser`, for an account that holds these names newly in the house: another sign-in that has its id, name or address is
   * left from a creation that broke off between the two, and goes.
   */
  async createUserAfresh(user: NewUser): Promise<Result<void>> {
    const weak = this.#weaknessOf(user)
    if (weak) return weak
    const removed = await this.#users.removeLeftOver(user)
    if (!removed.ok) return removed
    return await this.#users.create(user)
  }

  /** A person changes his own password; his other sessions end. A wrong present password counts as an attempt. */
  async changePassword(change: {
    accountId: string
    sessionId: string
    current: string
    next: string
    act?: ToldAct
  }): Promise<Result<void>> {
    const key = `account:${change.accountId}`
    const attempt = await this.#pause.begin(key, this.#now())
    if (attempt.until) return refuse('too-many-attempts')
    if (!(await this.#users.passwordIs(change.accountId, change.current))) {
      return refuse('wrong-password', {}, { field: 'current' })
    }
    await this.#pause.forget(key)
    const weak = this.#weakness(change.next, await this.#users.wordsAbout(change.accountId), 'next')
    if (weak) return weak
    await this.#users.setPassword(change.accountId, change.next, { keepSessionId: change.sessionId, act: change.act })
    return ok(undefined)
  }

  /** Refused from now on, also in the sessions that are open. */
  async disable(accountId: string): Promise<void> {
    await this.#users.setDisabled(accountId, true)
    await this.access.end(accountId)
  }

  async enable(accountId: string): Promise<void> {
    await this.#users.setDisabled(accountId, false)
  }

  async #opened(response: Response, expectedId: string | undefined): Promise<Entered | undefined> {
    const body = (await response.json()) as { user: { id: string } } | { twoFactorRedirect: true }
    const id = 'user' in body ? body.user.id : expectedId
    if (id === undefined) throw new Error('the library let nobody in')
    const { rows } = await this.#pool.query<{ disabled: boolean }>(
      `select "disabled" from auth."user" where "id" = $1`,
      [id],
    )
    if (id !== expectedId || rows[0]?.disabled !== false) {
      await this.#users.endSessions(id)
      return undefined
    }
    return {
      accountId: id,
      setCookies: response.headers.getSetCookie(),
      next: 'user' in body ? 'inside' : 'second-step',
    }
  }

  #weaknessOf({ password, userName, name, email }: NewUser) {
    return password === undefined ? undefined : this.#weakness(password, [userName, name, email])
  }

  #weakness(password: string, about: ReadonlyArray<string | undefined>, field = 'password') {
    const problem = passwordProblem(
      password,
      about.filter((word) => word !== undefined),
    )
    return problem && refuse('weak-password', { problem: PASSWORD_PROBLEMS[problem] }, { field })
  }

  #minutesUntil(until: Date): number {
    return Math.max(1, Math.ceil((until.getTime() - this.#now().getTime()) / 60_000))
  }

  /** Once an hour, with an attempt: what has run out is thrown away. */
  async #sweep(): Promise<void> {
    const now = this.#now()
    if (now.getTime() - this.#sweptAt < SWEEP_MS) return
    this.#sweptAt = now.getTime()
    await this.#pause.sweep(now)
    await this.secondFactor.sweep(now)
    await this.devices.sweep(now)
    await this.#pool.query(`delete from auth."verification" where "expiresAt" < $1`, [now])
    await this.#pool.query(`delete from auth."session" where "expiresAt" < $1`, [now])
  }
}

export function createSignIn(options: SignInOptions): SignIn {
  return new SignIn(options)
}
