import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { settled } from '../../../test/throw-away-cluster.ts'
import { codeOf } from '../../../test/world.ts'
import { readConfig } from '../config/config.ts'
import { openHouseKeys } from './key-marks.ts'
import { openPools, type Pools } from './pools.ts'

let folder: string
let database: FreshDatabase
let pools: Pools
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'key-marks-'))
  database = await freshDatabase()
  pools = openPools(database)
})
afterAll(async () => {
  await pools.close()
  await database.close()
  await rm(folder, { recursive: true })
})

it('two machines that start at once on a new database do not each make keys of their own', async () => {
  const starts = ['one', 'two', 'three'].map(async (name) => {
    const dataDir = await mkdtemp(join(folder, name))
    const config = settled(readConfig({}, { dataDir }))
    return { config, code: codeOf(await openHouseKeys(config, pools.application)) }
  })
  const started = await Promise.all(starts)
  expect(started.map(({ code }) => code).toSorted()).toEqual(['keys-lost', 'keys-lost', 'ok'])
  const first = started.find(({ code }) => code === 'ok')
  expect(first && codeOf(await openHouseKeys(first.config, pools.application))).toBe('ok')
})
