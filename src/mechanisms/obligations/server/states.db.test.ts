import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import { codeOf, must, type OpenedWorld, openWorld } from '../../../../test/world.ts'
import { close } from '../../../assignments/server/change.ts'
import { give, assignmentThings as things } from '../../../assignments/server/index.ts'
import { newId } from '../../../kernel/ids.ts'
import { plainDate } from '../../../kernel/plain-date.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { OBLIGATION_KINDS, type ObligationShape } from '../contract.ts'
import { accept } from './accept.ts'
import { assign } from './assign.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import { createObligations } from './create-obligations.ts'
import { exempt, undoExemption } from './exempt.ts'
import { findObligation } from './load-obligations.ts'
import { noteArrival } from './note-arrival.ts'
import { receiveOnPaper } from './receive-on-paper.ts'
import { remind } from './remind.ts'
import { giveShare } from './shares/give-share.ts'
import { answerRequest, prolongOne } from './time/answer-request.ts'
import { askMoreTime, withdrawRequest } from './time/ask-more-time.ts'

type Kind = ObligationShape['kind']
type State = 'open' | 'done' | 'exempt' | 'closed'
type Arrow =
  | 'confirm'
  | 'receive'
  | 'exempt'
  | 'undo'
  | 'arrival'
  | 'accept'
  | 'assign'
  | 'share'
  | 'ask'
  | 'prolong'
  | 'remind'

/** What each act answers from each state, written by hand: `ok → state` where the arrow leads, else the refusal. */
const ARROWS: Readonly<Record<Arrow, Readonly<Record<State, string>>>> = {
  confirm: { open: 'ok → done', done: 'ok → done', exempt: 'obligation-exempt', closed: 'assignment-closed' },
  receive: { open: 'ok → done', done: 'already-done', exempt: 'obligation-exempt', closed: 'assignment-closed' },
  exempt: { open: 'ok → exempt', done: 'already-done', exempt: 'obligation-exempt', closed: 'assignment-closed' },
  undo: { open: 'not-exempt', done: 'not-exempt', exempt: 'ok → open', closed: 'not-exempt' },
  arrival: { open: 'not-done-yet', done: 'ok → done', exempt: 'not-done-yet', closed: 'not-done-yet' },
  accept: { open: 'ok → open', done: 'already-done', exempt: 'obligation-exempt', closed: 'assignment-closed' },
  assign: { open: 'ok → open', done: 'already-done', exempt: 'obligation-exempt', closed: 'assignment-closed' },
  share: { open: 'ok → open', done: 'already-done', exempt: 'obligation-exempt', closed: 'assignment-closed' },
  ask: { open: 'ok → open', done: 'already-done', exempt: 'obligation-exempt', closed: 'assignment-closed' },
  prolong: { open: 'ok → open', done: 'already-done', exempt: 'obligation-exempt', closed: 'assignment-closed' },
  remind: { open: 'ok → open', done: 'already-done', exempt: 'obligation-exempt', closed: 'assignment-closed' },
}

/** Only receipts are confirmed; receipts are not taken on besides. */
function expected(kind: Kind, arrow: Arrow, state: State): string {
  const receipt = kind === 'confirm-receipt'
  if (arrow === 'confirm' && !receipt) return 'wrong-obligation-kind'
  if (arrow === 'accept' && receipt) return 'wrong-obligation-kind'
  return ARROWS[arrow][state]
}

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let scanFileId: string
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  scanFileId = await acts.scan('hoa')
})
afterAll(() => opened.close())

/** A duty of Phòng A of this kind, in this state. */
async function dutyIn(kind: Kind, state: State): Promise<{ id: string; thingId: string }> {
  const { root, phongA } = opened.world.units
  const due = { day: '2022-07-20', relation: 'by' as const }
  const often = { recurrence: 'once' as const, until: null, dayRule: 'as-written' as const }
  const work = {
    id: newId(),
    unitId: root,
    title: 'Việc',
    words: '',
    basis: null,
    unitIds: [phongA],
    needsProof: false,
  }
  await must(acts.write('hoa', give, { ...work, due, ...often }))
  const id = await must(
    acts.write(
      'hoa',
      async (tx, input: { thingId: string }) => {
        const unit = await tx.db
          .selectFrom('unit')
          .select(['id', 'unit_no as unitNo'])
          .where('id', '=', phongA)
          .executeTakeFirstOrThrow()
        const deadline = { day: plainDate('2022-07-20'), relation: 'by' as const }
        const thing = { kind: 'assignment' as const, id: input.thingId }
        const owed = { kind, thing, unit, owedToUnitId: root, title: kind, words: null, deadline, sourceKey: 'thử' }
        await createObligations(tx, [owed])
        const row = await tx.db
          .selectFrom('obligation')
          .select('id')
          .where('thing_id', '=', input.thingId)
          .where('source_key', '=', 'thử')
          .executeTakeFirstOrThrow()
        return ok(row.id)
      },
      { thingId: work.id },
    ),
  )
  if (state === 'done') await must(acts.write('hoa', receiveOnPaper(things), paper(id)))
  if (state === 'exempt') await must(acts.write('hoa', exempt(things), { id, reason: 'Thử' }))
  if (state === 'closed') await must(acts.write('hoa', close, { id: work.id, reason: 'Thử' }))
  return { id, thingId: work.id }
}

const paper = (id: string) => ({ id, receivedOn: '2022-07-12', fromName: 'Phạm Quang Minh', scanFileId: null })

async function go(arrow: Arrow, id: string): Promise<Result<unknown>> {
  const { mai } = opened.world.accounts
  const version = (await loaded(id)).version
  switch (arrow) {
    case 'confirm':
      return acts.write('minh', confirmReceipt(things), { id, consent: { way: 'product' }, assignPersonId: null })
    case 'receive':
      return acts.write('hoa', receiveOnPaper(things), paper(id))
    case 'exempt':
      return acts.write('hoa', exempt(things), { id, reason: 'Thử' })
    case 'undo':
      return acts.write('hoa', undoExemption(things), { id, reason: 'Thử' })
    case 'arrival':
      return acts.write('hoa', noteArrival(things), { id, arrivedOn: '2022-07-12', scanFileId })
    case 'accept':
      return acts.write('lan', accept(things), { id })
    case 'assign':
      return acts.write('lan', assign(things), { id, personId: mai.personId, version })
    case 'share': {
      const part = { id: newId(), obligationId: id, personId: mai.personId, part: 'Phần', dueOn: null }
      return acts.write('lan', giveShare(things), part)
    }
    case 'ask': {
      const ask = { id: newId(), obligationId: id, wantedDay: '2022-08-01', reason: 'Thử', fileIds: [] }
      return acts.write('lan', askMoreTime(things), ask)
    }
    case 'prolong':
      return acts.write('hoa', prolongOne(things), { id, version, lastDay: '2022-08-01', reason: 'Thử' })
    case 'remind':
      return acts.write('hoa', remind(things), { id, reminderId: newId(), message: '' })
  }
}

const loaded = (id: string) =>
  must(
    acts.read(
      'hoa',
      async (tx, wanted: string) => {
        const owed = await findObligation(tx, things, wanted)
        if (!owed) throw new Error('gone')
        return ok(owed)
      },
      id,
    ),
  )

describe('every arrow once, and every forbidden one once', () => {
  for (const kind of OBLIGATION_KINDS) {
    for (const state of ['open', 'done', 'exempt', 'closed'] as const) {
      it(`from ${state}, a ${kind}`, async () => {
        const found: Record<string, string> = {}
        const wanted: Record<string, string> = {}
        for (const arrow of Object.keys(ARROWS) as Arrow[]) {
          const { id } = await dutyIn(kind, state)
          const code = codeOf(await go(arrow, id))
          found[arrow] = code === 'ok' ? `ok → ${(await loaded(id)).state}` : code
          wanted[arrow] = expected(kind, arrow, state)
        }
        expect(found).toEqual(wanted)
      })
    }
  }

  it('of a request: open leads to granted, refused or withdrawn, and none of these leads on', async () => {
    for (const [first, answer] of [
      ['granted', 'ok'],
      ['refused', 'ok'],
      ['withdrawn', 'ok'],
    ] as const) {
      const { id: obligationId } = await dutyIn('task', 'open')
      const ask = { id: newId(), obligationId, wantedDay: '2022-08-01', reason: 'Thử', fileIds: [] }
      await must(acts.write('lan', askMoreTime(things), ask))
      const to = async (state: 'granted' | 'refused' | 'withdrawn') =>
        state === 'withdrawn'
          ? acts.write('lan', withdrawRequest(things), { id: ask.id })
          : acts.write('hoa', answerRequest(things), {
              ...{ id: ask.id, outcome: state, grantedDay: null, answer: 'Thử', paper: null },
            })
      expect(codeOf(await to(first)), first).toBe(answer)
      for (const next of ['granted', 'refused', 'withdrawn'] as const) {
        // The second click on «Rút» finds it withdrawn.
        const again = first === 'withdrawn' && next === 'withdrawn'
        expect(codeOf(await to(next)), `${first} → ${next}`).toBe(again ? 'ok' : 'request-decided')
      }
    }
  })
})
