import type { Result } from '../../kernel/result.ts'
import type { Clock } from '../../platform/clock/clock.ts'
import type { BackupSettings } from '../../platform/config/config.ts'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { ContentStore } from '../../platform/files/content-store.ts'

/** What backups are made with. */
export type BackupGround = {
  readonly work: UnitOfWork
  readonly store: ContentStore
  /** The owner's address: a backup holds rows that no role of the application sees together. */
  readonly owner: () => Promise<Result<{ readonly ownerUrl: string; readonly leave: () => Promise<void> }>>
  readonly version: string
  readonly settings: BackupSettings
  /** The machine's own clock, also where a sample world runs on another. */
  readonly wall: Clock
}

/** What keys are changed with; `path` is their file's. */
export type KeysGround = { readonly work: UnitOfWork; readonly ownerUrl: string; readonly path: string }
