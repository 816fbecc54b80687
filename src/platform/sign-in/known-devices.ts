import { createHmac, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'

/** A browser keeps it: it opens nothing, and only tells that this browser was here before. */
export const DEVICE_COOKIE = 'thi-dua.device'
/** The longest a browser keeps a cookie. */
const KEPT_DAYS = 400

export type Device = {
  /** Somebody came in from a browser that his account has not seen, though it has seen others. */
  readonly isNew: boolean
  readonly setCookie: string
}

/** Which browsers an account was signed in from. */
export class KnownDevices {
  readonly #pool: Pool
  readonly #secret: string
  readonly #secure: boolean
  constructor({ pool, secret, secure }: { pool: Pool; secret: string; secure: boolean }) {
    this.#pool = pool
    this.#secret = secret
    this.#secure = secure
  }

  /** Notes that the account was let in here. The first browser of all is no news. */
  async note(accountId: string, cookies: string, at: Date): Promise<Device> {
    const token = this.#tokenIn(cookies) ?? randomBytes(24).toString('base64url')
    const digest = createHmac('sha256', this.#secret).update(`device/${accountId}/${token}`).digest()
    const { rows } = await this.#pool.query<{ before: boolean; others: boolean }>(
      `with known as (select device_digest from auth.known_device where user_id = $1),
       noted as (
         insert into auth.known_device (user_id, device_digest, first_at, last_at) values ($1, $2, $3, $3)
         on conflict (user_id, device_digest) do update set last_at = excluded.last_at
       )
       select exists (select 1 from known where device_digest = $2) as before,
         exists (select 1 from known where device_digest <> $2) as others`,
      [accountId, digest, at],
    )
    const [seen] = rows
    return { isNew: seen?.before === false && seen.others, setCookie: this.#cookie(token) }
  }

  /** Browsers that have forgotten us anyway. */
  async sweep(now: Date): Promise<void> {
    await this.#pool.query('delete from auth.known_device where last_at < $1', [
      new Date(now.getTime() - KEPT_DAYS * 86_400_000),
    ])
  }

  #tokenIn(cookies: string): string | undefined {
    return new RegExp(`(?:^|;\\s*)${this.#name()}=([A-Za-z0-9_-]{32})(?:;|$)`).exec(cookies)?.[1]
  }

  #name(): string {
    return `${this.#secure ? '__Secure-' : ''}${DEVICE_COOKIE}`
  }

  #cookie(token: string): string {
    const secure = this.#secure ? '; Secure' : ''
    return `${this.#name()}=${token}; Path=/; Max-Age=${KEPT_DAYS * 86_400}; HttpOnly; SameSite=Lax${secure}`
  }
}
