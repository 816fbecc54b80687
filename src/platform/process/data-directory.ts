import { accessSync, chmodSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { type DirectoryLock, lockDirectory } from './directory-lock.ts'

/** A server that was just told to stop may still be closing its database when the next one starts. */
const PATIENCE_MS = 3000

/**
 * Makes the data directory if need be and takes it for this process. Refuses one that cannot be written, that another
 * living process uses, or that holds the other kind of data: the sample world never mixes with real people.
 */
export async function takeDataDirectory(folder: string, { demo }: { demo: boolean }): Promise<Result<DirectoryLock>> {
  try {
    const isNew = !existsSync(folder)
    mkdirSync(folder, { recursive: true })
    // Root's own mask may close it, and the database's user has to pass through.
    if (isNew) chmodSync(folder, 0o711)
    accessSync(folder, constants.W_OK)
  } catch {
    return refuse('data-directory-unwritable', { folder })
  }
  const lock = await lockWithPatience(folder)
  if ('heldBy' in lock) return refuse('data-directory-in-use', { folder, pid: lock.heldBy })
  const mark = join(folder, 'demo')
  const used = existsSync(join(folder, 'database'))
  if (demo && used && !existsSync(mark)) {
    lock.release()
    return refuse('data-directory-not-demo', { folder })
  }
  if (!demo && existsSync(mark)) {
    lock.release()
    return refuse('data-directory-of-demo', { folder })
  }
  if (demo) writeFileSync(mark, '')
  return ok(lock)
}

async function lockWithPatience(folder: string): Promise<ReturnType<typeof lockDirectory>> {
  for (let waited = 0; ; waited += 100) {
    const lock = lockDirectory(folder)
    if ('release' in lock || waited >= PATIENCE_MS) return lock
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
