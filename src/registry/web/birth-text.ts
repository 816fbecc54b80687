import { parsePlainDate } from '../../kernel/plain-date.ts'

/** What an officer types, «2/3/1985», «3/1985», «1985», as the wire has it: `1985-03-02`, `1985-03`, `1985`. */
export function readBirth(typed: string): string | undefined {
  const match = /^\s*(?:(?:(\d{1,2})\s*[/.-]\s*)?(\d{1,2})\s*[/.-]\s*)?(\d{4})\s*$/.exec(typed)
  if (!match) return undefined
  const text = [match[3], match[2]?.padStart(2, '0'), match[1]?.padStart(2, '0')].filter(Boolean).join('-')
  return parsePlainDate(`${text}-01-01`.slice(0, 10)) === undefined ? undefined : text
}

/** The wire's form as it is typed: «02/03/1985». */
export function typedBirth(birth: string | null): string {
  return birth === null ? '' : birth.split('-').reverse().join('/')
}
