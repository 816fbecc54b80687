import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import { fuzzEndpoints, fuzzInputs } from '../../test/fuzz-endpoints.ts'
import { settled } from '../../test/throw-away-cluster.ts'
import { createWorld, must, type World } from '../../test/world.ts'
import { ok } from '../kernel/result.ts'
import { readConfig } from '../platform/config/config.ts'
import { openHouseKeys } from '../platform/database/key-marks.ts'
import { openPools, type Pools } from '../platform/database/pools.ts'
import type { Tx } from '../platform/database/unit-of-work.ts'
import { compose, type Product } from './compose.ts'
import { contract } from './contract.ts'

const PASSWORD = 'thuyền giấy qua cầu'
/** Another machine than the nonsense comes from: that one may be locked out by then. */
const HOME_IP = '10.0.0.1'
/** Longer than the longest run of a hunt (see `test/seed.ts`). */
const PATIENCE = 180_000 * Number(process.env.FUZZ_TIMES ?? 1)

let database: FreshDatabase
let pools: Pools
let dataDir: string
let product: Product
let world: World

beforeAll(async () => {
  database = await freshDatabase()
  pools = openPools(database)
  dataDir = await mkdtemp(join(tmpdir(), 'nonsense-'))
  const baseUrl = new URL('http://localhost:3000')
  const config = settled(readConfig({ DATA_DIR: dataDir }, { dataDir }))
  const keys = settled(await openHouseKeys(config, pools.application))
  product = await compose({ config, baseUrl, pools, keys, tls: undefined, demo: false })
  product.http.log.level = 'silent'
  world = await createWorld(product.parts.work)
  for (const [userName, { accountId, name }] of Object.entries(world.accounts)) {
    await must(product.parts.signIn.createUser({ id: accountId, userName, name, password: PASSWORD }))
  }
})
afterAll(async () => {
  await product.http.close()
  await pools.close()
  await database.close()
  await rm(dataDir, { recursive: true })
})

/** Signs the person in, again whenever an operation has ended the session. */
function asPerson(name: 'quan' | 'hoa'): () => Promise<Record<string, string>> {
  const { signIn } = product.parts
  const { accountId } = world.accounts[name]
  let headers: Record<string, string> | undefined
  return async () => {
    await must(product.parts.work.write({ kind: 'script', name: 'thử' }, noRule))
    if (headers && (await signIn.whoIs(new Headers(headers)))) return headers
    await signIn.enable(accountId)
    const access = await must(signIn.access.issue({ accountId, purpose: 'password', way: 'mail' }))
    await must(signIn.choosePassword(access.secret, PASSWORD))
    const opened = await must(signIn.signIn({ name, password: PASSWORD, clientIp: HOME_IP }))
    const cookie = opened.setCookies.map((one) => one.split(';', 1)[0]).join('; ')
    headers = { cookie, 'sec-fetch-site': 'same-origin' }
    return headers
  }
}

/** A rule set by chance would ask everybody for a second factor, and hide what else there is to try. */
async function noRule({ db }: Tx) {
  await db.deleteFrom('second_factor_rule').execute()
  return ok(undefined)
}

describe('whatever is sent to any operation is answered or refused, never a fault', () => {
  it(
    'bytes and addresses without sense',
    async () => {
      const statuses = await fuzzEndpoints(product.http, contract, { headers: asPerson('hoa'), runs: 10 })
      expect([...statuses]).toEqual(expect.arrayContaining([400, 415, 422]))
    },
    PATIENCE,
  )

  it.each(['hoa', 'quan'] as const)(
    'inputs that fit their schema, filled with what %s never meant',
    async (name) => {
      const people = Object.values(world.accounts).flatMap((one) => [one.accountId, one.personId, one.postId])
      const known = [...Object.values(world.units), ...people]
      const statuses = await fuzzInputs(product.http, contract, { headers: asPerson(name), runs: 15, known })
      expect([...statuses]).toEqual(expect.arrayContaining([200, 404, 422]))
    },
    PATIENCE,
  )
})
