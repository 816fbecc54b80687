import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../database/unit-of-work.ts'
import type { JobPayload } from './job.ts'
import { QUEUE_OPTIONS } from './queue-options.ts'

/**
 * Puts a job into the queue, in the transaction of the use case: `await enqueue(tx, 'send-mails', {}, { key: 'outbox' })`. It waits there
 * until the transaction has committed; with a `key`, a second is not added while the first still waits (one that already runs does not
 * count: what it has begun may not see this change). The payload holds ids and days alone.
 */
export async function enqueue(
  tx: Tx,
  name: string,
  payload: JobPayload,
  { key = newId() }: { readonly key?: string } = {},
): Promise<void> {
  if (await insert(tx, name, payload, key)) return
  // No server has run this job yet, so its queue is not there: whoever comes first makes it.
  await sql`select jobs.create_queue(${name}, ${JSON.stringify(QUEUE_OPTIONS)}::jsonb)`.execute(tx.db)
  await insert(tx, name, payload, key)
}

/**
 * What pg-boss itself inserts, said here because its own way wants a started instance, which a command line, a test and a second process
 * have not. `jobs.job` is its table; a test takes out with pg-boss what was put in here, so that its next version cannot pass unseen.
 * False where there is no such queue.
 */
async function insert(tx: Tx, name: string, payload: JobPayload, key: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    with queue as (select * from jobs.queue where name = ${name}),
    added as (
      insert into jobs.job (
        name, data, singleton_key, policy, start_after, keep_until, retry_limit, retry_delay, retry_backoff, retry_delay_max,
        expire_seconds, deletion_seconds, heartbeat_seconds, dead_letter
      )
      select name, ${JSON.stringify(payload)}::jsonb, ${key}, policy, now(), now() + retention_seconds * interval '1 s',
        retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, heartbeat_seconds, dead_letter
      from queue
      on conflict do nothing
    )
    select true as there from queue`.execute(tx.db)
  return rows.length > 0
}
