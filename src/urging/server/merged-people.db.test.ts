import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { eightOn, must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { createPerson } from '../../organisation/server/index.ts'
import { mergePeople } from '../../organisation/server/merge-people.ts'
import { runLadder } from './run-ladder.ts'

const JOB = { kind: 'job', name: 'nhắc việc' } as const
let opened: OpenedWorld
let owner: Client
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  owner = new Client({ connectionString: opened.database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await opened.close()
})

it('two rows of one person with a digest of the same day become one, with all its reminders, and no reminder names the second row', async () => {
  const { work, world, clock } = opened
  await campaignsIn(opened).launched()
  clock.move(eightOn('2022-07-14'))
  await must(work.write(JOB, (tx) => runLadder(tx, plainDate('2022-07-14'))))
  const { rows: digests } = await owner.query(
    `select d.person_id as id, d.reminder_ids as ids, t.unit_id as unit, t.title from app.urging_digest d
     join app.person p on p.id = d.person_id join app.post t on t.person_id = p.id where p.full_name = 'Đỗ Bích Lan'`,
  )
  const lan = digests[0]
  const twin = newId()
  const post = { id: newId(), unitId: lan.unit, title: lan.title, from: plainDate('2022-07-12') }
  await must(
    work.write(world.as('quan'), (tx) => createPerson(tx, { id: twin, name: 'Trần Thị Lan', email: null, post })),
  )
  // As though the ladder had told the second row of the same, and of one thing more.
  const { rows: others } = await owner.query(`select id from app.reminder where not (id = any ($1)) limit 1`, [lan.ids])
  const more = others[0].id
  await owner.query(`update app.reminder set to_person_ids = to_person_ids || $1::uuid where id = any ($2)`, [
    twin,
    [...lan.ids, more],
  ])
  await owner.query(
    `insert into app.urging_digest (id, person_id, unit_no, on_day, reminder_ids, made_at, seen_at)
     select $1, $2, unit_no, on_day, $3, made_at, made_at from app.urging_digest where person_id = $4`,
    [newId(), twin, [...lan.ids, more], lan.id],
  )
  const pair = { keptId: lan.id, goneId: twin, reason: 'Nhập trùng' }
  await must(work.write(world.as('quan'), (tx) => mergePeople(tx, pair)))
  const { rows: left } = await owner.query(
    'select reminder_ids as ids, seen_at, mail_id is not null as mailed from app.urging_digest where person_id = any ($1)',
    [[lan.id, twin]],
  )
  expect(left).toEqual([{ ids: [...lan.ids, more], seen_at: null, mailed: true }])
  const { rows: told } = await owner.query(
    `select cardinality(array_positions(to_person_ids, $1)) as kept, $2 = any (to_person_ids) as gone from app.reminder where id = any ($3)`,
    [lan.id, twin, [...lan.ids, more]],
  )
  expect(told).toEqual(told.map(() => ({ kept: 1, gone: false })))
})
