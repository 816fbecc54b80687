import { dayOfSerial, readDayNumber, readDayText, readPartialDayText } from './day-text.ts'
import { readNumberText, readYesNoText } from './number-text.ts'
import { formatDate, parsePlainDate } from './plain-date.ts'
import { ok, type Result, refuse } from './result.ts'
import type { ChoiceColumn, NumberColumn, RawCell, SheetColumn, SheetValue } from './sheet-columns.ts'
import { withoutGuard } from './sheet-text.ts'
import { foldForSearch } from './vietnamese-text.ts'

/** What a cell can hold in Excel. */
export const MOST_CELL_TEXT = 32_767
const MOST_TEXT = 5_000
const MOST_SHOWN = 80
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The value of a cell under its column, or in words why it is none. Text must be clean (NFC) already. An empty cell gives
 * `null`, or is refused when the column requires a value.
 */
export function readCell(column: SheetColumn, raw: RawCell | undefined): Result<SheetValue> {
  if (raw === undefined || (typeof raw === 'string' && raw.trim() === '')) {
    return column.required ? refuse('cell-required', { column: column.head }) : ok(null)
  }
  if (typeof raw === 'object' && 'error' in raw) return refuse('cell-error', { error: raw.error })
  switch (column.kind) {
    case 'text':
      return readText(raw, column.most ?? MOST_TEXT)
    case 'id':
      return readId(raw)
    case 'whole':
    case 'decimal':
      return readNumber(column, raw)
    case 'day':
    case 'partial-day':
      return readDay(column.kind, raw)
    case 'moment':
      return readMoment(raw)
    case 'yes-no':
      return readYesNo(raw)
    case 'choice':
      return readChoice(column, raw)
  }
}

type Filled = Exclude<RawCell, { error: string }>

/** The cell as the person who typed it sees it, near enough: for text columns and for saying what was found. */
export function cellText(raw: RawCell): string {
  if (typeof raw === 'string') return withoutGuard(raw).trim()
  if (typeof raw === 'number') return numberText(raw)
  if (typeof raw === 'boolean') return raw ? 'có' : 'không'
  if ('error' in raw) return raw.error
  const day = raw.shape === 'time' ? undefined : dayOfSerial(raw.serial)
  if (day === undefined) return numberText(raw.serial)
  return formatDate(raw.shape === 'year' ? day.slice(0, 4) : raw.shape === 'month' ? day.slice(0, 7) : day)
}

/** All digits of a whole number: codes and telephone numbers typed into a cell become numbers. */
function numberText(number: number): string {
  return Number.isInteger(number) && Math.abs(number) < 1e21 ? BigInt(number).toString() : String(number)
}

const found = (raw: Filled) => {
  const text = cellText(raw)
  return { found: text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN).toWellFormed()}…` : text }
}

/** No day and no number is that long: it is not worth looking at. */
const isLong = (raw: Filled) => typeof raw === 'string' && raw.length > MOST_SHOWN

function readText(raw: Filled, most: number): Result<SheetValue> {
  const text = cellText(raw)
  return text.length > most ? refuse('cell-too-long', { length: text.length, most }) : ok(text)
}

function readId(raw: Filled): Result<SheetValue> {
  const text = cellText(raw).toLowerCase()
  return ID.test(text) ? ok(text) : refuse('cell-not-an-id', found(raw))
}

function readNumber(column: NumberColumn, raw: Filled): Result<SheetValue> {
  if (isLong(raw)) return refuse('cell-not-a-number', found(raw))
  const number = typeof raw === 'number' ? raw : typeof raw === 'string' ? readNumberText(withoutGuard(raw)) : undefined
  if (number === undefined) return refuse('cell-not-a-number', found(raw))
  if (column.kind === 'whole' && !Number.isSafeInteger(number)) return refuse('cell-not-whole', found(raw))
  const { least, greatest } = column
  if (least !== undefined && number < least) return refuse('cell-too-small', { ...found(raw), least })
  if (greatest !== undefined && number > greatest) return refuse('cell-too-great', { ...found(raw), greatest })
  return ok(number)
}

function readDay(kind: 'day' | 'partial-day', raw: Filled): Result<SheetValue> {
  if (typeof raw === 'boolean' || isLong(raw)) return refuse('cell-not-a-day', found(raw))
  if (typeof raw === 'string') return kind === 'day' ? readDayText(raw) : readPartialDayText(raw)
  const read = typeof raw === 'number' ? readDayNumber(raw, undefined) : readDayNumber(raw.serial, raw.shape)
  if (!read.ok || kind === 'partial-day') return read
  // A cell of the 1st that shows only its month may be taken for that day: the day is in the cell.
  const whole = typeof raw === 'object' ? dayOfSerial(raw.serial) : parsePlainDate(read.value)
  return whole ? ok(whole) : refuse('cell-day-incomplete', found(raw))
}

const MOMENT_TEXT = /^(.*\d)[\sT,]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/
const MS_PER_DAY = 86_400_000
const SERIAL_OF_1970 = 25_569
const VIETNAM_MS = 7 * 3_600_000

function readMoment(raw: Filled): Result<SheetValue> {
  if (isLong(raw)) return refuse('cell-not-a-day', found(raw))
  if (typeof raw === 'string') {
    const match = MOMENT_TEXT.exec(raw.trim())
    const day = readDayText(match?.[1] ?? raw)
    if (!day.ok) return day
    const [hour, minute, second] = [match?.[2] ?? '0', match?.[3] ?? '0', match?.[4] ?? '0']
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return refuse('cell-not-a-day', found(raw))
    const time = [hour, minute, second].map((part) => part.padStart(2, '0')).join(':')
    return ok(new Date(`${day.value}T${time}+07:00`).toISOString())
  }
  const serial = typeof raw === 'number' ? raw : typeof raw === 'object' ? raw.serial : undefined
  if (serial === undefined || dayOfSerial(serial) === undefined) return refuse('cell-not-a-day', found(raw))
  return ok(new Date(Math.round((serial - SERIAL_OF_1970) * MS_PER_DAY) - VIETNAM_MS).toISOString())
}

/** The number Excel keeps for a moment, as the clock in Việt Nam shows it. */
export function serialOfMoment(moment: Date): number {
  return (moment.getTime() + VIETNAM_MS) / MS_PER_DAY + SERIAL_OF_1970
}

function readYesNo(raw: Filled): Result<SheetValue> {
  if (typeof raw === 'boolean') return ok(raw)
  const read = readYesNoText(cellText(raw))
  return read === undefined ? refuse('cell-not-yes-no', found(raw)) : ok(read)
}

const MOST_NAMED = 8
const wordsOf = new WeakMap<ChoiceColumn, ReadonlyMap<string, string>>()

function readChoice(column: ChoiceColumn, raw: Filled): Result<SheetValue> {
  const code = choiceWords(column).get(foldForSearch(cellText(raw)))
  if (code !== undefined) return ok(code)
  const words = column.choices.slice(0, MOST_NAMED).map((choice) => choice.word)
  const more = column.choices.length > MOST_NAMED ? ', …' : ''
  return refuse('cell-not-a-choice', { ...found(raw), choices: words.join(', ') + more })
}

/** Words first, so that a code which looks like another choice's word does not take its place. */
function choiceWords(column: ChoiceColumn): ReadonlyMap<string, string> {
  const known = wordsOf.get(column)
  if (known) return known
  const words = new Map<string, string>()
  const learn = (text: string, code: string) => {
    const folded = foldForSearch(text)
    if (!words.has(folded)) words.set(folded, code)
  }
  for (const { code, word } of column.choices) learn(word, code)
  for (const { code, aliases = [] } of column.choices) for (const alias of [...aliases, code]) learn(alias, code)
  wordsOf.set(column, words)
  return words
}
