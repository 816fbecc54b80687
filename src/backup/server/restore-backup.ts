import { readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Unlock } from '../../platform/archive/lock.ts'
import { readArchive, Unreadable } from '../../platform/archive/read-archive.ts'
import { type LoadingDatabase, loadDatabase } from '../../platform/database/load-database.ts'
import { readMigrations } from '../../platform/database/migrations.ts'
import { DiskStore } from '../../platform/files/content-store.ts'
import { syncFolder } from '../../platform/files/sync-folder.ts'
import type { KeyMark } from '../../platform/keys/keyring.ts'
import { missingMarks } from '../../platform/keys/open-keys.ts'
import type { Manifest } from './manifest.ts'
import { readManifest, type Walked, walkBackup } from './walk-backup.ts'

export type RestoreTask = {
  readonly path: string
  readonly unlock: Unlock | undefined
  /** Of the backup, as `peekBackup` gave it. */
  readonly manifest: Manifest
  readonly ownerUrl: string
  /** The folder of the files; empty or not there. */
  readonly filesFolder: string
  /** Of the keys that are here. */
  readonly marks: readonly KeyMark[]
}

/**
 * What a backup says of itself, before anything is done with it. Refuses what `walkBackup` refuses at its beginning, and one that a newer
 * program made.
 */
export async function peekBackup(path: string, unlock: Unlock | undefined): Promise<Result<Manifest>> {
  const read = await readArchive(path, unlock, async (parts) => {
    const first = await parts[Symbol.asyncIterator]().next()
    // The rest is not looked at: leaving by a refusal of our own is how the reading ends here.
    throw new Peeked(await readManifest(first.done ? undefined : first.value))
  }).catch((fault: unknown) => {
    if (fault instanceof Peeked) return ok(fault.manifest)
    throw fault
  })
  if (!read.ok) return read
  const known = new Set(readMigrations().map(({ name }) => name))
  const unknown = read.value.migrations.find(({ name }) => !known.has(name))
  if (unknown) return refuse('backup-newer', { version: read.value.version, name: unknown.name })
  return read
}

class Peeked extends Error {
  readonly manifest: Manifest
  constructor(manifest: Manifest) {
    super('peeked')
    this.manifest = manifest
  }
}

/** Which of the keys that the backup's values are sealed with are not here. */
export function missingKeys(manifest: Manifest, marks: readonly KeyMark[]): Manifest['keys'] {
  return missingMarks(manifest.keys, marks)
}

/**
 * Puts a backup into an empty place: rows, files, the order in which numbers go on; checked against what was written, then brought to
 * this program's form. All of it is there at the end, or nothing: the files wait beside their place until the rows are ready. Refuses a
 * place in use and a backup that is not whole.
 */
export async function restoreBackup(task: RestoreTask): Promise<Result<Walked>> {
  const { path, unlock, manifest, filesFolder } = task
  const waiting = `${filesFolder}.restoring`
  await rm(waiting, { recursive: true, force: true })
  const store = new DiskStore(waiting)
  let walked: Walked | undefined
  const rows = new Map<string, number>()
  let moved = false
  try {
    const loaded = await loadDatabase(
      task.ownerUrl,
      { loadedAt: manifest.migrations, migrations: readMigrations() },
      async (database) => {
        if (await holdsFiles(filesFolder)) return refuse('restore-files-not-empty', { folder: filesFolder })
        const read = await walkBackup(path, unlock, {
          table: async (name, bytes) => {
            rows.set(name, await takeTable(database, manifest, name, bytes))
          },
          file: (sha256, bytes) => takeFile(store, sha256, bytes),
        })
        if (!read.ok) return read
        walked = read.value
        if (walked.contents.tables.some((table) => table.rows !== (rows.get(table.name) ?? 0)))
          return refuse('backup-broken')
        await database.setSequences(walked.contents.sequences)
        await forgetMissing(database, task.marks)
        return ok(undefined)
      },
      async () => {
        if (!(await holdsFiles(waiting))) return
        await rm(join(waiting, 'arriving'), { recursive: true, force: true })
        await rm(filesFolder, { recursive: true, force: true })
        await rename(waiting, filesFolder)
        moved = true
        await syncFolder(dirname(filesFolder))
      },
    )
    if (!loaded.ok || !walked) {
      if (moved) await rm(filesFolder, { recursive: true, force: true })
      return loaded.ok ? refuse('backup-broken') : loaded
    }
    return ok(walked)
  } catch (fault) {
    // Once the files lie in their place only the commit is left. Where the database did not say that it failed, it may have been done: then
    // the rows stand and speak of these files. A restore tried again finds them and names them.
    if (moved && saidNo(fault)) await rm(filesFolder, { recursive: true, force: true })
    // PostgreSQL's own word for a full disk is 53100.
    if (/^(ENOSPC|EDQUOT|EFBIG|53100)$/.test((fault as { code?: string }).code ?? ''))
      return refuse('restore-disk-full')
    if (fault instanceof Unreadable) return { ok: false, refusal: fault.refusal }
    throw fault
  } finally {
    await rm(waiting, { recursive: true, force: true })
  }
}

/** Did the database itself refuse? A broken connection, or a server that went down (57P), leaves open what became of the commit. */
function saidNo(fault: unknown): boolean {
  const code = (fault as { code?: string }).code ?? ''
  return /^(?=.*\d)[0-9A-Z]{5}$/.test(code) && !/^(08|57P)/.test(code)
}

async function takeTable(
  database: LoadingDatabase,
  manifest: Manifest,
  name: string,
  bytes: AsyncIterable<Buffer>,
): Promise<number> {
  const table = manifest.tables.find((one) => one.name === name)
  if (!table) throw new Unreadable({ code: 'backup-broken', values: {} })
  const copy = database.copyIn(table)
  await pipeline(Readable.from(bytes), copy.sink)
  return copy.rows()
}

/** Kept under the hash of what came, which the walk compares with its name. */
async function takeFile(store: DiskStore, sha256: string, bytes: AsyncIterable<Buffer>): Promise<void> {
  const received = await store.receive(bytes, Number.POSITIVE_INFINITY)
  if (!received.ok || received.value.sha256 !== sha256) throw new Unreadable({ code: 'backup-broken', values: {} })
  await received.value.keep()
}

/** Keys that are not here are no longer asked for: nothing was sealed with them, or what was is given up and stays sealed. */
async function forgetMissing(database: LoadingDatabase, here: readonly KeyMark[]): Promise<void> {
  const [there] = await database.query<{ marks: string | null }>(`select to_regclass('app.key_mark')::text as marks`)
  if (!there?.marks) return
  const known = here.map(({ kind, mark }) => `${kind}:${mark}`)
  await database.query(`delete from app.key_mark where not (kind || ':' || mark) = any ($1::text[])`, [known])
}

async function holdsFiles(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => [])
  return names.some((name) => name !== 'arriving')
}
