import { cellName } from '../../kernel/cell-name.ts'
import type { DayShape } from '../../kernel/day-text.ts'
import { LAST_SERIAL } from '../../kernel/day-text.ts'
import type { RawCell } from '../../kernel/sheet-columns.ts'
import { cellString } from './cell-string.ts'
import { Refused } from './refused.ts'
import type { SharedStrings } from './shared-strings.ts'
import { localName } from './xml-attributes.ts'
import type { XmlToken } from './xml-tokens.ts'

/** A row with something in it: its number, and its cells by column from 0; empty ones are `undefined`. */
export type RawRow = { readonly no: number; readonly cells: readonly (RawCell | undefined)[] }

export type RowLimits = { readonly rows: number; readonly columns: number }

/** What the numbers of a sheet's cells refer to. */
export type CellGround = {
  readonly strings: SharedStrings
  readonly shapes: readonly (DayShape | undefined)[]
  /** The old calendar of the Macintosh begins 1,462 days later. */
  readonly from1904: boolean
}

const LAST_ROW = 1_048_576
const DAYS_TO_1904 = 1462
/** «#GETTING_DATA» is the longest. */
const MOST_ERROR = 20

/**
 * Takes the tokens of a sheet as they come and gives its rows. Formatted cells and rows without content cost a glance
 * each and are never given. Throws `Refused` for a row beyond the limit of filled rows, at once.
 */
export class SheetRows {
  /** Whether the part with the cells is over: what follows is no concern of ours. */
  finished = false
  readonly #ground: CellGround
  readonly #limits: RowLimits
  #inside = false
  #rowNo = 0
  #filled = 0
  #cells: (RawCell | undefined)[] = []
  #hasContent = false
  #column = -1
  #type = ''
  #style = ''
  #text = ''
  #wanted = false
  #sounds = false

  constructor(ground: CellGround, limits: RowLimits) {
    this.#ground = ground
    this.#limits = limits
  }

  take(tokens: readonly XmlToken[]): RawRow[] {
    const rows: RawRow[] = []
    for (const token of tokens) {
      if (this.finished) break
      if (token.kind === 'text') {
        if (this.#wanted && !this.#sounds) this.#text += token.text
      } else if (token.kind === 'open') this.#open(token.name, token.attributes, token.empty)
      else this.#close(token.name, rows)
    }
    return rows
  }

  #open(written: string, attributes: string, empty: boolean): void {
    const name = localName(written)
    if (name === 'sheetData') {
      this.#inside = !empty
      this.finished = empty
    }
    if (!this.#inside) return
    if (name === 'c') this.#openCell(attributes, empty)
    else if (name === 'v' || name === 't') this.#wanted = !empty
    else if (name === 'rPh') this.#sounds = !empty
    else if (name === 'row') {
      const no = value(attributes, 'r')
      this.#rowNo = no === '' ? this.#rowNo + 1 : Number(no)
      if (!(this.#rowNo >= 1 && this.#rowNo <= LAST_ROW)) throw new Refused('sheet-broken')
      this.#cells = []
      this.#hasContent = false
      this.#column = -1
    }
  }

  #openCell(attributes: string, empty: boolean): void {
    const name = value(attributes, 'r')
    this.#column = name === '' ? this.#column + 1 : columnOf(name)
    if (empty) return
    this.#type = value(attributes, 't')
    this.#style = value(attributes, 's')
    this.#text = ''
  }

  #close(written: string, rows: RawRow[]): void {
    if (!this.#inside) return
    const name = localName(written)
    if (name === 'v' || name === 't') this.#wanted = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'rPh') this.#sounds = false
    else if (name === 'sheetData') this.finished = true
    else if (name === 'row' && this.#hasContent) {
      this.#filled += 1
      if (this.#filled > this.#limits.rows) throw new Refused('sheet-too-many-rows', { limit: this.#limits.rows })
      rows.push({ no: this.#rowNo, cells: this.#cells })
    }
  }

  #closeCell(): void {
    if (this.#text === '') return
    const content = this.#content(this.#text)
    this.#text = ''
    if (content === undefined || (typeof content === 'string' && content.trim() === '')) return
    const { columns } = this.#limits
    if (this.#column >= columns) {
      throw new Refused('sheet-too-many-columns', { cell: cellName(this.#column, this.#rowNo), limit: columns })
    }
    while (this.#cells.length < this.#column) this.#cells.push(undefined)
    this.#cells[this.#column] = content
    this.#hasContent = true
  }

  #content(text: string): RawCell | undefined {
    switch (this.#type) {
      case 's': {
        const shared = this.#ground.strings.get(Number(text))
        if (shared === undefined) throw new Refused('sheet-broken')
        return shared
      }
      case 'inlineStr':
      case 'str':
      case 'd':
        return cellString(text)
      case 'b':
        return text.trim() === '1' || text.trim() === 'true'
      case 'e':
        return { error: cellString(text).slice(0, MOST_ERROR) }
      default:
        return this.#number(text)
    }
  }

  #number(text: string): RawCell {
    const number = Number(text)
    if (Number.isNaN(number)) return cellString(text)
    const shape = this.#style === '' ? undefined : this.#ground.shapes[Number(this.#style)]
    if (shape === undefined) return number
    const serial = this.#ground.from1904 && shape !== 'time' ? number + DAYS_TO_1904 : number
    return serial >= 0 && serial <= LAST_SERIAL + 1 ? { serial, shape } : number
  }
}

/** The value of an attribute; programs that write sheets keep to one form, and only letters and digits. */
function value(attributes: string, name: string): string {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1)
    if (at > 0 && before > 32) continue
    const quote = attributes.charAt(at + name.length + 1)
    if (attributes.charAt(at + name.length) !== '=' || (quote !== '"' && quote !== "'")) continue
    const from = at + name.length + 2
    const end = attributes.indexOf(quote, from)
    return end < 0 ? '' : attributes.slice(from, end)
  }
  return ''
}

/** «AB12» → 27. */
function columnOf(name: string): number {
  let column = 0
  for (let at = 0; at < name.length; at += 1) {
    const letter = (name.charCodeAt(at) | 32) - 96
    if (letter < 1 || letter > 26) {
      if (at === 0) break
      return column - 1
    }
    column = column * 26 + letter
    if (column > 16_384) break
  }
  throw new Refused('sheet-broken')
}
