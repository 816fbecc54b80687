import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import { newcomersIn } from '../../../../test/newcomers.ts'
import { codeOf, eightOn, must, type OpenedWorld, openWorld, recordedOf } from '../../../../test/world.ts'
import { campaignThings } from '../../../campaigns/server/index.ts'
import { newId } from '../../../kernel/ids.ts'
import { plainDate } from '../../../kernel/plain-date.ts'
import { ok } from '../../../kernel/result.ts'
import { endPost } from '../../../organisation/server/index.ts'
import { findFiles } from '../../../platform/files/file-rows.ts'
import { accept } from './accept.ts'
import { exempt, undoExemption } from './exempt.ts'
import { getObligation } from './get-obligation.ts'
import { myWork } from './my-work.ts'
import { prolong, setBack } from './prolong.ts'
import { finishShare, takeBackShare } from './shares/finish-share.ts'
import { giveShare } from './shares/give-share.ts'
import { sharedWork } from './shares/shared-work.ts'
import { answerRequest, prolongOne } from './time/answer-request.ts'
import { askMoreTime, withdrawRequest } from './time/ask-more-time.ts'

const things = campaignThings
const work = myWork({ things, waiting: [], coming: [] })

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterAll(() => opened.close())

/** The dissemination Phòng A owes by 26/07/2022 of a newly launched campaign. */
async function disseminate() {
  const campaignId = await acts.launched([opened.world.units.phongA])
  const { owed } = await must(acts.read('minh', work, {}))
  const found = owed.find((one) => one.thingId === campaignId && one.kind === 'disseminate')
  if (!found) throw new Error('the launch made no obligation')
  return found
}
const page = (id: string, as: 'hoa' | 'minh' | 'lan' | 'mai' = 'lan') =>
  must(acts.read(as, getObligation(things), { id }))

function shareFor(obligationId: string, personId: string, dueOn: string | null = null) {
  return { id: newId(), obligationId, personId, part: 'Chụp ảnh, ghi biên bản', dueOn }
}

describe('taking work on', () => {
  it('is said once, seen by whoever it is owed to, and changes no day', async () => {
    const { id } = await disseminate()
    await must(acts.write('lan', accept(things), { id }))
    const again = await must(acts.write('minh', accept(things), { id }))
    expect(again.obligation.accepted).toEqual({ on: '2022-07-12', byName: 'Đỗ Bích Lan' })
    expect((await page(id, 'hoa')).obligation.accepted?.byName).toBe('Đỗ Bích Lan')
    expect(await recordedOf(opened.work, id)).toEqual(['nhận việc “Quán triệt kế hoạch” của Phòng A'])
  })
})

describe('parts of the work', () => {
  it('goes to a person of the unit, who finds it among his work, does it with files, and it does not meet the duty', async () => {
    const { id } = await disseminate()
    const { mai } = opened.world.accounts
    const given = shareFor(id, mai.personId, '2022-07-20')
    await must(acts.write('lan', giveShare(things), given))
    const twice = await must(acts.write('lan', giveShare(things), given))
    expect(twice.share).toMatchObject({ personName: 'Vũ Thị Mai', post: 'Chuyên viên', dueOn: '2022-07-20' })
    const { waiting } = await must(acts.read('mai', work, {}))
    expect(waiting.find((one) => one.id === given.id)).toMatchObject({ kind: 'share', link: `/viec/${id}` })
    const done = { id: given.id, version: 1, note: 'Đủ ảnh', fileIds: [await acts.scan('mai')] }
    const [first, second] = await Promise.all([
      acts.write('mai', finishShare(things), done),
      acts.write('mai', finishShare(things), done),
    ])
    expect([codeOf(first), codeOf(second)]).toEqual(['ok', 'ok'])
    const { obligation, shares } = await page(id)
    expect(obligation.state).toBe('open')
    expect(shares[0]).toMatchObject({ doneOn: '2022-07-12', doneNote: 'Đủ ảnh', files: [{ name: 'ban-ky.pdf' }] })
    expect((await must(acts.read('mai', work, {}))).waiting.some((one) => one.id === given.id)).toBe(false)
    expect(await acts.write('lan', takeBackShare(things), { id: given.id, version: 2 })).toMatchObject({
      refusal: { code: 'share-done' },
    })
  })

  it('has no day after the unit’s, none in the past, nobody of elsewhere', async () => {
    const { id } = await disseminate()
    const { mai, thu } = opened.world.accounts
    const give = async (personId: string, dueOn: string | null) =>
      acts.write('lan', giveShare(things), shareFor(id, personId, dueOn))
    expect(await give(mai.personId, '2022-07-27')).toMatchObject({
      refusal: { code: 'share-after-last-day', field: 'dueOn' },
    })
    expect(await give(mai.personId, '2022-07-11')).toMatchObject({ refusal: { code: 'due-in-past', field: 'dueOn' } })
    expect(await give(thu.personId, null)).toMatchObject({ refusal: { code: 'not-of-this-unit', field: 'personId' } })
    expect(codeOf(await give(mai.personId, '2022-07-26'))).toBe('ok')
  })

  it('is taken back while it is not done, and is then nobody’s to finish', async () => {
    const { id } = await disseminate()
    const given = shareFor(id, opened.world.accounts.mai.personId)
    await must(acts.write('lan', giveShare(things), given))
    await must(acts.write('minh', takeBackShare(things), { id: given.id, version: 1 }))
    expect((await page(id)).shares).toEqual([])
    const finishing = { id: given.id, version: 2, note: '', fileIds: [] }
    expect(await acts.write('mai', finishShare(things), finishing)).toMatchObject({
      refusal: { code: 'share-taken-back' },
    })
  })

  it('is handed over with a person’s other work, and lost by whoever has left the unit', async () => {
    const { id } = await disseminate()
    const newcomers = newcomersIn(opened)
    const { phongA, phongB } = opened.world.units
    const leaver = await newcomers.person(phongA, 'staff', 'Tạ Văn Đi')
    await newcomers.further(leaver, phongB)
    const given = shareFor(id, leaver.personId)
    await must(acts.write('lan', giveShare(things), given))
    await must(acts.write('quan', endPost, { id: leaver.postId, lastDay: '2022-07-12' }))
    opened.clock.move(eightOn('2022-07-13'))
    expect((await page(id)).shares[0]?.gone).toBe(true)
    const seen = await opened.work.read(leaver.who, (tx) => getObligation(things)(tx, { id }))
    expect(codeOf(seen)).toBe('not-found')
    const { mai, lan } = opened.world.accounts
    const from = { id: leaver.personId, name: 'Tạ Văn Đi' }
    const shared = sharedWork(things)
    const hand = (to: { personId: string; name: string }) =>
      acts.write('lan', (tx, ids: string[]) => shared.handOver(tx, ids, from, { id: to.personId, name: to.name }), [
        given.id,
      ])
    expect(codeOf(await hand(opened.world.accounts.thu))).toBe('receiver-not-there')
    expect(codeOf(await hand(mai))).toBe('ok')
    expect(codeOf(await hand(lan))).toBe('handover-item-changed')
    expect((await page(id)).shares[0]).toMatchObject({ personName: 'Vũ Thị Mai', gone: false })
    opened.clock.move(eightOn('2022-07-12'))
  })
})

describe('more time', () => {
  const request = (obligationId: string, wantedDay = '2022-08-10') => ({
    id: newId(),
    obligationId,
    wantedDay,
    reason: 'Hội nghị lùi sang tháng 8',
    fileIds: [] as string[],
  })

  it('is asked for once at a time, withdrawn, asked again, and granted to another day than the one asked for', async () => {
    const { id } = await disseminate()
    const asked = request(id)
    await must(acts.write('lan', askMoreTime(things), asked))
    expect(codeOf(await acts.write('lan', askMoreTime(things), asked))).toBe('ok')
    expect(codeOf(await acts.write('minh', askMoreTime(things), request(id)))).toBe('request-open')
    await must(acts.write('lan', withdrawRequest(things), { id: asked.id }))
    const second = { ...request(id), fileIds: [await acts.scan('lan')] }
    await must(acts.write('lan', askMoreTime(things), second))
    const waits = await must(acts.read('hoa', work, {}))
    expect(waits.waiting.find((one) => one.id === second.id)).toMatchObject({ kind: 'more-time', act: 'Trả lời' })
    const granting = { id: second.id, outcome: 'granted' as const, grantedDay: '2022-08-05', answer: '', paper: null }
    const { obligation, request: answered } = await must(acts.write('hoa', answerRequest(things), granting))
    expect(answered).toMatchObject({ state: 'granted', grantedDay: '2022-08-05', decided: { byName: 'Lê Thị Hoa' } })
    expect(obligation.due).toMatchObject({
      lastDay: '2022-08-05',
      firstLastDay: '2022-07-26',
      prolongedBecause: 'Đơn vị đề nghị: Hội nghị lùi sang tháng 8',
      words: 'Chậm nhất ngày 05/08/2022 (đã gia hạn, trước là 26/07/2022)',
    })
    expect(codeOf(await acts.write('hoa', answerRequest(things), granting))).toBe('request-decided')
    expect(await recordedOf(opened.work, id)).toContain(
      'cho Phòng A gia hạn “Quán triệt kế hoạch” đến hết ngày 05/08/2022',
    )
  })

  it('must end later than it would, is refused with a reason, and entered from paper in the name of who decided', async () => {
    const { id } = await disseminate()
    expect(await acts.write('lan', askMoreTime(things), request(id, '2022-07-26'))).toMatchObject({
      refusal: { code: 'day-not-later', field: 'wantedDay' },
    })
    const asked = request(id)
    await must(acts.write('lan', askMoreTime(things), asked))
    const answer = { id: asked.id, outcome: 'refused' as const, grantedDay: null, answer: '', paper: null }
    expect(await acts.write('hoa', answerRequest(things), answer)).toMatchObject({
      refusal: { code: 'answer-required', field: 'answer' },
    })
    const scanFileId = await acts.scan('hoa')
    const paper = { byName: 'Trần Văn Phúc', on: '2022-07-11', scanFileId }
    const refusing = { ...answer, answer: 'Kế hoạch của tỉnh không đổi' }
    expect(await acts.write('hoa', answerRequest(things), { ...refusing, paper })).toMatchObject({
      refusal: { code: 'day-before-request', field: 'paper.on' },
    })
    const told = { ...refusing, paper: { ...paper, on: '2022-07-12' } }
    const { request: answered, obligation } = await must(acts.write('hoa', answerRequest(things), told))
    expect(answered.decided).toMatchObject({
      byName: 'Trần Văn Phúc',
      paper: { on: '2022-07-12', enteredByName: 'Lê Thị Hoa' },
    })
    expect(obligation.due.lastDay).toBe('2022-07-26')
    // The scan lies in the office; the unit it is about reads it.
    const seen = await acts.read('lan', async (tx, ids: string[]) => ok(await findFiles(tx, ids)), [scanFileId])
    expect(seen).toMatchObject({ ok: true, value: [{ id: scanFileId }] })
  })

  it('is given without being asked, only later, and not to what is done or waived', async () => {
    const { id, version } = await disseminate()
    const given = { id, version, lastDay: '2022-08-01', reason: 'Nghỉ bão' }
    const { obligation } = await must(acts.write('hoa', prolongOne(things), given))
    expect(codeOf(await acts.write('hoa', prolongOne(things), given))).toBe('ok')
    const earlier = { ...given, version: obligation.version, lastDay: '2022-07-30' }
    expect(await acts.write('hoa', prolongOne(things), earlier)).toMatchObject({ refusal: { code: 'day-not-later' } })
    await must(acts.write('hoa', exempt(things), { id, reason: 'Không có đảng viên' }))
    const late = { ...given, version: obligation.version + 1, lastDay: '2022-08-20' }
    expect(codeOf(await acts.write('hoa', prolongOne(things), late))).toBe('obligation-exempt')
  })

  it('is taken back from what has not changed since, and only from that', async () => {
    const [first, second] = [await disseminate(), await disseminate()]
    const job = { kind: 'job', name: 'thử' } as const
    const ids = [first.id, second.id]
    const moved = await must(
      opened.work.write(job, async (tx) => ok(await prolong(tx, ids, plainDate('2022-08-01'), 'Nghỉ bão'))),
    )
    expect(moved).toHaveLength(2)
    await must(acts.write('lan', accept(things), { id: second.id }))
    const back = await must(opened.work.write(job, async (tx) => ok(await setBack(tx, moved, 'Bão không vào'))))
    expect(back.map((one) => one.id)).toEqual([first.id])
    expect((await page(first.id)).obligation.due).toMatchObject({ lastDay: '2022-07-26', prolongedBecause: null })
    expect((await page(second.id)).obligation.due.lastDay).toBe('2022-08-01')
    expect(await recordedOf(opened.work, first.id)).toEqual([
      'gia hạn “Quán triệt kế hoạch” của Phòng A đến hết ngày 01/08/2022: Nghỉ bão',
      'trả hạn “Quán triệt kế hoạch” của Phòng A về hết ngày 26/07/2022: Bão không vào',
    ])
  })
})

describe('an exemption', () => {
  it('is undone with a reason: the unit owes it again by its day', async () => {
    const { id } = await disseminate()
    expect(codeOf(await acts.write('hoa', undoExemption(things), { id, reason: 'Nhầm' }))).toBe('not-exempt')
    await must(acts.write('hoa', exempt(things), { id, reason: 'Đang sáp nhập' }))
    const { obligation } = await must(acts.write('hoa', undoExemption(things), { id, reason: 'Nhầm đơn vị' }))
    expect(obligation).toMatchObject({ state: 'open', exemptReason: null, due: { lastDay: '2022-07-26' } })
    expect((await recordedOf(opened.work, id)).at(-1)).toBe('bỏ miễn “Quán triệt kế hoạch” cho Phòng A: Nhầm đơn vị')
  })
})
