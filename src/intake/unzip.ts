import { inflateRawSync } from 'node:zlib'
import { ok, type Result, refuse } from '../kernel/result.ts'

const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const LONGEST_END = 22 + 65_535

/** What a document of 20 MB may become in all, and how many times its packed size one part may be. */
const MOST_UNPACKED = 200_000_000
const MOST_RATIO = 400
const SMALL_ENOUGH = 8_000_000

type Entry = { method: number; packed: number; size: number; offset: number }

/** The parts of a zip by name, each unpacked when asked for. */
export type Zip = { has(name: string): boolean; part(name: string): Result<Buffer | undefined> }

/**
 * Opens a zip held in memory. Refuses what is broken, encrypted, or says it becomes absurdly large; and, since the list
 * may lie, unpacks no part beyond the size it declares.
 */
export function openZip(file: Buffer): Result<Zip> {
  const listed = readDirectory(file)
  if (!listed.ok) return listed
  const entries = listed.value
  return ok({ has: (name) => entries.has(name), part: (name) => unpack(file, entries.get(name)) })
}

function readDirectory(file: Buffer): Result<Map<string, Entry>> {
  const end = findEnd(file)
  if (end < 0) return refuse('file-broken')
  const length = file.readUInt32LE(end + 12)
  let at = file.readUInt32LE(end + 16)
  const stop = at + length
  if (stop > file.length) return refuse('file-broken')
  const entries = new Map<string, Entry>()
  let total = 0
  while (at + 46 <= stop) {
    if (file.readUInt32LE(at) !== ENTRY) return refuse('file-broken')
    if (file.readUInt16LE(at + 8) & 1) return refuse('file-encrypted')
    const packed = file.readUInt32LE(at + 20)
    const size = file.readUInt32LE(at + 24)
    const nameLength = file.readUInt16LE(at + 28)
    const more = file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    total += size
    if (total > MOST_UNPACKED || (size > SMALL_ENOUGH && size > packed * MOST_RATIO))
      return refuse('file-unpacks-too-large')
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    entries.set(name, { method: file.readUInt16LE(at + 10), packed, size, offset: file.readUInt32LE(at + 42) })
    at += 46 + nameLength + more
  }
  return entries.size > 0 ? ok(entries) : refuse('file-broken')
}

function findEnd(file: Buffer): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - LONGEST_END); at -= 1) {
    if (file.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  return -1
}

function unpack(file: Buffer, entry: Entry | undefined): Result<Buffer | undefined> {
  if (!entry) return ok(undefined)
  const { offset, packed, size, method } = entry
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== LOCAL) return refuse('file-broken')
  const from = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  if (from + packed > file.length) return refuse('file-broken')
  const body = file.subarray(from, from + packed)
  if (method === 0) return body.length === size ? ok(body) : refuse('file-broken')
  if (method !== 8) return refuse('file-broken')
  try {
    return ok(inflateRawSync(body, { maxOutputLength: Math.max(size, 1) }))
  } catch (fault) {
    const lies = fault instanceof Error && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE'
    return refuse(lies ? 'file-unpacks-too-large' : 'file-broken')
  }
}
