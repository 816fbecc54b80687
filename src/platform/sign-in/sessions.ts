import type { Pool } from 'pg'

export type SessionInfo = {
  readonly id: string
  readonly userAgent: string | null
  readonly ip: string | null
  readonly begunAt: Date
  readonly usedAt: Date
}

/** The open sessions of accounts, without the token that opens them. */
export class Sessions {
  readonly #pool: Pool
  constructor(pool: Pool) {
    this.#pool = pool
  }

  /** Newest use first; those left alone too long are not told of, they end at their next request. */
  async list(accountId: string, { usedAfter, now }: { usedAfter: Date; now: Date }): Promise<SessionInfo[]> {
    const { rows } = await this.#pool.query<SessionInfo>(
      `select "id", "userAgent", "ipAddress" as ip, "createdAt" as "begunAt", "updatedAt" as "usedAt" from auth."session"
       where "userId" = $1 and "updatedAt" > $2 and "expiresAt" > $3 order by "updatedAt" desc, "id"`,
      [accountId, usedAfter, now],
    )
    return rows
  }

  /** Of this account alone; false when it was not there any more. */
  async end(accountId: string, id: string): Promise<boolean> {
    const { rowCount } = await this.#pool.query(`delete from auth."session" where "userId" = $1 and "id" = $2`, [
      accountId,
      id,
    ])
    return rowCount === 1
  }

  /** All but the one that is kept; how many there were. */
  async endAll(accountId: string, keepId?: string): Promise<number> {
    const { rowCount } = await this.#pool.query(
      `delete from auth."session" where "userId" = $1 and "id" is distinct from $2`,
      [accountId, keepId ?? null],
    )
    return rowCount ?? 0
  }

  /** Everybody who has a session open. */
  async holders(): Promise<string[]> {
    const { rows } = await this.#pool.query<{ userId: string }>(`select distinct "userId" from auth."session"`)
    return rows.map((row) => row.userId)
  }
}
