import { createHmac } from 'node:crypto'
import type { Pool } from 'pg'

/** So many wrong attempts within the window, and the name rests as long. */
export const ATTEMPTS_BEFORE_PAUSE = 5
export const PAUSE_MINUTES = 15

const PAUSE_MS = PAUSE_MINUTES * 60_000

/** `until` is set when this attempt may not be made; `begins` when a failure of this attempt starts the pause. */
export type Attempt = { readonly until: Date | undefined; readonly begins: boolean }

/**
 * Counts attempts by name. The count goes up before the password is looked at and down again after a right one, so
 * that a hundred attempts at the same moment are not a hundred guesses.
 */
export class SignInPause {
  readonly #pool: Pool
  readonly #secret: string
  constructor(pool: Pool, secret: string) {
    this.#pool = pool
    this.#secret = secret
  }

  #digest(key: string): Buffer {
    return createHmac('sha256', this.#secret).update(`sign-in-pause/${key}`).digest()
  }

  /** Counts one attempt and says whether it may be made. */
  async begin(key: string, now: Date): Promise<Attempt> {
    const [quarterAgo, quarterOn] = [-PAUSE_MS, PAUSE_MS].map((ms) => new Date(now.getTime() + ms))
    const over = `(coalesce(p.paused_until <= $2, p.first_at <= $3))`
    const { rows } = await this.#pool.query<{ failures: number; paused_until: Date | null }>(
      `insert into auth.sign_in_pause as p (name_digest, failures, first_at) values ($1, 1, $2::timestamptz)
       on conflict (name_digest) do update set
         failures = case when ${over} then 1 else p.failures + 1 end,
         first_at = case when ${over} then $2 else p.first_at end,
         paused_until = case when ${over} then null
                             when p.paused_until is not null then p.paused_until
                             when p.failures + 1 >= $5 then $4::timestamptz end
       returning failures, paused_until`,
      [this.#digest(key), now, quarterAgo, quarterOn, ATTEMPTS_BEFORE_PAUSE],
    )
    const row = rows[0]
    if (!row) throw new Error('an upsert gave no row')
    if (row.failures > ATTEMPTS_BEFORE_PAUSE) return { until: row.paused_until ?? now, begins: false }
    return { until: undefined, begins: row.failures === ATTEMPTS_BEFORE_PAUSE }
  }

  /** The attempt was right, or somebody entitled set a new password. */
  async forget(key: string): Promise<void> {
    await this.#pool.query('delete from auth.sign_in_pause where name_digest = $1', [this.#digest(key)])
  }

  /** The attempt was never judged; it does not count. */
  async takeBack(key: string): Promise<void> {
    await this.#pool.query(
      `update auth.sign_in_pause set failures = failures - 1,
         paused_until = case when failures - 1 >= $2 then paused_until end
       where name_digest = $1 and failures > 0`,
      [this.#digest(key), ATTEMPTS_BEFORE_PAUSE],
    )
  }

  /** Names nobody has tried for a day are forgotten. */
  async sweep(now: Date): Promise<void> {
    const dayAgo = new Date(now.getTime() - 86_400_000)
    await this.#pool.query('delete from auth.sign_in_pause where first_at < $1', [dayAgo])
  }
}
