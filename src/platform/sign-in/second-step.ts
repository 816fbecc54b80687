import type { Pool } from 'pg'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { readSecondCode } from './codes.ts'
import type { Caller, LibraryCalls } from './library-calls.ts'
import { PAUSE_MINUTES, type SignInPause } from './pause.ts'
import { type SecondFactor, secondFactorKey } from './second-factor.ts'
import { SECOND_STEP_COOKIE, signedCookie } from './signed-cookie.ts'

/** Why nobody came in; `begins` when the pause starts with this failure. */
export type SecondStepFailure = { readonly accountId: string; readonly begins: boolean; readonly clientIp: string }

export type SecondStepDone = {
  readonly accountId: string
  readonly setCookies: string[]
  /** Of the recovery codes, when one of them was used up. */
  readonly recoveryCodesLeft: number | undefined
}

type Ground = {
  pool: Pool
  library: LibraryCalls
  pause: SignInPause
  factor: SecondFactor
  secret: string
  secure: boolean
  now: () => Date
  onFailure: (failure: SecondStepFailure) => Promise<void>
}

/** Between the right password and the session: whose turn it is stands in a signed cookie of ten minutes, in the library's own rows. */
export class SecondStep {
  readonly #ground: Ground
  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** Whose password was right a moment ago; nobody's when that is too long ago, the account was closed, or the attempts are used up. */
  async whose(cookies: string): Promise<string | undefined> {
    const { pool, secret, secure, now } = this.#ground
    const identifier = signedCookie(cookies, SECOND_STEP_COOKIE, secret, secure)
    if (identifier === undefined) return undefined
    const { rows } = await pool.query<{ accountId: string }>(
      `select u."id" as "accountId" from auth."verification" v join auth."user" u on u."id" = v."value"
       where v."identifier" = $1 and v."expiresAt" > $2 and not u."disabled" and u."twoFactorEnabled"`,
      [identifier, now()],
    )
    return rows[0]?.accountId
  }

  /** Opens the session with a code of the authenticator or a recovery code. A code handed over by an administrator is not judged here. */
  async take(caller: Caller, typed: string): Promise<Result<SecondStepDone>> {
    const { library, pause, factor, now } = this.#ground
    const accountId = await this.whose(caller.cookies ?? '')
    if (accountId === undefined) return refuse('second-step-expired')
    const key = secondFactorKey(accountId)
    const attempt = await pause.begin(key, now())
    if (attempt.until) return refuse('sign-in-paused', { minutes: minutesBetween(now(), attempt.until) })
    const { kind, code } = readSecondCode(typed)
    let answered: Response | undefined
    if (kind === 'totp' && (await factor.takeOnce(accountId, code))) {
      answered = await library.post('/two-factor/verify-totp', { code }, caller)
    } else if (kind === 'recovery') answered = await library.post('/two-factor/verify-backup-code', { code }, caller)
    if (answered?.status === 429) {
      await pause.takeBack(key)
      return refuse('too-many-attempts')
    }
    if (!answered?.ok) return await this.failed(accountId, attempt.begins, caller.clientIp)
    await pause.forget(key)
    const recoveryCodesLeft = kind === 'recovery' ? (await factor.state(accountId)).recoveryCodesLeft : undefined
    return ok({ accountId, setCookies: answered.headers.getSetCookie(), recoveryCodesLeft })
  }

  /** Counts an attempt that is judged elsewhere. */
  async counts(accountId: string): Promise<Result<{ begins: boolean }>> {
    const { pause, now } = this.#ground
    const attempt = await pause.begin(secondFactorKey(accountId), now())
    if (attempt.until) return refuse('sign-in-paused', { minutes: minutesBetween(now(), attempt.until) })
    return ok({ begins: attempt.begins })
  }

  async failed(accountId: string, begins: boolean, clientIp: string): Promise<Result<never>> {
    await this.#ground.onFailure({ accountId, begins, clientIp })
    return begins
      ? refuse('sign-in-paused', { minutes: PAUSE_MINUTES })
      : refuse('wrong-second-code', {}, { field: 'code' })
  }
}

function minutesBetween(now: Date, until: Date): number {
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000))
}
