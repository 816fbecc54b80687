import { ok, type Result, refuse } from '../kernel/result.ts'
import { type Numbering, readNumbering } from './docx-numbering.ts'
import { openZip } from './unzip.ts'
import { attribute, xmlEvents } from './xml.ts'

/** A plan of a hundred pages has a main part of a few megabytes. */
const MOST_MAIN_PART = 80_000_000

/**
 * The words of a .docx: one paragraph a line, the cells of a table row on one line parted by tabs, list signs written
 * out, deleted passages left out. Refuses what is broken, encrypted, a bomb, or no Word file.
 */
export function docxText(file: Buffer): Result<string> {
  const zip = openZip(file)
  if (!zip.ok) return zip
  if (!zip.value.has('word/document.xml')) return refuse('document-kind-unread')
  const main = zip.value.part('word/document.xml')
  if (!main.ok) return main
  const numbering = zip.value.part('word/numbering.xml')
  if (!numbering.ok) return numbering
  if (!main.value || main.value.length > MOST_MAIN_PART) return refuse('file-unpacks-too-large')
  const xml = main.value.toString('utf8')
  if (!xml.includes('<w:document') || !xml.includes('</w:document>')) return refuse('file-broken')
  return ok(wordsOf(xml, readNumbering(numbering.value?.toString('utf8') ?? '')))
}

/** Parts whose words are not the paper's: deleted text, field codes, alternative drawings, comments. */
const SKIPPED = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'mc:Fallback', 'w:delText', 'w:pict', 'wp:docPr'])

function wordsOf(xml: string, numbering: Numbering): string {
  const out: string[] = []
  const rows: string[][] = []
  let paragraph = ''
  let listId: string | undefined
  let listLevel = 0
  let skipping: string | null = null
  let depth = 0
  let inText = false
  const endParagraph = () => {
    const mark = listId !== undefined && listId !== '0' ? numbering.signOf(listId, listLevel) : ''
    const line = mark && paragraph.trim() ? `${mark} ${paragraph}` : paragraph
    const row = rows.at(-1)
    if (row) row[row.length - 1] = [row.at(-1), line].filter((text) => text?.trim()).join('\n')
    else out.push(line)
    paragraph = ''
    listId = undefined
    listLevel = 0
  }
  for (const event of xmlEvents(xml)) {
    if (skipping !== null) {
      if (event.kind === 'open' && event.name === skipping && !event.empty) depth += 1
      if (event.kind === 'close' && event.name === skipping) depth -= 1
      if (depth === 0) skipping = null
      continue
    }
    if (event.kind === 'text') {
      if (inText) paragraph += event.text
      continue
    }
    if (event.kind === 'close') {
      if (event.name === 'w:t') inText = false
      else if (event.name === 'w:p') endParagraph()
      else if (event.name === 'w:tr') {
        const line = rowText(rows.pop() ?? [])
        const row = rows.at(-1)
        if (row) row[row.length - 1] = [row.at(-1), line].filter((text) => text?.trim()).join('\n')
        else out.push(line)
      }
      continue
    }
    if (SKIPPED.has(event.name)) {
      if (!event.empty) [skipping, depth] = [event.name, 1]
    } else if (event.name === 'w:t') inText = !event.empty
    else if (event.name === 'w:p' && event.empty) endParagraph()
    else if (event.name === 'w:tab') paragraph += '\t'
    else if (event.name === 'w:br' || event.name === 'w:cr') paragraph += '\n'
    else if (event.name === 'w:noBreakHyphen') paragraph += '-'
    else if (event.name === 'w:numId') listId = attribute(event.attributes, 'w:val')
    else if (event.name === 'w:ilvl') listLevel = Number(attribute(event.attributes, 'w:val') ?? 0)
    else if (event.name === 'w:tr') rows.push([])
    else if (event.name === 'w:tc') rows.at(-1)?.push('')
  }
  return out.join('\n')
}

/**
 * A row of short cells is one line with tabs. Where cells hold several paragraphs (the two columns of a head or a
 * signature), they follow one after the other, as people read them.
 */
function rowText(cells: readonly string[]): string {
  if (cells.some((cell) => cell.includes('\n'))) return cells.filter((cell) => cell.trim()).join('\n')
  return cells.map((cell) => cell.trim()).join('\t')
}
