import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { codeOf, must, type Name, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { Keyring } from '../../platform/keys/keyring.ts'
import { type KeyRows, keysOf, newKeyRow, replaceKeysFile } from '../../platform/keys/keys-file.ts'
import { KEYS_READ_EVERY_MS, openKeys } from '../../platform/keys/open-keys.ts'
import { checkSealed } from './check-sealed.ts'
import { forgetKey } from './forget-key.ts'
import type { KeysGround } from './ground.ts'
import { resealWithNewest, rotateKey } from './rotate-keys.ts'

const PURPOSE = 'person.citizen-id'

let opened: OpenedWorld
let folder: string
let owner: Client
let ground: KeysGround
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  folder = await mkdtemp(join(tmpdir(), 'rotate-'))
  owner = new Client({ connectionString: opened.database.ownerUrl })
  await owner.connect()
  const { path } = await must(openKeys({ dataDir: folder }, []))
  ground = { work: opened.work, ownerUrl: opened.database.ownerUrl, path }
})
afterAll(async () => {
  await owner.end()
  await opened.close()
  await rm(folder, { recursive: true })
})

const rows = async () => JSON.parse(await readFile(ground.path, 'utf8')) as KeyRows
const keyring = async () => new Keyring(keysOf(await rows()))

async function give(name: Name, citizenId: string, keys: Keyring): Promise<void> {
  const values = [opened.world.accounts[name].personId, keys.seal(PURPOSE, citizenId), keys.digest(PURPOSE, citizenId)]
  await owner.query('update app.person set citizen_id_sealed = $2, citizen_id_digest = $3 where id = $1', values)
}

async function counted() {
  const [{ opened: open, old, wrong } = { opened: 0, old: 0, wrong: 0 }] = await checkSealed(
    ground.ownerUrl,
    await keyring(),
  )
  return { open, old, wrong }
}

it('a server that runs meanwhile reads and finds everything, before, during and after', async () => {
  const { keyring: server } = await must(openKeys({ dataDir: folder }, []))
  await give('lan', '042090001234', server)
  await give('mai', '042090005678', server)
  const rotating = rotateKey(ground, 'encryption', new Date())
  let looked = 0
  let done = false
  void rotating.then(() => {
    done = true
  })
  while (!done) {
    const { rows: sealed } = await owner.query<{ sealed: Buffer; digest: string }>(
      'select citizen_id_sealed as sealed, citizen_id_digest as digest from app.person where citizen_id_sealed is not null order by id',
    )
    const texts = sealed.map((row) => server.open(PURPOSE, row.sealed)).sort()
    expect(texts).toEqual(['042090001234', '042090005678'])
    for (const { digest } of sealed) expect(texts.flatMap((text) => server.digests(PURPOSE, text))).toContain(digest)
    looked += 1
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  expect(looked).toBeGreaterThan(5)
  expect(await must(rotating)).toMatchObject({ changed: 2, lost: 0 })
  expect(await counted()).toEqual({ open: 2, old: 0, wrong: 0 })
  // What the server seals from now on is sealed with the new key.
  await new Promise((resolve) => setTimeout(resolve, KEYS_READ_EVERY_MS + 50))
  expect((await keyring()).isCurrent(server.seal(PURPOSE, 'x'))).toBe(true)
})

it('broken off before anything was kept anew, everything still opens, and it can be gone on with', async () => {
  const before = await rows()
  const broken = newKeyRow(new Date())
  await replaceKeysFile(ground.path, {
    ...before,
    encryption: [broken, ...before.encryption],
    digest: [newKeyRow(new Date()), ...before.digest],
  })
  expect(await counted()).toEqual({ open: 2, old: 2, wrong: 0 })
  const [, used] = (await rows()).encryption
  expect(codeOf(await forgetKey(ground, used?.id ?? ''))).toBe('key-in-use')
  expect(await must(resealWithNewest(ground))).toEqual({ changed: 2, lost: 0 })
  expect(await must(resealWithNewest(ground))).toEqual({ changed: 0, lost: 0 })
  expect(await counted()).toEqual({ open: 2, old: 0, wrong: 0 })
  expect(codeOf(await forgetKey(ground, used?.id ?? ''))).toBe('ok')
  expect(codeOf(await forgetKey(ground, broken.id))).toBe('key-not-old')
  expect(await counted()).toEqual({ open: 2, old: 0, wrong: 0 })
})

it('what no key here opens is counted and left as it is', async () => {
  const lost = new Keyring(
    keysOf({ session: [], encryption: [newKeyRow(new Date())], digest: [newKeyRow(new Date())] }),
  )
  await give('thu', '042090009999', lost)
  expect(await counted()).toEqual({ open: 2, old: 0, wrong: 1 })
  expect(await must(rotateKey(ground, 'digest', new Date()))).toMatchObject({ changed: 2, lost: 1 })
  const { rows: kept } = await owner.query<{ sealed: Buffer }>(
    'select citizen_id_sealed as sealed from app.person where id = $1',
    [opened.world.accounts.thu.personId],
  )
  expect(lost.open(PURPOSE, kept[0]?.sealed ?? Buffer.of())).toBe('042090009999')
})

it('two who change the keys at once: one is told to wait, and nothing that was sealed is lost', async () => {
  const before = await rows()
  const changes = [rotateKey(ground, 'encryption', new Date()), rotateKey(ground, 'digest', new Date())]
  const outcomes = (await Promise.all(changes)).map(codeOf)
  expect(outcomes.toSorted()).toEqual(['keys-being-changed', 'ok'])
  const after = await rows()
  expect(after.encryption.length + after.digest.length).toBe(before.encryption.length + before.digest.length + 1)
  expect(await counted()).toEqual({ open: 2, old: 0, wrong: 1 })
})
