import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { type ByteSource, bytesBetween } from './byte-source.ts'
import { Refused } from './refused.ts'

const END_OF_DIRECTORY = 0x06054b50
const END_64 = 0x06064b50
const END_64_AT = 0x07064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const LONGEST_END = 22 + 65_535
const MOST_DIRECTORY = 8_000_000
const SATURATED = 0xffffffff

type Entry = { method: number; crc: number; packed: number; size: number; offset: number }

/** The parts of a zip by name (case does not matter), each unpacked piece by piece when asked for. */
export type ZipParts = {
  has(name: string): boolean
  /** The unpacked size the list claims. */
  size(name: string): number
  /** The part's bytes. Refuses what is broken, or becomes more than it claims or than `most`. */
  stream(name: string, most: number): AsyncGenerator<Buffer>
  /** A small part whole; `undefined` when there is none. */
  whole(name: string, most: number): Promise<Buffer | undefined>
}

/**
 * Opens a zip without holding it in memory: reads the list at its end, then each part where it lies. Unlike `unzip.ts`
 * it bounds each part by what its reader can bear, not the file as a whole, since a sheet may well unpack to hundreds of
 * megabytes. Throws `Refused`.
 */
export async function openZipParts(source: ByteSource): Promise<ZipParts> {
  const entries = await readDirectory(source)
  const find = (name: string) => entries.get(keyOf(name))
  async function* stream(name: string, most: number) {
    const entry = find(name)
    if (!entry) throw new Refused('sheet-broken')
    if (entry.size > most) throw new Refused('file-unpacks-too-large')
    yield* unpack(source, entry)
  }
  return {
    has: (name) => find(name) !== undefined,
    size: (name) => find(name)?.size ?? 0,
    stream,
    whole: async (name, most) => {
      if (!find(name)) return undefined
      const pieces: Buffer[] = []
      for await (const piece of stream(name, most)) pieces.push(piece)
      return Buffer.concat(pieces)
    },
  }
}

/** Some programs write backslashes, a slash in front, or another case than the one they refer to. */
const keyOf = (name: string) => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()

async function readDirectory(source: ByteSource): Promise<Map<string, Entry>> {
  const { at, length } = await whereDirectoryLies(source)
  if (length > MOST_DIRECTORY) throw new Refused('file-unpacks-too-large')
  const list = await source.read(at, length)
  if (list.length !== length) throw new Refused('sheet-broken')
  const entries = new Map<string, Entry>()
  for (let next = 0; next + 46 <= list.length; ) {
    if (list.readUInt32LE(next) !== ENTRY) throw new Refused('sheet-broken')
    if (list.readUInt16LE(next + 8) & 1) throw new Refused('file-encrypted')
    const nameEnd = next + 46 + list.readUInt16LE(next + 28)
    const extraEnd = nameEnd + list.readUInt16LE(next + 30)
    if (extraEnd > list.length) throw new Refused('sheet-broken')
    const entry: Entry = {
      method: list.readUInt16LE(next + 10),
      crc: list.readUInt32LE(next + 16),
      packed: list.readUInt32LE(next + 20),
      size: list.readUInt32LE(next + 24),
      offset: list.readUInt32LE(next + 42),
    }
    widen(entry, list.subarray(nameEnd, extraEnd))
    entries.set(keyOf(list.toString('utf8', next + 46, nameEnd)), entry)
    next = extraEnd + list.readUInt16LE(next + 32)
  }
  if (entries.size === 0) throw new Refused('sheet-broken')
  return entries
}

/** Programs that stream write the long form of sizes for short parts too. */
function widen(entry: Entry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let value = at + 4
    const end = Math.min(value + extra.readUInt16LE(at + 2), extra.length)
    for (const name of ['size', 'packed', 'offset'] as const) {
      if (entry[name] !== SATURATED || value + 8 > end) continue
      entry[name] = Number(extra.readBigUInt64LE(value))
      value += 8
    }
    return
  }
}

async function whereDirectoryLies(source: ByteSource): Promise<{ at: number; length: number }> {
  const from = Math.max(0, source.size - LONGEST_END)
  const tail = await source.read(from, source.size - from)
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END_OF_DIRECTORY) continue
    const [length, start] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)]
    if (start !== SATURATED && length !== SATURATED) return { at: start, length }
    if (at < 20 || tail.readUInt32LE(at - 20) !== END_64_AT) break
    const end = await source.read(Number(tail.readBigUInt64LE(at - 12)), 56)
    if (end.length < 56 || end.readUInt32LE(0) !== END_64) break
    return { at: Number(end.readBigUInt64LE(48)), length: Number(end.readBigUInt64LE(40)) }
  }
  throw new Refused('sheet-broken')
}

async function* unpack(source: ByteSource, entry: Entry): AsyncGenerator<Buffer> {
  const { offset, packed, size, method } = entry
  const head = await source.read(offset, 30)
  if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) throw new Refused('sheet-broken')
  const from = offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  if (from + packed > source.size || (method !== 0 && method !== 8)) throw new Refused('sheet-broken')
  const bytes = bytesBetween(source, from, from + packed)
  let [seen, crc] = [0, 0]
  for await (const piece of method === 0 ? bytes : inflated(bytes)) {
    seen += piece.length
    if (seen > size) throw new Refused('file-unpacks-too-large')
    crc = crc32(piece, crc)
    yield piece
  }
  if (seen !== size || crc !== entry.crc) throw new Refused('sheet-broken')
}

async function* inflated(bytes: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: 128 * 1024 })
  // What goes wrong comes out of the iteration below; this end of it must not go unheard.
  pipeline(bytes, inflate).catch(() => undefined)
  try {
    for await (const piece of inflate) yield piece as Buffer
  } catch (fault) {
    throw fault instanceof Refused ? fault : new Refused('sheet-broken')
  }
}
