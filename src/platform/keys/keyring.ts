import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'

/** One key of 32 bytes with the name that stands in front of everything made with it. */
export type NamedKey = { readonly id: string; readonly key: Buffer }

/** The newest key of each kind stands first: it is used for what is new, the others read what is old. */
export type Keys = { readonly encryption: readonly NamedKey[]; readonly digest: readonly NamedKey[] }

/** A keyed digest of a fixed text: whether two keys are the same one, also where both are called «k1». */
export type KeyMark = { readonly kind: 'encryption' | 'digest' | 'session'; readonly id: string; readonly mark: string }

const NONCE = 12
const TAG = 16

/**
 * What sensitive values are kept with: encrypted, and found again by a keyed digest. `purpose` names the column («person.citizen-id»):
 * what was sealed for one purpose does not open for another, and the same value has another digest in another column.
 */
export class Keyring {
  readonly #source: () => Keys
  /** Keys as they are, or where to ask for them: a running server learns of a new key without being started again. */
  constructor(keys: Keys | (() => Keys)) {
    this.#source = typeof keys === 'function' ? keys : () => keys
  }

  get #keys(): Keys {
    return this.#source()
  }

  /** AES-256-GCM with the newest key: key's name, nonce, tag, text. Twice the same text is never twice the same bytes. */
  seal(purpose: string, text: string): Buffer {
    const { id, key } = newest(this.#keys.encryption)
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', prepared(key), nonce)
    cipher.setAAD(Buffer.from(`${purpose}\n${id}`))
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([Buffer.from(`${id}:`), nonce, cipher.getAuthTag(), body])
  }

  /** The text again. Throws where the key is not ours, the purpose another, or a byte was changed. */
  open(purpose: string, sealed: Uint8Array): string {
    const bytes = Buffer.from(sealed)
    const colon = bytes.indexOf(0x3a)
    const id = bytes.subarray(0, Math.max(colon, 0)).toString('utf8')
    const { key } = named(this.#keys.encryption, id)
    const nonce = bytes.subarray(colon + 1, colon + 1 + NONCE)
    const tag = bytes.subarray(colon + 1 + NONCE, colon + 1 + NONCE + TAG)
    const decipher = createDecipheriv('aes-256-gcm', prepared(key), nonce, { authTagLength: TAG })
    decipher.setAAD(Buffer.from(`${purpose}\n${id}`))
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(bytes.subarray(colon + 1 + NONCE + TAG)), decipher.final()]).toString('utf8')
  }

  /** `key's name:64 hexadecimal digits`, by the newest digest key. The same text gives the same digest as long as the key is the newest. */
  digest(purpose: string, text: string): string {
    return digestWith(newest(this.#keys.digest), purpose, text)
  }

  /** By every digest key there is, newest first: to find a value also where its digest was not yet made anew. */
  digests(purpose: string, text: string): string[] {
    return this.#keys.digest.map((key) => digestWith(key, purpose, text))
  }

  /** The marks of every key: they tell keys apart, and say nothing of them. */
  marks(): KeyMark[] {
    const { encryption, digest } = this.#keys
    return [...encryption.map((key) => markOf('encryption', key)), ...digest.map((key) => markOf('digest', key))]
  }

  /** Was this sealed with the newest key? What was not is to be sealed anew. */
  isCurrent(sealed: Uint8Array): boolean {
    const prefix = Buffer.from(`${newest(this.#keys.encryption).id}:`)
    return Buffer.from(sealed).subarray(0, prefix.length).equals(prefix)
  }
}

export function markOf(kind: KeyMark['kind'], { id, key }: NamedKey): KeyMark {
  const mark = createHmac('sha256', prepared(key)).update(`thi-dua/key-mark/${kind}/${id}`).digest('hex').slice(0, 32)
  return { kind, id, mark }
}

function digestWith({ id, key }: NamedKey, purpose: string, text: string): string {
  return `${id}:${createHmac('sha256', prepared(key)).update(`${purpose}\n${text}`).digest('hex')}`
}

function newest(keys: readonly NamedKey[]): NamedKey {
  const [first] = keys
  if (!first) throw new Error('no key at all')
  return first
}

function named(keys: readonly NamedKey[], id: string): NamedKey {
  const found = keys.find((key) => key.id === id)
  if (!found) throw new Error(`no key named ${JSON.stringify(id)}: it was made with keys that are not here`)
  return found
}

const objects = new WeakMap<Buffer, KeyObject>()

/** The key as the library wants it, made once: to make it anew for every value costs three to five times the value itself. */
function prepared(key: Buffer): KeyObject {
  const known = objects.get(key)
  if (known) return known
  const made = createSecretKey(key)
  objects.set(key, made)
  return made
}
