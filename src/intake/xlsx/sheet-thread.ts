import { Worker } from 'node:worker_threads'
import { type Refusal, refusal } from '../../kernel/result.ts'
import type { SheetColumns } from '../../kernel/sheet-columns.ts'
import type { SheetHead } from './head.ts'
import type { SheetLimits, ValueRow } from './read-in-place.ts'

/** What the thread is given. */
export type SheetJob = {
  readonly source: { path: string } | { bytes: Uint8Array }
  readonly columns: SheetColumns
  readonly limits: SheetLimits
  /** How many messages may be under way; each «more» allows one more. */
  readonly ahead: number
}

/** What it says: the head, lists of rows, and last how it ended. */
export type SheetMessage =
  | { readonly head: SheetHead }
  | { readonly rows: ValueRow[]; readonly part: number }
  | { readonly done: { rows: number } }
  | { readonly refused: Refusal }

export type ThreadLimits = {
  /** How long the thread may be silent while somebody waits for it. */
  readonly silenceMs: number
  readonly megabytes: number
}

/** The thread in which an untrusted sheet is read: it can be ended whatever its file makes it do. */
export type SheetThread = {
  /** What it says next; a refusal when it ran out of memory, was silent too long or broke. */
  next(): Promise<SheetMessage>
  allowMore(): void
  end(): Promise<unknown>
}

export function startSheetThread(job: SheetJob, limits: ThreadLimits): SheetThread {
  const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 6 },
    stdout: true,
    stderr: true,
  })
  const said: SheetMessage[] = []
  let heard: (() => void) | undefined
  const hear = (message: SheetMessage) => {
    said.push(message)
    heard?.()
  }
  worker.on('message', hear)
  worker.on('error', (fault) => {
    const full = 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY'
    hear({ refused: refusal(full ? 'sheet-too-heavy' : 'sheet-broken') })
  })
  worker.on('exit', () => hear({ refused: refusal('sheet-broken') }))

  async function next(): Promise<SheetMessage> {
    const ready = said.shift()
    if (ready) return ready
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(() => hear({ refused: refusal('sheet-too-heavy') }), limits.silenceMs)
    heard = resolve
    await promise
    clearTimeout(timer)
    heard = undefined
    return next()
  }
  return { next, allowMore: () => worker.postMessage('more'), end: () => worker.terminate() }
}
