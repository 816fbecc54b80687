import { inflateRawSync } from 'node:zlib'

const ENTRY = 0x02014b50
const END = 22

/** The parts of a zip that we have just made ourselves, as text by name. */
export function unpackShell(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = new Map<string, string>()
  let at = zip.readUInt32LE(zip.length - END + 16)
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === ENTRY) {
    const [method, packed, named] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)]
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const body = zip.subarray(from, from + packed)
    const name = zip.toString('utf8', at + 46, at + 46 + named)
    parts.set(name, (method === 0 ? body : inflateRawSync(body)).toString('utf8'))
    at += 46 + named + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}
