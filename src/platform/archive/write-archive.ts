import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createGzip } from 'node:zlib'
import { pack as tarPack } from 'tar-stream'
import { encrypterFor, type Lock } from './lock.ts'

/** Takes parts one after the other; memory stays the same however large they are. */
export type ArchiveWriter = {
  /** `size` must be exactly what `bytes` gives: a tar says it before the bytes. */
  readonly add: (name: string, size: number, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => Promise<void>
}

/**
 * Writes a new file at `path` (which must not exist): tar, gzip, and age where a lock is given; on the disk for good when it returns.
 * Gives its size. Throws what the disk says (`ENOSPC`); what was written by then is for the caller to take away.
 */
export async function writeArchive(
  path: string,
  lock: Lock | undefined,
  fill: (writer: ArchiveWriter) => Promise<void>,
): Promise<number> {
  const pack = tarPack()
  const gzip = createGzip({ level: 5 })
  let size = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      done(null, chunk)
    },
  })
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
  const stopping = new AbortController()
  const written = lock
    ? pipeline(pack, gzip, (source: AsyncIterable<Uint8Array>) => locked(lock, source), counted, file)
    : pipeline(pack, gzip, counted, file)
  // Where the disk is full, whoever is adding must hear of it rather than wait for room.
  const broken = written.then(
    () => new Promise<never>(() => {}),
    (fault: unknown) => {
      stopping.abort()
      throw fault
    },
  )
  broken.catch(() => {})
  const add: ArchiveWriter['add'] = async (name, length, bytes) => {
    const added = new Promise<void>((resolve, reject) => {
      const sink = pack.entry({ name, size: length, mode: 0o600 }, (fault) => (fault ? reject(fault) : resolve()))
      pour(bytes, sink, stopping.signal).catch(reject)
    })
    added.catch(() => {})
    await Promise.race([added, broken])
  }
  try {
    await fill({ add })
    pack.finalize()
    await written
    return size
  } catch (fault) {
    // The disk's word counts for more than that of the part which could not be added because of it.
    const reason = await Promise.race([broken.catch((first: unknown) => first), soon(fault)])
    pack.destroy()
    await written.catch(() => {})
    throw reason
  }
}

async function pour(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  sink: NodeJS.WritableStream,
  signal: AbortSignal,
): Promise<void> {
  for await (const chunk of bytes) {
    if (!sink.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)))
      await once(sink, 'drain', { signal })
  }
  sink.end()
}

async function* locked(lock: Lock, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const plain = Readable.toWeb(Readable.from(source)) as ReadableStream<Uint8Array>
  const encrypted = await encrypterFor(lock).encrypt(plain as unknown as globalThis.ReadableStream<Uint8Array>)
  yield* Readable.fromWeb(encrypted as unknown as ReadableStream<Uint8Array>)
}

function soon<T>(value: T): Promise<T> {
  return new Promise((resolve) => setImmediate(resolve, value))
}
