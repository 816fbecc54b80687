import { statSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { type KeyMark, Keyring, type Keys, markOf } from './keyring.ts'
import {
  type KeyRows,
  keysOf,
  makeKeysFile,
  newKeyRow,
  newSecretRow,
  readKeysFile,
  readKeysFileNow,
  replaceKeysFile,
  type SecretRow,
} from './keys-file.ts'

/** The name of the file in the data directory that keeps the keys; a backup never holds it. */
export const KEYS_FILE = 'keys.json'
/** Where older installations kept the secret of sessions; it moves into the keys' file. */
export const OLD_SECRET_FILE = 'sign-in-secret'

/** What sessions are signed with, and what opens what was kept with an older one. */
export type SessionSecrets = {
  readonly current: string
  /** Newest first; empty while the first one was never replaced. */
  readonly versions: readonly { readonly version: number; readonly value: string }[]
  /** The first one, from before there were versions. */
  readonly first: string | undefined
}

export type HouseKeys = {
  readonly keyring: Keyring
  readonly session: SessionSecrets
  readonly path: string
  /** Of every key and secret, as the database is to know them. */
  readonly marks: readonly KeyMark[]
}

type Where = {
  readonly dataDir: string
  /** Of the settings: another place for the file, and a secret of sessions that is kept elsewhere. */
  readonly keysFile?: string | undefined
  readonly signInSecret?: string | undefined
}

/** How long a running server goes on with keys that were read; a new key rests longer than this before anything is made with it. */
export const KEYS_READ_EVERY_MS = 1000

export function keysPath({ dataDir, keysFile }: Where): string {
  return keysFile ?? join(dataDir, KEYS_FILE)
}

/**
 * The keys of this installation, made at the first start. `written` are the marks of the keys its database was written with: where they are
 * not in the file, or there is no file, it is refused, for new keys beside values sealed with others would lose both.
 */
export async function openKeys(where: Where, written: readonly KeyMark[]): Promise<Result<HouseKeys>> {
  const path = keysPath(where)
  try {
    let rows = await readKeysFile(path)
    if (!rows) {
      if (written.some(({ kind }) => kind !== 'session')) return refuse('keys-lost', { path })
      await makeKeysFile(path, await firstRows(where))
      rows = await readKeysFile(path)
    } else if (rows.session.length === 0) {
      await replaceKeysFile(path, { ...rows, session: [await firstSecret(where)] })
      rows = await readKeysFile(path)
    }
    if (!rows) return refuse('keys-unreadable', { path })
    // The old file goes once its secret is safe in the new one.
    await rm(join(where.dataDir, OLD_SECRET_FILE), { force: true })
    const keyring = new Keyring(readAnew(path, rows))
    // A lost secret of sessions asks people to sign in anew; a lost key loses what it sealed.
    const sealing = written.filter(({ kind }) => kind !== 'session')
    const missing = missingMarks(sealing, keyring.marks())
    if (missing.length > 0) return refuse('keys-foreign', { path, keys: missing.map(({ id }) => id).join(', ') })
    const marks = [...keyring.marks(), ...sessionMarks(rows.session, where.signInSecret)]
    return ok({ keyring, session: sessionOf(rows.session, where.signInSecret), path, marks })
  } catch (fault) {
    if (fault instanceof SyntaxError || (fault instanceof Error && !('code' in fault))) {
      return refuse('keys-unreadable', { path })
    }
    throw fault
  }
}

/** Which of these are not among those that are here. */
export function missingMarks<Mark extends KeyMark>(wanted: readonly Mark[], here: readonly KeyMark[]): Mark[] {
  const known = new Set(here.map(({ kind, mark }) => `${kind}:${mark}`))
  return wanted.filter(({ kind, mark }) => !known.has(`${kind}:${mark}`))
}

/** What a command reads sealed values with, and the marks of every key; one that opens nothing goes on without a file. Refuses a broken one. */
export async function keysOfFile(where: Where): Promise<Result<{ keyring: Keyring; marks: readonly KeyMark[] }>> {
  const path = keysPath(where)
  const rows = await readKeysFile(path).catch(() => null)
  if (rows === null) return refuse('keys-unreadable', { path })
  if (!rows) return ok({ keyring: new Keyring({ encryption: [], digest: [] }), marks: [] })
  const keyring = new Keyring(keysOf(rows))
  return ok({ keyring, marks: [...keyring.marks(), ...sessionMarks(rows.session, where.signInSecret)] })
}

function sessionMarks(rows: readonly SecretRow[], given: string | undefined): KeyMark[] {
  const held =
    given === undefined ? rows.map(({ id, secret }) => ({ id, secret })) : [{ id: 'auth-secret', secret: given }]
  return held.map(({ id, secret }) => markOf('session', { id, key: Buffer.from(secret) }))
}

async function firstRows(where: Where): Promise<KeyRows> {
  const now = new Date()
  return { session: [await firstSecret(where)], encryption: [newKeyRow(now)], digest: [newKeyRow(now)] }
}

async function firstSecret({ dataDir }: Where): Promise<SecretRow> {
  const made = newSecretRow(new Date(), null)
  try {
    const secret = (await readFile(join(dataDir, OLD_SECRET_FILE), 'utf8')).trim()
    if (secret !== '') return { ...made, secret }
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault
  }
  return made
}

function sessionOf(rows: readonly SecretRow[], given: string | undefined): SessionSecrets {
  if (given !== undefined) return { current: given, versions: [], first: given }
  const versions = rows.flatMap(({ version, secret }) => (version === null ? [] : [{ version, value: secret }]))
  const first = rows.find(({ version }) => version === null)?.secret
  const current = rows[0]?.secret
  if (current === undefined) throw new Error('no secret of sessions')
  return { current, versions, first }
}

/** The keys as the file has them now, looked at again after a while: `keys rotate` runs beside the server. */
function readAnew(path: string, first: KeyRows): () => Keys {
  let keys = keysOf(first)
  let looked = performance.now()
  let seen = stampOf(path)
  return () => {
    const now = performance.now()
    if (now - looked < KEYS_READ_EVERY_MS) return keys
    looked = now
    const stamp = stampOf(path)
    if (stamp !== undefined && stamp !== seen) {
      keys = keysOf(readKeysFileNow(path))
      seen = stamp
    }
    return keys
  }
}

/** Undefined while the file is away: the keys that were read still hold. */
function stampOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat && `${stat.ino}:${stat.mtimeMs}:${stat.size}`
}
