import type { ReactNode } from 'react'
import { PageHeader } from '../page-header/page-header.tsx'
import { ErrorState, Loading, type Problem } from './states.tsx'

export type AnswerProps<Data> = {
  /** A query: what has come, and how to ask again. */
  asked: { data: Data | undefined; refetch: () => unknown }
  /** Why nothing came, when it did not. */
  problem: Problem | undefined
  /** The page's title until the answer brings its own; without it only this part of the page waits. */
  title?: string
  /** Grey lines while it is on its way. */
  lines?: number
  children: (data: Data) => ReactNode
}

/** What was asked of the server: grey lines, what went wrong, or the answer. An answer once shown stays when a later one fails. */
export function Answer<Data>({ asked, problem, title, lines = 6, children }: AnswerProps<Data>) {
  if (asked.data !== undefined) return children(asked.data)
  return (
    <>
      {title && <PageHeader title={title} />}
      {problem ? <ErrorState problem={problem} onRetry={() => void asked.refetch()} /> : <Loading lines={lines} />}
    </>
  )
}
