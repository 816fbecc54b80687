import { dayOf, daysBetween } from '../../kernel/plain-date.ts'
import type { Waiting } from '../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../platform/database/unit-tree.ts'
import { backupHealth } from '../domain/backup-health.ts'
import { whyMayNot } from '../domain/permissions.ts'
import type { BackupGround } from './ground.ts'
import { backupFacts } from './list-backups.ts'

/** On the first page of whoever administers everything: backups that fail, or are not made. */
export function backupsWaiting(ground: Pick<BackupGround, 'settings' | 'wall'>) {
  return async (tx: Tx): Promise<Waiting[]> => {
    const root = await rootUnit(tx)
    if (whyMayNot(tx.actor, 'make', { root: [root.id] })) return []
    const facts = await backupFacts(tx, ground)
    const { state, detail } = backupHealth(facts)
    if (state !== 'bad') return []
    const since = (facts.lastFailed ?? facts.lastGood)?.startedAt ?? facts.setUpAt
    const days = Math.max(0, daysBetween(dayOf(since), dayOf(facts.now)))
    const title = facts.lastFailed ? 'Sao lưu không thành' : 'Sao lưu đã quá hạn'
    return [
      {
        id: root.id,
        kind: 'backup',
        title,
        detail,
        since: since.toISOString(),
        days,
        link: '/sao-luu',
        act: 'Xem sao lưu',
      },
    ]
  }
}
