import type { FastifyInstance } from 'fastify'
import { type Config, trustedProxiesOf } from '../platform/config/config.ts'
import type { Tls } from '../platform/config/read-tls.ts'
import type { Pools } from '../platform/database/pools.ts'
import { databaseReadiness } from '../platform/database/readiness.ts'
import { createServer } from './server.ts'

/** What starting the product has made ready for its parts. */
export type Ground = {
  readonly config: Config
  readonly baseUrl: URL
  readonly pools: Pools
  readonly tls: Tls | undefined
  readonly demo: boolean
}

export type Product = {
  readonly http: FastifyInstance
  /** The one-time code for the first administrator, while nobody has set the organisation up. */
  readonly setUpCode: string | undefined
}

/** Puts the product together on its ground; nothing listens yet. */
export async function compose(ground: Ground): Promise<Product> {
  const { config, baseUrl, pools, tls } = ground
  const http = await createServer({
    http: {
      baseUrl,
      tls,
      trustedProxies: trustedProxiesOf(config),
      readiness: [{ name: 'database', check: databaseReadiness(pools.application) }],
    },
    operations: { router: {}, contextOf: (base) => base, whoIs: async () => undefined },
  })
  return { http, setUpCode: undefined }
}
