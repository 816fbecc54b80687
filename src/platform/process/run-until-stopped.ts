import { watchNpm } from './watch-npm.ts'

type Running = {
  /** Ends everything in order; called once. */
  readonly stop: () => Promise<void>
}

/** npm passes on the Ctrl-C that the terminal has already given us: within this time the two are one. */
const SAME_KEY_PRESS_MS = 1000

/** Stopping in order may hang on something broken; the process then ends all the same. */
const PATIENCE_MS = 40_000

/**
 * Starts, then waits for the signal to stop: Ctrl-C, SIGTERM, the end of the terminal or of npm. Stops in order and ends
 * the process with 0; a second Ctrl-C ends it at once. `start` may refuse by giving a sentence: it is printed alone and
 * the process ends with 1.
 */
export async function runUntilStopped(
  start: (fail: (reason: Error) => void) => Promise<Running | { readonly refused: string }>,
): Promise<void> {
  let running: Running | undefined
  let askedAt: number | undefined
  let exitCode = 0

  const finish = async () => {
    if (!running) return
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    try {
      await running.stop()
    } catch (error) {
      console.error(error)
      exitCode = 1
    }
    process.exit(exitCode)
  }
  const ask = () => {
    const now = performance.now()
    if (askedAt !== undefined) {
      if (now - askedAt > SAME_KEY_PRESS_MS) process.exit(1)
      return
    }
    askedAt = now
    // While still starting there is nothing to stop yet: it is stopped as soon as it has started.
    void finish()
  }
  const fail = (reason: Error) => {
    exitCode = 1
    console.error(`${reason.message}.`)
    ask()
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  watchNpm(ask)
  const started = await start(fail)
  if ('refused' in started) {
    console.error(`${started.refused}.`)
    process.exit(1)
  }
  running = started
  if (askedAt !== undefined) await finish()
}
