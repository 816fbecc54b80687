import { readFile } from 'node:fs/promises'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { ok, type Result, refuse } from '../../kernel/result.ts'

/** What an archive is encrypted for; each is a standard age file that the `age` tool opens too. */
export type Lock =
  | { readonly kind: 'recipients'; readonly recipients: readonly string[] }
  /** `work`: how much guessing costs, as a power of two; age's own 18 unless told. */
  | { readonly kind: 'passphrase'; readonly passphrase: string; readonly work?: number }

/** What an archive is opened with. */
export type Unlock =
  | { readonly kind: 'identities'; readonly identities: readonly string[] }
  | { readonly kind: 'passphrase'; readonly passphrase: string }

const LEAST_PASSPHRASE = 16

/**
 * Reads a key file: a line for each recipient (`age1…`) or identity (`AGE-SECRET-KEY-1…`), `#` begins a remark. Gives what to lock
 * with and, where identities are in it, what to unlock with. Refuses a file that cannot be read or holds neither.
 */
export async function readKeyFile(path: string): Promise<Result<{ lock: Lock; unlock: Unlock | undefined }>> {
  const lines = await linesOf(path)
  if (!lines) return refuse('config-unreadable-file', { name: '--key', path })
  const identities = lines.filter((line) => line.startsWith('AGE-SECRET-KEY-'))
  const recipients = lines.filter((line) => line.startsWith('age1'))
  if (identities.length + recipients.length === 0 || identities.length + recipients.length < lines.length) {
    return refuse('backup-key-unreadable', { path })
  }
  try {
    const ours = await Promise.all(identities.map((identity) => identityToRecipient(identity)))
    const lock: Lock = { kind: 'recipients', recipients: [...new Set([...recipients, ...ours])] }
    // A letter mistyped in a key is noticed here, not at two in the morning.
    encrypterFor(lock)
    return ok({ lock, unlock: identities.length > 0 ? { kind: 'identities', identities } : undefined })
  } catch {
    return refuse('backup-key-unreadable', { path })
  }
}

/** Reads a passphrase: the first line of the file. Refuses a short one: whoever has the archive may try for years. */
export async function readPassphraseFile(path: string): Promise<Result<{ lock: Lock; unlock: Unlock }>> {
  // A passphrase may begin with the sign that begins a remark in a key file.
  const passphrase = (await textOf(path))?.split(/\r?\n/)[0]?.trim()
  if (!passphrase) return refuse('config-unreadable-file', { name: '--passphrase-file', path })
  if (passphrase.length < LEAST_PASSPHRASE) return refuse('backup-passphrase-short', { least: LEAST_PASSPHRASE })
  return ok({ lock: { kind: 'passphrase', passphrase }, unlock: { kind: 'passphrase', passphrase } })
}

/**
 * A lock that the writer can open once more to check what it wrote: where only recipients are known, one further key is made for this
 * file, kept in memory, and forgotten with the check.
 */
export async function withCheckKey(lock: Lock): Promise<{ lock: Lock; unlock: Unlock }> {
  if (lock.kind === 'passphrase') return { lock, unlock: { kind: 'passphrase', passphrase: lock.passphrase } }
  const identity = await generateX25519Identity()
  const recipients = [...lock.recipients, await identityToRecipient(identity)]
  return { lock: { kind: 'recipients', recipients }, unlock: { kind: 'identities', identities: [identity] } }
}

/** A new pair: the identity opens, the recipient only locks. */
export async function makeKeyPair(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

export function encrypterFor(lock: Lock): Encrypter {
  const encrypter = new Encrypter()
  if (lock.kind === 'passphrase') {
    encrypter.setPassphrase(lock.passphrase)
    if (lock.work !== undefined) encrypter.setScryptWorkFactor(lock.work)
  } else for (const recipient of lock.recipients) encrypter.addRecipient(recipient)
  return encrypter
}

export function decrypterFor(unlock: Unlock): Decrypter {
  const decrypter = new Decrypter()
  if (unlock.kind === 'passphrase') decrypter.addPassphrase(unlock.passphrase)
  else for (const identity of unlock.identities) decrypter.addIdentity(identity)
  return decrypter
}

async function linesOf(path: string): Promise<string[] | undefined> {
  const text = await textOf(path)
  return text
    ?.split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

async function textOf(path: string): Promise<string | undefined> {
  return await readFile(path, 'utf8').catch(() => undefined)
}
