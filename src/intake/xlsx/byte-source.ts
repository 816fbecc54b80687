import { open } from 'node:fs/promises'

/** Bytes that can be read at any place: a file on disk, or what lies in memory. */
export type ByteSource = {
  readonly size: number
  /** The bytes from `from`, fewer than `length` where the source ends. */
  read(from: number, length: number): Promise<Buffer>
  close(): Promise<void>
}

/** Opens a file by its path; throws when there is none. Bytes are taken as they are. */
export async function byteSource(from: { path: string } | { bytes: Uint8Array }): Promise<ByteSource> {
  if ('bytes' in from) {
    const all = Buffer.from(from.bytes.buffer, from.bytes.byteOffset, from.bytes.byteLength)
    return {
      size: all.length,
      read: async (at, length) => all.subarray(Math.min(at, all.length), Math.min(at + length, all.length)),
      close: async () => undefined,
    }
  }
  const file = await open(from.path, 'r')
  const { size } = await file.stat()
  return {
    size,
    read: async (at, length) => {
      const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - at)))
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
      return buffer.subarray(0, bytesRead)
    },
    close: () => file.close(),
  }
}

const STEP = 128 * 1024

/** The bytes of one stretch, piece by piece. */
export async function* bytesBetween(source: ByteSource, from: number, to: number): AsyncGenerator<Buffer> {
  for (let at = from; at < to; at += STEP) {
    const piece = await source.read(at, Math.min(STEP, to - at))
    if (piece.length === 0) return
    yield piece
  }
}
