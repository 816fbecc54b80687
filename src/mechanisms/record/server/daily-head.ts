import { newId } from '../../../kernel/ids.ts'
import { formatDate } from '../../../kernel/plain-date.ts'
import { ok } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { Job } from '../../../platform/jobs/job.ts'
import { headOf, sealAll } from './seal-record.ts'

/** Writes the day's head, once a day, and mails it to whoever keeps it outside. Nothing while nothing is sealed. */
export async function makeDailyHead(tx: Tx): Promise<void> {
  const { sealNo, hash } = await headOf(tx)
  if (sealNo === 0) return
  const made = await tx.db
    .insertInto('record_head')
    .values({ day: tx.today, seal_no: sealNo, hash, made_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  // Another run of today's was first: its mails are written.
  if (made.numInsertedOrUpdatedRows !== 1n) return
  const readers = await tx.db.selectFrom('record_head_reader').select('email').orderBy('email').execute()
  if (readers.length === 0) return
  const subject = `Đầu chuỗi nhật ký ngày ${formatDate(tx.today)}`
  await tx.db
    .insertInto('outbox_mail')
    .values(
      readers.map(({ email }) => ({
        id: newId(tx.now.getTime()),
        to_address: email,
        to_name: email,
        subject,
        body: headInWords(tx.today, sealNo, hash.toString('hex')),
        created_at: tx.now,
      })),
    )
    .execute()
}

function headInWords(day: Tx['today'], sealNo: number, hash: string): string {
  return [
    `Đầu chuỗi nhật ký ngày ${formatDate(day)}`,
    '',
    `Số thứ tự: ${sealNo}`,
    `Mã: ${hash}`,
    '',
    'Giữ thư này ngoài hệ thống. Khi cần chứng minh nhật ký không bị sửa, nhập số thứ tự và mã vào trang Niêm phong nhật ký,',
    `hoặc chạy: npm run -s thidua -- verify-record --head ${sealNo}:${hash}`,
  ].join('\n')
}

/** A little after midnight: what the day before has written is sealed, and the chain so far gets its head. */
export const dailyHeadJob: Job = {
  name: 'record-head',
  words: 'Ghi đầu chuỗi nhật ký',
  every: '5 0 * * *',
  run: async (_payload, { work, signal }) => {
    await sealAll(work, signal)
    const made = await work.write({ kind: 'job', name: 'đầu chuỗi nhật ký' }, async (tx) => ok(await makeDailyHead(tx)))
    if (!made.ok) throw new Error(`the day's head was not written: ${made.refusal.code}`)
  },
}
