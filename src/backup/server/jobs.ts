import { newId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { type Lock, readKeyFile } from '../../platform/archive/lock.ts'
import type { Job } from '../../platform/jobs/job.ts'
import type { BackupGround } from './ground.ts'
import { backupPath, type Making, makeBackup } from './make-backup.ts'
import { removeOldBackups } from './remove-old-backups.ts'

/** Made when an administrator asks for it on the page. */
export const MAKE_BACKUP = 'make-backup'
const SCHEDULED = 'scheduled-backup'
/** The schedule makes one a day: one that was made within this time is the same, tried again. */
const SAME_RUN_MS = 3_600_000

/** The backup of the hour, and the one asked for by hand. A refusal is written down, not tried again: a full disk does not empty itself. */
export function backupJobs(ground: BackupGround): Job[] {
  const run = async (id: string, way: Making['way'], signal: AbortSignal) => {
    const who = { kind: 'job', name: 'sao lưu' } as const
    const { folder, keyPath } = ground.settings
    const path = backupPath(folder, ground.wall.now(), keyPath !== undefined)
    const encrypted = keyPath !== undefined
    const made =
      (await isMade(ground, id, way)) ||
      (await makeBackup(ground, { id, way, who, path, encrypted, lock: () => lockOf(keyPath), signal })).ok
    if (made) await removeOldBackups(ground, who)
  }
  const { at } = ground.settings
  return [
    {
      name: SCHEDULED,
      words: 'Sao lưu hằng ngày',
      ...(at ? { every: `${at.minute} ${at.hour} * * *` } : {}),
      run: (_payload, { signal }) => run(newId(), 'scheduled', signal),
    },
    {
      name: MAKE_BACKUP,
      words: 'Sao lưu ngay',
      run: async ({ id }, { signal }) => run(id ?? newId(), 'by-hand', signal),
    },
  ]
}

/**
 * A job that runs again, after a crash, a second press of the button or old backups that could not be taken away, does not make a second
 * backup beside its first: that file would be in no list, and nobody would ever take it away.
 */
async function isMade({ work, wall }: BackupGround, id: string, way: Making['way']): Promise<boolean> {
  const found = await work.read({ kind: 'job', name: 'sao lưu' }, async (tx) => {
    const good = tx.db.selectFrom('backup').select('id').where('state', '=', 'good').where('way', '=', way)
    const since = new Date(wall.now().getTime() - SAME_RUN_MS)
    const row = way === 'scheduled' ? good.where('started_at', '>', since) : good.where('id', '=', id)
    return ok((await row.executeTakeFirst()) !== undefined)
  })
  return found.ok && found.value
}

/** Without its key a backup would lie there for everybody to read: none is better, and the administrator is told. */
async function lockOf(keyPath: string | undefined): Promise<Result<Lock | undefined>> {
  if (keyPath === undefined) return ok(undefined)
  const key = await readKeyFile(keyPath)
  return key.ok ? ok(key.value.lock) : key
}
