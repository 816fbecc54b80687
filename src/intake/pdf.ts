import { getDocumentProxy } from 'unpdf'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { linesOf, type TextItem } from './pdf-lines.ts'

export type PdfText = { text: string; pages: number; notes: string[] }

const MOST_PAGES = 500
/** Fewer letters than this on a page is a stamp or a page number on a picture, not a text layer. */
const FEWEST_LETTERS = 12

/** The text layer of a PDF, page by page. Refuses encrypted and broken files and those that are only pictures. */
export async function pdfText(bytes: Uint8Array, onProgress: (done: number) => void): Promise<Result<PdfText>> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      stopAtErrors: false,
    })
    const count = Math.min(pdf.numPages, MOST_PAGES)
    const pages: string[] = []
    for (let number = 1; number <= count; number += 1) {
      const page = await pdf.getPage(number)
      const content = await page.getTextContent()
      pages.push(linesOf(content.items.filter((item) => 'str' in item) as TextItem[]))
      page.cleanup()
      onProgress(number / count)
    }
    const bare = pages.flatMap((text, i) => (letters(text) < FEWEST_LETTERS ? [i + 1] : []))
    if (bare.length === pages.length) return refuse('document-scanned')
    const notes =
      bare.length > 0 && bare.length * 2 >= pages.length ? [`Trang ${bare.join(', ')} không có lớp chữ`] : []
    if (pdf.numPages > MOST_PAGES) notes.push(`Chỉ đọc ${MOST_PAGES} trang đầu`)
    return ok({ text: pages.join('\n\n'), pages: pdf.numPages, notes })
  } catch (fault) {
    return refuse(fault instanceof Error && fault.name === 'PasswordException' ? 'file-encrypted' : 'file-broken')
  }
}

const letters = (text: string) => text.match(/\p{L}/gu)?.length ?? 0
