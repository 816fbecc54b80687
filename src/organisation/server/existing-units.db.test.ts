import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyDatabase, type FreshDatabase } from '../../../test/database.ts'
import { testKeys } from '../../../test/keys.ts'
import { must } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { MovedClock } from '../../platform/clock/clock.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { readMigrations } from '../../platform/database/migrations.ts'
import { openPools } from '../../platform/database/pools.ts'
import { createUnitOfWork } from '../../platform/database/unit-of-work.ts'
import { eventShapes } from './unit-event-words.ts'
import { unitsOn } from './unit-versions.ts'

const SCRIPT = { kind: 'script', name: 'thử' } as const
let database: FreshDatabase
beforeAll(async () => {
  database = await emptyDatabase()
})
afterAll(() => database.close())

it('units of the release before have a history after the upgrade: a first version, how they came, how they ended', async () => {
  const migrations = readMigrations()
  await must(migrate(database.ownerUrl, migrations.slice(0, 3)))
  const [root, there, gone] = [newId(), newId(), newId()]
  const owner = new Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(
    `insert into app.unit (id, name, name_search, parent_id, valid_from, valid_to, created_at) values
     ($1, 'Sở Nội vụ', 'so noi vu', null, '2020-01-01', null, now()),
     ($2, 'Phòng A', 'phong a', $1, '2020-01-01', null, now()),
     ($3, 'Phòng B', 'phong b', $1, '2020-01-01', '2021-12-31', now())`,
    [root, there, gone],
  )
  await owner.end()
  await must(migrate(database.ownerUrl, migrations))

  const pools = openPools(database)
  const work = createUnitOfWork({ pool: pools.application, clock: new MovedClock(0), keys: testKeys })
  const namesOn = async (day: string) =>
    (await must(work.read(SCRIPT, async (tx) => ok(await unitsOn(tx, plainDate(day))))))
      .map((unit) => unit.name)
      .toSorted()
  expect(await namesOn('2021-12-31')).toEqual(['Phòng A', 'Phòng B', 'Sở Nội vụ'])
  expect(await namesOn('2022-01-01')).toEqual(['Phòng A', 'Sở Nội vụ'])
  expect(await namesOn('2019-12-31')).toEqual([])
  const words = await must(
    work.read(SCRIPT, async (tx) => {
      const parts = await tx.db.selectFrom('unit_event_unit').select('event_id').where('unit_id', '=', gone).execute()
      const shapes = await eventShapes(
        tx,
        parts.map((part) => part.event_id),
        gone,
      )
      return ok(shapes.map((one) => `${one.on} ${one.words}`))
    }),
  )
  expect(words).toEqual(['2020-01-01 Thành lập', '2022-01-01 Giải thể'])
  await pools.close()
})
