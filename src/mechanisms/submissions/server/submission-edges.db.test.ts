import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import { newcomersIn } from '../../../../test/newcomers.ts'
import { codeOf, eightOn, must, type OpenedWorld, openWorld } from '../../../../test/world.ts'
import { campaignThings, getCampaign } from '../../../campaigns/server/index.ts'
import type { Who } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok } from '../../../kernel/result.ts'
import { endUnit } from '../../../organisation/server/index.ts'
import { registerFile } from '../../../platform/files/file-rows.ts'
import { receiveOnPaper } from '../../obligations/server/receive-on-paper.ts'
import { EMPTY_DISSEMINATION } from '../domain/dissemination.ts'
import { forObligation } from './for-obligation.ts'
import { submissionDesk } from './kinds.ts'
import { saveDraft } from './prepare.ts'
import { accept, returnSubmission } from './receive.ts'
import { sign } from './send.ts'
import { submissionsWaiting } from './waiting.ts'

const things = campaignThings
const desk = submissionDesk(things)
const inProduct = { way: 'product' } as const
const TODAY = '2022-07-12'
const CONTENT = { ...EMPTY_DISSEMINATION, heldOn: TODAY, form: 'meeting' as const, attended: 3, total: 3 }

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let newcomers: ReturnType<typeof newcomersIn>
beforeAll(async () => {
  opened = await openWorld(TODAY)
  acts = campaignsIn(opened)
  newcomers = newcomersIn(opened)
})
afterEach(() => opened.clock.move(eightOn(TODAY)))
afterAll(() => opened.close())

/** What the unit is to disseminate, of a newly launched campaign. */
async function owedBy(unitId: string): Promise<string> {
  const page = await must(acts.read('hoa', getCampaign, { id: await acts.launched([unitId]) }))
  const owed = page.takeUp[0]?.obligations.find((one) => one.kind === 'disseminate')
  if (!owed) throw new Error('nothing to disseminate')
  return owed.id
}

async function brought(who: Who): Promise<string> {
  const file = { id: newId(), sha256: 'a'.repeat(64), size: 8, mediaType: 'application/pdf', name: 'bien-ban.pdf' }
  return (await must(opened.work.write(who, (tx) => registerFile(tx, file)))).id
}

/** Prepared by one, signed for by the other. */
async function sent(unitId: string, preparer: Who, head: Who) {
  const obligationId = await owedBy(unitId)
  const draft = { id: newId(), obligationId, version: 0, content: CONTENT, fileIds: [await brought(preparer)] }
  const saved = await must(opened.work.write(preparer, (tx) => saveDraft(desk)(tx, draft)))
  const signing = { id: draft.id, version: saved.submission.version, consent: inProduct }
  const whole = await must(opened.work.write(head, (tx) => sign(desk)(tx, signing)))
  return { obligationId, draft, id: draft.id, version: whole.submission.version }
}

async function returnedByHoa() {
  const { world } = opened
  const sending = await sent(world.units.phongA, world.as('lan'), world.as('minh'))
  const back = { id: sending.id, version: sending.version, reason: 'Thiếu chữ ký thư ký' }
  const returned = await must(acts.write('hoa', returnSubmission(desk), back))
  return { ...sending, version: returned.submission.version }
}

describe('what was returned', () => {
  it('is mended by the unit for itself: the receiver goes on seeing what was sent', async () => {
    const { draft, version, obligationId } = await returnedByHoa()
    const content = { ...CONTENT, attended: 1, note: 'chưa gửi' }
    await must(acts.write('lan', saveDraft(desk), { ...draft, version, content, fileIds: [] }))
    const atHoa = await must(acts.read('hoa', forObligation(desk), { obligationId }))
    expect(atHoa.submission).toMatchObject({ state: 'returned', content: CONTENT })
    expect(atHoa.submission?.files).toHaveLength(1)
    const atMinh = await must(acts.read('minh', forObligation(desk), { obligationId }))
    expect(atMinh.submission).toMatchObject({ content, files: [] })
  })

  it('waits for nobody any more once the paper was received instead', async () => {
    const { id, obligationId } = await returnedByHoa()
    const waiting = async () => {
      const read = opened.work.read(opened.world.as('lan'), async (tx) => ok(await submissionsWaiting(things)(tx)))
      return (await must(read)).filter((one) => one.id === id)
    }
    expect(await waiting()).toHaveLength(1)
    const paper = { id: obligationId, receivedOn: TODAY, fromName: 'Phạm Quang Minh', scanFileId: null }
    await must(acts.write('hoa', receiveOnPaper(things), paper))
    expect(await waiting()).toEqual([])
  })

  it('is not returned to a unit that has ended, which nobody mends; it may still be accepted', async () => {
    const unit = await newcomers.unit('Phòng đã gửi xong')
    const { who } = await newcomers.person(unit, 'head')
    const { id, version } = await sent(unit, who, who)
    opened.clock.move(eightOn('2022-07-14'))
    await must(acts.write('quan', endUnit, { id: unit, lastDay: '2022-07-13', reason: 'giải thể' }))
    const returned = await acts.write('hoa', returnSubmission(desk), { id, version, reason: 'Thiếu' })
    expect(codeOf(returned)).toBe('unit-ended-unmended')
    expect(codeOf(await acts.write('hoa', accept(desk), { id, version }))).toBe('ok')
  })
})

describe('a draft', () => {
  it('sent twice as the same request is there once, and both are told so', async () => {
    const obligationId = await owedBy(opened.world.units.phongA)
    const draft = { id: newId(), obligationId, version: 0, content: CONTENT, fileIds: [await acts.scan('lan')] }
    const both = await Promise.all([1, 2].map(() => acts.write('lan', saveDraft(desk), draft)))
    expect(both.map((one) => one.ok && one.value.submission.version)).toEqual([1, 1])
  })

  it('under the id of one that another unit writes is refused, not a fault', async () => {
    const { phongA, phongB } = opened.world.units
    const ofA = { id: newId(), obligationId: await owedBy(phongA), version: 0, content: CONTENT, fileIds: [] }
    await must(acts.write('lan', saveDraft(desk), ofA))
    const ofB = { ...ofA, obligationId: await owedBy(phongB) }
    expect(codeOf(await acts.write('binh', saveDraft(desk), ofB))).toBe('id-taken')
  })

  it('may carry evidence of somebody whose first post is elsewhere: the head sees it and signs', async () => {
    const { phongA, phongB } = opened.world.units
    const both = await newcomers.person(phongB, 'staff')
    await newcomers.further(both, phongA, 'officer')
    const { obligationId } = await sent(phongA, both.who, opened.world.as('minh'))
    const page = await must(acts.read('minh', forObligation(desk), { obligationId }))
    expect(page.submission?.files.map((file) => file.name)).toEqual(['bien-ban.pdf'])
  })
})

it('somebody with a post and no grant brings a file all the same', async () => {
  const { who } = await newcomers.person(opened.world.units.phongA)
  expect(await brought(who)).toMatch(/^[0-9a-f-]{36}$/)
})
