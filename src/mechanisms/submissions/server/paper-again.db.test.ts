import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import { DESK, submissionsIn, wholeContent } from '../../../../test/submissions.ts'
import { codeOf, must, type OpenedWorld, openWorld } from '../../../../test/world.ts'
import { addGrant } from '../../../accounts/server/index.ts'
import { setStepRule } from '../../../acting/server/step-rules.ts'
import { newId } from '../../../kernel/ids.ts'
import { enterFromPaper } from './enter-from-paper.ts'
import { forObligation } from './for-obligation.ts'
import { returnSubmission } from './receive.ts'

const TODAY = '2022-07-12'
let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let its: ReturnType<typeof submissionsIn>
beforeAll(async () => {
  opened = await openWorld(TODAY)
  acts = campaignsIn(opened)
  its = submissionsIn(opened, acts)
})
afterAll(() => opened.close())

describe('a second paper of the same unit', () => {
  it('leaves what the unit was writing before the first where it was set aside', async () => {
    const { draft, obligationId } = await its.prepared('completion')
    const content = wholeContent('completion', TODAY)
    const first = await its.paper(obligationId, { ...content, done: 'Theo bản giấy thứ nhất' } as typeof content)
    const { submission } = await must(acts.write('hoa', enterFromPaper(DESK), first))
    const back = { id: submission.id, version: submission.version, reason: 'Thiếu trang 2' }
    await must(acts.write('hoa', returnSubmission(DESK), back))
    const second = await its.paper(obligationId, { ...content, done: 'Theo bản giấy thứ hai' } as typeof content)
    await must(acts.write('hoa', enterFromPaper(DESK), second))
    const atLan = await must(acts.read('lan', forObligation(DESK), { obligationId }))
    expect(atLan.submission?.setAside?.content).toEqual(draft.content)
  })
})

describe('a paper typed in', () => {
  it('under a version the form never had, or an older one, is refused: the unit keeps its form', async () => {
    const obligationId = await its.owed('report')
    const value = { kind: 'amount' as const, amount: 5, note: '' }
    const lines = { 'kinh-phi': { value, fileIds: [] } }
    const paper = await its.paper(obligationId, { kind: 'report', formVersion: 7, lines })
    expect(codeOf(await acts.write('hoa', enterFromPaper(DESK), paper))).toBe('changed-meanwhile')
  })

  it('with an id that something else bears is refused', async () => {
    const { id } = await its.prepared('completion')
    const other = await its.paper(await its.owed('dissemination'), wholeContent('dissemination', TODAY))
    expect(codeOf(await acts.write('hoa', enterFromPaper(DESK), { ...other, id }))).toBe('id-taken')
  })

  it('by whoever signed it himself is refused where the unit asks for two people', async () => {
    const { hoa } = opened.world.accounts
    const { phongA } = opened.world.units
    const head = { id: newId(), postId: hoa.postId, role: 'head' as const, unitId: phongA, from: TODAY, to: null }
    await must(acts.write('quan', addGrant, head))
    const two = { unitId: phongA, step: 'submission-sign', rule: 'forbidden', basis: 'Quy chế', version: 0 } as const
    await must(acts.write('quan', setStepRule, two))
    const paper = await its.paper(await its.owed('completion'), wholeContent('completion', TODAY))
    const own = { ...paper, consent: { ...paper.consent, givenByPersonId: hoa.personId } }
    expect(codeOf(await acts.write('hoa', enterFromPaper(DESK), own))).toBe('two-people-needed')
    expect(codeOf(await acts.write('hoa', enterFromPaper(DESK), paper))).toBe('ok')
  })
})
