import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { identityOf } from './process-identity.ts'

const SHELLS = /^(sh|dash|bash|zsh|ash|busybox)$/

/**
 * Calls `whenGone` when the npm that started this process has died: npm takes its signals with it and leaves us behind.
 * Does nothing when we were not started by npm. Gives the function that ends the watch.
 */
export function watchNpm(whenGone: () => void, environment: NodeJS.ProcessEnv = process.env): () => void {
  if (environment.npm_lifecycle_event === undefined) return () => {}
  const watched = startersOf(process.ppid).map((pid) => ({ pid, identity: identityOf(pid) }))
  const timer = setInterval(() => {
    if (watched.every(({ pid, identity }) => identityOf(pid) === identity)) return
    clearInterval(timer)
    whenGone()
  }, 500)
  timer.unref()
  return () => clearInterval(timer)
}

/** Our parent; and, where that is only the shell npm ran us in, its parent: npm itself. */
function startersOf(pid: number): number[] {
  const { parent, name } = describe(pid)
  return SHELLS.test(name) && parent > 1 ? [pid, ...startersOf(parent)] : [pid]
}

function describe(pid: number): { parent: number; name: string } {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const end = stat.lastIndexOf(')')
      return { name: stat.slice(stat.indexOf('(') + 1, end), parent: Number(stat.slice(end + 2).split(' ')[1]) }
    }
    const [parent = '', ...name] = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/)
    return { parent: Number(parent), name: name.join(' ').split('/').at(-1) ?? '' }
  } catch {
    return { parent: 0, name: '' }
  }
}
