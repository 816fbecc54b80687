import { attribute, xmlEvents } from './xml.ts'

type Level = { format: string; text: string; start: number }
type Levels = Map<number, Level>

/** Gives the sign Word draws before a numbered paragraph: «1.», «a)», «-». It stands nowhere in the text itself. */
export type Numbering = { signOf(numId: string, level: number): string }

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
] // biome-ignore format: a table

function roman(value: number): string {
  let left = value
  let out = ''
  for (const [worth, sign] of ROMAN) {
    while (left >= worth && out.length < 20) {
      out += sign
      left -= worth
    }
  }
  return out
}

function counted(value: number, format: string): string {
  if (format === 'upperRoman') return roman(value)
  if (format === 'lowerRoman') return roman(value).toLowerCase()
  if (format === 'lowerLetter') return String.fromCharCode(96 + ((value - 1) % 26) + 1)
  if (format === 'upperLetter') return String.fromCharCode(64 + ((value - 1) % 26) + 1)
  return String(value)
}

/** Reads `word/numbering.xml`; counts as Word does while the paragraphs pass by in order. */
export function readNumbering(xml: string): Numbering {
  const { abstracts, instances } = definitions(xml)
  const counts = new Map<string, number[]>()
  return {
    signOf(numId, level) {
      const abstract = instances.get(numId)
      const levels = abstract === undefined ? undefined : abstracts.get(abstract)
      const own = levels?.get(level)
      if (abstract === undefined || !levels || !own || own.format === 'none') return ''
      if (own.format === 'bullet') return '-'
      const count = counts.get(abstract) ?? []
      counts.set(abstract, count)
      count[level] = (count[level] ?? own.start - 1) + 1
      count.length = level + 1
      return own.text.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1
        const there = levels.get(at)
        return there ? counted(count[at] ?? there.start, there.format) : ''
      })
    },
  }
}

function definitions(xml: string): { abstracts: Map<string, Levels>; instances: Map<string, string> } {
  const abstracts = new Map<string, Levels>()
  const instances = new Map<string, string>()
  let levels: Levels | undefined
  let level: Level | undefined
  let instance: string | undefined
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'close' && event.name === 'w:abstractNum') levels = undefined
    if (event.kind !== 'open') continue
    const value = attribute(event.attributes, 'w:val') ?? ''
    if (event.name === 'w:abstractNum') {
      levels = new Map()
      abstracts.set(attribute(event.attributes, 'w:abstractNumId') ?? '', levels)
    } else if (event.name === 'w:lvl' && levels) {
      level = { format: 'decimal', text: '', start: 1 }
      levels.set(Number(attribute(event.attributes, 'w:ilvl') ?? 0), level)
    } else if (event.name === 'w:num') instance = attribute(event.attributes, 'w:numId')
    else if (event.name === 'w:abstractNumId' && instance !== undefined) instances.set(instance, value)
    else if (levels && level && event.name === 'w:numFmt') level.format = value
    else if (levels && level && event.name === 'w:lvlText') level.text = value
    else if (levels && level && event.name === 'w:start') level.start = Number(value) || 1
  }
  return { abstracts, instances }
}
