import { sql } from 'kysely'
import { ok } from '../../../kernel/result.ts'
import type { Tx, UnitOfWork } from '../../../platform/database/unit-of-work.ts'
import type { Job } from '../../../platform/jobs/job.ts'
import { BEFORE_THE_FIRST, SEALED_COLUMNS, type SealedColumns, sealHash } from './seal-hash.ts'

/** So many rows in one transaction. */
const AT_ONCE = 5000

export type Head = { readonly sealNo: number; readonly hash: Buffer }

/** The last link of the chain; of an empty chain number 0. */
export async function headOf(tx: Tx): Promise<Head> {
  const last = await tx.db
    .selectFrom('record_seal')
    .select(['seal_no', 'hash'])
    .orderBy('seal_no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? { sealNo: last.seal_no, hash: last.hash } : { sealNo: 0, hash: BEFORE_THE_FIRST }
}

/**
 * Chains rows that are not yet sealed, at most five thousand, and gives how many. One sealer at a time: the lock is held until the
 * transaction ends, so a second one continues where the first has come to.
 */
export async function sealSome(tx: Tx): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('app.record_seal'))`.execute(tx.db)
  const { rows } = await sql<{ id: string; columns: SealedColumns }>`
    select r.id, ${sql.raw(SEALED_COLUMNS)} as columns
    from app.record_to_seal q join app.record r on r.id = q.record_id
    where not exists (select 1 from app.record_seal s where s.record_id = r.id)
    order by r.entry_no limit ${AT_ONCE}`.execute(tx.db)
  let { sealNo, hash } = await headOf(tx)
  const seals = rows.map(({ id, columns }) => {
    sealNo += 1
    hash = sealHash(sealNo, hash, columns)
    return { sealNo, id, hash }
  })
  if (seals.length > 0) {
    await sql`
      insert into app.record_seal (seal_no, record_id, hash, sealed_at)
      select no, id, hash, ${tx.now} from unnest(
        ${seals.map((seal) => seal.sealNo)}::bigint[], ${seals.map((seal) => seal.id)}::uuid[], ${seals.map((seal) => seal.hash)}::bytea[]
      ) as seal (no, id, hash)`.execute(tx.db)
  }
  await sql`delete from app.record_to_seal q using app.record_seal s where s.record_id = q.record_id`.execute(tx.db)
  return seals.length
}

/** Chains everything that is waiting, in several transactions where it is much. */
export async function sealAll(work: UnitOfWork, signal?: AbortSignal): Promise<number> {
  let sealed = 0
  for (;;) {
    const some = await work.write({ kind: 'job', name: 'niêm phong nhật ký' }, async (tx) => ok(await sealSome(tx)))
    if (!some.ok) throw new Error(`the record could not be sealed: ${some.refusal.code}`)
    sealed += some.value
    if (some.value < AT_ONCE || signal?.aborted) return sealed
  }
}

/** Every minute: what was done in the last one is not sealed yet, and the page says so. */
export const sealRecordJob: Job = {
  name: 'seal-record',
  words: 'Niêm phong nhật ký',
  every: '* * * * *',
  run: async (_payload, { work, signal }) => {
    await sealAll(work, signal)
  },
}
