import { createRouterClient, ORPCError, type RouterClient } from '@orpc/server'
import Fastify from 'fastify'
import {
  accountsRouter,
  createSetUp,
  type Demo,
  mayEnter,
  recordSignIns,
  type SetUp,
} from '../src/accounts/server/index.ts'
import { type Clock, systemClock } from '../src/platform/clock/clock.ts'
import { openPools } from '../src/platform/database/pools.ts'
import type { UnitOfWork } from '../src/platform/database/unit-of-work.ts'
import type { RequestContext } from '../src/platform/http/context.ts'
import { createSignIn, type SignIn } from '../src/platform/sign-in/sign-in.ts'
import type { FreshDatabase } from './database.ts'

type Router = ReturnType<typeof accountsRouter>

export type Door = {
  readonly signIn: SignIn
  readonly setUp: SetUp
  /** A browser of its own: it keeps the cookies it is given and sends them along. */
  readonly browser: (userAgent?: string) => RouterClient<Router>
  readonly close: () => Promise<void>
}

/** The operations of accounts with a real sign-in behind them, called as the server calls them, without the network between. */
export function openDoor(
  { database, work }: { database: FreshDatabase; work: UnitOfWork },
  { demo, clock = systemClock, mailsGoOut = false }: { demo?: Demo; clock?: Clock; mailsGoOut?: boolean } = {},
): Door {
  const pools = openPools(database)
  const signIn = createSignIn({
    pool: pools.signIn,
    baseUrl: new URL('http://localhost:3000'),
    secret: 'a secret of more than thirty-two letters',
    onEvent: recordSignIns(work),
    mayEnter: mayEnter(work),
  })
  const setUp = createSetUp({ work, clock })
  const router = accountsRouter({ work, signIn, setUp, demo, mailsGoOut })
  const { log } = Fastify({ logger: false })

  function browser(userAgent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/141.0 Safari/537.36'): RouterClient<Router> {
    const jar = new Map<string, string>()
    return createRouterClient(router, {
      context: async (): Promise<RequestContext> => {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
        const headers = new Headers({ cookie, 'user-agent': userAgent })
        const account = await signIn.whoIs(headers)
        const responseHeaders = new Headers()
        return { requestId: 'test', headers, clientIp: '10.0.0.7', account, reading: false, responseHeaders, log }
      },
      interceptors: [
        async ({ context, next }) => {
          try {
            return await next()
          } finally {
            for (const cookie of context.responseHeaders.getSetCookie()) keep(jar, cookie)
          }
        },
      ],
    })
  }

  return { signIn, setUp, browser, close: pools.close }
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [pair = ''] = cookie.split(';', 1)
  const at = pair.indexOf('=')
  const gone = /max-age=0/i.test(cookie)
  if (gone) jar.delete(pair.slice(0, at))
  else jar.set(pair.slice(0, at), pair.slice(at + 1))
}

/** `ok`, or the code of the refusal with the field it is about: «weak-password@password». */
export async function outcome(asked: Promise<unknown>): Promise<string> {
  try {
    await asked
    return 'ok'
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error
    const { field } = (error.data ?? {}) as { field?: string }
    return field === undefined ? error.code : `${error.code}@${field}`
  }
}
