import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { planOwner, reviewCampaign } from '../../campaigns/server/index.ts'
import { matchTask } from '../../campaigns/server/prepare.ts'
import { newId } from '../../kernel/ids.ts'
import { addFact } from '../../mechanisms/documents/server/change-facts.ts'
import { linesOf } from '../domain/definition.ts'
import type { FormDefinition } from '../domain/form.ts'
import { setFormUnits } from './set-form-units.ts'
import { getForm } from './show-form.ts'
import { createForm, proposeLines } from './write-form.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterAll(() => opened.close())

/** A task of the plan in these words, given to these units. */
async function task(campaignId: string, text: string, unitIds: string[]) {
  const { document } = await must(acts.read('hoa', reviewCampaign, { id: campaignId }))
  const value = { assignee: 'Các phòng', text, deadline: null, relation: null }
  const added = { documentId: document.id, factId: newId(), kind: 'task' as const, parentId: null, value, source: null }
  const { fact } = await must(acts.write('hoa', addFact(planOwner), added))
  await must(acts.write('hoa', matchTask, { id: campaignId, factId: fact.id, unitIds }))
  return `ke-hoach-${fact.id}`
}

describe('the lines a plan suggests', () => {
  it('are of tasks that the reporting units were given, not of those a report answers', async () => {
    const { phongA, phongB } = opened.world.units
    const campaignId = await acts.draft()
    await acts.sentTo(campaignId, [phongA, phongB])
    const forBoth = await task(campaignId, 'tổ chức hội nghị ký giao ước;', [phongA, phongB])
    const forB = await task(campaignId, 'mở sổ theo dõi', [phongB])
    const report = await task(campaignId, 'gửi báo cáo về Văn phòng', [phongA, phongB])
    const nobodys = await task(campaignId, 'đăng tin trên trang điện tử', [])
    const ours = [forBoth, forB, report, nobodys]
    const suggested = (definition: FormDefinition) => linesOf(definition).filter((line) => ours.includes(line.key))

    const id = newId()
    const head = { title: 'Báo cáo năm', periodName: 'Năm 2022', periodFrom: '2022-01-01', periodTo: '2022-12-31' }
    await must(acts.write('hoa', createForm, { id, ...head, campaignId, unitId: null, from: { way: 'plan' } }))
    const { form } = await must(acts.read('hoa', getForm, { id }))
    expect(suggested(form.definition).map((line) => [line.key, line.label])).toEqual([
      [forBoth, 'Tổ chức hội nghị ký giao ước'],
      [forB, 'Mở sổ theo dõi'],
    ])

    const ofA = { id, version: form.version, unitIds: [phongA], takes: null }
    await must(acts.write('hoa', setFormUnits, ofA))
    const again = await must(acts.read('hoa', proposeLines, { id }))
    expect(suggested(again).map((line) => line.key)).toEqual([forBoth])
  })
})
