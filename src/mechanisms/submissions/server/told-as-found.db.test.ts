import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import { DESK, IN_PRODUCT, type Kind, submissionsIn, wholeContent } from '../../../../test/submissions.ts'
import { must, type Name, type OpenedWorld, openWorld } from '../../../../test/world.ts'
import { enterFromPaper } from './enter-from-paper.ts'
import { forObligation } from './for-obligation.ts'
import { judge } from './judge.ts'
import type { Whole } from './load-submission.ts'
import { returnSubmission } from './receive.ts'
import { sign } from './send.ts'

const KINDS: readonly Kind[] = ['dissemination', 'completion', 'report']
/** A line that one may mark. */
const LINE: Readonly<Record<Kind, string>> = { dissemination: 'attended', completion: 'done', report: 'ky-cuong' }

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let its: ReturnType<typeof submissionsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  its = submissionsIn(opened, acts)
})
afterAll(() => opened.close())

/** What the same person finds when he looks again. */
async function found(by: Name, obligationId: string): Promise<Whole> {
  const { submission, obligation } = await must(acts.read(by, forObligation(DESK), { obligationId }))
  if (!submission) throw new Error('nothing was written')
  return { submission, obligation }
}

describe.each(KINDS)('what a %s is answered with', (kind) => {
  it('when it is sent, first and again, is what stands there', async () => {
    const obligationId = await its.owed(kind)
    const written = await must(its.write(kind, obligationId))
    const { id, version } = written
    const first = await must(acts.write('minh', sign(DESK), { id, version, consent: IN_PRODUCT }))
    expect(first).toEqual(await found('minh', obligationId))
    expect(first.submission.sent).toHaveLength(1)

    const marks = [{ lineKey: LINE[kind], outcome: 'returned' as const, reason: 'Thiếu số liệu' }]
    const judged = await must(acts.write('hoa', judge(DESK), { id, sentNo: 1, marks, cleared: [] }))
    const back = { id, version: judged.submission.version, reason: 'Thiếu số liệu' }
    await must(acts.write('hoa', returnSubmission(DESK), back))
    const { submission } = await found('lan', obligationId)
    const again = await must(its.write(kind, obligationId, { ...written, version: submission.version }))
    const second = await must(acts.write('minh', sign(DESK), { id, version: again.version, consent: IN_PRODUCT }))
    expect(second).toEqual(await found('minh', obligationId))
    expect(second.submission.sent.map((sending) => sending.lines.length)).toEqual([0, 1])
  })

  it('when it is typed in from paper is what the typist finds', async () => {
    const obligationId = await its.owed(kind)
    const paper = await its.paper(obligationId, wholeContent(kind, '2022-07-12'))
    if (kind === 'completion' || kind === 'dissemination') paper.fileIds = [await acts.scan('hoa')]
    const entered = await must(acts.write('hoa', enterFromPaper(DESK), paper))
    expect(entered).toEqual(await found('hoa', obligationId))
  })
})
