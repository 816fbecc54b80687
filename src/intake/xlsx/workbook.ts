import type { DayShape } from '../../kernel/day-text.ts'
import { xmlEvents } from '../xml.ts'
import type { ByteSource } from './byte-source.ts'
import { readDayShapes } from './number-formats.ts'
import { Refused } from './refused.ts'
import { attributesOf, localName } from './xml-attributes.ts'
import { openZipParts, type ZipParts } from './zip-parts.ts'

export type Workbook = {
  readonly parts: ZipParts
  /** The sheets people see, in their order. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly stringsPart: string | undefined
  readonly shapes: readonly (DayShape | undefined)[]
  readonly from1904: boolean
}

const MOST_SMALL = 8_000_000
const COMPOUND = 'd0cf11e0a1b11ae1'

/** Opens a workbook by what is inside the file, whatever it is called. Throws `Refused`. */
export async function openWorkbook(source: ByteSource): Promise<Workbook> {
  if (source.size === 0) throw new Refused('file-empty')
  const start = await source.read(0, 8)
  if (start.toString('hex') === COMPOUND) throw new Refused(await insideCompound(source))
  if (start.subarray(0, 2).toString('latin1') !== 'PK') throw new Refused('sheet-not-xlsx')
  const parts = await openZipParts(source)
  const text = async (name: string) => (await parts.whole(name, MOST_SMALL))?.toString('utf8') ?? ''
  const rootLinks = readLinks(await text('_rels/.rels'), '')
  const main = rootLinks.find((link) => link.type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  const xml = /\.xml$/i.test(main) ? await text(main) : ''
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  if (!/<(?:\w+:)?workbook[\s>]/.test(xml)) throw new Refused('sheet-not-xlsx')
  const links = readLinks(await text(`${folder}_rels/${main.slice(folder.length)}.rels`), folder)
  const partOf = (type: string) => links.find((link) => link.type === type && parts.has(link.part))?.part
  const styles = partOf('styles')
  const listed = readSheets(xml)
  return {
    parts,
    sheets: listed.sheets.flatMap(({ name, linkId }) => {
      const link = links.find(({ id, type }) => id === linkId && type === 'worksheet')
      return link && parts.has(link.part) ? [{ name, part: link.part }] : []
    }),
    stringsPart: partOf('sharedStrings'),
    shapes: styles === undefined ? [] : readDayShapes(await text(styles)),
    from1904: listed.from1904,
  }
}

/** An .xls of old, or a workbook under a password, which Excel wraps into the same kind of file. */
async function insideCompound(source: ByteSource): Promise<'file-encrypted' | 'sheet-old-excel' | 'sheet-not-xlsx'> {
  const marks = ['EncryptedPackage', 'Workbook', 'Book'].map((name) => Buffer.from(name, 'utf16le'))
  const found = new Set<number>()
  const step = 1_000_000
  for (let at = 0; at < source.size; at += step) {
    const piece = await source.read(at, step + 64)
    for (const [index, mark] of marks.entries()) if (piece.includes(mark)) found.add(index)
  }
  if (found.has(0)) return 'file-encrypted'
  return found.size > 0 ? 'sheet-old-excel' : 'sheet-not-xlsx'
}

type Link = { id: string; type: string; part: string }

function readLinks(xml: string, folder: string): Link[] {
  const links: Link[] = []
  for (const event of xmlEvents(xml)) {
    if (event.kind !== 'open' || localName(event.name) !== 'Relationship') continue
    const attributes = attributesOf(event.attributes)
    const target = attributes.get('Target') ?? ''
    const type = attributes.get('Type') ?? ''
    const part = target.startsWith('/') ? target.slice(1) : resolvePart(folder, target)
    links.push({ id: attributes.get('Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), part })
  }
  return links
}

function resolvePart(folder: string, target: string): string {
  const path = folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}

function readSheets(xml: string): { sheets: { name: string; linkId: string }[]; from1904: boolean } {
  const sheets: { name: string; linkId: string }[] = []
  let from1904 = false
  for (const event of xmlEvents(xml)) {
    if (event.kind !== 'open') continue
    const name = localName(event.name)
    if (name === 'workbookPr') from1904 = /^(?:1|true|on)$/.test(attributesOf(event.attributes).get('date1904') ?? '')
    if (name !== 'sheet') continue
    const attributes = attributesOf(event.attributes)
    if (/hidden/i.test(attributes.get('state') ?? '')) continue
    sheets.push({ name: (attributes.get('name') ?? '').normalize('NFC'), linkId: attributes.get('id') ?? '' })
  }
  return { sheets, from1904 }
}
