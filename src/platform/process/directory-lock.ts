import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identityOf } from './process-identity.ts'

export type DirectoryLock = { readonly release: () => void }

/**
 * Takes the data directory for this process alone: two servers on one directory would each think the database theirs.
 * Gives the lock, or the number of the living process that holds it. The lock of a dead process is no lock.
 */
export function lockDirectory(directory: string): DirectoryLock | { readonly heldBy: number } {
  const lockPath = join(directory, 'lock')
  const own = identityOf(process.pid) ?? String(process.pid)
  const draft = join(directory, `lock.${process.pid}`)
  writeFileSync(draft, own, { mode: 0o600 })
  try {
    for (;;) {
      // A link to a complete file: nobody ever reads a lock that is half written.
      if (linked(draft, lockPath)) return { release: () => releaseLock(lockPath, own) }
      const holder = readHolder(lockPath)
      if (holder === undefined) continue
      const pid = Number.parseInt(holder, 10)
      if (identityOf(pid) === holder) return { heldBy: pid }
      discardStale(lockPath, holder)
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Two newcomers may find the same stale lock: each moves it aside first and puts it back if it was a fresh one. */
function discardStale(lockPath: string, stale: string): void {
  const aside = `${lockPath}.stale.${process.pid}`
  try {
    renameSync(lockPath, aside)
  } catch {
    return
  }
  if (readHolder(aside) !== stale) linked(aside, lockPath)
  rmSync(aside, { force: true })
}

function readHolder(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function releaseLock(lockPath: string, own: string): void {
  if (readHolder(lockPath) === own) rmSync(lockPath, { force: true })
}
