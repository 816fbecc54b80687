import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const WORKER = fileURLToPath(new URL('./ladder-worker.ts', import.meta.url))

export type Worker = {
  child: ChildProcess
  /** Resolves with the next line that begins with one of these; `undefined` when it has ended. */
  says: (...words: string[]) => Promise<string | undefined>
}

/** Starts `ladder-worker.ts` in a process of its own; its connections are known by its name. */
export function startWorker(applicationUrl: string, smtpUrl: string): Worker {
  const url = new URL(applicationUrl)
  url.searchParams.set('application_name', 'ladder-worker')
  const child = spawn(process.execPath, [WORKER, url.href, smtpUrl], { stdio: ['pipe', 'pipe', 'inherit'] })
  const heard: string[] = []
  let [rest, ended] = ['', false]
  let wake = () => {}
  child.stdin.on('error', () => undefined)
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n')
    rest = lines.pop() ?? ''
    heard.push(...lines)
    wake()
  })
  child.once('close', () => {
    ended = true
    wake()
  })
  const says = async (...words: string[]) => {
    for (;;) {
      const at = heard.findIndex((line) => words.some((word) => line.startsWith(word)))
      if (at >= 0) return heard.splice(0, at + 1).at(-1)
      if (ended) return undefined
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  return { child, says }
}
