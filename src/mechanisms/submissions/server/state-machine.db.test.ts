import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import {
  ACTS,
  type Act,
  STATES,
  type Standing,
  type State,
  submissionActsIn,
} from '../../../../test/submission-acts.ts'
import type { Kind } from '../../../../test/submissions.ts'
import { codeOf, must, type OpenedWorld, openWorld } from '../../../../test/world.ts'

const KINDS: readonly Kind[] = ['dissemination', 'completion', 'report']

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
let on: ReturnType<typeof submissionActsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  on = submissionActsIn(opened, campaignsIn(opened))
})
afterAll(() => opened.close())

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
  const at: Standing = { kind, obligationId: await on.its.owed(kind) }
  for (const act of WAY_TO[state]) {
    const done = await must(on.doIt(act, at))
    if (act === 'save') at.written = done as NonNullable<Standing['written']>
  }
  expect((await on.standingOf(at)).state).toBe(state)
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
        const before = await on.standingOf(at)
        const done = await on.doIt(act, at)
        const after = await on.standingOf(at)
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
