import { implement } from '@orpc/server'
import type { RequestContext } from '../../platform/http/context.ts'
import { handlersFor } from '../../platform/http/use-cases.ts'
import { backupContract } from '../contract.ts'
import { askBackup } from './ask-backup.ts'
import type { BackupGround } from './ground.ts'
import { listBackups } from './list-backups.ts'

export { backupsWaiting } from './backups-waiting.ts'
export { checkSealed } from './check-sealed.ts'
export { forgetKey } from './forget-key.ts'
export type { BackupGround, KeysGround } from './ground.ts'
export { backupJobs } from './jobs.ts'
export { howBackupsStand } from './list-backups.ts'
export { backupName, type MadeBackup, makeBackup, makeUnlistedBackup } from './make-backup.ts'
export type { Manifest } from './manifest.ts'
export { missingKeys, peekBackup, restoreBackup } from './restore-backup.ts'
export { KEY_KIND_WORDS, type KeyKind, resealWithNewest, rotateKey } from './rotate-keys.ts'
export type { Walked } from './walk-backup.ts'

/** The operations on backups: what there is of them, and one now. */
export function backupRouter(ground: Pick<BackupGround, 'work' | 'settings' | 'wall'>, dataDir: string) {
  const os = implement(backupContract).$context<RequestContext>()
  const { read, write } = handlersFor(ground.work)
  return os.router({
    list: os.list.handler(read(listBackups(ground, dataDir))),
    make: os.make.handler(write(askBackup(ground.settings, ground.wall))),
  })
}
