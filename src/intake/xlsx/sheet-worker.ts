import { parentPort, workerData } from 'node:worker_threads'
import { readInPlace } from './read-in-place.ts'
import { Refused } from './refused.ts'
import type { SheetJob, SheetMessage } from './sheet-thread.ts'

const job = workerData as SheetJob
const port = parentPort
let allowed = job.ahead
let go: (() => void) | undefined
port?.on('message', () => {
  allowed += 1
  go?.()
})

async function say(message: SheetMessage): Promise<void> {
  if (allowed === 0) {
    const { promise, resolve } = Promise.withResolvers<void>()
    go = resolve
    await promise
  }
  allowed -= 1
  port?.postMessage(message)
}

try {
  const done = await readInPlace({
    ...job,
    onHead: (head) => say({ head }),
    onRows: (rows, part) => say({ rows, part }),
  })
  port?.postMessage({ done } satisfies SheetMessage)
} catch (fault) {
  if (!(fault instanceof Refused)) throw fault
  port?.postMessage({ refused: fault.refusal } satisfies SheetMessage)
}
port?.close()
