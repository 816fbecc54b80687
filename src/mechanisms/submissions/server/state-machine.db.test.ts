import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import { DESK, IN_PRODUCT, type Kind, submissionsIn, wholeContent } from '../../../../test/submissions.ts'
import { codeOf, must, type OpenedWorld, openWorld } from '../../../../test/world.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { enterFromPaper } from './enter-from-paper.ts'
import { judge } from './judge.ts'
import { handOver, takeBack } from './prepare.ts'
import { accept, open, returnSubmission, withdraw } from './receive.ts'
import { sign } from './send.ts'

const TODAY = '2022-07-12'
const KINDS: readonly Kind[] = ['dissemination', 'completion', 'report']

/** `opened` is submitted and looked at by the receiver. */
const STATES = ['none', 'draft', 'for-signature', 'submitted', 'opened', 'returned', 'accepted'] as const
type State = (typeof STATES)[number]
const ACTS = [
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
type Act = (typeof ACTS)[number]

/** Where each act leads from each state, by whoever may do it; or the code of the refusal. Written by hand. */
const SENT = 'submission-sent'
const NOT_SENT = 'submission-not-sent'
const NOT_FOUND = 'not-found'
const TABLE: Readonly<Record<Act, readonly string[]>> = {
  //                   none        draft            for-signature submitted   opened               returned         accepted
  save: ['draft', 'draft', 'draft', SENT, SENT, 'returned', SENT],
  'hand-over': [NOT_FOUND, 'for-signature', SENT, SENT, SENT, 'for-signature', SENT],
  'take-back': [NOT_FOUND, SENT, 'draft', SENT, SENT, SENT, SENT],
  sign: [NOT_FOUND, 'submitted', 'submitted', SENT, SENT, 'submitted', SENT],
  'sign-from-paper': [NOT_FOUND, 'submitted', 'submitted', SENT, SENT, 'submitted', SENT],
  withdraw: [NOT_FOUND, NOT_SENT, NOT_SENT, 'draft', 'submission-opened', NOT_SENT, NOT_SENT],
  open: [NOT_FOUND, NOT_FOUND, NOT_FOUND, 'opened', 'opened', NOT_SENT, NOT_SENT],
  judge: [NOT_FOUND, NOT_FOUND, NOT_FOUND, 'opened', 'opened', NOT_SENT, NOT_SENT],
  return: [NOT_FOUND, NOT_FOUND, NOT_FOUND, 'returned', 'returned', NOT_SENT, NOT_SENT],
  accept: [NOT_FOUND, NOT_FOUND, NOT_FOUND, 'accepted', 'accepted', NOT_SENT, NOT_SENT],
  'enter-from-paper': ['opened', 'opened', 'opened', SENT, SENT, 'opened', SENT],
}

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let its: ReturnType<typeof submissionsIn>
beforeAll(async () => {
  opened = await openWorld(TODAY)
  acts = campaignsIn(opened)
  its = submissionsIn(opened, acts)
})
afterAll(() => opened.close())

type Standing = {
  kind: Kind
  obligationId: string
  written?: { id: string; version: number; lineVersion: number; fileIds: string[] }
}

/** A piece that every sending of the kind has. */
const PIECE = { dissemination: 'attended', completion: 'done', report: 'ky-cuong' } as const

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
      return acts.write('hoa', enterFromPaper(DESK), await its.paper(obligationId, wholeContent(kind, TODAY)))
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

const WAY_TO: Readonly<Record<State, readonly Act[]>> = {
  none: [],
  draft: ['save'],
  'for-signature': ['save', 'hand-over'],
  submitted: ['save', 'sign'],
  opened: ['save', 'sign', 'open'],
  returned: ['save', 'sign', 'return'],
  accepted: ['save', 'sign', 'accept'],
}

async function broughtTo(kind: Kind, state: State): Promise<Standing> {
  const at: Standing = { kind, obligationId: await its.owed(kind) }
  for (const act of WAY_TO[state]) {
    const done = await must(doIt(act, at))
    if (act === 'save') at.written = done as NonNullable<Standing['written']>
  }
  expect((await rowOf(at)).state).toBe(state)
  return at
}

describe.each(KINDS)('%s', (kind) => {
  for (const [column, state] of STATES.entries()) {
    it(`from ${state}: every act leads where the table says, or is refused and changes nothing`, async () => {
      const outcomes: Record<string, string> = {}
      const still = await broughtTo(kind, state)
      for (const act of ACTS) {
        const expected = TABLE[act][column] ?? ''
        const leads = (STATES as readonly string[]).includes(expected)
        const at = leads ? await broughtTo(kind, state) : still
        const before = await rowOf(at)
        const done = await doIt(act, at)
        const after = await rowOf(at)
        outcomes[act] = done.ok ? after.state : codeOf(done)
        if (!done.ok) expect(after).toEqual(before)
        // A receipt once given is never another; a sending has the next number; what lies with the receiver is done.
        expect(after.receipts.slice(0, before.receipts.length)).toEqual(before.receipts)
        expect(after.receipts.map((one) => one.sent_no)).toEqual(after.receipts.map((_, index) => index + 1))
        expect(after.owed).toBe(['submitted', 'opened', 'accepted'].includes(after.state) ? 'done' : 'open')
      }
      expect(outcomes).toEqual(Object.fromEntries(ACTS.map((act) => [act, TABLE[act][column]])))
    })
  }
})
