import { apiFor, type Outputs } from '../../platform/web/api.ts'
import type { backupContract } from '../contract.ts'

export const backups = apiFor<typeof backupContract>('backup')
export type BackupOutputs = Outputs<typeof backupContract>
