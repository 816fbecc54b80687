import { basename, join } from 'node:path'
import type { Who } from '../../kernel/actor.ts'
import { VIETNAM_TIME_ZONE } from '../../kernel/plain-date.ts'
import { refusalSentence } from '../../kernel/refusals.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Lock } from '../../platform/archive/lock.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { BackupGround } from './ground.ts'
import { writeBackup } from './write-backup.ts'

export type Way = 'scheduled' | 'by-hand' | 'command' | 'export'

export type Making = {
  /** Of the row in the list; a job that begins again goes on with its own. */
  readonly id: string
  readonly way: Way
  readonly who: Who
  readonly path: string
  readonly encrypted: boolean
  /** Asked when it begins: that a key cannot be read is a failure like another. */
  readonly lock: () => Promise<Result<Lock | undefined>>
  readonly signal?: AbortSignal
}

export type MadeBackup = { path: string; size: number; rows: number; files: number; missingFiles: number }

/** «thi-dua-20261125-020000.tar.gz», by the clock on the wall in Việt Nam. */
export function backupName(at: Date, encrypted: boolean): string {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone: VIETNAM_TIME_ZONE,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at)
  return `thi-dua-${text.replaceAll(/[-:]/g, '').replace(' ', '-')}.tar.gz${encrypted ? '.age' : ''}`
}

export function backupPath(folder: string, at: Date, encrypted: boolean): string {
  return join(folder, backupName(at, encrypted))
}

/**
 * Makes a backup and writes down that it was made, or why not: in the list of backups and in the record. Refuses what `writeBackup`
 * refuses. A row that still says «running» from a process which died is put right by the next one that is made.
 */
export async function makeBackup(ground: BackupGround, making: Making): Promise<Result<MadeBackup>> {
  const { work, wall } = ground
  const startedAt = wall.now()
  const begun = await work.write(making.who, (tx) => begin(tx, making, startedAt))
  if (!begun.ok) return begun
  try {
    const made = await written(ground, making, startedAt)
    if (!made.ok) {
      await work.write(making.who, (tx) => failed(tx, making, wall.now(), sentenceOf(made)))
      return made
    }
    const ended = await work.write(making.who, (tx) => good(tx, making, startedAt, wall.now(), made.value))
    return ended.ok ? made : ended
  } catch (fault) {
    await work.write(making.who, (tx) => failed(tx, making, wall.now(), 'Máy chủ gặp lỗi hoặc đang dừng'))
    throw fault
  }
}

/** The backup alone, written down nowhere: of a database that has no list of backups yet. */
export async function makeUnlistedBackup(
  ground: Omit<BackupGround, 'work'>,
  making: Omit<Making, 'id' | 'who'>,
): Promise<Result<MadeBackup>> {
  return written(ground, making, ground.wall.now())
}

async function written(
  ground: Omit<BackupGround, 'work'>,
  making: Omit<Making, 'id' | 'who'>,
  madeAt: Date,
): Promise<Result<MadeBackup>> {
  const owner = await ground.owner()
  if (!owner.ok) return owner
  try {
    const { store, version } = ground
    const { path, signal } = making
    const lock = await making.lock()
    if (!lock.ok) return lock
    const task = { ownerUrl: owner.value.ownerUrl, store, version, path, lock: lock.value, madeAt, signal }
    const made = await writeBackup(task)
    if (!made.ok) return made
    const { size, contents } = made.value
    const rows = contents.tables.reduce((sum, table) => sum + table.rows, 0)
    return ok({ path, size, rows, files: contents.files.count, missingFiles: contents.files.missing.length })
  } finally {
    await owner.value.leave()
  }
}

async function begin(tx: Tx, { id, way, path, encrypted }: Making, startedAt: Date): Promise<Result<void>> {
  const row = { way, path, state: 'running' as const, started_at: startedAt, encrypted }
  await tx.db
    .insertInto('backup')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...row, ended_at: null, error: null }))
    .execute()
  return ok(undefined)
}

async function good(tx: Tx, { id }: Making, startedAt: Date, endedAt: Date, made: MadeBackup): Promise<Result<void>> {
  const { size, rows, files, missingFiles } = made
  const counted = { size, row_count: rows, file_count: files, missing_files: missingFiles }
  await tx.db
    .updateTable('backup')
    .set({ state: 'good', ended_at: endedAt, ...counted })
    .where('id', '=', id)
    .execute()
  // Only one is made at a time: what began before this one and still runs has nobody who runs it.
  await tx.db
    .updateTable('backup')
    .set({ state: 'failed', ended_at: endedAt, error: 'Bị ngắt giữa chừng' })
    .where('state', '=', 'running')
    .where('started_at', '<', startedAt)
    .execute()
  const detail = { path: made.path, rows, files, missing: missingFiles }
  await record(tx, 'backup.made', { kind: 'installation', id: null, name: basename(made.path) }, { detail })
  return ok(undefined)
}

async function failed(tx: Tx, { id, path }: Making, endedAt: Date, error: string): Promise<Result<void>> {
  await tx.db.updateTable('backup').set({ state: 'failed', ended_at: endedAt, error }).where('id', '=', id).execute()
  const thing = { kind: 'installation', id: null, name: basename(path) } as const
  await record(tx, 'backup.failed', thing, { detail: { reason: error } })
  return ok(undefined)
}

function sentenceOf(refused: Result<never> & { ok: false }): string {
  return refusalSentence(refused.refusal.code, refused.refusal.values)
}
