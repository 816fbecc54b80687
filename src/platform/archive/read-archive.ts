import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createGunzip } from 'node:zlib'
import { extract as tarExtract } from 'tar-stream'
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { decrypterFor, type Unlock } from './lock.ts'

export type ArchivePart = { readonly name: string; readonly size: number; readonly bytes: AsyncIterable<Buffer> }

/** Ends the reading with a refusal from inside the function that takes the parts. */
export class Unreadable extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

const AGE = 'age-encryption.org/v1'
const GZIP = 0x1f8b

/**
 * Hands the parts over in their order; what is not read of a part is passed over. Refuses a file that is not there, is no archive, is
 * encrypted and no key is given, does not open with the one given, or is broken or cut short.
 */
export async function readArchive<T>(
  path: string,
  unlock: Unlock | undefined,
  take: (parts: AsyncIterable<ArchivePart>) => Promise<T>,
): Promise<Result<T>> {
  const head = await headOf(path)
  if (!head.ok) return head
  const encrypted = head.value.toString('latin1') === AGE
  if (!encrypted && head.value.readUInt16BE(0) !== GZIP) return refuse('backup-not-ours')
  if (encrypted && !unlock) return refuse('backup-locked')
  const bytes = createReadStream(path)
  try {
    const plain = encrypted && unlock ? await decrypted(bytes, unlock) : ok(bytes)
    return plain.ok ? await unpack(plain.value, take) : plain
  } finally {
    bytes.destroy()
  }
}

/** The first bytes say whether there is anything to decrypt. */
async function headOf(path: string): Promise<Result<Buffer>> {
  const head = Buffer.alloc(AGE.length)
  try {
    const file = await open(path, 'r')
    try {
      if (!(await file.stat()).isFile()) return refuse('backup-not-there', { path })
      await file.read(head, 0, AGE.length, 0)
      return ok(head)
    } finally {
      await file.close()
    }
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault) return refuse('backup-not-there', { path })
    throw fault
  }
}

async function decrypted(bytes: Readable, unlock: Unlock): Promise<Result<Readable>> {
  try {
    const encrypted = Readable.toWeb(bytes) as unknown as globalThis.ReadableStream<Uint8Array>
    const plain = await decrypterFor(unlock).decrypt(encrypted)
    return ok(Readable.fromWeb(plain as unknown as ReadableStream<Uint8Array>))
  } catch {
    return refuse('backup-wrong-key')
  }
}

async function unpack<T>(plain: Readable, take: (parts: AsyncIterable<ArchivePart>) => Promise<T>): Promise<Result<T>> {
  const entries = tarExtract()
  // Made before the first byte flows: an entry that nobody listens for is lost, and whoever asks for it afterwards waits for ever.
  const iterator = entries[Symbol.asyncIterator]()
  pipeline(plain, createGunzip(), entries).catch(() => {})
  try {
    // Whoever reads to the end has the end confirmed: the last part is followed by it only once age and gzip have said that all is whole.
    // Whoever stops earlier leaves the rest unread, so what flows is not waited for.
    return ok(await take(partsOf(iterator)))
  } catch (fault) {
    if (fault instanceof Unreadable) return { ok: false, refusal: fault.refusal }
    throw fault
  } finally {
    plain.destroy()
    entries.destroy()
  }
}

type Entries = ReturnType<ReturnType<typeof tarExtract>[typeof Symbol.asyncIterator]>

/** Whatever breaks while bytes are fetched (age, zlib, tar) is the file's fault; what breaks in the taker is not, and goes up. */
async function* partsOf(iterator: Entries): AsyncGenerator<ArchivePart> {
  for (;;) {
    const next = await iterator.next().catch(broken)
    if (next.done) return
    const entry = next.value
    yield { name: entry.header.name, size: entry.header.size ?? 0, bytes: bytesOf(entry as AsyncIterable<Buffer>) }
    entry.resume()
  }
}

async function* bytesOf(entry: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const iterator = entry[Symbol.asyncIterator]()
  for (;;) {
    const next = await iterator.next().catch(broken)
    if (next.done) return
    yield next.value
  }
}

function broken(): never {
  throw new Unreadable({ code: 'backup-broken', values: {} })
}
