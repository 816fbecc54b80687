import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs'
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

/** No process ever has it: above what any system gives out. */
const NOBODY = 2_147_483_646

/**
 * Stops a database left running by a server that was killed. Gives `false` when it would not stop.
 * A number that now belongs to another program is left alone; PostgreSQL would take that program for its predecessor and
 * not start, so the number is struck out. The rest of the file stays: it leads PostgreSQL to memory still in use.
 */
export async function stopOrphan(cluster: string): Promise<boolean> {
  const postmaster = readPostmaster(cluster)
  if (postmaster === undefined || !isAlive(postmaster.pid)) return true
  if (serves(postmaster.pid, cluster)) return stopPostmaster(postmaster.pid)
  const file = join(cluster, 'postmaster.pid')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(NOBODY)))
  return true
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
