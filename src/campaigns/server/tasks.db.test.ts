import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { codeOf, must, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { addFact } from '../../mechanisms/documents/server/change-facts.ts'
import type { TaskPlanInput } from '../contract.ts'
import { reviewCampaign } from './get-campaign.ts'
import { launch } from './launch.ts'
import { planOwner } from './plan-owner.ts'
import { planTask } from './plan-task.ts'
import { matchTask } from './prepare.ts'
import { previewDuties } from './preview-duties.ts'
import { propose } from './propose.ts'

const SCRIPT = { kind: 'script', name: 'thử' } as const
let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterAll(() => opened.close())

const MONTHLY: TaskPlanInput = {
  becomes: 'report',
  dueDay: '2022-08-06',
  dueRelation: 'by',
  recurrence: 'monthly',
  dayRule: 'next-working-day',
  needsProof: true,
}
const ONCE: TaskPlanInput = {
  ...MONTHLY,
  becomes: 'task',
  dueDay: '2022-10-20',
  dueRelation: 'before',
  recurrence: 'once',
  needsProof: false,
}

async function drafted(text = 'báo cáo tiến độ gửi về Sở') {
  const id = await acts.draft()
  const { phongA, phongB } = opened.world.units
  await acts.sentTo(id, [phongA, phongB])
  const page = await must(acts.read('hoa', reviewCampaign, { id }))
  const value = { assignee: 'Các phòng', text, deadline: null, relation: null }
  const added = {
    documentId: page.document.id,
    factId: newId(),
    kind: 'task' as const,
    parentId: null,
    value,
    source: null,
  }
  const { fact } = await must(acts.write('hoa', addFact(planOwner), added))
  return { id, factId: fact.id }
}

const owedBy = (id: string) =>
  must(
    opened.work.read(SCRIPT, async (tx) =>
      ok(
        await tx.db
          .selectFrom('obligation')
          .innerJoin('unit', 'unit.id', 'obligation.unit_id')
          .select([
            'unit.name',
            'obligation.kind',
            'last_day',
            'source_key',
            'occurrence',
            'needs_proof',
            'words',
            'title',
          ])
          .where('thing_id', '=', id)
          .where('obligation.kind', 'in', ['task', 'report'])
          .orderBy('unit.name')
          .orderBy('last_day')
          .execute(),
      ),
    ),
  )

describe('a task of the plan', () => {
  it('is proposed by its own words, marked so, until somebody chooses', async () => {
    const { id, factId } = await drafted()
    const find = async () =>
      (await must(acts.read('hoa', reviewCampaign, { id }))).taskPlans.find((plan) => plan.factId === factId)
    expect(await find()).toMatchObject({
      becomes: 'report',
      chosen: false,
      dueFrom: 'campaign-end',
      dueDay: '2022-12-31',
    })
    await must(acts.write('hoa', planTask, { id, factId, plan: MONTHLY }))
    const chosen = await find()
    expect(chosen).toMatchObject({ chosen: true, dueFrom: null, recurrence: 'monthly' })
    // 06/08/2022 and 06/11/2022 are days off: those turns fall on the Monday after.
    expect(chosen?.turns.map((turn) => turn.lastDay)).toEqual([
      '2022-08-08',
      '2022-09-06',
      '2022-10-06',
      '2022-11-07',
      '2022-12-06',
    ])
    await must(acts.write('hoa', planTask, { id, factId, plan: null }))
    expect(await find()).toMatchObject({ chosen: false, recurrence: 'once' })
    expect((await recordedOf(opened.work, id)).filter((line) => line.includes('đặt nhiệm vụ'))).toEqual([
      expect.stringContaining('thành báo cáo, hằng tháng, lần đầu chậm nhất ngày 06/08/2022, kèm minh chứng'),
      expect.stringContaining('thành báo cáo, chậm nhất ngày 31/12/2022'),
    ])
  })

  it('costs the standing consent when it is planned anew, and is refused a day that is over', async () => {
    const { id, factId } = await drafted()
    const version = await acts.version(id)
    await must(acts.write('hoa', planTask, { id, factId, plan: ONCE }))
    expect(await acts.version(id)).toBe(version + 1)
    await must(acts.write('hoa', planTask, { id, factId, plan: ONCE }))
    expect(await acts.version(id)).toBe(version + 1)
    const over = await acts.write('hoa', planTask, { id, factId, plan: { ...ONCE, dueDay: '2022-07-01' } })
    expect(over).toMatchObject({ ok: false, refusal: { code: 'due-in-past', field: 'plan.dueDay' } })
    expect(codeOf(await acts.write('hoa', planTask, { id, factId: newId(), plan: ONCE }))).toBe('not-found')
  })

  it('is counted before the proposal, by day and by unit', async () => {
    const { id, factId } = await drafted()
    const { phongA } = opened.world.units
    await must(acts.write('hoa', matchTask, { id, factId, unitIds: [phongA] }))
    await must(acts.write('hoa', planTask, { id, factId, plan: MONTHLY }))
    const preview = await must(acts.read('hoa', previewDuties, { id, page: 1 }))
    expect(preview.total).toBe(9)
    expect(preview.units.map((unit) => [unit.unitName, unit.count])).toEqual([
      ['Phòng A', 7],
      ['Phòng B', 2],
    ])
    expect(preview.days.map((one) => one.lastDay)).toEqual([
      '2022-07-19',
      '2022-07-26',
      '2022-08-08',
      '2022-09-06',
      '2022-10-06',
      '2022-11-07',
      '2022-12-06',
    ])
    // nobody has confirmed the days off of that year: whoever launches is told
    expect(preview.unconfirmedYears).toEqual([2022])
  })

  it('holds the proposal up while its day is missing or over, or its unit is not sent the plan', async () => {
    const { id, factId } = await drafted()
    await must(acts.write('hoa', matchTask, { id, factId, unitIds: [opened.world.units.vanPhong] }))
    await must(acts.write('hoa', planTask, { id, factId, plan: { ...MONTHLY, dueDay: null } }))
    const refused = await acts.write('hoa', propose, { id, version: await acts.version(id) })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'campaign-incomplete', field: `task:${factId}` } })
    expect(refused.ok === false && refused.refusal.values.missing).toBe(
      'hạn của “Báo cáo tiến độ gửi về Sở”, nơi nhận cho 1 đơn vị được giao nhiệm vụ: Văn phòng Sở',
    )
    await must(acts.write('hoa', planTask, { id, factId, plan: { ...MONTHLY, becomes: 'none' } }))
    expect(codeOf(await acts.write('hoa', propose, { id, version: await acts.version(id) }))).toBe('ok')
  })

  it('becomes, at the launch, one obligation per unit and turn, with the plan’s words; a second launch adds none', async () => {
    const words =
      'báo cáo tiến độ thực hiện các chỉ tiêu thi đua đã đăng ký của đơn vị gửi về Sở qua Văn phòng Sở để tổng hợp'
    const { id, factId } = await drafted(words)
    const { phongA, phongB } = opened.world.units
    await must(acts.write('hoa', matchTask, { id, factId, unitIds: [phongA, phongB] }))
    await must(acts.write('hoa', planTask, { id, factId, plan: MONTHLY }))
    await acts.agreedFrom(id)
    await must(acts.write('hoa', launch, { id, version: await acts.version(id) }))
    expect(codeOf(await acts.write('hoa', launch, { id, version: await acts.version(id) }))).toBe('ok')
    const owed = await owedBy(id)
    expect(owed).toHaveLength(10)
    expect(owed[0]).toMatchObject({
      name: 'Phòng A',
      kind: 'report',
      last_day: '2022-08-08',
      source_key: `task:${factId}:1`,
      occurrence: 'Tháng 08/2022',
      needs_proof: true,
      words,
    })
    expect(owed[0]?.title.length).toBeLessThan(95)
    expect(new Set(owed.map((one) => one.source_key)).size).toBe(5)
  })
})
