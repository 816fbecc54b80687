import { afterEach, beforeEach, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { eightOn, must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { loadObligations } from '../../mechanisms/obligations/server/index.ts'
import { giveShare } from '../../mechanisms/obligations/server/shares/give-share.ts'
import { UNDESCRIBED } from '../../organisation/domain/unit-description.ts'
import { enterUnitEvent, NO_CHOICES } from '../../organisation/server/index.ts'
import type { Given } from '../contract.ts'
import { change } from './change.ts'
import { give } from './give.ts'
import { getAssignment } from './list-assignments.ts'
import { assignmentThings as things } from './obligation-things.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeEach(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterEach(() => opened.close())

const work = (unitIds: string[], more: Partial<Given> = {}): Given => ({
  ...{ title: 'Rà soát hồ sơ', words: '', basis: null, unitIds, due: { day: '2022-07-20', relation: 'by' } },
  ...{ recurrence: 'once', until: null, dayRule: 'as-written', needsProof: false },
  ...more,
})

async function given(): Promise<string> {
  const { root, phongA, phongB } = opened.world.units
  const id = newId()
  await must(acts.write('hoa', give, { id, unitId: root, ...work([phongA, phongB]) }))
  return id
}

async function changed(id: string, input: Given) {
  const { assignment } = await must(acts.read('hoa', getAssignment, { id }))
  return must(acts.write('hoa', change, { id, version: assignment.version, ...input }))
}

const duties = (id: string) =>
  must(
    acts.read(
      'hoa',
      async (tx) =>
        ok(
          await loadObligations(tx, things, (query) =>
            query.where('obligation.thing_id', '=', id).orderBy('obligation.title').orderBy('obligation.unit_no'),
          ),
        ),
      undefined,
    ),
  )

/** A colleague of the unit is given a part: from now on it has begun. */
async function begun(name: 'minh' | 'binh', colleague: 'mai' | 'thu', obligationId: string): Promise<void> {
  const { personId } = opened.world.accounts[colleague]
  const share = { id: newId(), obligationId, personId, part: 'Tổng hợp', dueOn: null }
  await must(acts.write(name, giveShare(things), share as never))
}

it('other words and days reach also what a merger has brought to a unit: what was begun there is not waived by it', async () => {
  const { phongA, phongB, root } = opened.world.units
  const id = await given()
  const [ofA, ofB] = await duties(id)
  await begun('minh', 'mai', ofA?.id ?? '')
  await begun('binh', 'thu', ofB?.id ?? '')
  opened.clock.move(eightOn('2022-07-13'))
  const unit = { id: newId(), ...UNDESCRIBED, name: 'Phòng C', shortName: null, parentId: root, orderNo: 9 }
  const merged = { kind: 'merged' as const, unitIds: [phongA, phongB], into: { unit } }
  const event = { id: newId(), on: '2022-07-13', change: merged, document: null, note: null, choices: NO_CHOICES }
  await must(opened.work.write(opened.world.as('quan'), (tx) => enterUnitEvent(tx, event)))
  await changed(id, work([unit.id], { title: 'Rà soát lại', due: { day: '2022-07-29', relation: 'by' } }))
  expect((await duties(id)).map((one) => [one.title, one.state, one.lastDay])).toEqual([
    ['Rà soát lại', 'open', '2022-07-29'],
    [expect.stringMatching(/^Rà soát lại \(của Phòng [AB]\)$/), 'open', '2022-07-29'],
  ])
})

it('a unit that was taken out after it had begun, and is chosen again, owes it again', async () => {
  const { phongA, phongB } = opened.world.units
  const id = await given()
  const [ofA] = await duties(id)
  await begun('minh', 'mai', ofA?.id ?? '')
  await changed(id, work([phongB]))
  expect((await must(acts.read('hoa', getAssignment, { id }))).unitIds).toEqual([phongB])
  expect((await duties(id)).map((one) => [one.unitName, one.state])).toEqual([
    ['Phòng A', 'exempt'],
    ['Phòng B', 'open'],
  ])
  await changed(id, work([phongA, phongB], { due: { day: '2022-07-29', relation: 'by' } }))
  expect((await duties(id)).map((one) => [one.unitName, one.state, one.lastDay])).toEqual([
    ['Phòng A', 'open', '2022-07-29'],
    ['Phòng B', 'open', '2022-07-29'],
  ])
})
