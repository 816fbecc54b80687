import { newId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { BackupSettings } from '../../platform/config/config.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../platform/database/unit-tree.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { whyMayNot } from '../domain/permissions.ts'
import type { BackupGround } from './ground.ts'
import { MAKE_BACKUP } from './jobs.ts'
import { backupPath } from './make-backup.ts'

/** Asks for a backup now; the job makes it. While one runs or waits, a second asking finds that one. */
export function askBackup(settings: BackupSettings, wall: BackupGround['wall']) {
  return async (tx: Tx): Promise<Result<{ id: string }>> => {
    const root = await rootUnit(tx)
    const may = whyMayNot(tx.actor, 'make', { root: [root.id] })
    if (may) return { ok: false, refusal: may }
    const running = await tx.db
      .selectFrom('backup')
      .select(['id', 'way'])
      .where('state', '=', 'running')
      .where('way', '=', 'by-hand')
      .orderBy('started_at', 'desc')
      .executeTakeFirst()
    const id = running?.id ?? newId()
    if (!running) {
      const encrypted = settings.keyPath !== undefined
      const now = wall.now()
      const path = backupPath(settings.folder, now, encrypted)
      const asked_by = tx.actor.kind === 'person' ? tx.actor.accountId : null
      const row = { id, way: 'by-hand', state: 'running', started_at: now, path, encrypted, asked_by } as const
      await tx.db.insertInto('backup').values(row).execute()
      await record(tx, 'backup.asked', { kind: 'installation', id: null, name: root.name })
    }
    // Also where it seems to run: its server may be gone, and the job then begins it again.
    await enqueue(tx, MAKE_BACKUP, { id }, { key: MAKE_BACKUP })
    return ok({ id })
  }
}
