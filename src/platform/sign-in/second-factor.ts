import { createHmac } from 'node:crypto'
import type { Pool } from 'pg'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { inTransaction } from '../database/pool-transaction.ts'
import { ISSUER } from './auth-library.ts'
import { readSecondCode } from './codes.ts'
import { DoorActs, type ToldAct } from './door-acts.ts'
import type { Caller, LibraryCalls } from './library-calls.ts'
import type { SignInPause } from './pause.ts'
import type { SignInUsers } from './users.ts'

/** So long the same six digits could be right again: the period before, this one and the next. */
const CODE_LIVES_MS = 3 * 30_000

export type SecondFactorState = { readonly on: boolean; readonly recoveryCodesLeft: number }

/** What an authenticator is fed with: the secret as text, and the address its picture carries. */
export type NewSecret = { readonly secret: string; readonly uri: string }

type Own = { readonly accountId: string; readonly caller: Caller }
type Ground = {
  pool: Pool
  library: LibraryCalls
  users: SignInUsers
  pause: SignInPause
  secret: string
  now: () => Date
}

/** The name under which wrong codes of an account are counted, apart from wrong passwords: a right password lifts only its own pause. */
export function secondFactorKey(accountId: string): string {
  return `second:${accountId}`
}

/** A person's second factor, as he himself keeps it: the library's rows and judgement, our pauses, every code once. */
export class SecondFactor {
  readonly #ground: Ground
  constructor(ground: Ground) {
    this.#ground = ground
  }

  async state(accountId: string): Promise<SecondFactorState> {
    const on = await this.#isOn(accountId)
    return { on, recoveryCodesLeft: on ? (await this.#ground.library.recoveryCodes(accountId)).length : 0 }
  }

  /** Everybody who has one. */
  async holders(): Promise<string[]> {
    const { rows } = await this.#ground.pool.query<{ id: string }>(
      `select "id" from auth."user" where "twoFactorEnabled" order by 1`,
    )
    return rows.map(({ id }) => id)
  }

  /**
   * A new secret, not in force until `confirm`. Whoever has a second factor already (another telephone) gives a code of it, which ends
   * there: from then until the new one is confirmed he has none.
   */
  async begin({
    accountId,
    caller,
    password,
    code,
    act,
  }: Own & { password: string; code?: string; act?: ToldAct }): Promise<Result<NewSecret>> {
    const known = await this.#knowsPassword(accountId, password)
    if (!known.ok) return known
    if (await this.#isOn(accountId)) {
      const right = await this.check({ accountId, caller, code: code ?? '' })
      if (!right.ok) return right
      await this.remove(accountId, act)
    }
    const answered = await this.#ground.library.post('/two-factor/enable', { password }, caller)
    if (answered.status === 429) return refuse('too-many-attempts')
    if (!answered.ok) throw new Error(`the library made no second factor: ${answered.status}`)
    const { totpURI } = (await answered.json()) as { totpURI: string }
    const secret = new URL(totpURI).searchParams.get('secret')
    if (secret === null) throw new Error('the library gave no secret')
    return ok({ secret, uri: otpAddress(secret, await this.#ground.users.nameOf(accountId)) })
  }

  /** The first code of the new secret: from now on it is asked for. Gives the recovery codes, and the cookies of the session it goes on in. */
  async confirm({
    accountId,
    caller,
    code,
  }: Own & { code: string }): Promise<Result<{ recoveryCodes: string[]; setCookies: string[] }>> {
    if (await this.#isOn(accountId)) return refuse('second-factor-on')
    if (!(await this.#wasBegun(accountId))) return refuse('second-factor-not-begun')
    const { library } = this.#ground
    const judged = await this.#counted(accountId, code, async ({ kind, code }) =>
      kind === 'totp' ? await library.post('/two-factor/verify-totp', { code }, caller) : undefined,
    )
    if (!judged.ok) {
      const wrong = judged.refusal.code === 'wrong-second-code'
      return wrong ? refuse('wrong-first-code', {}, { field: 'code' }) : judged
    }
    return ok({
      recoveryCodes: await library.recoveryCodes(accountId),
      setCookies: judged.value.headers.getSetCookie(),
    })
  }

  /** Is this a code of his: of the authenticator, or a recovery code, which is then used up? */
  async check({ accountId, caller, code }: Own & { code: string }): Promise<Result<void>> {
    const { library } = this.#ground
    const judged = await this.#counted(accountId, code, async ({ kind, code }) => {
      if (kind === 'totp') return await library.post('/two-factor/verify-totp', { code }, caller)
      if (kind === 'recovery') {
        return await library.post('/two-factor/verify-backup-code', { code, disableSession: true }, caller)
      }
      return undefined
    })
    return judged.ok ? ok(undefined) : judged
  }

  /** Ten new recovery codes; the old ones are worth nothing any more. */
  async renewRecoveryCodes({
    accountId,
    caller,
    password,
    code,
  }: Own & { password: string; code: string }): Promise<Result<string[]>> {
    const may = await this.#mayChange({ accountId, caller, password, code })
    if (!may.ok) return may
    const answered = await this.#ground.library.post('/two-factor/generate-backup-codes', { password }, caller)
    if (answered.status === 429) return refuse('too-many-attempts')
    if (!answered.ok) throw new Error(`the library made no recovery codes: ${answered.status}`)
    return ok(((await answered.json()) as { backupCodes: string[] }).backupCodes)
  }

  async turnOff(own: Own & { password: string; code: string; act: ToldAct }): Promise<Result<void>> {
    const may = await this.#mayChange(own)
    if (!may.ok) return may
    await this.remove(own.accountId, own.act)
    return ok(undefined)
  }

  /** Takes it away, whoever asked for that. */
  async remove(accountId: string, act?: ToldAct): Promise<void> {
    await inTransaction(this.#ground.pool, async (client) => {
      await client.query(`delete from auth."twoFactor" where "userId" = $1`, [accountId])
      await client.query(
        `update auth."user" set "twoFactorEnabled" = false, "updatedAt" = current_timestamp where "id" = $1`,
        [accountId],
      )
      await new DoorActs(this.#ground).write(client, accountId, act)
    })
    await this.#ground.pause.forget(secondFactorKey(accountId))
  }

  /** The six digits are good once. Two who send the same at one moment: one of them is right. */
  async takeOnce(accountId: string, code: string): Promise<boolean> {
    const { pool, secret, now } = this.#ground
    const digest = createHmac('sha256', secret).update(`used-code/${accountId}/${code}`).digest()
    const at = now()
    const { rowCount } = await pool.query(
      `insert into auth.used_code as u (user_id, code_digest, used_at) values ($1, $2, $3)
       on conflict (user_id, code_digest) do update set used_at = excluded.used_at where u.used_at < $4`,
      [accountId, digest, at, new Date(at.getTime() - CODE_LIVES_MS)],
    )
    return rowCount === 1
  }

  /** What is long past is forgotten. */
  async sweep(now: Date): Promise<void> {
    await this.#ground.pool.query('delete from auth.used_code where used_at < $1', [
      new Date(now.getTime() - 10 * CODE_LIVES_MS),
    ])
  }

  async #mayChange({
    accountId,
    caller,
    password,
    code,
  }: Own & { password: string; code: string }): Promise<Result<void>> {
    if (!(await this.#isOn(accountId))) return refuse('second-factor-off')
    const known = await this.#knowsPassword(accountId, password)
    return known.ok ? await this.check({ accountId, caller, code }) : known
  }

  async #knowsPassword(accountId: string, password: string): Promise<Result<void>> {
    const { pause, users, now } = this.#ground
    const key = `account:${accountId}`
    if ((await pause.begin(key, now())).until) return refuse('too-many-attempts')
    if (!(await users.passwordIs(accountId, password))) return refuse('wrong-password', {}, { field: 'password' })
    await pause.forget(key)
    return ok(undefined)
  }

  /** Counts the attempt before the code is looked at, as passwords are counted; the answer of the library when it was right. */
  async #counted(
    accountId: string,
    typed: string,
    judge: (code: ReturnType<typeof readSecondCode>) => Promise<Response | undefined>,
  ): Promise<Result<Response>> {
    const { pause, now } = this.#ground
    const key = secondFactorKey(accountId)
    if ((await pause.begin(key, now())).until) return refuse('too-many-attempts')
    const read = readSecondCode(typed)
    const fresh = read.kind !== 'totp' || (await this.takeOnce(accountId, read.code))
    const answered = fresh ? await judge(read) : undefined
    if (answered?.status === 429) {
      await pause.takeBack(key)
      return refuse('too-many-attempts')
    }
    if (!answered?.ok) return refuse('wrong-second-code', {}, { field: 'code' })
    await pause.forget(key)
    return ok(answered)
  }

  async #isOn(accountId: string): Promise<boolean> {
    const { rows } = await this.#ground.pool.query<{ on: boolean }>(
      `select "twoFactorEnabled" as on from auth."user" where "id" = $1`,
      [accountId],
    )
    return rows[0]?.on ?? false
  }

  async #wasBegun(accountId: string): Promise<boolean> {
    const { rowCount } = await this.#ground.pool.query(`select 1 from auth."twoFactor" where "userId" = $1`, [
      accountId,
    ])
    return rowCount === 1
  }
}

/** As the library writes it, but with the name a person knows: its own has the address, which may stand for none. */
function otpAddress(secret: string, userName: string): string {
  const issuer = encodeURIComponent(ISSUER)
  return `otpauth://totp/${issuer}:${encodeURIComponent(userName)}?secret=${secret}&issuer=${issuer}&digits=6&period=30`
}
