import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import { must, type OpenedWorld, openWorld } from '../../../../test/world.ts'
import { getCampaign } from '../../../campaigns/server/get-campaign.ts'
import { campaignThings } from '../../../campaigns/server/index.ts'
import { newId } from '../../../kernel/ids.ts'
import { EMPTY_DISSEMINATION } from '../domain/dissemination.ts'
import { forObligation } from './for-obligation.ts'
import { submissionDesk } from './kinds.ts'
import { handOver, saveDraft } from './prepare.ts'
import { accept, open, returnSubmission, withdraw } from './receive.ts'
import { sign } from './send.ts'

const desk = submissionDesk(campaignThings)
const inProduct = { way: 'product' } as const

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterAll(() => opened.close())

async function disseminationOfA() {
  const campaignId = await acts.launched()
  const page = await must(acts.read('minh', getCampaign, { id: campaignId }))
  const owed = page.takeUp[0]?.obligations.find((one) => one.kind === 'disseminate')
  if (!owed) throw new Error('nothing to disseminate')
  return { campaignId, obligationId: owed.id }
}

const CONTENT = { ...EMPTY_DISSEMINATION, heldOn: '2022-07-12', form: 'meeting' as const, attended: 3, total: 3 }

/** Prepared by Lan with minutes attached. */
async function prepared() {
  const { campaignId, obligationId } = await disseminationOfA()
  const draft = { id: newId(), obligationId, version: 0, content: CONTENT, fileIds: [await acts.scan('lan')] }
  const saved = await must(acts.write('lan', saveDraft(desk), draft))
  return { campaignId, obligationId, draft, id: draft.id, version: saved.submission.version }
}

/** Prepared by Lan, signed for by Minh. */
async function sent() {
  const { id, version, ...rest } = await prepared()
  const whole = await must(acts.write('minh', sign(desk), { id, version, consent: inProduct }))
  return { id, ...rest, version: whole.submission.version, whole }
}

describe('the dissemination', () => {
  it('is prepared by the officer, handed over and signed for by the head; a receipt is given', async () => {
    const { id, version, obligationId } = await prepared()
    const handed = await must(acts.write('lan', handOver(desk), { id, version }))
    expect(handed.submission.state).toBe('for-signature')
    const signed = await must(
      acts.write('minh', sign(desk), { id, version: handed.submission.version, consent: inProduct }),
    )
    expect(signed.submission.receipt?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(signed.obligation).toMatchObject({ state: 'done', doneOn: '2022-07-12' })
    const page = await must(acts.read('hoa', forObligation(desk), { obligationId }))
    expect(page.submission?.content).toMatchObject({ attended: 3, total: 3 })
    expect(page.submission?.files.map((file) => file.name)).toEqual(['ban-ky.pdf'])
  })

  it('is the unit’s own until it is sent', async () => {
    const { obligationId, id, version } = await prepared()
    expect(await acts.read('hoa', forObligation(desk), { obligationId })).toMatchObject({
      refusal: { code: 'not-found' },
    })
    expect(await acts.write('binh', sign(desk), { id, version, consent: inProduct })).toMatchObject({
      refusal: { code: 'not-found' },
    })
  })

  it('cannot be signed by the officer, but entered from the head’s paper', async () => {
    const { id, version } = await prepared()
    expect(await acts.write('lan', sign(desk), { id, version, consent: inProduct })).toMatchObject({
      refusal: { code: 'not-yours-to-do' },
    })
    const { minh } = opened.world.accounts
    const paper = { way: 'paper' as const, givenByPersonId: minh.personId, givenOn: '2022-07-12' }
    const consent = { ...paper, scanFileId: await acts.scan('lan') }
    const signed = await must(acts.write('lan', sign(desk), { id, version, consent }))
    expect(signed.submission.sent[0]?.consent).toMatchObject({ way: 'paper', enteredByName: 'Đỗ Bích Lan' })
  })

  it('says everything that is missing at once, with the first field', async () => {
    const { obligationId } = await disseminationOfA()
    const content = { ...CONTENT, heldOn: null, attended: 9, total: 3 }
    const draft = { id: newId(), obligationId, version: 0, content, fileIds: [] }
    const saved = await must(acts.write('lan', saveDraft(desk), draft))
    const refused = await acts.write('minh', sign(desk), {
      id: draft.id,
      version: saved.submission.version,
      consent: inProduct,
    })
    expect(refused).toMatchObject({ refusal: { code: 'submission-incomplete', field: 'content.heldOn' } })
    expect(refused.ok === false && refused.refusal.values.missing).toBe(
      'ngày quán triệt, số người dự 9 nhiều hơn tổng số 3, biên bản hoặc ảnh',
    )
  })

  it('of two who type at once the second is shown what the first saved', async () => {
    const { draft, version } = await prepared()
    const minh = { ...draft, version, content: { ...CONTENT, attended: 2 } }
    await must(acts.write('minh', saveDraft(desk), minh))
    const second = await acts.write('lan', saveDraft(desk), {
      ...draft,
      version,
      content: { ...CONTENT, attended: 1 },
    })
    expect(second).toMatchObject({
      refusal: { code: 'changed-meanwhile', data: { submission: { content: { attended: 2 } } } },
    })
  })

  it('can be withdrawn until the receiver opens it', async () => {
    const first = await sent()
    const back = await must(acts.write('lan', withdraw(desk), { id: first.id }))
    expect(back.submission.state).toBe('draft')
    expect(back.obligation.state).toBe('open')
    const second = await sent()
    await must(acts.write('hoa', open(desk), { id: second.id }))
    expect(await acts.write('lan', withdraw(desk), { id: second.id })).toMatchObject({
      refusal: { code: 'submission-opened', values: { name: 'Lê Thị Hoa' } },
    })
  })

  it('comes back with a reason, is owed again, and is sent a second time with a receipt of its own', async () => {
    const { id, version, draft, whole } = await sent()
    const returned = await must(
      acts.write('hoa', returnSubmission(desk), { id, version, reason: 'Thiếu chữ ký thư ký' }),
    )
    expect(returned.obligation.state).toBe('open')
    const mended = await must(
      acts.write('lan', saveDraft(desk), { ...draft, version: returned.submission.version, content: CONTENT }),
    )
    expect(mended.submission).toMatchObject({ state: 'returned', returnReason: 'Thiếu chữ ký thư ký' })
    const again = await must(
      acts.write('minh', sign(desk), { id, version: mended.submission.version, consent: inProduct }),
    )
    expect(again.submission.sent.map((one) => [one.sentNo, one.outcome])).toEqual([
      [2, null],
      [1, 'returned'],
    ])
    expect(again.submission.receipt?.hash).not.toBe(whole.submission.receipt?.hash)
    const accepted = await must(acts.write('hoa', accept(desk), { id, version: again.submission.version }))
    expect(accepted.submission.state).toBe('accepted')
    expect(await acts.write('hoa', accept(desk), { id, version: accepted.submission.version })).toMatchObject({
      refusal: { code: 'submission-not-sent' },
    })
  })

  it('is not taken after the campaign has closed', async () => {
    const { campaignId, id, version } = await prepared()
    await acts.closed(campaignId, 'Hết năm')
    expect(await acts.write('minh', sign(desk), { id, version, consent: inProduct })).toMatchObject({
      refusal: { code: 'campaign-closed' },
    })
  })

  it('refuses a file of another unit', async () => {
    const { obligationId } = await disseminationOfA()
    const foreign = await acts.scan('binh')
    const draft = { id: newId(), obligationId, version: 0, content: CONTENT, fileIds: [foreign] }
    expect(await acts.write('lan', saveDraft(desk), draft)).toMatchObject({ refusal: { code: 'file-not-found' } })
  })
})
