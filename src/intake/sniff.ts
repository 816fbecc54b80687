import { fileTypeFromBuffer } from 'file-type'
import { ok, type Result, refuse } from '../kernel/result.ts'

/** Kinds of file that intake can make text of. */
export type Readable = 'docx' | 'pdf' | 'text'

const startsWith = (bytes: Uint8Array, hex: string) =>
  Buffer.from(bytes.subarray(0, hex.length / 2)).toString('hex') === hex

/** The container of Word 97–2003 files, and of files under a password. */
const COMPOUND = 'd0cf11e0a1b11ae1'

/** Says what a file is by its bytes alone; refuses what no text can be made of, with what to do instead. */
export async function sniff(bytes: Uint8Array): Promise<Result<Readable>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length === 0) return refuse('file-empty')
  if (startsWith(bytes, COMPOUND)) {
    if (buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return refuse('file-encrypted')
    return refuse(
      buffer.includes(Buffer.from('WordDocument', 'utf16le')) ? 'document-old-word' : 'document-kind-unread',
    )
  }
  if (startsWith(bytes, '504b')) return ok('docx')
  // Some scanners write a few bytes before the mark of a PDF.
  if (buffer.subarray(0, 1024).includes('%PDF-')) return ok('pdf')
  if (isText(buffer)) return ok('text')
  const found = await fileTypeFromBuffer(buffer.subarray(0, 65_536))
  return refuse(found?.mime.startsWith('image/') ? 'document-picture' : 'document-kind-unread')
}

/** No control characters but those of text; or the mark of UTF-16. «{\rtf» and HTML are texts that are not plain. */
function isText(buffer: Buffer): boolean {
  const mark = buffer.subarray(0, 2).toString('hex')
  if (mark === 'fffe' || mark === 'feff') return true
  if (/^\s*(?:\{\\rtf|<!doctype html|<html|<\?xml)/i.test(buffer.subarray(0, 200).toString('latin1'))) return false
  return buffer.subarray(0, 65_536).every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d))
}
