import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { reportsIn, share } from '../../../test/reports.ts'
import { codeOf, eightOn, must, type Name, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { DESK } from '../../app/what-is-owed.ts'
import { newId } from '../../kernel/ids.ts'
import { enterFromPaper } from '../../mechanisms/submissions/server/enter-from-paper.ts'
import { returnSubmission } from '../../mechanisms/submissions/server/index.ts'
import { withdraw } from '../../mechanisms/submissions/server/receive.ts'
import { assembled } from './assembly/assembled.ts'
import { closeForm, reopenForm } from './close-form.ts'
import { contribute } from './contributions.ts'
import { reportPage } from './report-page.ts'
import { getForm } from './show-form.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let reports: ReturnType<typeof reportsIn>
beforeEach(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  reports = reportsIn(opened, acts)
})
afterEach(() => opened.close())

const closed = (id: string, graceUntil: string | null = null) =>
  must(acts.write('hoa', closeForm, { id, reason: 'Hết kỳ', graceUntil, graceReason: 'Bản nhập dở' }))
const reopened = (id: string) => acts.write('hoa', reopenForm, { id, reason: 'Cần sửa' })

const offer = (name: Name, obligationId: string) =>
  acts.write(name, contribute(DESK), {
    id: newId(),
    obligationId,
    lineKey: 'ky-cuong',
    value: share(1, 3),
    note: '',
    fileIds: [],
  })

describe('once the period is closed', () => {
  it('a report that was sent is neither withdrawn nor returned: it could not be sent again, and its figures would be lost', async () => {
    const id = await reports.publishedForm()
    const owed = await reports.owedBy(id, opened.world.units.phongA)
    const { submission } = await reports.send('minh', await must(reports.put('lan', owed, 'ky-cuong', share(3, 3))))
    await closed(id)
    expect(codeOf(await acts.write('minh', withdraw(DESK), { id: submission.id }))).toBe('report-form-closed-back')
    const back = { id: submission.id, version: submission.version, reason: 'Xem lại' }
    expect(codeOf(await acts.write('hoa', returnSubmission(DESK), back))).toBe('report-form-closed-back')
    expect((await must(acts.read('hoa', assembled(DESK.things), { id }))).sent).toBe(1)
    await must(reopened(id))
    expect(codeOf(await acts.write('hoa', returnSubmission(DESK), back))).toBe('ok')
  })

  it('a paper is typed in when it came while reports were taken, and not when it came after', async () => {
    const { phongA, phongB } = opened.world.units
    const id = await reports.publishedForm()
    const [ofA, ofB] = [await reports.owedBy(id, phongA), await reports.owedBy(id, phongB)]
    await closed(id)
    opened.clock.move(eightOn('2022-07-14'))
    const paper = async (obligationId: string, name: 'minh' | 'binh', receivedOn: string) =>
      acts.write('hoa', enterFromPaper(DESK), {
        id: newId(),
        obligationId,
        content: { kind: 'report', formVersion: 1, lines: { 'ky-cuong': { value: share(1, 2), fileIds: [] } } },
        fileIds: [],
        receivedOn,
        consent: {
          givenByPersonId: opened.world.accounts[name].personId,
          givenOn: '2022-07-12',
          scanFileId: await acts.scan('hoa'),
        },
      } as never)
    expect(codeOf(await paper(ofA, 'minh', '2022-07-13'))).toBe('report-form-closed')
    expect(codeOf(await paper(ofB, 'binh', '2022-07-12'))).toBe('ok')
  })

  it('nothing is brought to a report that nobody has begun; to one that is being typed until the last day of grace', async () => {
    const { phongA, phongB } = opened.world.units
    const id = await reports.publishedForm()
    const [ofA, ofB] = [await reports.owedBy(id, phongA), await reports.owedBy(id, phongB)]
    await must(reports.put('lan', ofA, 'kinh-phi', { kind: 'amount', amount: 5, note: '' }))
    await closed(id, '2022-07-13')
    expect([codeOf(await offer('mai', ofA)), codeOf(await offer('thu', ofB))]).toEqual(['ok', 'report-form-closed'])
    expect((await must(acts.read('thu', reportPage(DESK), { obligationId: ofB }))).actions).not.toHaveProperty('offer')
  })
})

describe('once the campaign is closed', () => {
  it('nothing is brought to its reports, and its forms are neither changed nor opened again', async () => {
    const { phongA, phongB } = opened.world.units
    const campaignId = await acts.launched([phongA, phongB])
    const [id, other] = [await reports.publishedForm({ campaignId }), await reports.publishedForm({ campaignId })]
    const owed = await reports.owedBy(id, phongA)
    expect((await must(acts.read('mai', reportPage(DESK), { obligationId: owed }))).actions.offer).toBeDefined()
    await closed(other)
    await acts.closed(campaignId, 'Hết thời gian')
    expect(codeOf(await offer('mai', owed))).toBe('campaign-closed')
    expect((await must(acts.read('mai', reportPage(DESK), { obligationId: owed }))).actions).not.toHaveProperty('offer')
    expect(codeOf(await reopened(other))).toBe('campaign-closed')
    const { form } = await must(acts.read('hoa', getForm, { id }))
    expect(Object.keys(form.actions)).toEqual(['close'])
  })
})
