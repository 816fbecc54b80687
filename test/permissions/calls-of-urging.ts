import { campaignThings } from '../../src/campaigns/server/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import { plainDate } from '../../src/kernel/plain-date.ts'
import { ok } from '../../src/kernel/result.ts'
import { draftByHand } from '../../src/urging/server/change-letter.ts'
import { declareOutage, takeBackOutage } from '../../src/urging/server/outages.ts'
import type { campaignsIn } from '../campaigns.ts'
import { must, type OpenedWorld } from '../world.ts'

type Acts = ReturnType<typeof campaignsIn>
const JOB = { kind: 'job', name: 'thử' } as const

/** As `callsIn`, for urging. `owed` is an obligation of Phòng A of a campaign of its own; here it is made late. */
export function callsOfUrging(
  opened: OpenedWorld,
  acts: Acts,
  owed: () => Promise<{ id: string }>,
): Record<string, () => Promise<unknown>> {
  const { accounts, units } = opened.world

  const late = async () => {
    const { id } = await owed()
    await must(
      opened.work.write(JOB, async (tx) => {
        const day = plainDate('2022-07-01')
        await tx.db.updateTable('obligation').set({ last_day: day, first_last_day: day }).where('id', '=', id).execute()
        return ok(undefined)
      }),
    )
    return id
  }
  /** A reminder of Phòng A with a mail that went out. */
  const reminded = async () => {
    const { id } = await owed()
    const [reminderId, mailId] = [newId(), newId()]
    await must(
      opened.work.write(JOB, async (tx) => {
        await tx.db
          .insertInto('reminder')
          .values({
            id: reminderId,
            obligation_id: id,
            sent_at: tx.now,
            sent_on: tx.today,
            sent_by_name: 'Hệ thống',
            to_names: ['Lan'],
            message: 'Nhắc',
          })
          .execute()
        await tx.db
          .insertInto('outbox_mail')
          .values({
            id: mailId,
            to_address: 'lan@so.example',
            to_name: 'Lan',
            subject: 'Nhắc',
            body: 'Nhắc',
            state: 'sent',
            reminder_id: reminderId,
            created_at: tx.now,
          })
          .execute()
        return ok(undefined)
      }),
    )
    return { id, reminderId, mailId }
  }
  const digestOfLan = async () => {
    const id = newId()
    await must(
      opened.work.write(JOB, async (tx) => {
        const unit = await tx.db
          .selectFrom('unit')
          .select('unit_no')
          .where('id', '=', units.phongA)
          .executeTakeFirstOrThrow()
        await tx.db
          .insertInto('urging_digest')
          .values({
            id,
            person_id: accounts.lan.personId,
            unit_no: unit.unit_no,
            on_day: tx.today,
            reminder_ids: [],
            made_at: tx.now,
          })
          .onConflict((conflict) => conflict.columns(['person_id', 'on_day']).doUpdateSet({ id, seen_at: null }))
          .execute()
        return ok(undefined)
      }),
    )
    return id
  }
  const draft = async () => {
    const id = newId()
    await must(acts.write('hoa', draftByHand, { id, obligationIds: [await late()] }))
    return id
  }
  const edited = async () => {
    const id = newId()
    const obligationId = await late()
    await must(acts.write('hoa', draftByHand, { id, obligationIds: [obligationId] }))
    const words = { subject: 'Đôn đốc', opening: 'Mở đầu', asked: 'Đề nghị', newDay: null, place: '', signerTitle: '' }
    return { id, version: 1, ...words, recipients: ['Như trên'], keptIds: [obligationId] }
  }
  /** No outage stands, so that each may be declared. */
  const noOutage = async () => {
    const standing = await must(
      opened.work.read(JOB, async (tx) =>
        ok(await tx.db.selectFrom('outage').select('id').where('taken_back_at', 'is', null).execute()),
      ),
    )
    for (const { id } of standing) await must(acts.write('quan', takeBackOutage(campaignThings), { id, reason: 'Thử' }))
    return { id: newId(), from: '2022-07-12', reason: 'Mất điện', documentWords: null }
  }
  const outage = async () => {
    const declared = await noOutage()
    await must(acts.write('quan', declareOutage, declared))
    return declared.id
  }
  const steps = [{ stage: 'unit' as const, days: -2 }]
  let number = 0

  return {
    'urging.late': async () => ({}),
    'urging.boardChoices': async () => ({}),
    'urging.trend': async () => ({}),
    'urging.log': async () => ({ id: (await reminded()).id }),
    'urging.sendAgain': reminded,
    'urging.remindMany': async () => ({ ids: [(await owed()).id] }),
    'urging.ladders': async () => ({}),
    'urging.setLadder': async () => ({ unitId: units.phongB, kind: 'report', steps, version: 0 }),
    'urging.previewLadder': async () => ({ lastDay: '2022-07-15', steps }),
    'urging.digest': async () => ({}),
    'urging.seeDigest': async () => ({ id: await digestOfLan() }),
    'urging.outages': async () => ({}),
    'urging.declareOutage': noOutage,
    'urging.endOutage': async () => ({ id: await outage(), to: '2022-07-12' }),
    'urging.takeBackOutage': async () => ({ id: await outage(), reason: 'Ghi nhầm' }),
    'urging.letters': async () => ({}),
    'urging.letter': async () => ({ id: await draft() }),
    'urging.letterFile': async () => ({ id: await draft() }),
    'urging.draftLetter': async () => ({ id: newId(), obligationIds: [await late()] }),
    'urging.changeLetter': edited,
    'urging.issueLetter': async () => {
      number += 1
      return {
        id: await draft(),
        version: 1,
        number: `${number}/SNV-TĐKT`,
        issuedOn: '2022-07-12',
        signerName: 'Trần Văn Phúc',
      }
    },
    'urging.discardLetter': async () => ({ id: await draft(), version: 1, reason: 'Đã nhận đủ' }),
  }
}
