import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import { newcomersIn } from '../../../../test/newcomers.ts'
import { eightOn, must, type OpenedWorld, openWorld, recordedOf } from '../../../../test/world.ts'
import { campaignDays, campaignsWaiting, campaignThings } from '../../../campaigns/server/index.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok } from '../../../kernel/result.ts'
import { createUnit, endPost, endUnit } from '../../../organisation/server/index.ts'
import { listOutbox } from '../../../system/server/list-outbox.ts'
import { listRecord } from '../../record/server/list-record.ts'
import { submissionsWaiting } from '../../submissions/server/index.ts'
import { assign } from './assign.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import { exempt } from './exempt.ts'
import { getObligation } from './get-obligation.ts'
import { myWork } from './my-work.ts'
import { receiveOnPaper } from './receive-on-paper.ts'
import { remind } from './remind.ts'
import { waive } from './settle-many.ts'

const things = campaignThings
const work = myWork({
  things,
  waiting: [campaignsWaiting, submissionsWaiting(things)],
  coming: [campaignDays],
})
const inProduct = { way: 'product' } as const

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterAll(() => opened.close())

/** What Phòng A owes of a newly launched campaign. */
async function owedByA() {
  const campaignId = await acts.launched()
  const { owed } = await must(acts.read('minh', work, {}))
  const ofThis = owed.filter((one) => one.thingId === campaignId)
  const receipt = ofThis.find((one) => one.kind === 'confirm-receipt')
  const disseminate = ofThis.find((one) => one.kind === 'disseminate')
  if (!receipt || !disseminate) throw new Error('the launch made no obligations')
  return { campaignId, receipt, disseminate }
}

describe('confirming receipt', () => {
  it('is done by the head, who names the one to carry it out; the second click finds it done', async () => {
    const { receipt, disseminate } = await owedByA()
    expect(receipt.due.words).toBe('Chậm nhất ngày 19/07/2022')
    const { lan } = opened.world.accounts
    const input = { id: receipt.id, consent: inProduct, assignPersonId: lan.personId }
    const [first, second] = await Promise.all([
      acts.write('minh', confirmReceipt(things), input),
      acts.write('minh', confirmReceipt(things), input),
    ])
    expect([first, second].map((one) => one.ok && one.value.alreadyDone).sort()).toEqual([false, true])
    const page = await must(acts.read('lan', getObligation(things), { id: receipt.id }))
    expect(page.obligation).toMatchObject({ state: 'done', doneOn: '2022-07-12', doneByName: 'Phạm Quang Minh' })
    expect(page.consents).toHaveLength(1)
    const next = await must(acts.read('lan', getObligation(things), { id: disseminate.id }))
    expect(next.obligation.assignedName).toBe('Đỗ Bích Lan')
  })

  it('is not the officer’s to give, but hers to enter from paper', async () => {
    const { receipt } = await owedByA()
    const input = { id: receipt.id, consent: inProduct, assignPersonId: null }
    expect(await acts.write('lan', confirmReceipt(things), input)).toMatchObject({
      ok: false,
      refusal: { code: 'not-yours-to-do', values: { who: 'người đứng đầu đơn vị' } },
    })
    const { minh } = opened.world.accounts
    const paper = { way: 'paper' as const, givenByPersonId: minh.personId, givenOn: '2022-07-12' }
    const consent = { ...paper, scanFileId: await acts.scan('lan') }
    const done = await must(acts.write('lan', confirmReceipt(things), { ...input, consent }))
    expect(done.obligation).toMatchObject({ doneWay: 'paper', doneByName: 'Phạm Quang Minh' })
  })

  it('is not found by another unit, refused to plain staff, refused after the campaign has closed', async () => {
    const { campaignId, receipt } = await owedByA()
    const input = { id: receipt.id, consent: inProduct, assignPersonId: null }
    expect(await acts.write('binh', confirmReceipt(things), input)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await acts.write('mai', confirmReceipt(things), input)).toMatchObject({
      refusal: { code: 'not-yours-to-do' },
    })
    await acts.closed(campaignId, 'Hết năm')
    expect(await acts.write('minh', confirmReceipt(things), input)).toMatchObject({
      refusal: { code: 'campaign-closed' },
    })
    const { owed } = await must(acts.read('minh', work, {}))
    expect(owed.some((one) => one.thingId === campaignId)).toBe(false)
    const page = await must(acts.read('minh', getObligation(things), { id: receipt.id }))
    expect(page.obligation).toMatchObject({ state: 'open', closedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) })
    expect(page.obligation.actions.confirm).toBeUndefined()
  })

  it('names only people of the unit', async () => {
    const { receipt } = await owedByA()
    const { thu } = opened.world.accounts
    const named = { id: receipt.id, personId: thu.personId, version: receipt.version }
    expect(await acts.write('minh', assign(things), named)).toMatchObject({ refusal: { code: 'not-of-this-unit' } })
  })
})

describe('reminding from the row', () => {
  it('reaches head and officer in the product and by mail, once a day, and is on the record', async () => {
    const { receipt } = await owedByA()
    const reminder = { id: receipt.id, reminderId: newId(), message: '' }
    const sent = await must(acts.write('hoa', remind(things), reminder))
    expect(sent.toNames.sort()).toEqual(['Phạm Quang Minh', 'Đỗ Bích Lan'].sort())
    expect(sent.obligation.reminders).toEqual({ count: 1, lastOn: '2022-07-12', byHandOn: '2022-07-12', height: 1 })
    const again = await must(acts.write('hoa', remind(things), reminder))
    expect(again.obligation.reminders.count).toBe(1)
    expect(await acts.write('hoa', remind(things), { ...reminder, reminderId: newId() })).toMatchObject({
      refusal: { code: 'reminded-today' },
    })
    const outbox = await must(acts.read('quan', listOutbox(false), { page: 1 }))
    expect(outbox.mails[0]?.body).toContain('Phòng A còn việc “Xác nhận tiếp nhận”')
    expect(outbox.mails[0]?.linkPath).toBe(`/viec/${receipt.id}`)
    const { entries } = await must(acts.read('quan', listRecord, { thingId: receipt.id, page: 1 }))
    expect(entries[0]?.sentence).toContain('nhắc Phòng A về “Xác nhận tiếp nhận”')
    expect(await acts.write('minh', remind(things), { ...reminder, reminderId: newId() })).toMatchObject({
      refusal: { code: 'not-yours-to-do' },
    })
  })

  it('does not write to whoever was named for it and has left the unit since', async () => {
    const { disseminate } = await owedByA()
    const { phongA, phongB } = opened.world.units
    const newcomers = newcomersIn(opened)
    const left = await newcomers.person(phongA, 'staff', 'Tạ Văn Đi')
    await newcomers.further(left, phongB)
    const naming = { id: disseminate.id, personId: left.personId, version: disseminate.version }
    await must(acts.write('minh', assign(things), naming))
    await must(acts.write('quan', endPost, { id: left.postId, lastDay: '2022-07-12' }))
    opened.clock.move(eightOn('2022-07-13'))
    const sent = await must(acts.write('hoa', remind(things), { id: disseminate.id, reminderId: newId(), message: '' }))
    opened.clock.move(eightOn('2022-07-12'))
    expect(sent.toNames.sort()).toEqual(['Phạm Quang Minh', 'Đỗ Bích Lan'].sort())
  })
})

describe('done otherwise', () => {
  it('on paper counts from the paper’s day, which is neither to come nor before the launch', async () => {
    const { receipt } = await owedByA()
    const paper = { id: receipt.id, receivedOn: '2022-07-12', fromName: 'Phạm Quang Minh', scanFileId: null }
    expect(await acts.write('hoa', receiveOnPaper(things), { ...paper, receivedOn: '2022-07-13' })).toMatchObject({
      refusal: { code: 'day-in-future' },
    })
    expect(await acts.write('hoa', receiveOnPaper(things), { ...paper, receivedOn: '2022-07-11' })).toMatchObject({
      refusal: { code: 'day-before-launch' },
    })
    expect(await acts.write('hoa', receiveOnPaper(things), { ...paper, scanFileId: newId() })).toMatchObject({
      refusal: { code: 'file-not-found' },
    })
    const done = await must(acts.write('hoa', receiveOnPaper(things), paper))
    expect(done.obligation).toMatchObject({ state: 'done', doneWay: 'paper', daysLeft: 7 })
  })

  it('an exempt unit owes nothing and is not reminded', async () => {
    const { receipt } = await owedByA()
    const done = await must(acts.write('hoa', exempt(things), { id: receipt.id, reason: 'Đang sáp nhập' }))
    expect(done.obligation).toMatchObject({ state: 'exempt', exemptReason: 'Đang sáp nhập' })
    expect(await acts.write('hoa', remind(things), { id: receipt.id, reminderId: newId(), message: '' })).toMatchObject(
      {
        refusal: { code: 'obligation-exempt' },
      },
    )
  })
})

describe('waiving many', () => {
  it('counts and tells only of what was still open', async () => {
    const { receipt, disseminate } = await owedByA()
    const paper = { id: receipt.id, receivedOn: '2022-07-12', fromName: 'Phạm Quang Minh', scanFileId: null }
    await must(acts.write('hoa', receiveOnPaper(things), paper))
    const settled = [receipt, disseminate].map(({ id }) => ({ id, reason: 'Đang sáp nhập' }))
    expect(await must(acts.write('hoa', async (tx) => ok(await waive(tx, settled)), undefined))).toBe(1)
    expect(await recordedOf(opened.work, disseminate.id)).toContainEqual(expect.stringContaining('Đang sáp nhập'))
    expect(await recordedOf(opened.work, receipt.id)).not.toContainEqual(expect.stringContaining('Đang sáp nhập'))
  })
})

describe('a unit that ends', () => {
  it('between draft and launch stops the launch, by name', async () => {
    const unitId = newId()
    const unit = {
      id: unitId,
      name: 'Phòng Sắp giải thể',
      shortName: null,
      parentId: opened.world.units.root,
      orderNo: 9,
    }
    await must(acts.write('quan', createUnit, { ...unit, from: '2022-07-12' }))
    const campaignId = await acts.numbered([opened.world.units.phongA, unitId])
    await must(acts.write('quan', endUnit, { id: unitId, lastDay: '2022-07-12', reason: 'Sáp nhập' }))
    opened.clock.move(eightOn('2022-07-13'))
    const { launch } = await import('../../../campaigns/server/launch.ts')
    const refused = await acts.write('hoa', launch, { id: campaignId, version: await acts.version(campaignId) })
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'unit-ended', values: { unit: 'Phòng Sắp giải thể' } },
    })
    opened.clock.move(eightOn('2022-07-12'))
  })
})

describe('Việc của tôi', () => {
  it('shows what is late below to the office, longest late first, and nothing of it to a unit', async () => {
    const { receipt } = await owedByA()
    opened.clock.move(eightOn('2022-07-20'))
    const hoa = await must(acts.read('hoa', work, {}))
    const late = hoa.lateBelow.find((one) => one.id === receipt.id)
    expect(late).toMatchObject({ daysLeft: -1, unitName: 'Phòng A' })
    expect((await must(acts.read('minh', work, {}))).lateBelow).toEqual([])
    opened.clock.move(eightOn('2022-07-12'))
  })

  it('shows the authority what waits for his word', async () => {
    const id = await acts.proposed()
    const { waiting } = await must(acts.read('phuc', work, {}))
    expect(waiting.find((one) => one.id === id)).toMatchObject({ kind: 'consent', act: 'Xem và cho ý kiến' })
    expect((await must(acts.read('mai', work, {}))).waiting).toEqual([])
  })

  it('names the days to come of the campaigns one sees', async () => {
    await acts.launched()
    const { next } = await must(acts.read('mai', work, {}))
    expect(next.map((one) => one.text)).toContain('75 năm Ngày Thương binh Liệt sỹ')
  })
})
