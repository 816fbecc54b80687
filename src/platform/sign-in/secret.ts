import { randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The name of the file in the data directory that keeps the secret. */
export const SECRET_FILE = 'sign-in-secret'

const LEAST = 32

/**
 * The secret with which session cookies are signed: the one given, else the one in the data directory, made at the
 * first start. Throws when it is too short to protect anything.
 */
export async function signInSecret(dataDir: string, given: string | undefined): Promise<string> {
  if (given !== undefined && given !== '') return checked(given, 'AUTH_SECRET')
  const path = join(dataDir, SECRET_FILE)
  try {
    // «wx»: of two processes starting at once only one makes it, the other reads it.
    const file = await open(path, 'wx', 0o600)
    const made = randomBytes(48).toString('base64url')
    try {
      await file.writeFile(`${made}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    return made
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    return checked((await readFile(path, 'utf8')).trim(), path)
  }
}

function checked(secret: string, where: string): string {
  if (secret.length < LEAST) throw new Error(`${where}: cần ít nhất ${LEAST} ký tự`)
  return secret
}
