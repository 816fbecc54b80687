import { holds, seesAs } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../../platform/database/unit-tree.ts'
import type { Seals, VerificationShape } from '../contract.ts'
import { brokenWords } from '../domain/verification-words.ts'
import { record } from './record.ts'
import { headOf } from './seal-record.ts'
import { verifyRecord } from './verify-record.ts'

const HEADS_SHOWN = 400

/** Whether the actor may read the whole record: who administers or audits the whole organisation. */
export async function readsRecord(tx: Tx): Promise<boolean> {
  const root = await rootUnit(tx)
  return seesAs(tx.actor, ['administrator', 'auditor'], [root.id])
}

async function administers(tx: Tx): Promise<boolean> {
  const root = await rootUnit(tx)
  return holds(tx.actor, 'administrator', [root.id])
}

/** How far the record is sealed, the heads of the days, and who gets them. */
export async function readSeals(tx: Tx, _input: Record<string, never>): Promise<Result<Seals>> {
  if (!(await readsRecord(tx))) return refuse('not-yours-to-see', { who: 'quản trị viên' })
  const head = await headOf(tx)
  const { waiting } = await tx.db
    .selectFrom('record_to_seal')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .executeTakeFirstOrThrow()
  const heads = await tx.db.selectFrom('record_head').selectAll().orderBy('day', 'desc').limit(HEADS_SHOWN).execute()
  const readers = await tx.db.selectFrom('record_head_reader').select('email').orderBy('email').execute()
  const set = (await administers(tx)) ? { whyNot: null } : undefined
  return ok({
    sealed: head.sealNo,
    waiting,
    head: head.sealNo === 0 ? null : { sealNo: head.sealNo, hash: head.hash.toString('hex') },
    heads: heads.map(({ day, seal_no, hash }) => ({ day, sealNo: seal_no, hash: hash.toString('hex') })),
    readers: readers.map(({ email }) => email),
    actions: set ? { 'set-readers': set } : {},
  })
}

type Asked = { head: { sealNo: number; hash: string } | null }

/** Walks the whole chain now. That somebody asked, and what he was told, is recorded too. */
export async function checkRecord(tx: Tx, { head }: Asked): Promise<Result<VerificationShape>> {
  if (!(await readsRecord(tx))) return refuse('not-yours-to-see', { who: 'quản trị viên' })
  const { sealed, waiting, broken, head: last } = await verifyRecord(tx, head ? [head] : [])
  const sentence = broken ? brokenWords(broken) : null
  const outcome = sentence ?? `nguyên vẹn, ${sealed} dòng`
  await record(tx, 'record.verified', { kind: 'record', id: null, name: 'Nhật ký' }, { detail: { outcome } })
  return ok({ sealed, waiting, head: last, broken: sentence })
}

/** The addresses that get the day's head from tomorrow on; the whole list each time. */
export async function setHeadReaders(tx: Tx, input: { emails: string[] }): Promise<Result<{ done: true }>> {
  if (!(await administers(tx))) return refuse('not-yours-to-do', { who: 'quản trị viên' })
  const wanted = new Set(input.emails.map((email) => email.toLowerCase()))
  // Two administrators at once: the second one's list is compared with what the first has left.
  const rows = await tx.db.selectFrom('record_head_reader').select('email').orderBy('email').execute()
  const there = new Set(rows.map(({ email }) => email))
  const thing = { kind: 'record', id: null, name: 'Nhật ký' } as const
  for (const email of [...wanted].filter((one) => !there.has(one))) {
    await tx.db
      .insertInto('record_head_reader')
      .values({ email, added_at: tx.now, added_by_name: tx.actor.kind === 'person' ? tx.actor.name : '' })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await record(tx, 'record.head-reader-added', thing, { detail: { email } })
  }
  for (const email of [...there].filter((one) => !wanted.has(one))) {
    await tx.db.deleteFrom('record_head_reader').where('email', '=', email).execute()
    await record(tx, 'record.head-reader-removed', thing, { detail: { email } })
  }
  return ok({ done: true })
}
