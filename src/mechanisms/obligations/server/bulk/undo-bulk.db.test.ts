import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { campaignsIn } from '../../../../../test/campaigns.ts'
import { DESK, submissionsIn } from '../../../../../test/submissions.ts'
import { eightOn, must, type OpenedWorld, openWorld } from '../../../../../test/world.ts'
import { newId } from '../../../../kernel/ids.ts'
import { ok } from '../../../../kernel/result.ts'
import { getObligation } from '../get-obligation.ts'
import { bulk } from './bulk-act.ts'
import { listBulkActs, undoBulk } from './undo-bulk.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeEach(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterEach(() => opened.close())

const byScript = (change: (id: string) => ReturnType<typeof sql>) =>
  must(
    opened.work.write({ kind: 'script', name: 'thử' }, async (tx) => {
      await change(newId()).execute(tx.db)
      return ok(undefined)
    }),
  )

async function given(obligationId: string, name: 'mai' | 'lan'): Promise<string> {
  const id = newId()
  const act = { kind: 'assign' as const, personId: opened.world.accounts[name].personId }
  await must(acts.write('lan', bulk(DESK.things), { id, obligationIds: [obligationId], act }))
  return id
}

it('undoing does not give the work back to somebody who has left the unit since; it stays with whoever has it, and says why', async () => {
  const obligationId = await submissionsIn(opened, acts).owed('completion')
  await given(obligationId, 'mai')
  const id = await given(obligationId, 'lan')
  await byScript(() => sql`update app.post set valid_to = '2022-07-12' where id = ${opened.world.accounts.mai.postId}`)
  opened.clock.move(eightOn('2022-07-13'))
  expect(await must(acts.write('lan', undoBulk(DESK.things), { id }))).toMatchObject({
    back: 0,
    left: [{ id: obligationId, why: 'Vũ Thị Mai không còn ở đơn vị. Giao lại cho người khác' }],
  })
  const { obligation } = await must(acts.read('lan', getObligation(DESK.things), { id: obligationId }))
  expect(obligation.assignedName).toBe('Đỗ Bích Lan')
})

it('one’s own acts are listed, however many others of the unit have done since', async () => {
  const obligationId = await submissionsIn(opened, acts).owed('completion')
  const id = await given(obligationId, 'mai')
  const { accountId, name } = opened.world.accounts.minh
  for (let no = 0; no < 25; no += 1) {
    await byScript(
      (other) => sql`
        insert into app.bulk_act (id, unit_id, unit_no, kind, words, done_by, done_by_name, done_at, items)
        select ${other}, unit_id, unit_no, kind, words, ${accountId}, ${name}, done_at + interval '1 hour', items
        from app.bulk_act where id = ${id}`,
    )
  }
  expect((await must(acts.read('lan', listBulkActs, {}))).acts.map((act) => act.id)).toEqual([id])
})
