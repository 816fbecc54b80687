import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { CACHE } from './cache.ts'

/** Paths that are never a screen: a wrong address there is told in JSON, not with a page. */
const NOT_SCREENS = /^\/(?:api|health|assets)(?:\/|$)/

/** A last piece with a dot is a file that was asked for by name: `/favicon.ico`, `/robots.txt`. */
const FILE_NAME = /\/[^/]*\.[^/]*$/

/** What the build writes wherever a nonce belongs: on its script and style tags, and where the screens look for it. */
export const NONCE_PLACE = '__CSP_NONCE__'

function isScreen(request: FastifyRequest): boolean {
  const [path = '/'] = request.url.split('?', 1)
  if (NOT_SCREENS.test(path) || FILE_NAME.test(path)) return false
  const accept = request.headers.accept ?? '*/*'
  return accept.includes('text/html') || accept.includes('*/*')
}

/**
 * Serves the built screens: their files from the folder, and the index page for every address that no other route
 * takes, for the screens have addresses of their own. Throws when the screens have not been built.
 */
export async function mountScreens(app: FastifyInstance, folder: string): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  if (!page.includes(NONCE_PLACE))
    throw new Error(`${folder}/index.html has no place for a nonce: build the screens again`)
  await app.register(fastifyStatic, {
    root: resolve(folder),
    index: false,
    wildcard: false,
    // The screens' page itself goes out with a nonce, never as a file.
    globIgnore: ['index.html', '.vite/**', '**/*.br', '**/*.gz'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? CACHE.forever : CACHE.askFirst)
    },
  })
  app.get('/*', (request, reply) => {
    if (!isScreen(request)) return reply.callNotFound()
    return reply
      .header('cache-control', CACHE.never)
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(NONCE_PLACE, reply.cspNonce))
  })
}
