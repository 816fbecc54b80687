import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from '../files/sync-folder.ts'
import type { Keys, NamedKey } from './keyring.ts'

/** A key as the file keeps it. */
export type KeyRow = { readonly id: string; readonly key: string; readonly madeOn: string }
/** What sessions and second factors are kept with. `version` is null for the first one, which stood alone. */
export type SecretRow = {
  readonly id: string
  readonly secret: string
  readonly version: number | null
  readonly madeOn: string
}
/** All keys of an installation, the newest of each kind first. */
export type KeyRows = {
  readonly session: readonly SecretRow[]
  readonly encryption: readonly KeyRow[]
  readonly digest: readonly KeyRow[]
}

const LEAST_SECRET = 32

/** The rows of the file; nothing where there is none. Throws where it is not what it should be. */
export async function readKeysFile(path: string): Promise<KeyRows | undefined> {
  try {
    return rowsOf(await readFile(path, 'utf8'))
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw fault
  }
}

/** As `readKeysFile`, for the moment in which a value is opened. */
export function readKeysFileNow(path: string): KeyRows {
  return rowsOf(readFileSync(path, 'utf8'))
}

/** Puts the file there, unless another process has done so first: of two that start at once both go on with the same keys. */
export async function makeKeysFile(path: string, rows: KeyRows): Promise<void> {
  const draft = await drafted(path, rows)
  try {
    await link(draft, path)
    await syncFolder(dirname(path))
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
  } finally {
    await rm(draft, { force: true })
  }
}

/** Puts the file in the place of the one that is there: always whole, the old one or the new. */
export async function replaceKeysFile(path: string, rows: KeyRows): Promise<void> {
  await rename(await drafted(path, rows), path)
  await syncFolder(dirname(path))
}

export function newKeyRow(now: Date): KeyRow {
  return { id: newKeyId(), key: randomBytes(32).toString('base64url'), madeOn: now.toISOString() }
}

export function newSecretRow(now: Date, version: number | null): SecretRow {
  return { id: newKeyId(), secret: randomBytes(48).toString('base64url'), version, madeOn: now.toISOString() }
}

export function keysOf({ encryption, digest }: KeyRows): Keys {
  return { encryption: encryption.map(toKey), digest: digest.map(toKey) }
}

/** Different in every installation: it stands in front of each value, and tells which key is wanted where the file was lost. */
function newKeyId(): string {
  return `k${randomBytes(4).toString('hex')}`
}

function rowsOf(text: string): KeyRows {
  const read = JSON.parse(text) as Partial<KeyRows>
  const rows: KeyRows = { session: read.session ?? [], encryption: read.encryption ?? [], digest: read.digest ?? [] }
  if (rows.encryption.length === 0 || rows.digest.length === 0) throw new Error('a kind of key is missing')
  keysOf(rows)
  if (rows.session.some(({ secret }) => secret.length < LEAST_SECRET)) throw new Error('a secret is too short')
  return rows
}

function toKey({ id, key }: KeyRow): NamedKey {
  const bytes = Buffer.from(key, 'base64url')
  if (bytes.length !== 32 || !/^[a-z0-9-]+$/.test(id)) throw new Error(`key ${id}: not 32 bytes`)
  return { id, key: bytes }
}

async function drafted(path: string, rows: KeyRows): Promise<string> {
  // A process's number is no name: each container has a number 1.
  const draft = `${path}.${randomBytes(6).toString('hex')}.new`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(rows, null, 2)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  return draft
}
