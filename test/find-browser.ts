import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the browser tests need in their environment: `CHROMIUM_PATH`, and for npm's the libraries it brings. */
export type FoundBrowser = { readonly environment: Readonly<Record<string, string>> }

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * A Chromium that starts: the one named by `CHROMIUM_PATH` (that one or none), the machine's, or the one npm brought.
 * Otherwise the line that tells what to install.
 */
export async function findBrowser(environment = process.env): Promise<FoundBrowser | { readonly missing: string }> {
  const named = environment.CHROMIUM_PATH
  if (named) {
    if (starts(named, environment)) return { environment: { CHROMIUM_PATH: named } }
    return { missing: `CHROMIUM_PATH=${named} không chạy được: sửa đường dẫn, hoặc bỏ biến này.` }
  }
  const folders = (environment.PATH ?? '').split(delimiter)
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES]
  const path = candidates.find((candidate) => existsSync(candidate) && starts(candidate, environment))
  if (path) return { environment: { CHROMIUM_PATH: path } }
  return (
    (await unpackFromNpm(environment)) ?? {
      missing:
        'Chưa có trình duyệt cho kiểm thử: cài Chromium (Debian, Ubuntu: apt-get install chromium), hoặc đặt CHROMIUM_PATH.',
    }
  )
}

function starts(path: string, environment: NodeJS.ProcessEnv): boolean {
  return spawnSync(path, ['--version'], { env: environment, timeout: 30_000 }).status === 0
}

/** Kept inside node_modules: it is unpacked once, and nothing of ours runs from a folder everybody can write to. */
async function unpackFromNpm(environment: NodeJS.ProcessEnv): Promise<FoundBrowser | undefined> {
  const cache = fileURLToPath(new URL('../node_modules/.cache/chromium/', import.meta.url))
  const before = process.env.TMPDIR
  try {
    mkdirSync(cache, { recursive: true })
    process.env.TMPDIR = cache
    const { default: packed, inflate } = await import('@sparticuz/chromium')
    const path = await packed.executablePath()
    const fonts = fontsFor(cache)
    if (starts(path, environment)) return { environment: { CHROMIUM_PATH: path, ...fonts } }
    // A bare machine has not even the libraries: the package brings those too.
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    await inflate(join(dirname(entry), '..', 'bin', 'al2023.tar.br'))
    const libraries = { LD_LIBRARY_PATH: join(cache, 'al2023', 'lib') }
    if (!starts(path, { ...environment, ...libraries })) return undefined
    return { environment: { CHROMIUM_PATH: path, ...libraries, ...fonts } }
  } catch {
    return undefined
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/** Without any letters of the machine's own, those of the package; its list of folders names only its own /tmp. */
function fontsFor(cache: string): Record<string, string> {
  if (existsSync('/etc/fonts/fonts.conf')) return {}
  const list = join(cache, 'fonts.conf')
  writeFileSync(list, `<fontconfig><dir>${join(cache, 'fonts')}</dir><cachedir>${cache}</cachedir></fontconfig>`)
  return { FONTCONFIG_FILE: list }
}
