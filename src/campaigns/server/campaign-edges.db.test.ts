import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { heldOpen, newcomersIn, untilItWaits } from '../../../test/newcomers.ts'
import { codeOf, eightOn, must, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { addFact, changeFact } from '../../mechanisms/documents/server/index.ts'
import { listRecord } from '../../mechanisms/record/server/list-record.ts'
import { endUnit } from '../../organisation/server/index.ts'
import { createCampaign } from './create-campaign.ts'
import { enterNumber } from './enter-number.ts'
import { reviewCampaign } from './get-campaign.ts'
import { launch } from './launch.ts'
import { planOwner } from './plan-owner.ts'
import { matchTask, setUnits } from './prepare.ts'
import { propose } from './propose.ts'
import { publish } from './publish.ts'

const TODAY = '2022-07-12'
const BY_HAND = { door: 'draft', fileId: null, text: '', textFrom: 'none' } as const

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

async function taskOf(id: string) {
  const { facts, document } = await must(acts.read('hoa', reviewCampaign, { id }))
  const task = facts.find((fact) => fact.kind === 'task')
  if (!task) throw new Error('the plan has no task')
  return { task, documentId: document.id }
}

describe('units', () => {
  it('one that is being ended while the launch is asked for is not launched to', async () => {
    const unit = await newcomers.unit('Phòng sắp giải thể')
    opened.clock.move(eightOn('2022-07-13'))
    const id = await acts.numbered([unit])
    const version = await acts.version(id)
    const open = heldOpen()
    const ending = opened.work.write(opened.world.as('quan'), async (tx) => {
      const ended = await endUnit(tx, { id: unit, lastDay: TODAY, reason: 'giải thể' })
      await open.hold()
      return ended
    })
    await open.begun
    const launching = acts.write('hoa', launch, { id, version })
    await untilItWaits()
    open.finish()
    await must(ending)
    expect(codeOf(await launching)).toBe('unit-ended')
  })

  it('one that ends before the day it would have to disseminate by is named, with that day', async () => {
    const unit = await newcomers.unit('Phòng còn ba ngày')
    const id = await acts.numbered([unit])
    await must(acts.write('quan', endUnit, { id: unit, lastDay: '2022-07-15', reason: 'giải thể' }))
    expect(await acts.write('hoa', launch, { id, version: await acts.version(id) })).toMatchObject({
      refusal: { code: 'unit-ends-before-due', values: { unit: 'Phòng còn ba ngày', day: '15/07/2022' } },
    })
  })

  it('outside the one whose standing office it is are nobody’s to oblige', async () => {
    const { phongA, phongB } = opened.world.units
    const { who } = await newcomers.person(phongB, 'standing-office')
    const id = newId()
    await must(opened.work.write(who, (tx) => createCampaign(tx, { ...BY_HAND, id })))
    const sending = { id, version: 1, receiptDue: null, disseminateDue: null }
    const elsewhere = await opened.work.write(who, (tx) => setUnits(tx, { ...sending, unitIds: [phongA] }))
    expect(elsewhere).toMatchObject({ refusal: { code: 'unit-elsewhere', values: { unit: 'Phòng A' } } })
    expect(codeOf(await opened.work.write(who, (tx) => setUnits(tx, { ...sending, unitIds: [phongB] })))).toBe('ok')
  })
})

describe('the same again', () => {
  it('a task matched with the units it has already costs no consent', async () => {
    const id = await acts.draft()
    const { phongA, phongB } = opened.world.units
    const { task } = await taskOf(id)
    const matching = { id, factId: task.id, unitIds: [phongA] }
    await must(acts.write('hoa', matchTask, matching))
    await acts.sentTo(id, [phongA, phongB])
    await must(acts.write('hoa', propose, { id, version: await acts.version(id) }))
    const version = await acts.version(id)
    await must(acts.write('hoa', matchTask, matching))
    expect(await acts.version(id)).toBe(version)
  })

  it('publishing by several at once publishes once, and each finds it done', async () => {
    const id = await acts.launched()
    const tries = [1, 2, 3].map(() => acts.write('hoa', publish, { id, published: true }))
    expect((await Promise.all(tries)).map(codeOf)).toEqual(['ok', 'ok', 'ok'])
    const recorded = await recordedOf(opened.work, id)
    expect(recorded.filter((sentence) => sentence.includes('lên trang công khai'))).toHaveLength(1)
  })

  it('what is published already is not answered as done to whoever may not publish', async () => {
    const id = await acts.launched()
    await must(acts.write('hoa', publish, { id, published: true }))
    expect(codeOf(await acts.write('mai', publish, { id, published: true }))).toBe('not-yours-to-do')
    expect(codeOf(await acts.write('mai', publish, { id, published: false }))).toBe('not-yours-to-do')
  })
})

describe('numbers and ids', () => {
  it('one number entered for two plans at once is one plan’s', async () => {
    const plans = [await acts.agreed(), await acts.agreed()]
    const entered = { number: '77/KH-SNV', issuedOn: TODAY, signerName: 'Trần Văn Phúc', signerTitle: null }
    const tries = plans.map((id) => acts.write('hoa', enterNumber, { ...entered, id, signedFileId: null }))
    expect((await Promise.all(tries)).map(codeOf).sort()).toEqual(['number-taken', 'ok'])
  })

  it('an id that belongs to a campaign one does not see is refused, not a fault', async () => {
    const id = await acts.draft()
    const { who } = await newcomers.person(opened.world.units.phongB, 'standing-office')
    expect(codeOf(await opened.work.write(who, (tx) => createCampaign(tx, { ...BY_HAND, id })))).toBe('id-taken')
  })

  it('one id for facts of two plans at once is the first one’s', async () => {
    const plans = await Promise.all([await acts.draft(), await acts.draft()].map(taskOf))
    const fact = { factId: newId(), kind: 'recipient', parentId: null, value: { name: 'Lưu' }, source: null } as const
    const tries = plans.map(({ documentId }) => acts.write('hoa', addFact(planOwner), { ...fact, documentId }))
    expect((await Promise.all(tries)).map(codeOf).sort()).toEqual(['id-taken', 'ok'])
  })
})

describe('what the record keeps', () => {
  it('is cut to a length without breaking at a sign that takes two places', async () => {
    const { task, documentId } = await taskOf(await acts.draft())
    const value = { ...task.value, assignee: null, text: `${'a'.repeat(499)}🎉 và còn nữa` }
    const change = { documentId, factId: task.id, version: task.version, value }
    expect(codeOf(await acts.write('hoa', changeFact(planOwner), change))).toBe('ok')
  })

  it('names the post one acts through, not the one that began first', async () => {
    const { phongA, root } = opened.world.units
    const both = await newcomers.person(phongA, 'staff', 'Đinh Hai Việc')
    await newcomers.further(both, root, 'standing-office')
    const id = newId()
    await must(opened.work.write(both.who, (tx) => createCampaign(tx, { ...BY_HAND, id })))
    const { document } = await must(acts.read('hoa', reviewCampaign, { id }))
    const fact = { documentId: document.id, factId: newId(), kind: 'recipient', parentId: null, source: null } as const
    await must(opened.work.write(both.who, (tx) => addFact(planOwner)(tx, { ...fact, value: { name: 'Lưu' } })))
    const { entries } = await must(acts.read('quan', listRecord, { thingId: id, page: 1 }))
    expect(entries.map((entry) => entry.actorCapacity)).toEqual(['Kiêm nhiệm, Sở Nội vụ', 'Kiêm nhiệm, Sở Nội vụ'])
  })
})

it('a text with half a letter in it is taken in', async () => {
  const text = 'KẾ HOẠCH\nPhát động phong trào thi đua \ud800 năm 2022\nChủ đề: “Đoàn kết \ud800 kỷ cương”\n'
  const made = await acts.write('hoa', createCampaign, { ...BY_HAND, id: newId(), text, textFrom: 'file' })
  expect(codeOf(made)).toBe('ok')
})
