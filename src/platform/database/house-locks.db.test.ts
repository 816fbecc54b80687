import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { testKeys } from '../../../test/keys.ts'
import { codeOf, must } from '../../../test/world.ts'
import { setUpOrganisation } from '../../accounts/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { systemClock } from '../clock/clock.ts'
import { HOUSE_LOCKS, liveIn, oneAtATime } from './house-locks.ts'
import { type LoadingDatabase, loadDatabase } from './load-database.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './migrations.ts'
import { openPools, type Pools } from './pools.ts'
import { createUnitOfWork, type UnitOfWork } from './unit-of-work.ts'

const migrations = readMigrations()

let database: FreshDatabase
let pools: Pools
let work: UnitOfWork
beforeEach(async () => {
  database = await freshDatabase()
  pools = openPools(database)
  work = createUnitOfWork({ pool: pools.application, clock: systemClock, keys: testKeys })
})
afterEach(async () => {
  await pools.close()
  await database.close()
})

/** Fills the empty place with an organisation of that name, and waits in the middle for as long as `meanwhile` takes. */
const restoring = (name: string, meanwhile: () => Promise<unknown> = async () => {}) =>
  loadDatabase(
    database.ownerUrl,
    { loadedAt: migrations, migrations },
    async (loading) => {
      await organisation(loading, name)
      await meanwhile()
      return ok(undefined)
    },
    async () => {},
  )

async function organisation({ query }: LoadingDatabase, name: string): Promise<void> {
  const id = newId()
  await query(
    `insert into app.unit (id, name, name_search, valid_from, created_at) values ($1, $2, 'x', '2020-01-01', now())`,
    [id, name],
  )
  await query('insert into app.installation (root_unit_id, set_up_at) values ($1, now())', [id])
}

const settingUp = (name: string, meanwhile: () => Promise<unknown> = async () => {}) =>
  work.write({ kind: 'set-up' }, async (tx) => {
    const administrator = {
      personId: newId(),
      name: 'Nguyễn Anh Quân',
      postTitle: 'Quản trị',
      signInName: 'quan',
      email: null,
    }
    const done = await setUpOrganisation(tx, { organisation: { id: newId(), name, shortName: null }, administrator })
    await meanwhile()
    return done
  })

async function unitNames(): Promise<string[]> {
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ name: string }>('select name from app.unit')
  await client.end()
  return rows.map(({ name }) => name)
}

describe('a restore and a set-up at one moment', () => {
  it('a set-up that is being written keeps the restore out, and stands', async () => {
    let restored: unknown
    const setUp = await settingUp('Sở Nội vụ', async () => {
      restored = codeOf(await restoring('Sở cũ'))
    })
    expect([codeOf(setUp), restored]).toEqual(['ok', 'restore-place-in-use'])
    expect(await unitNames()).toEqual(['Sở Nội vụ'])
  })

  it('a set-up that comes while a restore runs finds what was restored', async () => {
    let setUp: ReturnType<typeof settingUp> | undefined
    const restored = await restoring('Sở cũ', async () => {
      setUp = settingUp('Sở Nội vụ')
      await new Promise((resolve) => setTimeout(resolve, 300))
    })
    expect(codeOf(restored)).toBe('ok')
    const outcome = setUp && (await setUp)
    expect(outcome && codeOf(outcome)).toMatch(/^(already-set-up|database-being-restored)$/)
    expect(await unitNames()).toEqual(['Sở cũ'])
  })

  it('of two restores into one database one is done, whole', async () => {
    let second: unknown
    const first = await restoring('Sở thứ nhất', async () => {
      second = codeOf(await restoring('Sở thứ hai'))
    })
    expect([codeOf(first), second]).toEqual(['ok', 'restore-place-in-use'])
    expect(await unitNames()).toEqual(['Sở thứ nhất'])
  })
})

describe('a server that lives in a database', () => {
  const lost: Error[] = []

  it('keeps a restore out for as long as it runs, also where nobody has set it up; two live side by side', async () => {
    const [one, two] = [
      await must(liveIn(database.ownerUrl, () => {})),
      await must(liveIn(database.ownerUrl, () => {})),
    ]
    expect(codeOf(await restoring('Sở cũ'))).toBe('restore-place-in-use')
    await one()
    expect(codeOf(await restoring('Sở cũ'))).toBe('restore-place-in-use')
    await two()
    expect(codeOf(await restoring('Sở cũ'))).toBe('ok')
  })

  it('does not start while the database is being restored', async () => {
    await restoring('Sở cũ', async () => {
      expect(codeOf(await liveIn(database.ownerUrl, () => {}))).toBe('database-being-restored')
    })
    const living = await must(liveIn(database.ownerUrl, () => {}))
    expect(codeOf(await migrate(database.ownerUrl, migrations))).toBe('ok')
    await living()
  })

  it('takes its place again where the connection broke, and says so where a restore was quicker', async () => {
    const living = await must(liveIn(database.ownerUrl, (reason) => lost.push(reason)))
    await breakConnections()
    await until(async () => (await livingHere()) === 1)
    expect(lost).toEqual([])
    await breakConnections()
    await restoring('Sở cũ', () => until(async () => lost.length > 0))
    expect(lost).toHaveLength(1)
    await living()
  })

  const livingHere = async () =>
    (
      await asSuperuser(
        `select 1 from pg_locks where locktype = 'advisory' and classid = 1 and objid = $1
         and database = (select oid from pg_database where datname = current_database())`,
      )
    ).length

  const breakConnections = () =>
    asSuperuser(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 1 and objid = $1
       and database = (select oid from pg_database where datname = current_database())`,
    )

  async function asSuperuser(text: string): Promise<unknown[]> {
    const client = new Client({ connectionString: database.superuserUrl })
    await client.connect()
    const { rows } = await client.query(text, [HOUSE_LOCKS.place - 2 ** 32])
    await client.end()
    return rows
  }
})

it('what one at a time may do is not done by a second', async () => {
  const second = await oneAtATime(database.ownerUrl, HOUSE_LOCKS.changingKeys, () =>
    oneAtATime(database.ownerUrl, HOUSE_LOCKS.changingKeys, async () => 'done'),
  )
  expect(second).toBeUndefined()
  expect(await oneAtATime(database.ownerUrl, HOUSE_LOCKS.changingKeys, async () => 'done')).toBe('done')
})

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await condition()); tries += 1) {
    if (tries > 100) throw new Error('it did not come about')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
