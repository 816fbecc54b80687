import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

const LOCAL = 0x04034b50
const DESCRIPTOR = 0x08074b50
const ENTRY = 0x02014b50
const END = 0x06054b50
const VERSION = 20
/** Names in UTF-8, and sizes behind the part: they are known only then. */
const FLAGS = 0x0808
const DEFLATED = 8
/** 1 January 1980, where the calendar of zip files begins: the same rows give the same bytes. */
const NO_DAY = 0x0021
const MOST = 0xffffffff

export type ZipPart = { readonly name: string; readonly content: AsyncIterable<Buffer> | Iterable<Buffer> }
type Written = { name: Buffer; crc: number; packed: number; size: number; offset: number }

/** Packs parts one after another while they come; nothing of them is kept. Throws above 4 GB, which no sheet reaches. */
export async function* zipStream(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let at = 0
  for await (const { name, content } of parts) {
    const part: Written = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset: at }
    const head = localHead(part.name)
    yield head
    async function* counted() {
      for await (const piece of content) {
        part.crc = crc32(piece, part.crc)
        part.size += piece.length
        yield piece
      }
    }
    for await (const piece of deflated(counted())) {
      part.packed += piece.length
      yield piece
    }
    yield descriptor(part)
    at += head.length + part.packed + 16
    if (at > MOST || part.size > MOST) throw new Error('a zip of more than 4 GB')
    written.push(part)
  }
  const list = written.map(entry)
  const length = list.reduce((sum, one) => sum + one.length, 0)
  yield Buffer.concat([...list, end(written.length, length, at)])
}

async function* deflated(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: 5 })
  const feeding = pipeline(content, deflate)
  // What fails in the rows fails here too, by the iteration; this end of it must not go unheard.
  feeding.catch(() => undefined)
  for await (const piece of deflate) yield piece as Buffer
  await feeding
}

function localHead(name: Buffer): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(LOCAL, 0)
  head.writeUInt16LE(VERSION, 4)
  head.writeUInt16LE(FLAGS, 6)
  head.writeUInt16LE(DEFLATED, 8)
  head.writeUInt16LE(NO_DAY, 12)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

function descriptor({ crc, packed, size }: Written): Buffer {
  const bytes = Buffer.alloc(16)
  for (const [no, value] of [DESCRIPTOR, crc, packed, size].entries()) bytes.writeUInt32LE(value, no * 4)
  return bytes
}

function entry({ name, crc, packed, size, offset }: Written): Buffer {
  const head = Buffer.alloc(46)
  head.writeUInt32LE(ENTRY, 0)
  head.writeUInt16LE(VERSION, 4)
  head.writeUInt16LE(VERSION, 6)
  head.writeUInt16LE(FLAGS, 8)
  head.writeUInt16LE(DEFLATED, 10)
  head.writeUInt16LE(NO_DAY, 14)
  for (const [no, value] of [crc, packed, size].entries()) head.writeUInt32LE(value, 16 + no * 4)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt32LE(offset, 42)
  return Buffer.concat([head, name])
}

function end(count: number, length: number, at: number): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(END, 0)
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(length, 12)
  bytes.writeUInt32LE(at, 16)
  return bytes
}
