import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { syncFolder } from './sync-folder.ts'

/** Bytes that have arrived and are not yet part of the store: look at them, then keep or drop them. */
export type Received = {
  readonly path: string
  readonly sha256: string
  readonly size: number
  /** Puts them under their hash, on disk for good; the same bytes again change nothing. */
  readonly keep: () => Promise<void>
  readonly drop: () => Promise<void>
}

/** Files by the hash of their bytes. What a file is called, and who may see it, is written elsewhere. */
export interface ContentStore {
  /** Streams bytes in, hashing on the way; refuses nothing at all and more than `limit`, and leaves no trace of either. */
  receive(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Result<Received>>
  /** The bytes; throws when they are not there, for somebody has a row that says they are. */
  open(sha256: string): Promise<Readable>
}

/** `DATA_DIR/files/ab/cdef…`, one folder per first byte. */
export class DiskStore implements ContentStore {
  readonly #root: string
  readonly #arriving: string
  constructor(root: string) {
    this.#root = root
    this.#arriving = join(root, 'arriving')
  }

  async receive(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Result<Received>> {
    await mkdir(this.#arriving, { recursive: true, mode: 0o700 })
    const path = join(this.#arriving, randomUUID())
    const drop = () => rm(path, { force: true })
    const file = await open(path, 'wx', 0o600)
    let written: Result<{ sha256: string; size: number }>
    try {
      written = await writeAll(file, bytes, limit)
    } catch (fault) {
      await drop()
      throw fault
    } finally {
      await file.close()
    }
    if (!written.ok) {
      await drop()
      return written
    }
    const { sha256, size } = written.value
    return ok({ path, sha256, size, drop, keep: () => this.#keep(path, sha256) })
  }

  async open(sha256: string): Promise<Readable> {
    const path = this.#pathOf(sha256)
    await stat(path)
    return createReadStream(path)
  }

  /** Throws away what began to arrive and never ended, in a process that was killed. */
  async sweepArriving(olderThanMs = 86_400_000): Promise<void> {
    const names = await readdir(this.#arriving).catch(() => [])
    for (const name of names) {
      const path = join(this.#arriving, name)
      const found = await stat(path).catch(() => undefined)
      if (found && Date.now() - found.mtimeMs > olderThanMs) await rm(path, { force: true })
    }
  }

  async #keep(path: string, sha256: string): Promise<void> {
    const place = this.#pathOf(sha256)
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    await rename(path, place)
    // The name too must be on disk before a row speaks of the file.
    await syncFolder(dirname(place))
  }

  #pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`not a SHA-256: ${sha256}`)
    return join(this.#root, sha256.slice(0, 2), sha256.slice(2))
  }
}

async function writeAll(
  file: FileHandle,
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Result<{ sha256: string; size: number }>> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > limit) return refuse('file-too-large', { limit: Math.floor(limit / 1_000_000) })
    hash.update(chunk)
    await file.writeFile(chunk)
  }
  if (size === 0) return refuse('file-empty')
  await file.sync()
  return ok({ sha256: hash.digest('hex'), size })
}
