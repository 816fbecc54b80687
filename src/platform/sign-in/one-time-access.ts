import { createHmac } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type { Pool, PoolClient } from 'pg'
import { newId } from '../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { inTransaction } from '../database/pool-transaction.ts'
import { makeHandedCode, makeLinkSecret, tidyAccessSecret } from './codes.ts'
import { DoorActs, type ToldAct } from './door-acts.ts'

/** To choose the first password, to choose another, to be rid of a second factor that was lost. */
export type AccessPurpose = 'invitation' | 'password' | 'second-factor'

/** In a link by mail, or handed over by an administrator. */
export type AccessWay = 'mail' | 'hand'

export const LINK_HOURS = 72
export const HANDED_HOURS = 24
/** The same administrator does not hand both a password's code and a second factor's to one person within so many hours. */
export const APART_HOURS = 72
/** A person who asks himself gets one mail in so many minutes. */
export const ASK_AGAIN_MINUTES = 15

const HOUR_MS = 3_600_000

export type Access = {
  readonly accountId: string
  readonly purpose: AccessPurpose
  readonly way: AccessWay
  readonly userName: string
  readonly name: string
  readonly email: string
  readonly issuedAt: Date
  readonly issuedByName: string | null
  readonly expiresAt: Date
}

type Used = Access & { readonly id: string; readonly issuedBy: string | null }

export type IssuedAccess = { readonly secret: string; readonly expiresAt: Date }

type Issue = {
  readonly accountId: string
  readonly purpose: AccessPurpose
  readonly way: AccessWay
  /** Who hands it over: an administrator, or whoever sits at the server and has no account there; nobody: the person asks for himself. */
  readonly by?: { readonly accountId?: string; readonly name: string }
}

const LIVE = `a.used_at is null and a.ended_at is null and not u."disabled"`
const FIELDS = `a.user_id as "accountId", a.purpose, a.way, u."username" as "userName", u."name", u."email",
  a.issued_at as "issuedAt", a.issued_by_name as "issuedByName", a.expires_at as "expiresAt"`

/** Secrets that let somebody in once. They are shown or sent where they are made, and kept as a keyed digest. */
export class OneTimeAccess {
  readonly #pool: Pool
  readonly #secret: string
  readonly #now: () => Date
  readonly #acts: DoorActs
  constructor({ pool, secret, now }: { pool: Pool; secret: string; now: () => Date }) {
    this.#acts = new DoorActs({ pool, now })
    this.#pool = pool
    this.#secret = secret
    this.#now = now
  }

  /** Makes a new one; what was made before for the same is worth nothing from now on. */
  async issue({ accountId, purpose, way, by }: Issue): Promise<Result<IssuedAccess>> {
    const at = this.#now()
    const secret = way === 'hand' ? makeHandedCode() : makeLinkSecret()
    const expiresAt = new Date(at.getTime() + (way === 'hand' ? HANDED_HOURS : LINK_HOURS) * HOUR_MS)
    return await inTransaction(this.#pool, async (client) => {
      // Two who hand over at one moment come one after the other.
      const { rowCount } = await client.query(`select 1 from auth."user" where "id" = $1 for update`, [accountId])
      if (rowCount !== 1) throw new Error(`no sign-in for account ${accountId}`)
      if (
        way === 'hand' &&
        by?.accountId &&
        (await this.#handsOverBoth(client, accountId, purpose, by.accountId, at))
      ) {
        return refuse('one-hand-both-keys', { hours: APART_HOURS })
      }
      await client.query(
        `update auth.one_time_access set ended_at = $3
         where user_id = $1 and (purpose = 'second-factor') = $2 and used_at is null and ended_at is null`,
        [accountId, purpose === 'second-factor', at],
      )
      await client.query(
        `insert into auth.one_time_access
           (id, user_id, purpose, way, secret_digest, issued_at, issued_by, issued_by_name, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          newId(at.getTime()),
          accountId,
          purpose,
          way,
          this.#digest(secret),
          at,
          by?.accountId ?? null,
          by?.name ?? null,
          expiresAt,
        ],
      )
      return ok({ secret, expiresAt })
    })
  }

  /** Whose this is and what for; nothing when it is wrong, used, run out or replaced: one answer for all of them. */
  async find(typed: string): Promise<Access | undefined> {
    const { rows } = await this.#pool.query<Access>(
      `select ${FIELDS} from auth.one_time_access a join auth."user" u on u."id" = a.user_id
       where a.secret_digest = $1 and a.expires_at > $2 and ${LIVE}`,
      [this.#digest(tidyAccessSecret(typed)), this.#now()],
    )
    return rows[0]
  }

  /** Uses it up for a password its owner chose: every session ends. Of two who use it at one moment one is let in. */
  async choosePassword(typed: string, password: string, act?: ToldAct): Promise<Result<Access>> {
    const hash = await hashPassword(password)
    return await inTransaction(this.#pool, async (client) => {
      const access = await this.#locked(client, typed, ['invitation', 'password'])
      if (!access.ok) return access
      await this.#spend(client, access.value)
      const { accountId } = access.value
      const { rowCount } = await client.query(
        `update auth."account" set "password" = $2, "updatedAt" = current_timestamp
         where "userId" = $1 and "providerId" = 'credential'`,
        [accountId, hash],
      )
      if (rowCount !== 1) throw new Error(`no sign-in for account ${accountId}`)
      await client.query(`delete from auth."session" where "userId" = $1`, [accountId])
      await this.#acts.write(client, accountId, act)
      return access
    })
  }

  /**
   * Uses it up to take this person's second factor away. Not while the password was chosen a short while ago by a mail, or by a code of the
   * same hand: whoever came by the password that way must not come by the rest. The owner has that long to find his password changed.
   */
  async dropSecondFactor(accountId: string, typed: string, act?: ToldAct): Promise<Result<Access>> {
    return await inTransaction(this.#pool, async (client) => {
      const access = await this.#locked(client, typed, ['second-factor'], accountId)
      if (!access.ok) return access
      if (await this.#passwordJustChosen(client, access.value)) {
        return refuse('password-just-reset', { hours: APART_HOURS })
      }
      await this.#spend(client, access.value)
      await client.query(`delete from auth."twoFactor" where "userId" = $1`, [accountId])
      await client.query(
        `update auth."user" set "twoFactorEnabled" = false, "updatedAt" = current_timestamp where "id" = $1`,
        [accountId],
      )
      await client.query(`delete from auth."session" where "userId" = $1`, [accountId])
      await this.#acts.write(client, accountId, act)
      return access
    })
  }

  /** Did he ask for a mail a short while ago? */
  async askedLately(accountId: string): Promise<boolean> {
    const since = new Date(this.#now().getTime() - ASK_AGAIN_MINUTES * 60_000)
    const { rowCount } = await this.#pool.query(
      `select 1 from auth.one_time_access where user_id = $1 and way = 'mail' and issued_by is null and issued_at > $2`,
      [accountId, since],
    )
    return (rowCount ?? 0) > 0
  }

  /** What could still be used is worth nothing any more: the account was closed. */
  async end(accountId: string): Promise<void> {
    await this.#pool.query(
      `update auth.one_time_access set ended_at = $2 where user_id = $1 and used_at is null and ended_at is null`,
      [accountId, this.#now()],
    )
  }

  /** The row, kept from everybody else until the transaction ends. */
  async #locked(
    client: PoolClient,
    typed: string,
    purposes: readonly AccessPurpose[],
    accountId?: string,
  ): Promise<Result<Used>> {
    const { rows } = await client.query<Used>(
      `select a.id, a.issued_by as "issuedBy", ${FIELDS} from auth.one_time_access a join auth."user" u on u."id" = a.user_id
       where a.secret_digest = $1 and a.expires_at > $2 and a.purpose = any ($3) and ($4::text is null or a.user_id = $4) and ${LIVE}
       for update of a`,
      [this.#digest(tidyAccessSecret(typed)), this.#now(), purposes, accountId ?? null],
    )
    const [access] = rows
    if (!access) return refuse('access-not-valid', {}, { field: 'code' })
    return ok(access)
  }

  async #spend(client: PoolClient, { id }: Used): Promise<void> {
    await client.query('update auth.one_time_access set used_at = $2 where id = $1', [id, this.#now()])
  }

  /** Whoever sits at the server may read the database anyway: his codes are not held against each other. */
  async #passwordJustChosen(client: PoolClient, { accountId, issuedBy }: Used): Promise<boolean> {
    if (issuedBy === null) return false
    const { rowCount } = await client.query(
      `select 1 from auth.one_time_access
       where user_id = $1 and purpose <> 'second-factor' and used_at > $2 and (way = 'mail' or issued_by = $3)`,
      [accountId, new Date(this.#now().getTime() - APART_HOURS * HOUR_MS), issuedBy],
    )
    return (rowCount ?? 0) > 0
  }

  async #handsOverBoth(
    client: PoolClient,
    accountId: string,
    purpose: AccessPurpose,
    byAccountId: string,
    at: Date,
  ): Promise<boolean> {
    const { rowCount } = await client.query(
      `select 1 from auth.one_time_access
       where user_id = $1 and way = 'hand' and issued_by = $2 and (purpose = 'second-factor') <> $3 and issued_at > $4`,
      [accountId, byAccountId, purpose === 'second-factor', new Date(at.getTime() - APART_HOURS * HOUR_MS)],
    )
    return (rowCount ?? 0) > 0
  }

  #digest(secret: string): Buffer {
    return createHmac('sha256', this.#secret).update(`one-time-access/${secret}`).digest()
  }
}
