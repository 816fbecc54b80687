import type { Pool } from 'pg'
import { PASSWORD_PROBLEMS, passwordProblem } from '../../kernel/password-strength.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { SignedIn } from '../http/context.ts'
import { type AuthLibrary, authLibrary, CLIENT_IP_HEADER, NOBODY } from './auth-library.ts'
import { tidySignInName } from './names.ts'
import { PAUSE_MINUTES, SignInPause } from './pause.ts'
import { sessionToken } from './session-token.ts'
import { type NewUser, SignInUsers } from './users.ts'

/** What happened at the door, for the record. `accountId` is missing when the name is nobody's. */
export type SignInEvent =
  | { readonly kind: 'signed-in' | 'signed-out'; readonly accountId: string; readonly clientIp: string }
  | {
      readonly kind: 'sign-in-failed' | 'sign-in-paused'
      readonly accountId: string | undefined
      readonly clientIp: string
    }

export type SignInOptions = {
  /** A pool of the role `td_auth`. */
  readonly pool: Pool
  readonly baseUrl: URL
  readonly secret: string
  readonly onEvent?: (event: SignInEvent) => Promise<void> | void
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

/** Everything about who is at the door. Names and passwords are judged here and nowhere else. */
export class SignIn {
  readonly #pool: Pool
  readonly #library: AuthLibrary
  readonly #pause: SignInPause
  readonly #users: SignInUsers
  readonly #origin: string
  readonly #secret: string
  readonly #secure: boolean
  readonly #onEvent: (event: SignInEvent) => Promise<void> | void
  readonly #now: () => Date
  #sweptAt = 0

  constructor(options: SignInOptions) {
    this.#pool = options.pool
    this.#origin = options.baseUrl.origin
    this.#secret = options.secret
    this.#secure = options.baseUrl.protocol === 'https:'
    this.#onEvent = options.onEvent ?? (() => undefined)
    this.#now = options.now ?? (() => new Date())
    this.#library = authLibrary({ ...options, logError: options.logError ?? (() => undefined) })
    this.#pause = new SignInPause(options.pool, options.secret)
    this.#users = new SignInUsers(options.pool)
  }

  /**
   * Opens a session; gives the cookies to set. Unknown name, wrong password and disabled account are one answer after
   * the same work; a name tried too often rests, whether it exists or not.
   */
  async signIn(asked: {
    name: string
    password: string
    clientIp: string
    userAgent?: string
  }): Promise<Result<{ accountId: string; setCookies: string[] }>> {
    const name = tidySignInName(asked.name).slice(0, 254)
    const user = await this.#users.find(name)
    const accountId = user?.id
    const { clientIp } = asked
    const key = accountId === undefined ? `name:${name}` : `account:${accountId}`
    await this.#sweep()
    const attempt = await this.#pause.begin(key, this.#now())
    if (attempt.until) return refuse('sign-in-paused', { minutes: this.#minutesUntil(attempt.until) })

    const credentials = { username: user?.userName ?? NOBODY, password: asked.password }
    const response = await this.#post('/sign-in/username', credentials, asked)
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
    await this.#onEvent({ kind: 'signed-in', accountId: opened.accountId, clientIp })
    return ok(opened)
  }

  /** Whose session these cookies are; nobody's when it has ended, was left alone too long, or is disabled. */
  async whoIs(headers: Headers): Promise<SignedIn | undefined> {
    const token = sessionToken(headers.get('cookie') ?? '', this.#secret, this.#secure)
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
    const { headers: answered } = await this.#library.api.signOut({
      headers: onlyCookies(headers),
      returnHeaders: true,
    })
    if (who) await this.#onEvent({ kind: 'signed-out', accountId: who.accountId, clientIp })
    return answered.getSetCookie()
  }

  /** Ends every session of the account, this one too. */
  async signOutEverywhere(accountId: string): Promise<void> {
    await this.#users.endSessions(accountId)
  }

  /** Makes a user who can sign in. Refuses a weak password, a taken or malformed name. The same id again is no error. */
  async createUser(user: NewUser): Promise<Result<void>> {
    const weak = this.#weakness(user.password, [user.userName, user.name, user.email])
    return weak ?? (await this.#users.create(user))
  }

  /**
   * As `createUser`, for an account that holds these names newly in the house: another sign-in that has its id, name or address is
   * left from a creation that broke off between the two, and goes.
   */
  async createUserAfresh(user: NewUser): Promise<Result<void>> {
    const weak = this.#weakness(user.password, [user.userName, user.name, user.email])
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
    await this.#users.setPassword(change.accountId, change.next, change.sessionId)
    return ok(undefined)
  }

  /** Somebody entitled sets another's password: every session ends, a pause on the name is lifted. */
  async setPassword(accountId: string, next: string): Promise<Result<void>> {
    const weak = this.#weakness(next, await this.#users.wordsAbout(accountId), 'next')
    if (weak) return weak
    await this.#users.setPassword(accountId, next)
    await this.#pause.forget(`account:${accountId}`)
    return ok(undefined)
  }

  /** Refused from now on, also in the sessions that are open. */
  async disable(accountId: string): Promise<void> {
    await this.#users.setDisabled(accountId, true)
  }

  async enable(accountId: string): Promise<void> {
    await this.#users.setDisabled(accountId, false)
  }

  async #opened(response: Response, expectedId: string | undefined) {
    const { user } = (await response.json()) as { user: { id: string } }
    const { rows } = await this.#pool.query<{ disabled: boolean }>(
      `select "disabled" from auth."user" where "id" = $1`,
      [user.id],
    )
    if (user.id !== expectedId || rows[0]?.disabled !== false) {
      await this.#users.endSessions(user.id)
      return undefined
    }
    return { accountId: user.id, setCookies: response.headers.getSetCookie() }
  }

  #post(path: string, body: unknown, asked: { clientIp: string; userAgent?: string }): Promise<Response> {
    const headers = new Headers({ 'content-type': 'application/json', [CLIENT_IP_HEADER]: asked.clientIp })
    if (asked.userAgent) headers.set('user-agent', asked.userAgent.slice(0, 300))
    return this.#library.handler(
      new Request(`${this.#origin}/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
    )
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
    await this.#pool.query(`delete from auth."session" where "expiresAt" < $1`, [now])
  }
}

/** The library is shown the session cookie and nothing else a browser sent. */
function onlyCookies(headers: Headers): Headers {
  return new Headers({ cookie: headers.get('cookie') ?? '' })
}

export function createSignIn(options: SignInOptions): SignIn {
  return new SignIn(options)
}
