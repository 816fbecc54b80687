import { randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Keyring, type NamedKey } from './keyring.ts'

/** The name of the file in the data directory that keeps the keys; a backup never holds it. */
export const KEYS_FILE = 'keys.json'

type KeyRow = { id: string; key: string; madeOn: string }
type KeyRows = { encryption: KeyRow[]; digest: KeyRow[] }

/**
 * The keys in the data directory, or in the file given instead; made at the first start. Throws when the file is there and is not what
 * it should be: never are new keys made beside what was encrypted with others.
 */
export async function readKeys(dataDir: string, given?: string): Promise<Keyring> {
  const path = given ?? join(dataDir, KEYS_FILE)
  try {
    // «wx»: of two processes starting at once only one makes it, the other reads it.
    const file = await open(path, 'wx', 0o600)
    const made = newKeyRows(new Date())
    try {
      await file.writeFile(`${JSON.stringify(made, null, 2)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    return keyringOf(made)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    return keyringOf(JSON.parse(await readFile(path, 'utf8')) as KeyRows)
  }
}

function newKeyRows(now: Date): KeyRows {
  const row = (id: string): KeyRow => ({ id, key: randomBytes(32).toString('base64url'), madeOn: now.toISOString() })
  return { encryption: [row('k1')], digest: [row('k1')] }
}

function keyringOf({ encryption, digest }: KeyRows): Keyring {
  return new Keyring({ encryption: encryption.map(toKey), digest: digest.map(toKey) })
}

function toKey({ id, key }: KeyRow): NamedKey {
  const bytes = Buffer.from(key, 'base64url')
  if (bytes.length !== 32 || !/^[a-z0-9-]+$/.test(id)) throw new Error(`key ${id}: not 32 bytes`)
  return { id, key: bytes }
}
