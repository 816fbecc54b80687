import pg from 'pg'

export type Pools = {
  /** For the unit of work alone. */
  readonly application: pg.Pool
  /** For signing in alone. */
  readonly signIn: pg.Pool
  readonly close: () => Promise<void>
}

/** How values come from the database: a day stays a day, a count is a number, money and shares keep every digit. */
const PARSERS = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.INT8, readWholeNumber],
])

const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    const own = format === 'binary' ? undefined : PARSERS.get(oid)
    return own ?? pg.types.getTypeParser(oid, format)
  },
}

/**
 * Opens the two pools of a running server. `onError` hears of idle connections that broke: the pool replaces them by
 * itself, unheard they would end the process.
 */
export function openPools(
  urls: { applicationUrl: string; signInUrl: string },
  onError: (error: Error) => void = () => {},
): Pools {
  const open = (connectionString: string, max: number) => {
    const pool = new pg.Pool({
      connectionString,
      max,
      types,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
      application_name: 'thi-dua',
    })
    pool.on('error', onError)
    return pool
  }
  const application = open(urls.applicationUrl, 20)
  const signIn = open(urls.signInUrl, 5)
  return {
    application,
    signIn,
    close: async () => {
      await Promise.all([application.end(), signIn.end()])
    },
  }
}

function readWholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new Error(`too large for a number: ${text}`)
  return number
}
