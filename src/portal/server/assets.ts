import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { CACHE } from '../../platform/http/cache.ts'

const FONTS = fileURLToPath(new URL('../../ui/fonts/', import.meta.url))
const STYLE = new URL('portal.css', import.meta.url)
/** The weights the public pages use; each costs a visitor some 35 kB once. */
const WEIGHTS = [400, 600] as const

const VIETNAMESE =
  'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB'
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'

/** Serves the stylesheet and the faces of the public pages under names that change with their content. Gives the stylesheet's address. */
export async function mountAssets(app: FastifyInstance): Promise<string> {
  const fonts = await fontAddresses()
  const faces = WEIGHTS.flatMap((weight) => [
    face('Chu so', weight, fonts, `inter-digits-${weight}.woff2`, 'U+0030-0039'),
    face('Be Vietnam Pro', weight, fonts, `be-vietnam-pro-vietnamese-${weight}-normal.woff2`, VIETNAMESE),
    face('Be Vietnam Pro', weight, fonts, `be-vietnam-pro-latin-${weight}-normal.woff2`, LATIN),
  ])
  const style = faces.join('\n') + (await readFile(STYLE, 'utf8'))
  const address = `/cong-khai/giao-dien/${hashOf(style)}.css`
  app.get(address, (_request, reply) =>
    reply.header('cache-control', CACHE.forever).type('text/css; charset=utf-8').send(style),
  )
  for (const [name, { path, bytes }] of fonts) {
    if (WEIGHTS.some((weight) => name.includes(`-${weight}`))) {
      app.get(path, (_request, reply) => reply.header('cache-control', CACHE.forever).type('font/woff2').send(bytes))
    }
  }
  return address
}

type Fonts = ReadonlyMap<string, { path: string; bytes: Buffer }>

async function fontAddresses(): Promise<Fonts> {
  const names = (await readdir(FONTS)).filter((name) => /^(inter-digits|be-vietnam-pro)-.*\.woff2$/.test(name))
  const read = names.map(async (name) => {
    const bytes = await readFile(join(FONTS, name))
    return [name, { path: `/cong-khai/giao-dien/${name.replace('.woff2', '')}-${hashOf(bytes)}.woff2`, bytes }] as const
  })
  return new Map(await Promise.all(read))
}

function face(family: string, weight: number, fonts: Fonts, name: string, range: string): string {
  const font = fonts.get(name)
  if (!font) throw new Error(`the face ${name} is missing from ${FONTS}`)
  const adjust = family === 'Chu so' ? 'size-adjust:101.5%;' : ''
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;${adjust}src:url(${font.path}) format("woff2");unicode-range:${range}}`
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 12)
}
