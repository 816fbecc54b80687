import { give } from '../../src/assignments/server/index.ts'
import { campaignThings } from '../../src/campaigns/server/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import { bulk } from '../../src/mechanisms/obligations/server/bulk/bulk-act.ts'
import { exempt } from '../../src/mechanisms/obligations/server/exempt.ts'
import { receiveOnPaper } from '../../src/mechanisms/obligations/server/receive-on-paper.ts'
import { giveShare } from '../../src/mechanisms/obligations/server/shares/give-share.ts'
import { askMoreTime } from '../../src/mechanisms/obligations/server/time/ask-more-time.ts'
import type { campaignsIn } from '../campaigns.ts'
import { must, type OpenedWorld } from '../world.ts'

type Acts = ReturnType<typeof campaignsIn>
type Owed = (kind: 'confirm-receipt' | 'disseminate') => Promise<{ id: string; version: number }>

/** As `callsIn`, for what becomes of an obligation of Phòng A: parts, more time, exemption. */
export function callsOfLedger(opened: OpenedWorld, acts: Acts, owed: Owed): Record<string, () => Promise<unknown>> {
  const share = async () => {
    const { id: obligationId } = await owed('disseminate')
    return { id: newId(), obligationId, personId: opened.world.accounts.mai.personId, part: 'Chụp ảnh', dueOn: null }
  }
  const shared = async () => {
    const given = await must(acts.write('lan', giveShare(campaignThings), await share()))
    return { id: given.share.id, version: given.share.version }
  }
  const request = async () => {
    const { id: obligationId } = await owed('disseminate')
    return { id: newId(), obligationId, wantedDay: '2022-08-30', reason: 'Chờ hội nghị', fileIds: [] }
  }
  const asked = async () => ({
    id: (await must(acts.write('lan', askMoreTime(campaignThings), await request()))).request.id,
  })
  const work = () => ({
    id: newId(),
    unitId: opened.world.units.root,
    title: 'Rà soát hồ sơ',
    words: '',
    basis: null,
    unitIds: [opened.world.units.phongA],
    due: { day: '2022-08-30', relation: 'by' as const },
    recurrence: 'once' as const,
    until: null,
    dayRule: 'as-written' as const,
    needsProof: false,
  })
  const given = async () => {
    const input = work()
    await must(acts.write('hoa', give, input))
    return { ...input, version: 1 }
  }
  const many = async () => ({
    id: newId(),
    obligationIds: [(await owed('disseminate')).id],
    act: { kind: 'exempt' as const, reason: 'Thử' },
  })
  return {
    'obligations.ledger': async () => ({}),
    'obligations.ledgerIds': async () => ({}),
    'obligations.ledgerThings': async () => ({}),
    'obligations.ledgerMonth': async () => ({ month: '2022-07' }),
    'obligations.timeliness': async () => ({}),
    'obligations.timelinessRows': async () => ({ outcome: 'running' }),
    'obligations.bulkPreview': many,
    'obligations.bulk': many,
    'obligations.bulkActs': async () => ({}),
    'obligations.undoBulk': async () => {
      const input = await many()
      await must(acts.write('hoa', bulk(campaignThings), input))
      return { id: input.id }
    },
    'obligations.noteArrival': async () => {
      const { id } = await owed('confirm-receipt')
      const paper = { id, receivedOn: '2022-07-12', fromName: 'Phạm Quang Minh', scanFileId: null }
      await must(acts.write('hoa', receiveOnPaper(campaignThings), paper))
      return { id, arrivedOn: '2022-07-12', scanFileId: await acts.scan('hoa') }
    },
    'assignments.list': async () => ({}),
    'assignments.givers': async () => ({}),
    'assignments.preview': async () => work(),
    'assignments.give': async () => work(),
    'assignments.get': async () => ({ id: (await given()).id }),
    'assignments.change': given,
    'assignments.close': async () => ({ id: (await given()).id, reason: 'Đã có chỉ đạo khác' }),
    'obligations.undoExemption': async () => {
      const { id } = await owed('disseminate')
      await must(acts.write('hoa', exempt(campaignThings), { id, reason: 'Đang sáp nhập' }))
      return { id, reason: 'Không sáp nhập nữa' }
    },
    'obligations.accept': async () => ({ id: (await owed('disseminate')).id }),
    'obligations.giveShare': share,
    'obligations.finishShare': shared,
    'obligations.takeBackShare': shared,
    'obligations.askMoreTime': request,
    'obligations.withdrawRequest': asked,
    'obligations.answerRequest': async () => ({ ...(await asked()), outcome: 'granted' }),
    'obligations.prolong': async () => ({
      ...(await owed('disseminate')),
      lastDay: '2022-08-30',
      reason: 'Hội nghị lùi',
    }),
  }
}
