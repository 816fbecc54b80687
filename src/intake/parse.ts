import { ok, refuse } from '../kernel/result.ts'
import { cleanText } from '../kernel/vietnamese-text.ts'
import { docxText } from './docx.ts'
import { type IntakeResult, MEDIA_TYPES, type OnProgress } from './intake-text.ts'
import { pdfText } from './pdf.ts'

/** Makes text of a .docx or .pdf. Runs in a thread of its own: what it is given may be made to harm. */
export async function parse(kind: 'docx' | 'pdf', bytes: Uint8Array, onProgress: OnProgress): Promise<IntakeResult> {
  if (kind === 'pdf') {
    const read = await pdfText(bytes, onProgress)
    if (!read.ok) return read
    return ok({ ...read.value, text: cleanText(read.value.text), mediaType: MEDIA_TYPES.pdf })
  }
  const read = docxText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (!read.ok) return read
  const text = cleanText(read.value)
  if (!/\p{L}/u.test(text)) return refuse('document-without-words')
  return ok({ text, mediaType: MEDIA_TYPES.docx, notes: [] })
}
