import { parseArgs } from 'node:util'
import { refusalSentence } from '../../kernel/refusals.ts'
import { ok } from '../../kernel/result.ts'
import { brokenWords } from '../../mechanisms/record/domain/verification-words.ts'
import { type KnownHead, type Verification, verifyRecord } from '../../mechanisms/record/server/index.ts'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import { withWork } from './with-work.ts'

/**
 * `verify-record [--head SỐ:MÃ]`: proves the record whole, or names the first broken place. 0: whole, 1: broken, 2: could not be
 * asked. Beside a running server or without one.
 */
export async function verifyRecordCommand(args: readonly string[]): Promise<number> {
  const heads = headsFrom(args)
  if (heads === undefined) {
    process.stderr.write('Sau --head là số thứ tự và mã đã giữ bên ngoài, ví dụ: --head 1284:9f86d081884c\n')
    return 2
  }
  const done = await withWork((work) => verify(work, heads))
  if (!done.ok) {
    process.stderr.write(`${refusalSentence(done.refusal.code, done.refusal.values)}\n`)
    return 2
  }
  process.stdout.write(`${verificationWords(done.value)}\n`)
  return done.value.broken ? 1 : 0
}

function headsFrom(args: readonly string[]): KnownHead[] | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { head: { type: 'string', multiple: true } } })
    const heads = (values.head ?? []).map((text) => /^(\d{1,15}):([0-9a-f]{8,64})$/i.exec(text.trim()))
    return heads.every((head) => head !== null)
      ? heads.map((head) => ({ sealNo: Number(head[1]), hash: head[2] ?? '' }))
      : undefined
  } catch {
    return undefined
  }
}

async function verify(work: UnitOfWork, heads: KnownHead[]) {
  return work.read({ kind: 'script', name: 'verify-record' }, async (tx) => ok(await verifyRecord(tx, heads)))
}

/** What was found, in lines for people. */
export function verificationWords({ sealed, waiting, head, broken }: Verification): string {
  if (broken) return `HỎNG: ${brokenWords(broken)}\nCác dòng trước đó (${sealed}) còn nguyên.`
  const lines = [`Nhật ký nguyên vẹn: ${sealed} dòng đã niêm phong, ${waiting} dòng chờ niêm phong.`]
  if (head) lines.push(`Đầu chuỗi: ${head.sealNo}:${head.hash}`)
  return lines.join('\n')
}
