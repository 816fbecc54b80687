import { readProblem } from './problem.ts'

const listeners = new Set<() => void>()

/** Calls `listener` whenever the server says that nobody is signed in any more; gives the way to stop. */
export function onSessionEnded(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Looks at what an operation failed with, and passes on a session that has ended. */
export function tellSessionEnded(thrown: unknown): void {
  if (readProblem(thrown).code === 'not-signed-in') sessionEnded()
}

/** As `tellSessionEnded`, when it is already known. */
export function sessionEnded(): void {
  for (const listener of listeners) listener()
}
