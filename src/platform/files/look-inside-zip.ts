import type { FileHandle } from 'node:fs/promises'
import { ok, type Result, refuse } from '../../kernel/result.ts'

const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
const LONGEST_END = 22 + 65_535
/** The list of parts of a real document is a few kilobytes; a list of millions is an attack. */
const MOST_DIRECTORY_BYTES = 4_000_000
/** What a document of 20 MB may become; beyond it, it is a bomb. */
export const MOST_UNPACKED_BYTES = 300_000_000

export type ZipEntry = { readonly name: string; readonly size: number }

/**
 * Reads a zip's own list of its parts, and nothing else of it. Refuses what is broken, encrypted, or says it becomes
 * far too large; whoever unpacks must count all the same, for the list may lie.
 */
export async function lookInsideZip(file: FileHandle, size: number): Promise<Result<ZipEntry[]>> {
  const tailLength = Math.min(size, LONGEST_END)
  const tail = Buffer.alloc(tailLength)
  await file.read(tail, 0, tailLength, size - tailLength)
  const end = findEnd(tail)
  if (end === undefined) return refuse('file-broken')
  const length = tail.readUInt32LE(end + 12)
  const offset = tail.readUInt32LE(end + 16)
  if (offset + length > size || length === 0) return refuse('file-broken')
  if (length > MOST_DIRECTORY_BYTES) return refuse('file-unpacks-too-large')
  const directory = Buffer.alloc(length)
  await file.read(directory, 0, length, offset)
  return readEntries(directory)
}

function findEnd(tail: Buffer): number | undefined {
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  return undefined
}

function readEntries(directory: Buffer): Result<ZipEntry[]> {
  const entries: ZipEntry[] = []
  let total = 0
  let at = 0
  while (at + 46 <= directory.length) {
    if (directory.readUInt32LE(at) !== ENTRY) return refuse('file-broken')
    if (directory.readUInt16LE(at + 8) & 1) return refuse('file-encrypted')
    const size = directory.readUInt32LE(at + 24)
    const nameLength = directory.readUInt16LE(at + 28)
    const more = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    entries.push({ name: directory.toString('utf8', at + 46, at + 46 + nameLength), size })
    total += size
    if (total > MOST_UNPACKED_BYTES) return refuse('file-unpacks-too-large')
    at += 46 + nameLength + more
  }
  return ok(entries)
}
