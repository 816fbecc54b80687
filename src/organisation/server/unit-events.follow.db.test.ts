import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { newcomersIn } from '../../../test/newcomers.ts'
import { codeOf, eightOn, must, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { campaignThings, getCampaign, reviewCampaign } from '../../campaigns/server/index.ts'
import type { Who } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { EMPTY_DISSEMINATION } from '../../mechanisms/submissions/domain/dissemination.ts'
import { saveDraft, submissionDesk } from '../../mechanisms/submissions/server/index.ts'
import { UNDESCRIBED } from '../domain/unit-description.ts'
import type { UnitChange } from '../domain/unit-events.ts'
import { enterUnitEvent } from './enter-unit-event.ts'
import { NO_CHOICES, type UnitEventInput } from './plan-unit-event.ts'
import { takeBackUnitEvent } from './take-back-unit-event.ts'

const SCRIPT = { kind: 'script', name: 'thử' } as const
let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterAll(() => opened.close())

const enter = (on: string, change: UnitChange, choices: Partial<UnitEventInput['choices']> = {}, who?: Who) => {
  const input = { id: newId(), on, change, document: null, note: null, choices: { ...NO_CHOICES, ...choices } }
  return { id: input.id, done: opened.work.write(who ?? opened.world.as('quan'), (tx) => enterUnitEvent(tx, input)) }
}
const newUnit = (name: string, parentId = opened.world.units.root) => ({
  id: newId(),
  ...UNDESCRIBED,
  name,
  shortName: null,
  parentId,
  orderNo: 9,
})

describe('a merger in the middle of a campaign', () => {
  it('takes duty and draft along, lets the new unit see the plan, puts it on lists nobody has agreed to', async () => {
    const { phongA, phongB } = opened.world.units
    const { lan } = opened.world.accounts
    const launched = await acts.launched([phongA, phongB])
    const drafted = await acts.draft()
    await acts.sentTo(drafted, [phongA])
    const proposed = await acts.proposed([phongA])
    const page = await must(acts.read('minh', getCampaign, { id: launched }))
    const owed = page.takeUp[0]?.obligations.find((one) => one.kind === 'disseminate')
    if (!owed) throw new Error('nothing owed')
    const content = { ...EMPTY_DISSEMINATION, heldOn: '2022-07-12', form: 'meeting' as const, attended: 3, total: 3 }
    const draft = { id: newId(), obligationId: owed.id, version: 0, content, fileIds: [] }
    await must(acts.write('lan', saveDraft(submissionDesk(campaignThings)), draft))

    opened.clock.move(eightOn('2022-07-13'))
    const c = newUnit('Phòng Hợp nhất')
    const event = enter('2022-07-13', { kind: 'merged', unitIds: [phongA, phongB], into: { unit: c } })
    expect(await must(event.done)).toMatchObject({ movedObligations: 2, exemptedObligations: 2, carriedPosts: 6 })

    // Lan is the officer of the new unit now: she sees the campaign and goes on with her draft.
    const seen = await must(acts.read('lan', getCampaign, { id: launched }))
    expect(seen.takeUp.flatMap((row) => [row.unitName, ...row.obligations.map((one) => one.state)])).toEqual([
      'Phòng Hợp nhất',
      'open',
      'open',
    ])
    const saved = await acts.write('lan', saveDraft(submissionDesk(campaignThings)), {
      ...draft,
      version: 1,
      content: { ...content, attended: 2 },
    })
    expect(codeOf(saved)).toBe('ok')
    expect(await recordedOf(opened.work, owed.id)).toContain(
      'chuyển “Quán triệt kế hoạch” của Phòng A sang Phòng Hợp nhất: Hợp nhất Phòng A, Phòng B thành Phòng Hợp nhất, từ 13/07/2022',
    )
    const listed = async (id: string) => (await must(acts.read('hoa', reviewCampaign, { id }))).unitIds
    expect(await listed(drafted)).toEqual([c.id])
    expect(await listed(proposed)).toEqual([phongA])

    // Since the draft went on in the new unit its duty stands as it was left: the event may still be taken back, draft and all.
    const back = await opened.work.write(opened.world.as('quan'), (tx) =>
      takeBackUnitEvent(tx, { id: event.id, reason: 'Nhầm' }),
    )
    expect(codeOf(back)).toBe('ok')
    expect(await listed(drafted)).toEqual([phongA])
    const again = await must(acts.read('lan', getCampaign, { id: launched }))
    expect(again.takeUp.map((row) => row.unitName)).toEqual(['Phòng A'])
    const draftOf = await must(
      opened.work.read(SCRIPT, async (tx) =>
        ok(await tx.db.selectFrom('submission').select('unit_id').where('id', '=', draft.id).executeTakeFirstOrThrow()),
      ),
    )
    expect(draftOf.unit_id).toBe(phongA)
    expect(lan.postId).toBeDefined()
  })
})

describe('an administrator of one branch', () => {
  it('enters what happens in it, and carries nobody out of it', async () => {
    const { phongA, phongB, root } = opened.world.units
    const newcomers = newcomersIn(opened)
    const branch = await newcomers.unit('Chi cục', root)
    const below = await newcomers.unit('Trạm Một', branch)
    const keeper = await newcomers.person(branch, 'administrator', 'Người Giữ')
    const moved = await newcomers.person(below, 'staff', 'Người Trạm')
    const made = newUnit('Trạm Hai', branch)
    expect(
      codeOf(
        await enter('2022-07-20', { kind: 'moved', unitId: below, parentId: phongA, orderNo: 1 }, {}, keeper.who).done,
      ),
    ).toBe('not-yours-to-do')
    const off: UnitChange = { kind: 'split', unitId: below, into: [made], stays: true }
    const out = { posts: [{ postId: moved.postId, toUnitId: phongB, grantIds: [] }] }
    expect(codeOf(await enter('2022-07-20', off, out, keeper.who).done)).toBe('not-yours-to-do')
    const inside = { posts: [{ postId: moved.postId, toUnitId: made.id, grantIds: [] }] }
    expect(await must(enter('2022-07-20', off, inside, keeper.who).done)).toMatchObject({ carriedPosts: 1 })
  })
})
