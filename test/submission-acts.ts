import { newId } from '../src/kernel/ids.ts'
import { ok, type Result } from '../src/kernel/result.ts'
import { enterFromPaper } from '../src/mechanisms/submissions/server/enter-from-paper.ts'
import { judge } from '../src/mechanisms/submissions/server/judge.ts'
import { handOver, takeBack } from '../src/mechanisms/submissions/server/prepare.ts'
import { accept, open, returnSubmission, withdraw } from '../src/mechanisms/submissions/server/receive.ts'
import { sign } from '../src/mechanisms/submissions/server/send.ts'
import { today } from '../src/platform/clock/clock.ts'
import type { campaignsIn } from './campaigns.ts'
import { DESK, IN_PRODUCT, type Kind, submissionsIn, wholeContent } from './submissions.ts'
import { must, type OpenedWorld } from './world.ts'

/** `none`: nobody has begun. `opened`: submitted, and looked at by the receiver. */
export const STATES = ['none', 'draft', 'for-signature', 'submitted', 'opened', 'returned', 'accepted'] as const
export type State = (typeof STATES)[number]
export const ACTS = [
  'save',
  'hand-over',
  'take-back',
  'sign',
  'sign-from-paper',
  'withdraw',
  'open',
  'judge',
  'return',
  'accept',
  'enter-from-paper',
] as const
export type Act = (typeof ACTS)[number]

export type Standing = {
  kind: Kind
  obligationId: string
  written?: { id: string; version: number; lineVersion: number; fileIds: string[] }
}

/** A piece that every sending of the kind has. */
const PIECE = { dissemination: 'attended', completion: 'done', report: 'ky-cuong' } as const

/** Every act on what travels, by whoever of the cast it belongs to, on what stands there now; and what then stands there. */
export function submissionActsIn(opened: OpenedWorld, acts: ReturnType<typeof campaignsIn>) {
  const its = submissionsIn(opened, acts)

  /** Does the act as whoever it belongs to, on what stands there now. */
  async function doIt(act: Act, at: Standing): Promise<Result<unknown>> {
    const { kind, obligationId } = at
    const id = at.written?.id ?? newId()
    const { version } = await rowOf(at)
    const mark = { lineKey: PIECE[kind], outcome: 'accepted' as const, reason: null }
    switch (act) {
      case 'save':
        return its.write(kind, obligationId, at.written && { ...at.written, version })
      case 'hand-over':
        return acts.write('lan', handOver(DESK), { id, version })
      case 'take-back':
        return acts.write('lan', takeBack(DESK), { id })
      case 'sign':
        return acts.write('minh', sign(DESK), { id, version, consent: IN_PRODUCT })
      case 'sign-from-paper': {
        const consent = { way: 'paper' as const, ...(await its.onPaper('lan')) }
        return acts.write('lan', sign(DESK), { id, version, consent })
      }
      case 'withdraw':
        return acts.write('lan', withdraw(DESK), { id })
      case 'open':
        return acts.write('hoa', open(DESK), { id })
      case 'judge': {
        const { sentNo } = await rowOf(at)
        return acts.write('hoa', judge(DESK), { id, sentNo, marks: [mark], cleared: [] })
      }
      case 'return':
        return acts.write('hoa', returnSubmission(DESK), { id, version, reason: 'Thiếu chữ ký' })
      case 'accept':
        return acts.write('hoa', accept(DESK), { id, version })
      case 'enter-from-paper':
        return acts.write(
          'hoa',
          enterFromPaper(DESK),
          await its.paper(obligationId, wholeContent(kind, today(opened.clock))),
        )
    }
  }

  async function rowOf(at: Standing) {
    const read = opened.work.read({ kind: 'script', name: 'thử' }, async (tx) => {
      const row = await tx.db
        .selectFrom('obligation')
        .leftJoin('submission', 'submission.obligation_id', 'obligation.id')
        .select(['submission.id', 'submission.state', 'submission.version', 'submission.opened_at', 'sent_count'])
        .select(['obligation.state as owed', 'obligation.done_on'])
        .where('obligation.id', '=', at.obligationId)
        .executeTakeFirstOrThrow()
      const receipts = await tx.db
        .selectFrom('submission_version')
        .select(['sent_no', 'receipt_hash'])
        .where('submission_id', '=', row.id ?? newId())
        .orderBy('sent_no')
        .execute()
      return ok({ row, receipts })
    })
    const { row, receipts } = await must(read)
    const state: State = row.state === 'submitted' && row.opened_at !== null ? 'opened' : (row.state ?? 'none')
    return { state, version: row.version ?? 0, sentNo: row.sent_count ?? 0, owed: row.owed, receipts }
  }

  return { its, doIt, standingOf: rowOf }
}
