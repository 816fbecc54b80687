import { type FileHandle, open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { lookInsideZip } from './look-inside-zip.ts'

/** What a file is, as its bytes say. */
export type FileKind = {
  readonly mediaType: string
  /** The first is the usual one. */
  readonly extensions: readonly [string, ...string[]]
  /** May a browser show it in a window of its own? Everything else is only ever saved. */
  readonly inline: boolean
}

const KINDS = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'], inline: true },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    inline: false,
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    inline: false,
  },
  doc: { mediaType: 'application/msword', extensions: ['doc'], inline: false },
  txt: { mediaType: 'text/plain', extensions: ['txt', 'md'], inline: false },
  md: { mediaType: 'text/markdown', extensions: ['md'], inline: false },
  png: { mediaType: 'image/png', extensions: ['png'], inline: true },
  jpg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], inline: true },
  webp: { mediaType: 'image/webp', extensions: ['webp'], inline: true },
  heic: { mediaType: 'image/heic', extensions: ['heic', 'heif'], inline: false },
} as const satisfies Record<string, FileKind>

const BY_MEDIA_TYPE = new Map<string, FileKind>(Object.values(KINDS).map((kind) => [kind.mediaType, kind]))

/** The kind of a stored media type; something we never store is saved as plain bytes. */
export function kindOfMediaType(mediaType: string): FileKind {
  return BY_MEDIA_TYPE.get(mediaType) ?? { mediaType: 'application/octet-stream', extensions: ['bin'], inline: false }
}

const HEAD_BYTES = 64 * 1024

/**
 * Says what a file is by its bytes; its name only tells Markdown from plain text. Refuses every kind not in the list,
 * and what is broken, encrypted or packed to become far too large.
 */
export async function fileKind(path: string, size: number, name: string): Promise<Result<FileKind>> {
  const file = await open(path, 'r')
  try {
    const head = Buffer.alloc(Math.min(size, HEAD_BYTES))
    await file.read(head, 0, head.length, 0)
    if (head.subarray(0, 2).toString('latin1') === 'PK') return await zipKind(file, size)
    if (head.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') return await compoundKind(file, size)
    return await simpleKind(head, name)
  } finally {
    await file.close()
  }
}

async function zipKind(file: FileHandle, size: number): Promise<Result<FileKind>> {
  const inside = await lookInsideZip(file, size)
  if (!inside.ok) return inside
  const names = new Set(inside.value.map((entry) => entry.name))
  // A program inside, whatever the file calls itself: nothing here needs one, and whoever opens it elsewhere would run it.
  if ([...names].some((name) => name.toLowerCase().endsWith('/vbaproject.bin'))) return refuse('file-with-macro')
  if (names.has('word/document.xml')) return ok(KINDS.docx)
  if (names.has('xl/workbook.xml')) return ok(KINDS.xlsx)
  return refuse('file-kind-not-taken')
}

/** The container of old Word files, and of Word files under a password. */
async function compoundKind(file: FileHandle, size: number): Promise<Result<FileKind>> {
  const marks = ['WordDocument', 'EncryptedPackage', '_VBA_PROJECT'].map((name) => Buffer.from(name, 'utf16le'))
  const [word, locked, macro] = marks
  const overlap = 64
  const piece = Buffer.alloc(1_000_000)
  let found: FileKind | undefined
  for (let at = 0; at < size; at += piece.length - overlap) {
    const { bytesRead } = await file.read(piece, 0, piece.length, at)
    const part = piece.subarray(0, bytesRead)
    if (locked && part.includes(locked)) return refuse('file-encrypted')
    if (macro && part.includes(macro)) return refuse('file-with-macro')
    if (word && part.includes(word)) found = KINDS.doc
    if (bytesRead < piece.length) break
  }
  return found ? ok(found) : refuse('file-kind-not-taken')
}

const BY_FOUND_EXTENSION: Record<string, FileKind> = {
  pdf: KINDS.pdf,
  png: KINDS.png,
  jpg: KINDS.jpg,
  webp: KINDS.webp,
  heic: KINDS.heic,
  heif: KINDS.heic,
}

async function simpleKind(head: Buffer, name: string): Promise<Result<FileKind>> {
  // Some scanners write a few bytes before the mark of a PDF.
  if (head.subarray(0, 1024).includes('%PDF-')) return ok(KINDS.pdf)
  // Before the marks are looked at: a text that begins with «BM» is no picture.
  const text = isText(head) ? kindOfText(name) : undefined
  if (text) return ok(text)
  const found = await fileTypeFromBuffer(head)
  const kind = found && BY_FOUND_EXTENSION[found.ext]
  return kind ? ok(kind) : refuse('file-kind-not-taken')
}

function kindOfText(name: string): FileKind | undefined {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  if (extension === 'md' || extension === 'markdown') return KINDS.md
  return extension === undefined || extension === 'txt' || extension === 'text' ? KINDS.txt : undefined
}

/** Text in whatever encoding: old Vietnamese ones use every byte above 127, but none the control characters. */
function isText(head: Buffer): boolean {
  const mark = head.subarray(0, 2).toString('hex')
  if (mark === 'fffe' || mark === 'feff') return true
  return head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b)
}
