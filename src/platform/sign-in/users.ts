import { randomBytes } from 'node:crypto'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { Pool, PoolClient } from 'pg'
import { newId } from '../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { inTransaction } from '../database/pool-transaction.ts'
import { DoorActs, type ToldAct } from './door-acts.ts'
import { isEmail, isPlaceholder, isUserName, placeholderEmail, tidySignInName } from './names.ts'

export type NewUser = {
  /** The account's id; creating the same user again changes nothing. */
  readonly id: string
  readonly userName: string
  readonly email?: string
  readonly name: string
  /** Without one nobody gets in until its owner has chosen one with a one-time access. */
  readonly password?: string
}

export type KnownUser = { readonly id: string; readonly userName: string }

/** The rows of people who may sign in. The library reads them; they are written here, in one transaction each. */
export class SignInUsers {
  readonly #pool: Pool
  readonly #acts: DoorActs
  constructor(pool: Pool, now: () => Date) {
    this.#pool = pool
    this.#acts = new DoorActs({ pool, now })
  }

  /** Whom a tidied name means: a user name, or an e-mail address. */
  async find(name: string): Promise<KnownUser | undefined> {
    const { rows } = await this.#pool.query<KnownUser>(
      `select "id", "username" as "userName" from auth."user" where "username" = $1 or "email" = $1`,
      [name],
    )
    return rows[0]
  }

  async create(user: NewUser): Promise<Result<void>> {
    const userName = tidySignInName(user.userName)
    const email = user.email === undefined ? placeholderEmail(user.id) : tidySignInName(user.email)
    if (!isUserName(userName)) return refuse('invalid-input', {}, { field: 'userName' })
    if (!isEmail(email) || (user.email !== undefined && isPlaceholder(email))) return wrongEmail()
    // Nobody's password, rather than none: an account not yet taken up answers as slowly as any other.
    const hash = await hashPassword(user.password ?? randomBytes(32).toString('base64url'))
    return await inTransaction(this.#pool, async (client) => {
      const { rowCount } = await client.query(
        `insert into auth."user" ("id", "name", "email", "username", "displayUsername") values ($1, $2, $3, $4, $4)
         on conflict do nothing`,
        [user.id, user.name, email, userName],
      )
      if (rowCount === 0) return await whyTaken(client, user.id, userName)
      await client.query(
        `insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt")
         values ($1, $2, 'credential', $2, $3, current_timestamp)`,
        [newId(), user.id, hash],
      )
      return ok(undefined)
    })
  }

  /**
   * Takes away whatever holds this id, name or address; its sessions go with it. Refuses an address that stands for somebody who has
   * none: it is his sign-in that would go.
   */
  async removeLeftOver({ id, userName, email }: Pick<NewUser, 'id' | 'userName' | 'email'>): Promise<Result<void>> {
    if (email !== undefined && isPlaceholder(tidySignInName(email))) return wrongEmail()
    await this.#pool.query(`delete from auth."user" where "id" = $1 or "username" = $2 or "email" = $3`, [
      id,
      tidySignInName(userName),
      email === undefined ? null : tidySignInName(email),
    ])
    return ok(undefined)
  }

  /** What a password of this user must not be made of. */
  async wordsAbout(userId: string): Promise<string[]> {
    const { rows } = await this.#pool.query<{ name: string; username: string; email: string }>(
      `select "name", "username", "email" from auth."user" where "id" = $1`,
      [userId],
    )
    return rows.flatMap((row) => [row.name, row.username, row.email])
  }

  /** The name he signs in with. */
  async nameOf(userId: string): Promise<string> {
    const { rows } = await this.#pool.query<{ userName: string }>(
      `select "username" as "userName" from auth."user" where "id" = $1`,
      [userId],
    )
    if (!rows[0]) throw new Error(`no sign-in for account ${userId}`)
    return rows[0].userName
  }

  async passwordIs(userId: string, password: string): Promise<boolean> {
    const { rows } = await this.#pool.query<{ password: string | null }>(
      `select "password" from auth."account" where "userId" = $1 and "providerId" = 'credential'`,
      [userId],
    )
    const hash = rows[0]?.password
    return typeof hash === 'string' && (await verifyPassword({ hash, password }))
  }

  /** Sets a new password and ends every session but the one kept. */
  async setPassword(
    userId: string,
    password: string,
    { keepSessionId, act }: { keepSessionId?: string; act?: ToldAct | undefined } = {},
  ): Promise<void> {
    const hash = await hashPassword(password)
    await inTransaction(this.#pool, async (client) => {
      const { rowCount } = await client.query(
        `update auth."account" set "password" = $2, "updatedAt" = current_timestamp
         where "userId" = $1 and "providerId" = 'credential'`,
        [userId, hash],
      )
      if (rowCount !== 1) throw new Error(`no sign-in for account ${userId}`)
      await endSessions(client, userId, keepSessionId)
      await this.#acts.write(client, userId, act)
    })
  }

  /** A disabled user is refused at once, in every session he has open. */
  async setDisabled(userId: string, disabled: boolean): Promise<void> {
    await inTransaction(this.#pool, async (client) => {
      const { rowCount } = await client.query(
        `update auth."user" set "disabled" = $2, "updatedAt" = current_timestamp where "id" = $1`,
        [userId, disabled],
      )
      if (rowCount !== 1) throw new Error(`no sign-in for account ${userId}`)
      if (disabled) await endSessions(client, userId)
    })
  }

  async endSessions(userId: string): Promise<void> {
    await endSessions(this.#pool, userId)
  }
}

function wrongEmail(): Result<never> {
  return refuse('invalid-input', {}, { field: 'email' })
}

async function endSessions(client: Pick<PoolClient, 'query'>, userId: string, keepId?: string): Promise<void> {
  await client.query(`delete from auth."session" where "userId" = $1 and "id" is distinct from $2`, [
    userId,
    keepId ?? null,
  ])
}

async function whyTaken(client: PoolClient, id: string, userName: string): Promise<Result<void>> {
  const { rows } = await client.query<KnownUser>(
    `select "id", "username" as "userName" from auth."user" where "id" = $1 or "username" = $2`,
    [id, userName],
  )
  if (rows.some((row) => row.id === id && row.userName === userName)) return ok(undefined)
  const field = rows.some((row) => row.userName === userName) ? 'userName' : 'email'
  return refuse('sign-in-name-taken', {}, { field })
}
