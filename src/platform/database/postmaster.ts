import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, waitUntilGone } from '../process/process-identity.ts'

/** What PostgreSQL says of itself in `postmaster.pid`; `undefined` when there is no such file or it is half written. */
export function readPostmaster(cluster: string): { pid: number; ready: boolean } | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, ready: lines[7]?.trim() === 'ready' }
}

/**
 * Stops a database left running by a server that was killed. Gives `false` when it would not stop.
 * A number that now belongs to another program is left alone.
 */
export async function stopOrphan(cluster: string): Promise<boolean> {
  const postmaster = readPostmaster(cluster)
  if (postmaster === undefined || !isAlive(postmaster.pid) || !serves(postmaster.pid, cluster)) return true
  return stopPostmaster(postmaster.pid)
}

/** Fast shutdown; when it takes too long, immediate: the next start then repeats what the write-ahead log holds. */
export async function stopPostmaster(pid: number): Promise<boolean> {
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return !isAlive(pid)
    }
    if (await waitUntilGone(pid, patience)) return true
  }
  return false
}

function serves(pid: number, cluster: string): boolean {
  const folder = realpathSync(cluster)
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === folder
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(folder)
  } catch {
    return false
  }
}
