import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resolveContractProcedures } from '@orpc/server'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSetUp, recordSignIns } from '../../src/accounts/server/index.ts'
import { contract } from '../../src/app/contract.ts'
import { fileAccess } from '../../src/app/file-access.ts'
import { createRouter } from '../../src/app/router.ts'
import { createServer } from '../../src/app/server.ts'
import { changePerson } from '../../src/organisation/server/change-person.ts'
import { systemClock } from '../../src/platform/clock/clock.ts'
import { openPools, type Pools } from '../../src/platform/database/pools.ts'
import { DiskStore } from '../../src/platform/files/content-store.ts'
import { createSignIn } from '../../src/platform/sign-in/sign-in.ts'
import { campaignsIn } from '../campaigns.ts'
import { type Name, type OpenedWorld, openWorld } from '../world.ts'
import { callsIn } from './calls.ts'
import { ASKERS, type Asker, TABLE } from './table.ts'

const ORIGIN = new URL('http://localhost:4999')
const ACTING = 'x-acting-as'

let opened: OpenedWorld
let pools: Pools
let http: FastifyInstance
let folder: string
let calls: ReturnType<typeof callsIn>
/** Everything that was answered, to whom: what is sensitive of Mai is looked for in it at the end. */
const answers: { operation: string; asker: Asker; body: string }[] = []
const OF_MAI = { ethnicity: 'Lô Lô Hoa', partyJoinedOn: '2017-03-03', citizenId: '042190009876' }

/** The product as it is served, over HTTP; only who is signed in is told by a header instead of a cookie. */
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  pools = openPools(opened.database)
  folder = await mkdtemp(join(tmpdir(), 'thi-dua-'))
  const { work, world } = opened
  const store = new DiskStore(folder)
  const secret = 'x'.repeat(40)
  const signIn = createSignIn({ pool: pools.signIn, baseUrl: ORIGIN, secret, onEvent: recordSignIns(work) })
  for (const [name, { accountId, name: fullName }] of Object.entries(world.accounts)) {
    await signIn.createUser({ id: accountId, userName: name, name: fullName, password: 'mat-khau-cua-bai-thu-2022' })
  }
  const backups = { folder, at: undefined, keep: { days: 7, weeks: 4, months: 12 }, keyPath: undefined }
  const facts = { dataDir: folder, version: '0', startedAt: new Date(), wall: systemClock, backups }
  http = await createServer({
    http: { baseUrl: ORIGIN, logLevel: 'silent' },
    operations: {
      router: createRouter({ work, signIn, store, facts, setUp: createSetUp({ work, clock: systemClock }) }),
      contextOf: (base) => base,
      whoIs: async (headers) => {
        const name = headers.get(ACTING) as Name | null
        return name ? { accountId: world.accounts[name].accountId, sessionId: 'test' } : undefined
      },
    },
    files: fileAccess(work, store),
  })
  await http.ready()
  calls = callsIn(opened, campaignsIn(opened, store), signIn)
  const kept = { id: world.accounts.mai.personId, version: 1, changes: OF_MAI, doubtsSeen: true }
  const written = await work.write(world.as('quan'), (tx) => changePerson(tx, kept))
  if (!written.ok) throw new Error(written.refusal.code)
})
afterAll(async () => {
  await http.close()
  await pools.close()
  await opened.close()
  await rm(folder, { recursive: true })
})

/** Answers `ok` or the code of the refusal. */
async function ask(operation: string, asker: Asker, input: unknown): Promise<string> {
  const headers = {
    origin: ORIGIN.origin,
    host: ORIGIN.host,
    ...(asker === 'nobody' ? {} : { [ACTING]: asker, cookie: 'x=1' }),
  }
  const answer = await send(operation, headers, input)
  answers.push({ operation, asker, body: answer.body })
  if (answer.statusCode < 300) return 'ok'
  const body = answer.json<{ code?: string; json?: { code: string } }>()
  return body.json?.code ?? body.code ?? `HTTP ${answer.statusCode}`
}

function send(operation: string, headers: Record<string, string>, input: unknown) {
  if (operation === 'files.upload') {
    const type = { 'content-type': 'application/octet-stream' }
    return http.inject({
      method: 'POST',
      url: '/api/files?name=a.txt',
      headers: { ...headers, ...type },
      payload: 'Một tệp',
    })
  }
  if (operation === 'files.download') {
    return http.inject({ method: 'GET', url: `/api/files/${(input as { id: string }).id}`, headers })
  }
  const url = `/api/rpc/${operation.replace('.', '/')}`
  const json = { 'content-type': 'application/json' }
  return http.inject({
    method: 'POST',
    url,
    headers: { ...headers, ...json },
    payload: JSON.stringify({ json: input }),
  })
}

const operations: string[] = []
await resolveContractProcedures({ path: [], router: contract }, ({ path }) => operations.push(path.join('.')))

describe('who may', () => {
  it('is said for every operation, upload and download, and for no other', () => {
    expect(Object.keys(TABLE).sort()).toEqual([...operations, 'files.upload', 'files.download'].sort())
  })

  for (const operation of Object.keys(TABLE)) {
    it(operation, async () => {
      const row = TABLE[operation]
      const call = calls[operation]
      if (!row || !call) throw new Error(`${operation} has no row or no way to call it`)
      const expected = Object.fromEntries(ASKERS.map((asker) => [asker, row[asker] ?? row.rest]))
      const actual: Record<string, string> = {}
      // Those who are refused first (each with a name of his own at the door, which rests after five): they leave the state as it is. Then each who may, on a state of his own.
      const shared = await call()
      for (const asker of ASKERS.filter((one) => expected[one] !== 'ok'))
        actual[asker] = await ask(operation, asker, operation === 'accounts.signIn' ? await call() : shared)
      for (const asker of ASKERS.filter((one) => expected[one] === 'ok')) {
        actual[asker] = await ask(operation, asker, await call())
      }
      expect(actual).toEqual(expected)
    })
  }

  it('tells of what is sensitive, in all that was answered above, only the person herself, and the number only in the file she takes away', () => {
    const told = answers.flatMap(({ operation, asker, body }) =>
      Object.entries(OF_MAI)
        .filter(([, value]) => body.includes(value) || body.includes(value.split('-').reverse().join('/')))
        .map(([field]) => `${field} to ${asker} by ${operation}`),
    )
    expect([...new Set(told)].sort()).toEqual([
      'citizenId to mai by personalData.takeMyFile',
      'ethnicity to mai by personalData.myFile',
      'ethnicity to mai by personalData.takeMyFile',
      'partyJoinedOn to mai by personalData.myFile',
      'partyJoinedOn to mai by personalData.takeMyFile',
    ])
    expect(answers.length).toBeGreaterThan(1000)
  })
})
