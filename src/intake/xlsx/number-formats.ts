import type { DayShape } from '../../kernel/day-text.ts'
import { xmlEvents } from '../xml.ts'
import { attributesOf, localName } from './xml-attributes.ts'

/** The formats every program knows by number (ECMA-376 part 1, 18.8.30), those of East Asia among them. */
const BUILT_IN: Readonly<Record<number, DayShape>> = {
  14: 'day',
  15: 'day',
  16: 'day',
  17: 'month',
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  22: 'day',
  27: 'month',
  28: 'day',
  29: 'day',
  30: 'day',
  31: 'day',
  32: 'time',
  33: 'time',
  34: 'time',
  35: 'time',
  36: 'month',
  45: 'time',
  46: 'time',
  47: 'time',
  50: 'month',
  51: 'day',
  52: 'month',
  53: 'day',
  54: 'day',
  55: 'time',
  56: 'time',
  57: 'month',
  58: 'day',
}

/** What a format shows of a number that counts days; `undefined` when it shows a number as number. */
export function shapeOfFormat(code: string): DayShape | undefined {
  const letters = code
    .split(';')[0]
    ?.replace(/"[^"]*"?|\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .toLowerCase()
  if (letters === undefined || letters === 'general' || letters === '@') return undefined
  if (letters.includes('d')) return 'day'
  if (/[hs]/.test(letters)) return letters.includes('y') ? 'day' : 'time'
  if (letters.includes('y')) return letters.includes('m') ? 'month' : 'year'
  return letters.includes('m') ? 'month' : undefined
}

/** For each style of the workbook, what its format shows of a day. */
export function readDayShapes(stylesXml: string): (DayShape | undefined)[] {
  const formats = new Map<number, DayShape | undefined>()
  const shapes: (DayShape | undefined)[] = []
  let inCellStyles = false
  for (const event of xmlEvents(stylesXml)) {
    if (event.kind === 'text') continue
    const name = localName(event.name)
    if (name === 'cellXfs') inCellStyles = event.kind === 'open' && !event.empty
    if (event.kind === 'close') continue
    if (name === 'numFmt') {
      const attributes = attributesOf(event.attributes)
      formats.set(Number(attributes.get('numFmtId')), shapeOfFormat(attributes.get('formatCode') ?? ''))
    }
    if (name === 'xf' && inCellStyles) {
      const id = Number(attributesOf(event.attributes).get('numFmtId') ?? 0)
      shapes.push(formats.has(id) ? formats.get(id) : BUILT_IN[id])
    }
  }
  return shapes
}
