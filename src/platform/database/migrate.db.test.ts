import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { migrate } from './migrate.ts'
import { type Migration, readMigrations } from './migrations.ts'

const first: Migration = { name: '0001_first', sql: 'create table app.first (id int)', checksum: 'a' }
const second: Migration = { name: '0002_second', sql: 'create table app.second (id int)', checksum: 'b' }

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('migrations', () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await emptyDatabase()
  })
  afterAll(() => database.close())

  it('run once each, in order; the second time there is nothing to do', async () => {
    expect(await migrate(database.ownerUrl, [first, second])).toEqual({
      ok: true,
      value: ['0001_first', '0002_second'],
    })
    expect(await migrate(database.ownerUrl, [first, second])).toEqual({ ok: true, value: [] })
  })

  it('that have run may not be changed', async () => {
    const result = await migrate(database.ownerUrl, [{ ...first, checksum: 'changed' }, second])
    expect(result).toMatchObject({ ok: false, refusal: { code: 'migration-changed', values: { name: '0001_first' } } })
  })

  it('may not slip in before one that has run', async () => {
    const early: Migration = { name: '0001_early', sql: 'select 1', checksum: 'c' }
    const result = await migrate(database.ownerUrl, [early, first, second])
    expect(result).toMatchObject({ ok: false, refusal: { code: 'migration-out-of-order' } })
  })

  it('refuse a database that a newer program has migrated', async () => {
    expect(await migrate(database.ownerUrl, [first])).toMatchObject({ ok: false, refusal: { code: 'database-newer' } })
  })

  it('leave nothing of one that fails, and name its line', async () => {
    const broken: Migration = {
      name: '0003_broken',
      sql: 'create table app.third (id int);\nselect nothing',
      checksum: 'd',
    }
    await expect(migrate(database.ownerUrl, [first, second, broken])).rejects.toThrow('0003_broken.sql:2')
    expect(await rows(database.ownerUrl, `select to_regclass('app.third') as third`)).toEqual([{ third: null }])
  })

  it('run once when two servers start at the same moment', async () => {
    const shared = await emptyDatabase()
    const results = await Promise.all([1, 2, 3].map(() => migrate(shared.ownerUrl, [first, second])))
    const ran = results.flatMap((result) => (result.ok ? result.value : ['refused']))
    expect(ran.sort()).toEqual(['0001_first', '0002_second'])
    await shared.close()
  })

  it('tell the application what has run, and let it change nothing there', async () => {
    expect(await rows(database.applicationUrl, 'select name from app.migration order by name')).toHaveLength(2)
    await expect(rows(database.applicationUrl, 'delete from app.migration')).rejects.toThrow('permission denied')
  })
})

describe('the product’s own migrations', () => {
  it('are all in the database a test gets', async () => {
    const database = await freshDatabase()
    const names = readMigrations().map(({ name }) => ({ name }))
    expect(await rows(database.applicationUrl, 'select name from app.migration order by name')).toEqual(names)
    await database.close()
  })
})
