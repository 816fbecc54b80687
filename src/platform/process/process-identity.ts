import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A name for one life of one process: its number alone comes round again after a restart of the machine or container,
 * so the moment it was born is part of the name. `undefined` when there is no such process.
 */
export function identityOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined
  return `${pid} ${birthOf(pid)}`
}

/** Whether a process of that number runs (also when it belongs to somebody else). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !isZombie(pid)
}

/** Waits until the process is gone; `false` when it still runs after `milliseconds`. */
export async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited <= milliseconds; waited += 20) {
    if (!isAlive(pid)) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return !isAlive(pid)
}

function birthOf(pid: number): string {
  if (process.platform === 'linux') {
    const boot = readText('/proc/sys/kernel/random/boot_id')
    return `${boot.trim()}:${statFields(pid)[19] ?? ''}`
  }
  if (process.platform === 'win32') return ''
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

/** A killed child whose parent has not asked for it yet: dead in every sense that matters here. */
function isZombie(pid: number): boolean {
  return process.platform === 'linux' && statFields(pid)[0] === 'Z'
}

/** The fields of /proc/PID/stat after the name, which may itself hold blanks and brackets. */
function statFields(pid: number): string[] {
  const stat = readText(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
