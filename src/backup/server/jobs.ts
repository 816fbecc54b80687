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

/** The backup of the hour, and the one asked for by hand. A refusal is written down, not tried again: a full disk does not empty itself. */
export function backupJobs(ground: BackupGround): Job[] {
  const run = async (id: string, way: Making['way'], signal: AbortSignal) => {
    const who = { kind: 'job', name: 'sao lưu' } as const
    const { folder, keyPath } = ground.settings
    const path = backupPath(folder, ground.wall.now(), keyPath !== undefined)
    const encrypted = keyPath !== undefined
    const made = await makeBackup(ground, { id, way, who, path, encrypted, lock: () => lockOf(keyPath), signal })
    if (made.ok) await removeOldBackups(ground, who)
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

/** Without its key a backup would lie there for everybody to read: none is better, and the administrator is told. */
async function lockOf(keyPath: string | undefined): Promise<Result<Lock | undefined>> {
  if (keyPath === undefined) return ok(undefined)
  const key = await readKeyFile(keyPath)
  return key.ok ? ok(key.value.lock) : key
}
