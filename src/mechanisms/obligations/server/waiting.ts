/** One thing that waits for the actor's act; capabilities and mechanisms each tell their own. */
export type Waiting = {
  id: string
  kind:
    | 'consent'
    | 'returned-plan'
    | 'number'
    | 'sign'
    | 'receive'
    | 'returned-submission'
    | 'correction'
    | 'backup'
    | 'urging-letter'
    | 'share'
    | 'more-time'
  title: string
  detail: string
  since: string
  days: number
  link: string
  act: string
}
export type Coming = { day: string; text: string; link: string | null }
