import type { Pool, PoolClient } from 'pg'

/** What the door does and the house writes down: under which id, in which words, and what its owner is told. */
export type ToldAct = {
  readonly id: string
  readonly action: string
  readonly detail: Readonly<Record<string, string>>
  readonly notice?: string
}
export type DoorAct = ToldAct & { readonly accountId: string }

/**
 * Acts of the door that the house may not have written down. Each is there exactly if the door has done it: the house looks them through,
 * and what a server that died left unsaid is said then.
 */
export class DoorActs {
  readonly #pool: Pool
  readonly #now: () => Date
  constructor({ pool, now }: { pool: Pool; now: () => Date }) {
    this.#pool = pool
    this.#now = now
  }

  /** In the transaction of the act itself; nothing where nobody writes it down. */
  async write(client: PoolClient, accountId: string, act: ToldAct | undefined): Promise<void> {
    if (!act) return
    await client.query(
      `insert into auth.door_act (id, user_id, action, detail, notice, done_at) values ($1, $2, $3, $4, $5, $6)`,
      [act.id, accountId, act.action, JSON.stringify(act.detail), act.notice ?? null, this.#now()],
    )
  }

  /** Those that were done before that moment, oldest first. */
  async doneBefore(moment: Date, most = 500): Promise<DoorAct[]> {
    const { rows } = await this.#pool.query<Omit<DoorAct, 'notice'> & { notice: string | null }>(
      `select id, user_id as "accountId", action, detail, notice from auth.door_act
       where done_at < $1 order by done_at, id limit $2`,
      [moment, most],
    )
    return rows.map(({ notice, ...act }) => (notice === null ? act : { ...act, notice }))
  }

  /** The house has written it down. */
  async forget(id: string): Promise<void> {
    await this.#pool.query('delete from auth.door_act where id = $1', [id])
  }
}
