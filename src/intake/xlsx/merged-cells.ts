import { xmlEvents } from '../xml.ts'
import { Refused } from './refused.ts'
import { attributesOf, localName } from './xml-attributes.ts'

/** A stretch of merged cells: columns from 0, rows from 1, both ends inside. */
export type Merged = {
  readonly range: string
  readonly fromRow: number
  readonly toRow: number
  readonly fromColumn: number
  readonly toColumn: number
}

const RANGE = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i
const END_OF_CELLS = Buffer.from('sheetData')
/** Merged cells are listed soon after the cells; the hyperlinks of a large sheet, farther on, are not waited for. */
const MOST_TAIL = 4_000_000

/**
 * Goes through a sheet's bytes once before its cells are read: what is merged stands behind them. So a broken or
 * over-large sheet is refused before its first row has been given to anybody.
 */
export async function findMerged(part: AsyncIterable<Buffer>): Promise<Merged[]> {
  let tail: Buffer[] | undefined
  let kept = 0
  let last: Buffer = Buffer.alloc(0)
  for await (const piece of part) {
    if (tail) {
      if (kept < MOST_TAIL) tail.push(piece)
      kept += piece.length
      continue
    }
    const joined = Buffer.concat([last, piece])
    const at = lastClosing(joined)
    if (at >= 0) tail = [joined.subarray(at)]
    last = joined.subarray(Math.max(0, joined.length - 40))
  }
  return tail ? readRanges(Buffer.concat(tail).toString('utf8')) : []
}

/** Where the cells end: `</sheetData>` or `</x:sheetData>`. In cells `<` is always written as an entity. */
function lastClosing(bytes: Buffer): number {
  for (let at = bytes.indexOf(END_OF_CELLS); at >= 0; at = bytes.indexOf(END_OF_CELLS, at + 1)) {
    const before = bytes.toString('latin1', Math.max(0, at - 20), at)
    if (/<\/(?:[\w.-]+:)?$/.test(before)) return at
  }
  return -1
}

function readRanges(xml: string): Merged[] {
  const merged: Merged[] = []
  for (const event of xmlEvents(xml)) {
    if (event.kind !== 'open' || localName(event.name) !== 'mergeCell') continue
    const range = attributesOf(event.attributes).get('ref') ?? ''
    const match = RANGE.exec(range)
    if (!match) continue
    const [, fromColumn = '', fromRow, toColumn = '', toRow] = match
    merged.push({
      range: range.toUpperCase(),
      fromRow: Number(fromRow),
      toRow: Number(toRow),
      fromColumn: columnNo(fromColumn),
      toColumn: columnNo(toColumn),
    })
  }
  return merged
}

function columnNo(letters: string): number {
  return [...letters.toUpperCase()].reduce((no, letter) => no * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/**
 * Gives, for rows asked for from above to below, the stretches that reach into each. Merged cells never overlap, so no
 * row has more of them than columns; a file that says otherwise is refused, for it was made to cost.
 */
export function mergedByRow(merged: readonly Merged[], columns: number): (row: number) => readonly Merged[] {
  const waiting = merged.filter((one) => one.fromColumn < columns).sort((a, b) => a.fromRow - b.fromRow)
  let next = 0
  let reaching: Merged[] = []
  return (row) => {
    if (waiting.length === 0) return waiting
    if (reaching.some((one) => one.toRow < row)) reaching = reaching.filter((one) => one.toRow >= row)
    for (let one = waiting[next]; one && one.fromRow <= row; one = waiting[next]) {
      if (one.toRow >= row) reaching.push(one)
      if (reaching.length > columns) throw new Refused('sheet-broken')
      next += 1
    }
    return reaching
  }
}

/** The merged stretch a cell lies in without being the corner that holds the content. */
export function mergedOver(merged: readonly Merged[], column: number, row: number): Merged | undefined {
  return merged.find(
    (one) =>
      row >= one.fromRow &&
      row <= one.toRow &&
      column >= one.fromColumn &&
      column <= one.toColumn &&
      (row !== one.fromRow || column !== one.fromColumn),
  )
}
