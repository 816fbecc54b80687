import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export type EmbeddedPasswords = {
  readonly superuser: string
  readonly owner: string
  readonly application: string
  readonly signIn: string
}

/** The random passwords of the embedded database, made at its first start and kept beside it, for its user's eyes only. */
export function keepPasswords(directory: string): EmbeddedPasswords {
  const path = join(directory, 'passwords.json')
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as EmbeddedPasswords
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const made: EmbeddedPasswords = {
    superuser: randomPassword(),
    owner: randomPassword(),
    application: randomPassword(),
    signIn: randomPassword(),
  }
  // On the disk before the database that needs it: a cluster whose password is lost cannot be opened.
  const draft = openSync(`${path}.new`, 'w', 0o600)
  writeSync(draft, JSON.stringify(made, null, 2))
  fsyncSync(draft)
  closeSync(draft)
  renameSync(`${path}.new`, path)
  return made
}

function randomPassword(): string {
  return randomBytes(24).toString('base64url')
}
