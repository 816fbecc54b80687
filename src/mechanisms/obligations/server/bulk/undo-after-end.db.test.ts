import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../../test/campaigns.ts'
import { DESK, submissionsIn } from '../../../../../test/submissions.ts'
import { eightOn, must, type OpenedWorld, openWorld } from '../../../../../test/world.ts'
import { newId } from '../../../../kernel/ids.ts'
import { ok } from '../../../../kernel/result.ts'
import { bulk } from './bulk-act.ts'
import { undoBulk } from './undo-bulk.ts'

let opened: OpenedWorld
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
})
afterAll(() => opened.close())

describe('undoing a waiver of many', () => {
  it('tells of a unit that has ended since, and does not count it as undone', async () => {
    const acts = campaignsIn(opened)
    const obligationId = await submissionsIn(opened, acts).owed('completion')
    const id = newId()
    const act = { kind: 'exempt' as const, reason: 'Không thuộc phạm vi' }
    await must(acts.write('hoa', bulk(DESK.things), { id, obligationIds: [obligationId], act }))
    await must(
      opened.work.write({ kind: 'script', name: 'thử' }, async (tx) => {
        await sql`update app.unit set valid_to = '2022-07-12' where id = ${opened.world.units.phongA}`.execute(tx.db)
        return ok(undefined)
      }),
    )
    opened.clock.move(eightOn('2022-07-13'))
    const { back, left } = await must(acts.write('hoa', undoBulk(DESK.things), { id }))
    expect([back, left.length]).toEqual([0, 1])
  })
})
