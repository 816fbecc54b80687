import { ok, type Result, refuse } from '../kernel/result.ts'

/** Decodes UTF-8 (with or without its mark) and UTF-16 (with its mark); refuses every other encoding. */
export function decodeText(bytes: Uint8Array): Result<string> {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex')
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8'
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    return refuse('document-old-encoding')
  }
}
