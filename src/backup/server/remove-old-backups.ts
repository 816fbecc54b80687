import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Who } from '../../kernel/actor.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { backupsToRemove } from '../domain/backups-to-remove.ts'
import type { BackupGround } from './ground.ts'

const DAY_MS = 86_400_000

/**
 * Takes away backups of the schedule's folder that newer ones have made unnecessary, and what killed runs left half written there. Those
 * that a command put elsewhere are its own. The file goes first: a row without its file is put right by the next time. One that cannot be
 * taken away does not keep the others; throws what the disk said of it once they are gone.
 */
export async function removeOldBackups({ work, settings, wall }: BackupGround, who: Who): Promise<Result<number>> {
  await removeDrafts(settings.folder, wall.now())
  const faults: unknown[] = []
  const removed = await work.write(who, async (tx) => {
    const rows = await tx.db
      .selectFrom('backup')
      .select(['id', 'path', 'started_at as startedAt'])
      .where('state', '=', 'good')
      .where('removed_at', 'is', null)
      .where('way', 'in', ['scheduled', 'by-hand'])
      .execute()
    const ours = rows.filter(({ path }) => dirname(path) === settings.folder)
    const old = backupsToRemove(ours, settings.keep)
    let count = 0
    for (const { id, path } of old) {
      try {
        await rm(path, { force: true })
      } catch (fault) {
        faults.push(fault)
        continue
      }
      count += 1
      await tx.db.updateTable('backup').set({ removed_at: wall.now() }).where('id', '=', id).execute()
    }
    if (count > 0) {
      const thing = { kind: 'installation', id: null, name: basename(settings.folder) } as const
      await record(tx, 'backup.removed', thing, { detail: { count } })
    }
    return ok(count)
  })
  if (faults.length > 0) throw faults[0]
  return removed
}

async function removeDrafts(folder: string, now: Date): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((one) => /^thi-dua-.*\.part$/.test(one))) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && now.getTime() - found.mtimeMs > DAY_MS) await rm(path, { force: true })
  }
}
