import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyDatabase, type FreshDatabase } from '../../../test/database.ts'
import { testKeys } from '../../../test/keys.ts'
import { losingAnswerTo } from '../../../test/losing-proxy.ts'
import { settled } from '../../../test/throw-away-cluster.ts'
import { codeOf, must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { DiskStore } from '../../platform/files/content-store.ts'
import { registerFile } from '../../platform/files/file-rows.ts'
import { peekBackup, restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

let folder: string
let opened: OpenedWorld
let place: FreshDatabase
let sha256: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broken-off-'))
  opened = await openWorld('2022-07-12')
  place = await emptyDatabase()
  const store = new DiskStore(join(folder, 'files'))
  const received = settled(await store.receive(Readable.from([Buffer.from('Quyết định')]), 1e6))
  await received.keep()
  sha256 = received.sha256
  const file = { id: newId(), sha256, size: received.size, mediaType: 'text/plain', name: 'quyet-dinh.txt' }
  await must(opened.work.write(opened.world.as('lan'), (tx) => registerFile(tx, file)))
  const [path, ownerUrl] = [join(folder, 'backup.tar.gz'), opened.database.ownerUrl]
  settled(await writeBackup({ ownerUrl, store, version: '0.1.0', path, lock: undefined, madeAt: new Date() }))
})
afterAll(async () => {
  await opened.close()
  await place.close()
  await rm(folder, { recursive: true })
})

const filesFolder = () => join(folder, 'restored')

async function restoring(ownerUrl: string) {
  const path = join(folder, 'backup.tar.gz')
  const manifest = await must(peekBackup(path, undefined))
  return restoreBackup({
    path,
    unlock: undefined,
    manifest,
    ownerUrl,
    filesFolder: filesFolder(),
    marks: testKeys.marks(),
  })
}

async function filesInRows(): Promise<string[]> {
  const client = new Client({ connectionString: place.ownerUrl })
  await client.connect()
  try {
    // The server's side of a broken wire needs a moment to notice.
    const others = 'select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'
    while ((await client.query(others)).rows.length > 0) await new Promise((resolve) => setTimeout(resolve, 20))
    return (await client.query<{ sha256: string }>('select sha256 from app.file')).rows.map((row) => row.sha256)
  } finally {
    await client.end()
  }
}

it('where the connection dies before the commit nothing is there, neither rows nor files', async () => {
  const wire = await losingAnswerTo(place.ownerUrl, 'set constraints all immediate')
  try {
    await expect(restoring(wire.url)).rejects.toThrow(/[Cc]onnection/)
  } finally {
    wire.close()
  }
  await expect(filesInRows()).rejects.toThrow('app.file')
  await expect(stat(filesFolder())).rejects.toThrow('ENOENT')
  await expect(stat(`${filesFolder()}.restoring`)).rejects.toThrow('ENOENT')
})

it('where it dies after the commit, unanswered, the rows are there and so are their files', async () => {
  const wire = await losingAnswerTo(place.ownerUrl, 'commit')
  try {
    await expect(restoring(wire.url)).rejects.toThrow(/[Cc]onnection/)
  } finally {
    wire.close()
  }
  expect(await filesInRows()).toEqual([sha256])
  expect(await readdir(join(filesFolder(), sha256.slice(0, 2)))).toEqual([sha256.slice(2)])
  expect(codeOf(await restoring(place.ownerUrl))).toBe('restore-not-empty')
})
