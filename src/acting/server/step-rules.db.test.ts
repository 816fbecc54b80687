import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { codeOf, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { addGrant } from '../../accounts/server/index.ts'
import { createPeriod, decideList, proposeList, readSheet, writeEntries } from '../../assessments/server/index.ts'
import { campaignThings, decide, getCampaign, reviewCampaign } from '../../campaigns/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import type { Step, StepRule } from '../../mechanisms/consents/domain/separation.ts'
import { EMPTY_DISSEMINATION } from '../../mechanisms/submissions/domain/dissemination.ts'
import { saveDraft, sign, submissionDesk } from '../../mechanisms/submissions/server/index.ts'
import { listStepRules, setStepRule } from './step-rules.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterAll(() => opened.close())

const set = (unitId: string, step: Step, rule: StepRule | null, version = 0, by: Name = 'quan') =>
  acts.write(by, setStepRule, { unitId, step, rule, basis: 'Quy chế làm việc của Sở', version })

/** A dissemination of Phòng A that somebody wrote and that is ready to be signed. */
async function writtenBy(name: Name) {
  const campaign = await acts.launched([opened.world.units.phongA])
  const page = await must(acts.read('minh', getCampaign, { id: campaign }))
  const owed = page.takeUp[0]?.obligations.find((one) => one.kind === 'disseminate')
  if (!owed) throw new Error('nothing owed')
  const content = { ...EMPTY_DISSEMINATION, heldOn: '2022-07-12', form: 'meeting' as const, attended: 3, total: 3 }
  const draft = { id: newId(), obligationId: owed.id, version: 0, content, fileIds: [await acts.scan('lan')] }
  const saved = await must(acts.write(name, saveDraft(submissionDesk(campaignThings)), draft))
  return { id: draft.id, version: saved.submission.version, actions: saved.submission.actions }
}
const signing = (made: { id: string; version: number }) => ({ ...made, consent: { way: 'product' as const } })

describe('a step that asks for two people', () => {
  it('lets the head sign what he wrote himself as long as nothing is set, and says so in the record', async () => {
    const made = await writtenBy('minh')
    await must(acts.write('minh', sign(submissionDesk(campaignThings)), signing(made)))
    expect((await recordedOf(opened.work, made.id)).at(-1)).toMatch(/^ghi nhận Phạm Quang Minh vừa chuẩn bị/)
  })

  it('is set by an administrator for a unit and all below it; the nearest decides; whoever prepared is told who else may', async () => {
    const { root, phongA } = opened.world.units
    expect(codeOf(await set(root, 'submission-sign', 'forbidden', 0, 'hoa'))).toBe('not-yours-to-do')
    await must(set(root, 'submission-sign', 'forbidden'))
    const own = await writtenBy('minh')
    const refused = await acts.write('minh', sign(submissionDesk(campaignThings)), signing(own))
    expect(refused).toMatchObject({
      refusal: { code: 'two-people-needed', values: { who: expect.stringContaining('chưa có ai') } },
    })
    expect(own.actions.sign?.whyNot).toContain('không được tự ký')
    const paper = { way: 'paper' as const, givenByPersonId: opened.world.accounts.minh.personId, givenOn: '2022-07-12' }
    const entered = { ...own, consent: { ...paper, scanFileId: await acts.scan('lan') } }
    expect(codeOf(await acts.write('lan', sign(submissionDesk(campaignThings)), entered))).toBe('two-people-needed')
    // Another's words he signs as before.
    expect(
      codeOf(await acts.write('minh', sign(submissionDesk(campaignThings)), signing(await writtenBy('lan')))),
    ).toBe('ok')

    await must(set(phongA, 'submission-sign', 'allowed'))
    expect(codeOf(await acts.write('minh', sign(submissionDesk(campaignThings)), signing(own)))).toBe('ok')
    await must(set(phongA, 'submission-sign', null, 1))
    const { rules } = await must(acts.read('minh', listStepRules, {}))
    expect(rules).toMatchObject([{ unitId: root, rule: 'forbidden', basis: 'Quy chế làm việc của Sở' }])
    expect((await recordedOf(opened.work, phongA)).slice(-2)).toEqual([
      'đặt quy định cho bước ký bản gửi của đơn vị tại Phòng A: một người được chuẩn bị và ký',
      'đặt quy định cho bước ký bản gửi của đơn vị tại Phòng A: theo đơn vị cấp trên',
    ])
  })

  it('set by two administrators at once is what the first said; the second sees it', async () => {
    const { root } = opened.world.units
    const both = await Promise.all([set(root, 'rating-confirm', 'forbidden'), set(root, 'rating-confirm', 'allowed')])
    expect(both.map(codeOf).toSorted()).toEqual(['changed-meanwhile', 'ok'])
  })

  it('holds for agreeing to a campaign: whoever proposed it does not agree to it', async () => {
    const { root } = opened.world.units
    const { phuc } = opened.world.accounts
    const grant = { id: newId(), postId: opened.world.accounts.hoa.postId, role: 'authority' as const, unitId: root }
    await must(acts.write('quan', addGrant, { ...grant, from: '2022-07-12', to: null }))
    await must(set(root, 'campaign-agree', 'forbidden'))
    const id = await acts.proposed()
    const decision = { id, version: await acts.version(id), outcome: 'agreed' as const, reason: null }
    const product = { way: 'product' as const }
    expect(await acts.write('hoa', decide, { ...decision, consent: product })).toMatchObject({
      refusal: { code: 'two-people-needed', values: { who: `${phuc.name} (Giám đốc, Sở Nội vụ)` } },
    })
    expect((await must(acts.read('hoa', reviewCampaign, { id }))).campaign.actions.decide?.whyNot).toContain(phuc.name)
    expect(codeOf(await acts.write('phuc', decide, { ...decision, consent: product }))).toBe('ok')
  })

  it('holds for confirming ratings: the head who filled the list in and sent it does not confirm it', async () => {
    const { root, phongA } = opened.world.units
    const period = { id: newId(), kind: 'calendar-year' as const, from: '2022-01-01', to: '2022-12-31' }
    await must(acts.write('quan', createPeriod, period))
    const { rules } = await must(acts.read('quan', listStepRules, {}))
    const version = rules.find((one) => one.step === 'rating-confirm')?.version ?? 0
    await must(set(root, 'rating-confirm', 'forbidden', version))
    const place = { unitId: phongA, periodId: period.id }
    const { rows } = await must(acts.read('minh', readSheet, place))
    const entries = rows.map((row) => ({
      subjectId: row.subjectId,
      version: row.version,
      level: 'httnv' as const,
      notRated: null,
      note: '',
    }))
    await must(acts.write('minh', writeEntries, { ...place, listId: newId(), entries }))
    const listVersion = async () => (await must(acts.read('minh', readSheet, place))).list?.version ?? 0
    await must(acts.write('minh', proposeList, { ...place, version: await listVersion() }))
    const decision = { outcome: 'agreed' as const, reason: null, consent: { way: 'product' as const } }
    const decided = await acts.write('minh', decideList, { ...place, version: await listVersion(), ...decision })
    expect(codeOf(decided)).toBe('two-people-needed')
    expect((await must(acts.read('minh', readSheet, place))).actions.confirm?.whyNot).toContain('không được tự ký')
    await must(set(phongA, 'rating-confirm', 'allowed'))
    expect(codeOf(await acts.write('minh', decideList, { ...place, version: await listVersion(), ...decision }))).toBe(
      'ok',
    )
  })
})
