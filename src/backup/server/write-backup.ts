import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { type Lock, withCheckKey } from '../../platform/archive/lock.ts'
import { writeArchive } from '../../platform/archive/write-archive.ts'
import { openSnapshot, type Snapshot } from '../../platform/database/snapshot.ts'
import type { ContentStore } from '../../platform/files/content-store.ts'
import { syncFolder } from '../../platform/files/sync-folder.ts'
import { LEFT_OUT } from '../domain/left-out.ts'
import { copiedTables, fillArchive } from './fill-archive.ts'
import { keysInUse } from './keys-in-use.ts'
import { type Contents, FORMAT, type Manifest } from './manifest.ts'
import { walkBackup } from './walk-backup.ts'

export type BackupTask = {
  readonly ownerUrl: string
  readonly store: ContentStore
  readonly version: string
  /** Where the file is to lie; nothing may be there. */
  readonly path: string
  readonly lock: Lock | undefined
  readonly madeAt: Date
  /** Breaks it off where the server is to stop; throws then. */
  readonly signal?: AbortSignal | undefined
}

export type WrittenBackup = { readonly size: number; readonly manifest: Manifest; readonly contents: Contents }

/**
 * Makes a backup beside running work, reads it back and compares it, and only then gives it its name: what has the name is whole. Refuses
 * while another is being made, before the set-up, where something lies at the path, and where the disk is full or closed; nothing is
 * left behind then.
 */
export async function writeBackup(task: BackupTask): Promise<Result<WrittenBackup>> {
  const { path } = task
  const draft = `${path}.part`
  const opened = await openSnapshot(task.ownerUrl)
  if (!opened.ok) return opened
  try {
    const manifest = await manifestOf(opened.value, task)
    if (!manifest) return refuse('backup-database-empty')
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    if (await stat(path).catch(() => undefined)) return refuse('backup-file-exists', { path })
    // Of a run that was killed: two at once do not come here.
    await rm(draft, { force: true })
    const check = task.lock && (await withCheckKey(task.lock))
    let contents: Contents | undefined
    const size = await writeArchive(draft, check?.lock, async (writer) => {
      contents = await fillArchive(writer, opened.value, task.store, manifest, task.signal)
    })
    await opened.value.close()
    const read = await walkBackup(draft, check?.unlock)
    if (!read.ok) return read
    if (JSON.stringify(read.value.contents) !== JSON.stringify(contents)) return refuse('backup-broken')
    await rename(draft, path)
    await syncFolder(dirname(path))
    return ok({ size, ...read.value })
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code ?? ''
    if (/^(ENOSPC|EDQUOT|EFBIG)$/.test(code)) return refuse('backup-disk-full', { folder: dirname(path) })
    if (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT|EISDIR)$/.test(code)) {
      return refuse('backup-folder-unwritable', { folder: dirname(path), reason: code })
    }
    throw fault
  } finally {
    await opened.value.close()
    await rm(draft, { force: true }).catch(() => {})
  }
}

/** Nothing where nobody has set the organisation up. */
async function manifestOf(snapshot: Snapshot, { version, madeAt }: BackupTask): Promise<Manifest | undefined> {
  const [installation] = await snapshot.query<Manifest['installation']>(`
    select i.root_unit_id as "rootUnitId", u.name, i.demo
    from app.installation i join app.unit u on u.id = i.root_unit_id`)
  if (!installation) return undefined
  return {
    format: FORMAT,
    kind: 'thi-dua-backup',
    version,
    postgres: snapshot.postgresVersion,
    madeAt: madeAt.toISOString(),
    installation,
    migrations: [...snapshot.migrations],
    tables: copiedTables(snapshot).map(({ name, columns }) => ({ name, columns: [...columns] })),
    leftOut: [...LEFT_OUT],
    keys: await keysInUse(snapshot),
  }
}
