import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { codeOf, eightOn, must, type Name, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { campaignThings } from '../../campaigns/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { giveShare } from '../../mechanisms/obligations/server/shares/give-share.ts'
import { askMoreTime } from '../../mechanisms/obligations/server/time/ask-more-time.ts'
import { EMPTY_DISSEMINATION } from '../../mechanisms/submissions/domain/dissemination.ts'
import { saveDraft, submissionDesk } from '../../mechanisms/submissions/server/index.ts'
import { sign } from '../../mechanisms/submissions/server/send.ts'
import { findFiles } from '../../platform/files/file-rows.ts'
import { UNDESCRIBED } from '../domain/unit-description.ts'
import { enterUnitEvent } from './enter-unit-event.ts'
import { NO_CHOICES } from './plan-unit-event.ts'
import { takeBackUnitEvent } from './take-back-unit-event.ts'

const SCRIPT = { kind: 'script', name: 'thử' } as const
const desk = submissionDesk(campaignThings)
let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterAll(() => opened.close())

const dutiesOf = (campaignId: string) =>
  must(
    opened.work.read(SCRIPT, async (tx) =>
      ok(
        await tx.db
          .selectFrom('obligation as o')
          .innerJoin('unit as u', 'u.id', 'o.unit_id')
          .select(['o.id', 'u.name', 'o.kind', 'o.title', 'o.state', 'o.unit_no', 'o.source_key'])
          .where('o.thing_id', '=', campaignId)
          .orderBy('o.kind')
          .orderBy('o.title')
          .orderBy('o.state')
          .execute(),
      ),
    ),
  )
const find = async (campaignId: string, unit: string, kind = 'disseminate') => {
  const found = (await dutiesOf(campaignId)).find((one) => one.name === unit && one.kind === kind)
  if (!found) throw new Error(`${unit} owes no ${kind}`)
  return found
}

async function drafted(name: Name, obligationId: string): Promise<{ id: string; version: number }> {
  const content = { ...EMPTY_DISSEMINATION, heldOn: '2022-07-12', form: 'meeting' as const, attended: 3, total: 3 }
  const draft = { id: newId(), obligationId, version: 0, content, fileIds: [await acts.scan(name)] }
  const saved = await must(acts.write(name, saveDraft(desk), draft))
  return { id: draft.id, version: saved.submission.version }
}

function merged(on: string) {
  const { phongA, phongB, root } = opened.world.units
  const unit = { id: newId(), ...UNDESCRIBED, name: `Phòng Mới ${on}`, shortName: null, parentId: root, orderNo: 9 }
  const change = { kind: 'merged' as const, unitIds: [phongA, phongB], into: { unit } }
  const input = { id: newId(), on, change, document: null, note: null, choices: NO_CHOICES }
  const enter = () => must(opened.work.write(opened.world.as('quan'), (tx) => enterUnitEvent(tx, input)))
  const takeBack = () =>
    opened.work.write(opened.world.as('quan'), (tx) => takeBackUnitEvent(tx, { id: input.id, reason: 'Nhầm' }))
  return { unit, enter, takeBack }
}

describe('two units that have both begun the same', () => {
  it('bring both along when they merge: the second under the old unit’s name, with its parts, requests and files; and back again', async () => {
    const campaign = await acts.launched()
    const before = await dutiesOf(campaign)
    const [ofA, ofB] = [await find(campaign, 'Phòng A'), await find(campaign, 'Phòng B')]
    await drafted('lan', ofA.id)
    const draft = await drafted('binh', ofB.id)
    const { mai } = opened.world.accounts
    const part = { id: newId(), obligationId: ofA.id, personId: mai.personId, part: 'Soạn biên bản', dueOn: null }
    await must(acts.write('lan', giveShare(campaignThings), part))
    const asked = { id: newId(), obligationId: ofB.id, wantedDay: '2022-08-10', reason: 'Bận', fileIds: [] }
    await must(acts.write('binh', askMoreTime(campaignThings), asked))
    await keepExample(opened.world.units.phongB)

    const event = merged('2022-07-13')
    opened.clock.move(eightOn('2022-07-13'))
    expect(await event.enter()).toMatchObject({ movedObligations: 3, exemptedObligations: 1 })
    const after = await dutiesOf(campaign)
    expect(after.filter((one) => one.kind === 'disseminate').map((one) => [one.name, one.title, one.state])).toEqual([
      [event.unit.name, 'Quán triệt kế hoạch', 'open'],
      [event.unit.name, 'Quán triệt kế hoạch (của Phòng B)', 'open'],
    ])
    expect(after.filter((one) => one.kind === 'confirm-receipt').map((one) => one.state)).toEqual(['exempt', 'open'])
    const unitNo = after.find((one) => one.state === 'open')?.unit_no
    expect(await placesOf([ofA.id, ofB.id])).toEqual([unitNo, unitNo, unitNo, unitNo])
    expect(await exampleUnit()).toBe(event.unit.id)
    // Lan is of the new unit now: she opens what Bình brought for Phòng B.
    const brought = await must(
      opened.work.read(SCRIPT, async (tx) =>
        ok(
          (await tx.db.selectFrom('submission').select('file_ids').where('id', '=', draft.id).executeTakeFirstOrThrow())
            .file_ids,
        ),
      ),
    )
    expect(
      await must(opened.work.read(opened.world.as('lan'), async (tx) => ok(await findFiles(tx, brought)))),
    ).toHaveLength(1)

    expect(codeOf(await event.takeBack())).toBe('ok')
    expect(await dutiesOf(campaign)).toEqual(before)
    const numbers = new Map(before.map((one) => [one.id, one.unit_no]))
    expect(await placesOf([ofA.id, ofB.id])).toEqual([
      numbers.get(ofA.id),
      numbers.get(ofB.id),
      numbers.get(ofA.id),
      numbers.get(ofB.id),
    ])
    expect(await exampleUnit()).toBe(opened.world.units.phongB)
    opened.clock.move(eightOn('2022-07-12'))
  })
})

describe('what was sent before the merger', () => {
  it('stays with the unit that sent it', async () => {
    const campaign = await acts.launched()
    const ofA = await find(campaign, 'Phòng A')
    const { id, version } = await drafted('lan', ofA.id)
    await must(acts.write('minh', sign(desk), { id, version, consent: { way: 'product' } }))
    const event = merged('2022-07-14')
    opened.clock.move(eightOn('2022-07-14'))
    await event.enter()
    expect(await find(campaign, 'Phòng A')).toMatchObject({ state: 'done', unit_no: ofA.unit_no })
    const sent = await must(
      opened.work.read(SCRIPT, async (tx) =>
        ok(await tx.db.selectFrom('submission').select('unit_id').where('id', '=', id).executeTakeFirstOrThrow()),
      ),
    )
    expect(sent.unit_id).toBe(opened.world.units.phongA)
    // What Phòng B still owed goes on with the successor.
    expect((await dutiesOf(campaign)).filter((one) => one.kind === 'disseminate').map((one) => one.state)).toEqual([
      'done',
      'open',
    ])
  })
})

/** Of submissions, then of shares and requests, in the order of the obligations: whose they are. */
function placesOf(obligationIds: string[]): Promise<(number | undefined)[]> {
  return must(
    opened.work.read(SCRIPT, async (tx) => {
      const submissions = await tx.db
        .selectFrom('submission')
        .select(['obligation_id', 'unit_no'])
        .where('obligation_id', 'in', obligationIds)
        .execute()
      const shares = await tx.db
        .selectFrom('obligation_share')
        .select(['obligation_id', 'unit_no'])
        .where('obligation_id', 'in', obligationIds)
        .execute()
      const requests = await tx.db
        .selectFrom('extension_request')
        .select(['obligation_id', 'unit_no'])
        .where('obligation_id', 'in', obligationIds)
        .execute()
      const inOrder = obligationIds.map((id) => submissions.find((one) => one.obligation_id === id)?.unit_no)
      return ok([...inOrder, shares[0]?.unit_no, requests[0]?.unit_no])
    }),
  )
}

const EXAMPLE = newId()
async function keepExample(unitId: string): Promise<void> {
  const kept = opened.work.write(SCRIPT, async (tx) => {
    const { unit_no } = await tx.db
      .selectFrom('unit')
      .select('unit_no')
      .where('id', '=', unitId)
      .executeTakeFirstOrThrow()
    const words = { title: 'Cách làm hay', title_search: 'cach lam hay', noted_by_name: 'Bình', noted_at: tx.now }
    await tx.db
      .insertInto('example_note')
      .values({ id: EXAMPLE, unit_id: unitId, unit_no, kind: 'practice', ...words })
      .execute()
    return ok(undefined)
  })
  await must(kept)
}
function exampleUnit(): Promise<string> {
  return must(
    opened.work.read(SCRIPT, async (tx) =>
      ok(
        (await tx.db.selectFrom('example_note').select('unit_id').where('id', '=', EXAMPLE).executeTakeFirstOrThrow())
          .unit_id,
      ),
    ),
  )
}
