import { createHash } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { emptyDatabase, type FreshDatabase } from '../../../test/database.ts'
import { testKeys } from '../../../test/keys.ts'
import { settled } from '../../../test/throw-away-cluster.ts'
import { codeOf, must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { type Lock, makeKeyPair, type Unlock } from '../../platform/archive/lock.ts'
import { writeArchive } from '../../platform/archive/write-archive.ts'
import { loadDatabase } from '../../platform/database/load-database.ts'
import { readMigrations } from '../../platform/database/migrations.ts'
import { openSnapshot } from '../../platform/database/snapshot.ts'
import { DiskStore } from '../../platform/files/content-store.ts'
import { registerFile } from '../../platform/files/file-rows.ts'
import { LEFT_OUT } from '../domain/left-out.ts'
import { SEALED_COLUMNS } from '../domain/sealed-columns.ts'
import { missingKeys, peekBackup, restoreBackup } from './restore-backup.ts'
import { walkBackup } from './walk-backup.ts'
import { writeBackup } from './write-backup.ts'

let folder: string
let opened: OpenedWorld
let store: DiskStore
const databases: FreshDatabase[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'))
  store = new DiskStore(join(folder, 'files'))
  opened = await openWorld('2022-07-12')
  const acts = campaignsIn(opened, store)
  await acts.launched(undefined, await acts.plan())
  const sealed = testKeys.seal('person.citizen-id', '042090001234')
  const digest = testKeys.digest('person.citizen-id', '042090001234')
  await asOwner(opened.database.ownerUrl, async (client) => {
    const values = [opened.world.accounts.lan.personId, sealed, digest]
    await client.query('update app.person set citizen_id_sealed = $2, citizen_id_digest = $3 where id = $1', values)
    for (const { kind, id, mark } of testKeys.marks()) {
      await client.query('insert into app.key_mark (kind, key_id, mark) values ($1, $2, $3)', [kind, id, mark])
    }
  })
})
afterAll(async () => {
  await opened.close()
  for (const database of databases) await database.close()
  await rm(folder, { recursive: true })
})

async function asOwner<T>(ownerUrl: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

const at = (name: string) => join(folder, name)
const writing = (name: string, lock?: Lock) =>
  writeBackup({
    ownerUrl: opened.database.ownerUrl,
    store,
    version: '0.1.0',
    path: at(name),
    lock,
    madeAt: new Date('2022-07-12T01:00:00Z'),
  })

let made = 0
/** An empty machine: a database without anything of ours, and a folder for files that is not there yet. */
async function emptyPlace() {
  const database = await emptyDatabase()
  databases.push(database)
  made += 1
  return { ownerUrl: database.ownerUrl, applicationUrl: database.applicationUrl, filesFolder: at(`restored-${made}`) }
}

async function restoring(
  name: string,
  place: Awaited<ReturnType<typeof emptyPlace>>,
  unlock?: Unlock,
  marks = testKeys.marks(),
) {
  const manifest = await peekBackup(at(name), unlock)
  if (!manifest.ok) return manifest
  return restoreBackup({ path: at(name), unlock, manifest: manifest.value, marks, ...place })
}

/** Every row of the tables that travel, as text: two databases with the same text are the same. */
async function rowsOf(ownerUrl: string): Promise<Record<string, string>> {
  const snapshot = settled(await openSnapshot(ownerUrl))
  const hashes: Record<string, string> = {}
  for (const table of snapshot.tables) {
    if (LEFT_OUT.includes(table.name)) continue
    const hash = createHash('sha256')
    for await (const chunk of snapshot.copyOut(table).bytes) hash.update(chunk)
    hashes[table.name] = hash.digest('hex')
  }
  await snapshot.close()
  return hashes
}

async function nothingIn(place: { ownerUrl: string; filesFolder: string }): Promise<void> {
  const unit = await asOwner(place.ownerUrl, (client) => client.query(`select to_regclass('app.unit') as unit`))
  expect(unit.rows).toEqual([{ unit: null }])
  await expect(stat(place.filesFolder)).rejects.toThrow('ENOENT')
  await expect(stat(`${place.filesFolder}.restoring`)).rejects.toThrow('ENOENT')
}

describe('a backup restored in an empty place', () => {
  it('is the same rows, files, numbers to come, keys and walls', async () => {
    const written = settled(await writing('quiet.tar.gz'))
    expect(written.contents.files).toMatchObject({ count: 2, missing: [] })
    expect(written.manifest.keys.map(({ kind, uses, what }) => ({ kind, uses, what }))).toEqual([
      { kind: 'encryption', uses: 1, what: ['số định danh cá nhân'] },
      { kind: 'digest', uses: 1, what: ['tìm theo số định danh cá nhân'] },
    ])
    const place = await emptyPlace()
    settled(await restoring('quiet.tar.gz', place))
    expect(await rowsOf(place.ownerUrl)).toEqual(await rowsOf(opened.database.ownerUrl))
    for (const { name } of written.manifest.tables.filter(({ name }) => name === 'app.unit')) {
      const next = `select nextval(pg_get_serial_sequence($1, 'unit_no')) > max(unit_no) as later from app.unit`
      expect((await asOwner(place.ownerUrl, (client) => client.query(next, [name]))).rows).toEqual([{ later: true }])
    }
    const catalogue = `
      select n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid) as what from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('app', 'auth')
      union all select n.nspname, c.relname, t.tgname, t.tgenabled::text from pg_trigger t
      join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('app', 'auth') and not t.tgisinternal
      union all select schemaname, tablename, policyname, cmd from pg_policies where schemaname in ('app', 'auth')
      order by 1, 2, 3`
    const of = (ownerUrl: string) => asOwner(ownerUrl, async (client) => (await client.query(catalogue)).rows)
    expect(await of(place.ownerUrl)).toEqual(await of(opened.database.ownerUrl))
    const restored = new DiskStore(place.filesFolder)
    const files = await asOwner(place.ownerUrl, (client) =>
      client.query<{ sha256: string }>('select sha256 from app.file'),
    )
    for (const { sha256 } of files.rows) expect(await hashOf(await restored.open(sha256))).toBe(sha256)
    const sealed = await asOwner(place.ownerUrl, (client) =>
      client.query<{ sealed: Buffer }>(
        'select citizen_id_sealed as sealed from app.person where citizen_id_sealed is not null',
      ),
    )
    expect(sealed.rows.map((row) => testKeys.open('person.citizen-id', row.sealed))).toEqual(['042090001234'])
  })

  it('without its keys keeps what was sealed as it is, and asks for those keys no more', async () => {
    const { manifest } = settled(await writing('keyless.tar.gz'))
    expect(missingKeys(manifest, []).map(({ kind, id }) => [kind, id])).toEqual([
      ['encryption', 'k1'],
      ['digest', 'k1'],
    ])
    expect(missingKeys(manifest, testKeys.marks())).toEqual([])
    const place = await emptyPlace()
    settled(await restoring('keyless.tar.gz', place, undefined, []))
    const found = await asOwner(place.ownerUrl, (client) =>
      client.query(`select (select count(*)::int from app.key_mark) as marks,
        (select count(*)::int from app.person where citizen_id_sealed is not null) as sealed`),
    )
    expect(found.rows).toEqual([{ marks: 0, sealed: 1 }])
  })

  it('made while people work is one moment of it, with the bytes of every file that it speaks of', async () => {
    const acts = campaignsIn(opened, store)
    const fault: unknown[] = []
    let busy = true
    const writers = ['hoa', 'lan', 'binh'].map(async (name, index) => {
      for (let i = 0; busy; i += 1) {
        const received = settled(
          await store.receive(Readable.from([Buffer.from(`tệp ${index} ${i} ${'x'.repeat(50_000)}`)]), 1e8),
        )
        await received.keep()
        const file = {
          id: newId(),
          sha256: received.sha256,
          size: received.size,
          mediaType: 'text/plain',
          name: `${i}.txt`,
        }
        await must(acts.write(name as 'hoa', registerFile, file))
        if (name === 'hoa') await acts.draft()
      }
    })
    const all = Promise.all(writers).catch((first: unknown) => fault.push(first))
    await new Promise((resolve) => setTimeout(resolve, 300))
    const written = settled(await writing('busy.tar.gz'))
    busy = false
    await all
    expect(fault).toEqual([])
    const rows = new Map(written.contents.tables.map((table) => [table.name, table.rows]))
    expect(written.contents.files.missing).toEqual([])

    const place = await emptyPlace()
    settled(await restoring('busy.tar.gz', place))
    const now = await asOwner(opened.database.ownerUrl, (client) =>
      client.query('select count(*)::int as n from app.file'),
    )
    expect(Number(now.rows[0]?.n)).toBeGreaterThan(rows.get('app.file') ?? 0)
    for (const [name, count] of rows) {
      const [schema, table] = name.split('.')
      const found = await asOwner(place.ownerUrl, (client) =>
        client.query(`select count(*)::int as n from ${schema}."${table}"`),
      )
      expect({ name, n: found.rows[0]?.n }).toEqual({ name, n: count })
    }
    const restored = new DiskStore(place.filesFolder)
    const files = await asOwner(place.ownerUrl, (client) =>
      client.query<{ sha256: string }>('select distinct sha256 from app.file'),
    )
    expect(files.rows.length).toBe(written.contents.files.count)
    for (const { sha256 } of files.rows) expect(await hashOf(await restored.open(sha256))).toBe(sha256)
  })

  it('of an older program comes up to this one', async () => {
    const place = await emptyPlace()
    const older = readMigrations().slice(0, 3)
    const source = await emptyPlace()
    const loaded = await loadDatabase(
      source.ownerUrl,
      { loadedAt: older, migrations: older },
      async () => ok(undefined),
      async () => {},
    )
    settled(loaded)
    await asOwner(source.ownerUrl, (client) =>
      client.query(`
        insert into app.unit (id, name, name_search, valid_from, created_at) values ('${newId()}', 'Sở cũ', 'so cu', '2020-01-01', now());
        insert into app.installation (root_unit_id, set_up_at) select id, now() from app.unit`),
    )
    const task = {
      ownerUrl: source.ownerUrl,
      store,
      version: '0.0.9',
      path: at('older.tar.gz'),
      lock: undefined,
      madeAt: new Date(),
    }
    const written = settled(await writeBackup(task))
    expect(written.manifest.migrations).toHaveLength(3)
    settled(await restoring('older.tar.gz', place))
    const found = await asOwner(place.ownerUrl, (client) =>
      client.query(
        'select (select name from app.unit) as name, (select count(*)::int from app.migration) as migrations',
      ),
    )
    expect(found.rows).toEqual([{ name: 'Sở cũ', migrations: readMigrations().length }])
  })
})

it('is restored by another owner, on another server, for the same application', async () => {
  settled(await writing('moved.tar.gz'))
  const role = `mover_${newId().slice(-8)}`
  const place = await emptyPlace()
  const superuser = databases.at(-1)?.superuserUrl ?? ''
  await asOwner(superuser, async (client) => {
    await client.query(`create role ${role} login password 'mot-mat-khau-dai'`)
    await client.query(`alter database ${new URL(superuser).pathname.slice(1)} owner to ${role}`)
  })
  const ownerUrl = new URL(place.ownerUrl)
  ownerUrl.username = role
  ownerUrl.password = 'mot-mat-khau-dai'
  try {
    settled(await restoring('moved.tar.gz', { ...place, ownerUrl: ownerUrl.href }))
    expect(await rowsOf(ownerUrl.href)).toEqual(await rowsOf(opened.database.ownerUrl))
    const seen = (actor: string) =>
      asOwner(place.applicationUrl, async (client) => {
        await client.query('begin')
        await client.query(`select set_config('app.actor', $1, true), set_config('app.today', '2022-07-12', true)`, [
          actor,
        ])
        const { rows } = await client.query<{ n: number }>('select count(*)::int as n from app.person')
        return rows[0]?.n
      })
    expect(await seen(`person:${opened.world.accounts.lan.accountId}`)).toBe(3)
    expect(await seen('job:thử')).toBe(9)
  } finally {
    await asOwner(superuser, async (client) => {
      await client.query(`reassign owned by ${role} to td_owner`)
      await client.query(`alter database ${new URL(superuser).pathname.slice(1)} owner to td_owner`)
      await client.query(`drop role ${role}`)
    })
  }
})

describe('an encrypted backup', () => {
  it('is written with the key that only locks, and opened by the one that unlocks', async () => {
    const { identity, recipient } = await makeKeyPair()
    settled(await writing('locked.tar.gz.age', { kind: 'recipients', recipients: [recipient] }))
    const head = (await readFile(at('locked.tar.gz.age'))).subarray(0, 21).toString()
    expect(head).toBe('age-encryption.org/v1')
    expect(codeOf(await peekBackup(at('locked.tar.gz.age'), undefined))).toBe('backup-locked')
    const other = await makeKeyPair()
    const wrong: Unlock = { kind: 'identities', identities: [other.identity] }
    expect(codeOf(await peekBackup(at('locked.tar.gz.age'), wrong))).toBe('backup-wrong-key')
    const place = await emptyPlace()
    settled(await restoring('locked.tar.gz.age', place, { kind: 'identities', identities: [identity] }))
    expect(await rowsOf(place.ownerUrl)).toEqual(await rowsOf(opened.database.ownerUrl))
  })

  it('opens with its passphrase and with no other', async () => {
    settled(
      await writing('phrase.tar.gz.age', { kind: 'passphrase', passphrase: 'một mật khẩu đủ dài để thử', work: 10 }),
    )
    const wrong = await peekBackup(at('phrase.tar.gz.age'), {
      kind: 'passphrase',
      passphrase: 'một mật khẩu khác hẳn thế',
    })
    expect(codeOf(wrong)).toBe('backup-wrong-key')
    const right = await walkBackup(at('phrase.tar.gz.age'), {
      kind: 'passphrase',
      passphrase: 'một mật khẩu đủ dài để thử',
    })
    expect(codeOf(right)).toBe('ok')
  })
})

describe('what is refused, with nothing left behind', () => {
  it('a backup cut short anywhere, or with one bit changed', async () => {
    const pair = await makeKeyPair()
    settled(await writing('whole.tar.gz'))
    settled(await writing('whole.tar.gz.age', { kind: 'recipients', recipients: [pair.recipient] }))
    const unlock: Unlock = { kind: 'identities', identities: [pair.identity] }
    for (const name of ['whole.tar.gz', 'whole.tar.gz.age']) {
      const { size } = await stat(at(name))
      for (const part of [0.02, 0.3, 0.7, 0.97]) {
        await copyFile(at(name), at('cut'))
        await truncate(at('cut'), Math.floor(size * part))
        expect(codeOf(await walkBackup(at('cut'), unlock))).toMatch(/^backup-(broken|not-ours|wrong-key)$/)
      }
      await copyFile(at(name), at('cut'))
      await truncate(at('cut'), size - 1)
      expect(codeOf(await walkBackup(at('cut'), unlock))).toBe('backup-broken')
      for (const part of [0.1, 0.5, 0.9]) {
        const bytes = await readFile(at(name))
        const place = Math.floor(size * part)
        bytes[place] = (bytes[place] ?? 0) ^ 1
        await writeFile(at('flipped'), bytes)
        expect(codeOf(await walkBackup(at('flipped'), unlock))).toMatch(/^backup-(broken|wrong-key)$/)
      }
    }
    const bytes = await readFile(at('whole.tar.gz'))
    const place = await emptyPlace()
    await writeFile(at('late'), bytes.subarray(0, bytes.length - 5))
    expect(codeOf(await restoring('late', place))).toBe('backup-broken')
    await nothingIn(place)
  })

  it('a file that is no backup, and one that is not there', async () => {
    await writeFile(at('letter.txt'), 'Kính gửi: Sở Nội vụ')
    expect(codeOf(await peekBackup(at('letter.txt'), undefined))).toBe('backup-not-ours')
    await writeFile(at('empty'), '')
    expect(codeOf(await peekBackup(at('empty'), undefined))).toBe('backup-not-ours')
    expect(codeOf(await peekBackup(at('nowhere'), undefined))).toBe('backup-not-there')
    expect(codeOf(await peekBackup(folder, undefined))).toBe('backup-not-there')
  })

  it('one of a newer program, and one of a later format', async () => {
    const { manifest } = settled(await writing('now.tar.gz'))
    const newer = [
      [
        'migration',
        { ...manifest, version: '9.0.0', migrations: [...manifest.migrations, { name: '9999_later', checksum: '' }] },
      ],
      ['format', { ...manifest, version: '9.0.0', format: 2, tables: 'otherwise' }],
    ] as const
    for (const [name, said] of newer) {
      const bytes = Buffer.from(JSON.stringify(said))
      await writeArchive(at(name), undefined, (writer) => writer.add('manifest.json', bytes.length, [bytes]))
      const peeked = await peekBackup(at(name), undefined)
      expect(peeked).toMatchObject({ ok: false, refusal: { code: 'backup-newer', values: { version: '9.0.0' } } })
    }
  })

  it('a place in use: rows of others, files of others', async () => {
    settled(await writing('again.tar.gz'))
    const before = await rowsOf(opened.database.ownerUrl)
    const used = { ownerUrl: opened.database.ownerUrl, applicationUrl: '', filesFolder: at('restored-used') }
    expect(codeOf(await restoring('again.tar.gz', used))).toBe('restore-not-empty')
    expect(await rowsOf(opened.database.ownerUrl)).toEqual(before)
    const place = await emptyPlace()
    expect(codeOf(await restoring('again.tar.gz', { ...place, filesFolder: at('files') }))).toBe(
      'restore-files-not-empty',
    )
  })

  it('a second backup at the same time, and one over a file that is there', async () => {
    const held = settled(await openSnapshot(opened.database.ownerUrl))
    expect(codeOf(await writing('second.tar.gz'))).toBe('backup-running')
    await held.close()
    await writeFile(at('taken.tar.gz'), 'hôm qua')
    expect(codeOf(await writing('taken.tar.gz'))).toBe('backup-file-exists')
    expect(await readFile(at('taken.tar.gz'), 'utf8')).toBe('hôm qua')
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

it('says which files are lost, and goes on without them', async () => {
  const acts = campaignsIn(opened, store)
  const lost = { id: newId(), sha256: 'c'.repeat(64), size: 5, mediaType: 'text/plain', name: 'mat.txt' }
  await must(acts.write('lan', registerFile, lost))
  // Something lies in its place that cannot be read as a file.
  const closed = { ...lost, id: newId(), sha256: 'd'.repeat(64) }
  await must(acts.write('lan', registerFile, closed))
  await mkdir(at(join('files', 'dd', 'd'.repeat(62))), { recursive: true })
  expect(settled(await writing('lost.tar.gz')).contents.files.missing).toEqual(['c'.repeat(64), 'd'.repeat(64)])
})

it('knows every sealed column of the database', async () => {
  const { rows } = await asOwner(opened.database.ownerUrl, (client) =>
    client.query<{ name: string }>(`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'app' and data_type = 'bytea' and column_name like '%sealed%' order by 1`),
  )
  expect(rows.map(({ name }) => name)).toEqual(SEALED_COLUMNS.map(({ table, sealed }) => `${table}.${sealed}`).sort())
})

async function hashOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of bytes) hash.update(chunk)
  return hash.digest('hex')
}
