import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { accept } from '../../mechanisms/obligations/server/accept.ts'
import { loadObligations } from '../../mechanisms/obligations/server/index.ts'
import { close } from './change.ts'
import { give } from './give.ts'
import { assignmentThings as things } from './obligation-things.ts'

let opened: OpenedWorld
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
})
afterAll(() => opened.close())

describe('work a unit is acting on', () => {
  it('is closed only after that act: the unit holds it, though it is the giver’s', async () => {
    const acts = campaignsIn(opened)
    const { root, phongA } = opened.world.units
    const id = newId()
    const given = {
      ...{ id, unitId: root, title: 'Rà soát hồ sơ', words: '', basis: null, unitIds: [phongA], until: null },
      ...{ recurrence: 'once' as const, dayRule: 'as-written' as const, needsProof: false },
      due: { day: '2022-07-20', relation: 'by' as const },
    }
    await must(acts.write('hoa', give, given))
    const order: string[] = []
    let giver: Promise<unknown> = Promise.resolve()
    await must(
      opened.work.write(opened.world.as('lan'), async (tx) => {
        const [owed] = await loadObligations(tx, things, (query) => query.where('obligation.thing_id', '=', id))
        const accepted = await accept(things)(tx, { id: owed?.id ?? '' })
        giver = must(acts.write('hoa', close, { id, reason: 'Không làm nữa' })).then(() => order.push('giver'))
        await new Promise((resolve) => setTimeout(resolve, 500))
        order.push('unit')
        return accepted
      }),
    )
    await giver
    expect(order).toEqual(['unit', 'giver'])
  })
})
