import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { testKeys } from '../../../test/keys.ts'
import { must } from '../../../test/world.ts'
import type { Who } from '../../kernel/actor.ts'
import { ok } from '../../kernel/result.ts'
import { systemClock } from '../clock/clock.ts'
import { startCopy } from './copy-rows.ts'
import { openPools, type Pools } from './pools.ts'
import { createUnitOfWork, type Tx, type UnitOfWork } from './unit-of-work.ts'

let database: FreshDatabase
let pools: Pools
let work: UnitOfWork
const script: Who = { kind: 'script', name: 'thử' }

beforeAll(async () => {
  database = await freshDatabase()
  pools = openPools(database)
  work = createUnitOfWork({ pool: pools.application, clock: systemClock, keys: testKeys })
})
afterAll(async () => {
  await pools.close()
  await database.close()
})

const table = (tx: Tx) =>
  sql`create temp table pieces (no integer, words text, bytes bytea, yes boolean) on commit drop`.execute(tx.db)

describe('rows copied into a table of the transaction', () => {
  it('arrive as they were, whatever signs stand in them, and are gone with it', async () => {
    const odd = ['', '\\N', '\\.', 'a\tb\nc\r\\d', 'Đỗ Bích Lan', "'; drop table", null]
    const found = await must(
      work.write(script, async (tx) => {
        await table(tx)
        const copying = await startCopy(tx, 'pieces', ['no', 'words', 'bytes', 'yes'])
        await copying.write(odd.map((words, no) => [no, words, Buffer.from([0, 9, 92, 255]), no % 2 === 0]))
        expect(await copying.end()).toBe(odd.length)
        const { rows } = await sql<{
          words: string
          bytes: Buffer
          yes: boolean
        }>`select * from pieces order by no`.execute(tx.db)
        return ok(rows)
      }),
    )
    expect(found.map((row) => row.words)).toEqual(odd)
    expect(found[1]).toMatchObject({ bytes: Buffer.from([0, 9, 92, 255]), yes: false })
    await expect(work.read(script, async (tx) => ok(await sql`select 1 from pieces`.execute(tx.db)))).rejects.toThrow(
      'pieces',
    )
  })

  it('tell of a value the table does not take, and the connection serves on afterwards', async () => {
    for (const ending of ['end', 'abort'] as const) {
      await expect(
        work.write(script, async (tx) => {
          await table(tx)
          const copying = await startCopy(tx, 'pieces', ['no'])
          await copying.write([['not a number']])
          await copying[ending]()
          return ok(await sql`select 1`.execute(tx.db))
        }),
      ).rejects.toThrow(/invalid input syntax|is aborted/)
      expect((await work.read(script, async (tx) => ok(await sql`select 1`.execute(tx.db)))).ok).toBe(true)
    }
    expect(pools.application.totalCount).toBeLessThan(3)
  })

  it('come only into a table with a plain name', async () => {
    await expect(work.write(script, async (tx) => ok(await startCopy(tx, 'x; drop', ['no'])))).rejects.toThrow(
      'plain name',
    )
  })
})
