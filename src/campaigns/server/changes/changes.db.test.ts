import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import { codeOf, eightOn, must, type OpenedWorld, openWorld, recordedOf } from '../../../../test/world.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok } from '../../../kernel/result.ts'
import { addFact } from '../../../mechanisms/documents/server/change-facts.ts'
import { remind } from '../../../mechanisms/obligations/server/index.ts'
import { receiveOnPaper } from '../../../mechanisms/obligations/server/receive-on-paper.ts'
import { getCampaign, reviewCampaign } from '../get-campaign.ts'
import { launch } from '../launch.ts'
import { campaignThings } from '../obligation-things.ts'
import { planOwner } from '../plan-owner.ts'
import { planTask } from '../plan-task.ts'
import { matchTask } from '../prepare.ts'
import { close } from './close.ts'
import { openDuties } from './open-duties.ts'
import { pause, resume } from './pause.ts'
import { prolong } from './prolong.ts'

const SCRIPT = { kind: 'script', name: 'thử' } as const
let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterAll(() => opened.close())

const rowsOf = (id: string) =>
  must(
    opened.work.read(SCRIPT, async (tx) =>
      ok(
        await tx.db
          .selectFrom('obligation')
          .innerJoin('unit', 'unit.id', 'obligation.unit_id')
          .select([
            'obligation.id',
            'unit.name',
            'obligation.kind',
            'last_day',
            'first_last_day',
            'state',
            'exempt_reason',
            'source_key',
          ])
          .where('thing_id', '=', id)
          .orderBy('obligation.kind')
          .orderBy('last_day')
          .orderBy('unit.name')
          .execute(),
      ),
    ),
  )

/** A campaign until 31/12/2022 with a monthly report of Phòng A, due on the 20th. */
async function withMonthly(): Promise<string> {
  const id = await acts.draft()
  const { phongA, phongB } = opened.world.units
  await acts.sentTo(id, [phongA, phongB])
  const page = await must(acts.read('hoa', reviewCampaign, { id }))
  const value = { assignee: 'Các phòng', text: 'báo cáo tiến độ', deadline: null, relation: null }
  const added = {
    documentId: page.document.id,
    factId: newId(),
    kind: 'task' as const,
    parentId: null,
    value,
    source: null,
  }
  const { fact } = await must(acts.write('hoa', addFact(planOwner), added))
  await must(acts.write('hoa', matchTask, { id, factId: fact.id, unitIds: [phongA] }))
  const plan = {
    becomes: 'report' as const,
    dueDay: '2022-10-20',
    dueRelation: 'by' as const,
    recurrence: 'monthly' as const,
    dayRule: 'as-written' as const,
    needsProof: false,
  }
  await must(acts.write('hoa', planTask, { id, factId: fact.id, plan }))
  await acts.agreedFrom(id)
  await must(acts.write('hoa', launch, { id, version: await acts.version(id) }))
  return id
}
const reportDays = async (id: string) =>
  (await rowsOf(id)).filter((row) => row.kind === 'report').map((row) => row.last_day)

describe('a campaign is prolonged', () => {
  it('to a later end, with the turns up to it, and its open duties to later days; the second click adds nothing', async () => {
    const id = await withMonthly()
    expect(await reportDays(id)).toEqual(['2022-10-20', '2022-11-20', '2022-12-20'])
    const change = { ...(await acts.change(id, 'Kéo dài theo chỉ đạo')), unitIds: null }
    const groups = [{ key: 'confirm-receipt:', lastDay: '2022-08-01' }]
    const done = await must(acts.write('hoa', prolong, { ...change, endsOn: '2023-02-28', groups }))
    expect(done).toMatchObject({ prolonged: 2, added: 2, campaign: { endsOn: '2023-02-28' } })
    await must(acts.write('hoa', prolong, { ...change, endsOn: '2023-02-28', groups }))
    expect(await reportDays(id)).toEqual(['2022-10-20', '2022-11-20', '2022-12-20', '2023-01-20', '2023-02-20'])
    const receipt = (await rowsOf(id)).find((row) => row.kind === 'confirm-receipt')
    expect(receipt).toMatchObject({ last_day: '2022-08-01', first_last_day: '2022-07-19' })
    expect(await recordedOf(opened.work, id)).toContainEqual(
      expect.stringContaining('theo 15/TB-SNV, ngày kết thúc mới 28/02/2023, 2 việc: Kéo dài theo chỉ đạo'),
    )
    const page = await must(acts.read('minh', getCampaign, { id }))
    expect(page.changes).toMatchObject([
      {
        kind: 'prolonged',
        words: 'Ngày kết thúc 28/02/2023 thay cho 31/12/2022. Gia hạn 2 việc. Thêm 2 việc của các lần lặp mới',
        document: { number: '15/TB-SNV', file: { name: 'ban-ky.pdf' } },
      },
    ])
  })

  it('only for the units chosen, and never to an earlier day', async () => {
    const id = await acts.launched()
    const { phongB } = opened.world.units
    const groups = [{ key: 'disseminate:', lastDay: '2022-08-30' }]
    const change = { ...(await acts.change(id, 'Đơn vị có lũ')), endsOn: null, unitIds: [phongB] }
    expect(await must(acts.write('hoa', prolong, { ...change, groups }))).toMatchObject({ prolonged: 1 })
    const days = (await rowsOf(id)).filter((row) => row.kind === 'disseminate').map((row) => [row.name, row.last_day])
    expect(days).toEqual([
      ['Phòng A', '2022-07-26'],
      ['Phòng B', '2022-08-30'],
    ])
    const input = async () => ({ ...(await acts.change(id, 'Sai')), endsOn: null, unitIds: null })
    const earlier = { ...(await input()), groups: [{ key: 'disseminate:', lastDay: '2022-07-13' }] }
    expect(codeOf(await acts.write('hoa', prolong, earlier))).toBe('nothing-prolonged')
    const over = { ...(await input()), groups: [{ key: 'disseminate:', lastDay: '2022-07-01' }] }
    expect(await acts.write('hoa', prolong, over)).toMatchObject({
      refusal: { code: 'due-in-past', field: 'groups.0.lastDay' },
    })
    const end = { ...(await input()), endsOn: '2022-12-31', groups: [] }
    expect(await acts.write('hoa', prolong, end)).toMatchObject({ refusal: { code: 'end-not-later', field: 'endsOn' } })
  })
})

describe('a campaign is paused', () => {
  it('is not urged and not late meanwhile; taken up again, what was not late before is due as much later', async () => {
    const id = await withMonthly()
    const before = await rowsOf(id)
    opened.clock.move(eightOn('2022-07-22'))
    // Receipt was due on 19/07: late by now. Dissemination is due on 26/07.
    expect((await must(acts.read('hoa', getCampaign, { id }))).campaign.late).toBe(2)
    const change = await acts.change(id, 'Chờ sắp xếp bộ máy')
    await must(acts.write('hoa', pause, change))
    await must(acts.write('hoa', pause, change))
    const owed = before.find((row) => row.kind === 'disseminate')
    opened.clock.move(eightOn('2022-08-02'))
    const page = await must(acts.read('hoa', getCampaign, { id }))
    expect(page.campaign).toMatchObject({ pausedOn: '2022-07-22', late: 0 })
    const reminding = { id: owed?.id ?? '', reminderId: newId(), message: '' }
    expect(codeOf(await acts.write('hoa', remind(campaignThings), reminding))).toBe('campaign-paused')
    expect(codeOf(await acts.write('hoa', pause, await acts.change(id, 'Lần nữa')))).toBe('wrong-campaign-state')

    opened.clock.move(eightOn('2022-08-01'))
    const done = await must(acts.write('hoa', resume, await acts.change(id, 'Đã sắp xếp xong')))
    expect(done).toMatchObject({ days: 10, prolonged: 5, campaign: { pausedOn: null, late: 2 } })
    const after = await rowsOf(id)
    expect(after.filter((row) => row.kind === 'confirm-receipt').map((row) => row.last_day)).toEqual([
      '2022-07-19',
      '2022-07-19',
    ])
    expect(after.filter((row) => row.kind === 'disseminate').map((row) => row.last_day)).toEqual([
      '2022-08-05',
      '2022-08-05',
    ])
    // Ten days after 20/10 is a Sunday: the Monday after.
    expect(await reportDays(id)).toEqual(['2022-10-31', '2022-11-30', '2022-12-30'])
    expect(codeOf(await acts.write('hoa', resume, await acts.change(id, 'Lần nữa')))).toBe('wrong-campaign-state')
    opened.clock.move(eightOn('2022-07-12'))
  })
})

describe('a campaign is closed', () => {
  it('only when everything still owed is decided: waived, left as not done, or noted on paper before', async () => {
    const id = await acts.launched()
    const owed = await rowsOf(id)
    const onPaper = owed.find((row) => row.kind === 'confirm-receipt')
    const paper = { id: onPaper?.id ?? '', receivedOn: '2022-07-12', fromName: 'Phạm Quang Minh', scanFileId: null }
    await must(acts.write('hoa', receiveOnPaper(campaignThings), paper))
    const open = await must(acts.read('hoa', openDuties, { id, key: 'disseminate:', page: 1 }))
    expect(open.total).toBe(3)
    expect(open.groups.map((group) => [group.key, group.open])).toEqual([
      ['confirm-receipt:', 1],
      ['disseminate:', 2],
    ])
    expect(open.rows.map((row) => row.unitName)).toEqual(['Phòng A', 'Phòng B'])

    const change = { ...(await acts.change(id, 'Hết năm')), open: 3 }
    const groups = [{ key: 'disseminate:', outcome: 'left' as const, reason: 'Không gửi' }]
    expect(await acts.write('hoa', close, { ...change, groups, exceptions: [] })).toMatchObject({
      refusal: { code: 'open-undecided', values: { count: '1' } },
    })
    expect(codeOf(await acts.write('hoa', close, { ...change, open: 4, groups, exceptions: [] }))).toBe(
      'changed-meanwhile',
    )
    const exceptions = [
      { obligationId: open.rows[1]?.id ?? '', outcome: 'waived' as const, reason: 'Đang sáp nhập' },
      {
        obligationId: owed.find((row) => row.kind === 'confirm-receipt' && row.id !== onPaper?.id)?.id ?? '',
        outcome: 'left' as const,
        reason: 'Không xác nhận',
      },
    ]
    const closing = { ...change, groups, exceptions }
    expect(await must(acts.write('hoa', close, closing))).toMatchObject({
      waived: 1,
      left: 2,
      campaign: { state: 'closed' },
    })
    expect(codeOf(await acts.write('hoa', close, closing))).toBe('ok')
    expect((await rowsOf(id)).map((row) => [row.kind, row.name, row.state, row.exempt_reason])).toEqual([
      ['confirm-receipt', 'Phòng A', 'done', null],
      ['confirm-receipt', 'Phòng B', 'open', null],
      ['disseminate', 'Phòng A', 'open', null],
      ['disseminate', 'Phòng B', 'exempt', 'Đang sáp nhập'],
    ])
    expect(await recordedOf(opened.work, open.rows[0]?.id ?? '')).toContain(
      'để “Quán triệt kế hoạch” của Phòng A là chưa làm khi kết thúc: Không gửi',
    )
  })

  it('needs its paper, of a day that has come', async () => {
    const id = await acts.launched()
    const change = { ...(await acts.change(id, 'Hết năm')), open: 4, groups: [], exceptions: [] }
    const later = { ...change, paper: { ...change.paper, issuedOn: '2022-07-13' } }
    expect(await acts.write('hoa', close, later)).toMatchObject({
      refusal: { code: 'day-in-future', field: 'paper.issuedOn' },
    })
    const missing = { ...change, paper: { ...change.paper, fileId: newId() } }
    expect(await acts.write('hoa', close, missing)).toMatchObject({
      refusal: { code: 'file-not-found', field: 'paper.fileId' },
    })
    expect(codeOf(await acts.write('minh', close, change))).toBe('not-yours-to-do')
  })
})
